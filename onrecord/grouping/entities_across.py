"""Who is one across articles: by Wikidata item, or by name, country and role. The same answer in any order.

Actors that articles describe alike have one profile; profiles are compared, never mentions, so that a name in a hundred
thousand articles costs no more than in ten. Two people of one surname stay two: a name of one word joins nobody.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Sequence
from hashlib import sha256

import msgspec

_WORD = re.compile(r"\w+")
# Among these a career moves; a name in one of them and the same name elsewhere may be two people.
_PUBLIC = frozenset("GOV LEG ELI OPP MIL JUD PTY COP SPY IGO".split())
_KINDS = frozenset({"person", "organization", "government", "country"})
_DETERMINERS = frozenset("a an some any no one two three four five several many".split())

Pair = tuple[str, str]
Reasons = tuple[tuple[str, float], ...]


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What articles say of an actor. ``alone`` sets one mention apart that people decided on: article and actor."""

    name: str
    kind: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    wikidata: str | None = None
    alone: str = ""

    @property
    def key(self) -> str:
        """Tells it from others."""
        return msgspec.json.encode(self).decode()

    @property
    def name_key(self) -> str:
        """The name as names are compared."""
        return name_key(self.name)


class Identity(msgspec.Struct, frozen=True):
    """One entity: its id, and the keys of its profiles, each with the reasons why it is there."""

    id: str
    members: tuple[tuple[str, float | None, Reasons], ...]


def name_key(name: str) -> str:
    """Without case, accents, marks and a leading article."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = _WORD.findall("".join(mark for mark in plain if not unicodedata.combining(mark)))
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def is_entity(name: str, kind: str, wikidata: str | None) -> bool:
    """Whether an actor can be met again: no group, no paper, and named, not described ("a Turkish official")."""
    words = _WORD.findall(name)
    is_name = bool(words) and words[-1][0].isupper() and words[0].lower() not in _DETERMINERS
    return kind in _KINDS and (bool(wikidata) or is_name)


def is_shared(profile: Profile) -> bool:
    """Whether a profile tells enough to be known again in another article."""
    return bool(profile.wikidata) or profile.kind != "person" or " " in profile.name_key


def identities(
    profiles: Sequence[Profile], together: Collection[Pair] = (), apart: Collection[Pair] = ()
) -> list[Identity]:
    """The entities of a set of profiles; ``together`` and ``apart`` (pairs of keys) are people's word."""
    ordered = sorted({p.key: p for p in profiles}.values(), key=_order)
    groups: list[list[tuple[Profile, float | None, Reasons]]] = []
    forbidden = {frozenset(pair) for pair in apart}
    wanted: dict[str, set[str]] = defaultdict(set)
    for one, other in together:
        wanted[one].add(other)
        wanted[other].add(one)
    near: dict[tuple[str, str], set[int]] = defaultdict(set)  # a name or item → the groups that have it
    for profile in ordered:
        known = [("name", profile.name_key), *([("item", profile.wikidata)] if profile.wikidata else [])]
        candidates = sorted({at for key in known for at in near[key]})
        best = _best(profile, [(at, groups[at]) for at in candidates], forbidden)
        if best is None:
            at = len(groups)
            groups.append([(profile, None, ())])
        else:
            at, score, reasons = best
            groups[at].append((profile, score, reasons))
        for key in known:
            near[key].add(at)
    groups = _with_decided(groups, wanted) if wanted else groups
    return sorted((_identity(group) for group in groups), key=lambda identity: identity.id)


def compared(one: Profile, other: Profile) -> tuple[float, Reasons] | None:
    """How surely two profiles are one, with reasons; null if they are not."""
    if one.wikidata and other.wikidata:
        return (1.0, (("wikidata", 1.0),)) if one.wikidata == other.wikidata else None
    if one.name_key != other.name_key or one.kind != other.kind or not (is_shared(one) and is_shared(other)):
        return None
    if one.country and other.country and one.country != other.country:
        return None
    reasons: list[tuple[str, float]] = [("name", 0.5)]
    if one.country and one.country == other.country:
        reasons.append(("country", 0.3))
    if set(one.sectors) & set(other.sectors):
        reasons.append(("role", 0.15))
    elif one.sectors and other.sectors and one.kind == "person":
        if not (set(one.sectors) & _PUBLIC and set(other.sectors) & _PUBLIC):
            return None
        reasons.append(("role", 0.05))
    return round(sum(points for _, points in reasons), 3), tuple(reasons)


def _order(profile: Profile) -> tuple[bool, bool, bool, bool, str]:
    """Those that tell most come first, so that the others find them; those that people decided on last."""
    return bool(profile.alone), not profile.wikidata, not profile.country, not profile.sectors, profile.key


def _best(
    profile: Profile,
    groups: Sequence[tuple[int, Sequence[tuple[Profile, float | None, Reasons]]]],
    forbidden: Collection[frozenset[str]],
) -> tuple[int, float, Reasons] | None:
    """The group it belongs to; none if two would do equally well, or one of a group speaks against it."""
    fitting = []
    for at, group in groups:
        if forbidden and any(frozenset((profile.key, member.key)) in forbidden for member, _, _ in group):
            continue
        found = [compared(profile, member) for member, _, _ in group]
        good = [like for like in found if like is not None]
        if good and (len(good) == len(found) or profile.wikidata):
            fitting.append((max(good), at))
    if not fitting:
        return None
    (score, reasons), at = max(fitting, key=lambda fit: (fit[0][0], -fit[1]))
    if sum(like[0] == score for like, _ in fitting) > 1:
        return None
    return at, score, reasons


def _with_decided(
    groups: list[list[tuple[Profile, float | None, Reasons]]], wanted: dict[str, set[str]]
) -> list[list[tuple[Profile, float | None, Reasons]]]:
    joined: list[list[tuple[Profile, float | None, Reasons]]] = []
    for group in groups:
        partners = {other for member, _, _ in group for other in wanted.get(member.key, ())}
        near = [done for done in joined if any(member.key in partners for member, _, _ in done)]
        merged = [entry for done in near for entry in done]
        merged += [(member, 1.0, (("decision", 1.0),)) if near else (member, s, r) for member, s, r in group]
        joined = [done for done in joined if done not in near] + [merged]
    return joined


def _identity(group: Sequence[tuple[Profile, float | None, Reasons]]) -> Identity:
    named = min((member for member, _, _ in group), key=_order)
    basis = named.key if named.alone else named.wikidata or named.key
    members = tuple(sorted((member.key, score, reasons) for member, score, reasons in group))
    return Identity(sha256(basis.encode("utf-8", "replace")).hexdigest()[:12], members)
