"""Facts: events of several reports that are one event. The same answer in any order, all at once or one by one.

Events that share a key (type, two weeks, a name) are compared with the first few of those who share it, so that the
work grows with the events and not with their pairs. Links above the bar are followed from the best one down; two groups
are joined where their first reports are alike on average, so that a chain of half-likenesses does not run on.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b, sha256
from itertools import product

import msgspec

from onrecord.grouping.happenings import Happening, names, parties_in, stem, windows
from onrecord.grouping.likeness import Likeness, Traits, likeness, linked

BAR = 0.0  # least score of a link
LEADERS = 12  # of those who share a key, the first so many are compared with all
_TERMS = 6
_UNTIMED = 2
_NEVER = -2.0  # two events as unlike as this are in no fact together, whatever lies between
_FIRST = 4  # of a group, so many stand for it when groups are joined

Pair = tuple[str, str]
Links = Mapping[Pair, Likeness]


class Group(msgspec.Struct, frozen=True):
    """One fact: its id, and the keys of its events, the first report first."""

    id: str
    members: tuple[str, ...]


def facts(
    happenings: Sequence[Happening], together: Collection[Pair] = (), apart: Collection[Pair] = ()
) -> list[Group]:
    """All facts of a set of events, by first report; ``together`` and ``apart`` (pairs of keys) are people's word."""
    return grouped(happenings, links(happenings), together, apart)


def links(happenings: Sequence[Happening]) -> dict[Pair, Likeness]:
    """The pairs that are likely one event, each with its score; keys in order within a pair."""
    ordered = sorted(happenings, key=Happening.order)
    leaders: dict[int, list[Happening]] = defaultdict(list)
    known = {happening.key: keys(happening) for happening in ordered}
    traits = {happening.key: Traits(happening) for happening in ordered}
    for happening in ordered:
        for key in known[happening.key]:
            if len(leaders[key]) < LEADERS:
                leaders[key].append(happening)
    found = {}
    for happening in ordered:
        company = {leader.key: leader for key in known[happening.key] for leader in leaders[key]}
        for leader in company.values():
            pair = pair_of(leader.key, happening.key)
            if leader.key == happening.key or pair in found:
                continue
            if like := linked(traits[leader.key], traits[happening.key], BAR):
                found[pair] = like
    return dict(sorted(found.items()))


def pair_of(one: str, other: str) -> Pair:
    """The two keys in order."""
    return (one, other) if one < other else (other, one)


def keys(happening: Happening) -> tuple[int, ...]:
    """What an event is looked up by: 63-bit hashes of its type with a term, and two weeks or its trigger."""
    terms = _terms(happening)
    times = windows(happening)
    words = [f"{happening.type} {time} {term}" for term in terms for time in times]
    # An event without a day meets those with one by its trigger; so many earlier ones are not worth more keys.
    words += [f"{happening.type} {stem(happening.trigger)} - {term}" for term in terms[: _UNTIMED if times else None]]
    return tuple(sorted({int.from_bytes(blake2b(word.encode(), digest_size=8).digest()) >> 1 for word in words}))


def _terms(happening: Happening) -> list[str]:
    """Who and where, by stem; then the countries, then the names of the headline, until there are enough."""
    sides = (*happening.source, *happening.target)
    countries = {party.code[:3] for party in sides if party.code and not party.code.startswith("-")}
    title = happening.context.partition("\n")[0]
    told = [
        names(sides),
        {happening.place or ""},
        countries,
        names(parties_in(happening.evidence)),
        names(parties_in(title)),
    ]
    found = dict.fromkeys(stem(term) for terms in told for term in sorted(terms) if term)
    return list(found)[:_TERMS]


def grouped(
    happenings: Sequence[Happening], found: Links, together: Collection[Pair] = (), apart: Collection[Pair] = ()
) -> list[Group]:
    """Facts out of links. Whoever is in none of ``found`` is a fact alone."""
    ordered = sorted(happenings, key=Happening.order)
    by_key = {happening.key: happening for happening in ordered}
    groups = {happening.key: [happening] for happening in ordered}
    forbidden = {pair_of(*pair) for pair in apart}
    for one, other in sorted(pair_of(*pair) for pair in together):
        if one in groups and other in groups:
            _join(groups, one, other)
    for one, other in sorted(found, key=lambda pair: (-found[pair].score, pair)):
        are_two = one in by_key and other in by_key and groups[one] is not groups[other]
        if are_two and _may_join(groups[one], groups[other], found, forbidden):
            _join(groups, one, other)
    unique = {id(members): members for members in groups.values()}
    return [
        Group(fact_id(members[0]), tuple(member.key for member in members))
        for members in sorted(unique.values(), key=lambda members: members[0].order())
    ]


def fact_id(first: Happening) -> str:
    """The id of the fact whose first report ``first`` is."""
    return sha256(f"{first.key}".encode()).hexdigest()[:12]


def _may_join(one: list[Happening], other: list[Happening], found: Links, forbidden: set[Pair]) -> bool:
    if forbidden and any(pair_of(a.key, b.key) in forbidden for a in one for b in other):
        return False
    total = 0.0
    for a, b in product(one[:_FIRST], other[:_FIRST]):
        like = found.get(pair_of(a.key, b.key)) or likeness(a, b)
        if like.score < _NEVER:
            return False
        total += like.score
    return total >= BAR * len(one[:_FIRST]) * len(other[:_FIRST])


def _join(groups: dict[str, list[Happening]], one: str, other: str) -> None:
    if groups[one] is groups[other]:
        return
    joined = sorted([*groups[one], *groups[other]], key=Happening.order)
    for member in joined:
        groups[member.key] = joined


def components(keys_: Iterable[str], found: Iterable[Pair]) -> list[list[str]]:
    """The keys, parted into sets between which there is no link."""
    parent = {key: key for key in keys_}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in found:
        if one in parent and other in parent:
            first, last = sorted((root(one), root(other)))
            parent[last] = first
    parts: dict[str, list[str]] = defaultdict(list)
    for key in sorted(parent):
        parts[root(key)].append(key)
    return list(parts.values())
