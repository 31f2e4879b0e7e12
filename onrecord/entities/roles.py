"""What a noun phrase says of an actor: title, sector, kind and country, read from its own words."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from onrecord.entities.lexicon import (
    Known,
    Title,
    actor_names,
    adjectives,
    fold,
    longest_name,
    names,
    regions,
    ships,
    titles,
)
from onrecord.entities.offices import country_led
from onrecord.model.token import Parse

_LONGEST_TITLE = 5
_FORMER = frozenset({"former", "ex", "ex-", "late", "ousted", "onetime", "retired", "deposed", "exiled"})
TOP_LEVEL = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"})


class Role(msgspec.Struct, frozen=True):
    """What words say of an actor. ``sector`` is null where they don't; ``rule`` names what gave the country.

    ``also`` is a further sector. ``usual`` is the country of the best known of the bodies that share a name.
    """

    title: str | None = None
    sector: str | None = None
    kind: str = "person"
    country: str | None = None
    rule: str = "unknown"
    top: str | None = None
    also: str | None = None
    usual: str | None = None

    @property
    def code(self) -> str | None:
        """Country + sector, ``---`` + sector, a bare country, a top-level code, or null."""
        if self.top:
            return self.top
        if self.country is None:
            return f"---{self.sector}" if self.sector else None
        return self.country + (self.sector or "")

    @property
    def sectors(self) -> tuple[str, ...]:
        """The sector and the further one, without doubles."""
        return tuple(dict.fromkeys(filter(None, (self.sector, self.also))))


def known_at(parse: Parse, first: int, last: int) -> Known | None:
    """What the tables of names have for the tokens ``[first, last)``, with or without a leading article."""
    return _looked_up(parse, first, last, names())


def actor_at(parse: Parse, first: int, last: int) -> Known | None:
    """As ``known_at``, peoples and faiths too."""
    return _looked_up(parse, first, last, actor_names())


def _looked_up(parse: Parse, first: int, last: int, table: Mapping[str, Known]) -> Known | None:
    surface = " ".join(token.text for token in parse.tokens[first:last])
    surface = surface.replace(" '", "'").replace(" ’", "'").replace(" - ", "-").replace("’", "'")
    found = table.get(surface) or table.get(surface.removeprefix("The ").removeprefix("the "))
    return None if found and found.use in _PLACED and _is_elsewhere(parse, first, last, found.code[:_ISO]) else found


_PLACED = frozenset({"country", "nation", "capital"})
_WORDS_BESIDE = 2  # at most, that make a country's name that of a region elsewhere


def _is_elsewhere(parse: Parse, first: int, last: int, country: str) -> bool:
    """Whether the words are part of the name of a region or area that is not the country's: "New South Wales"."""
    for start in range(max(0, first - _WORDS_BESIDE), first + 1):
        for end in range(last, min(len(parse.tokens), last + _WORDS_BESIDE) + 1):
            if end - start > last - first and parse.tokens[start].text[:1].isupper():
                longer = regions().get(fold(" ".join(token.text for token in parse.tokens[start:end])))
                if longer is not None and longer.country != country:
                    return True
    return False


def role_of_known(known: Known, day: str = "") -> Role:
    """What the tables say of a name by itself, on ``day``."""
    code = known.code_on(day)
    if code in TOP_LEVEL:
        return Role(None, None, "organization", None, "body", code, also=known.also or None)
    country = None if code.startswith("---") or known.is_shared else code[:_ISO]
    rule = {"country": "country-name", "nation": "nationality", "capital": "capital", "people": "people"}
    sector = None if known.use in ("country", "nation") else code[_ISO:] or None
    top, also = (known.also, None) if known.also in TOP_LEVEL else (None, known.also or None)
    return Role(
        None, sector, "organization", country, rule.get(known.use, "body"), top, also,
        code[:_ISO] if known.is_shared else None,
    )  # fmt: skip


_ISO = 3  # letters of a country code


def title_in(words: Sequence[str]) -> tuple[int, int, Title] | None:
    """The longest title in ``words`` (any case), the last one of that length: first word, last + 1, entry."""
    lower = [word.lower().replace("’", "'").rstrip(".") for word in words]
    for length in range(min(_LONGEST_TITLE, len(lower)), 0, -1):
        if length == 1 and (office := _office(lower)):
            return office
        for first in range(len(lower) - length, -1, -1):
            found = titles().get(" ".join(lower[first : first + length]).replace(" - ", "-").replace(" '", "'"))
            if found and (length > 1 or lower[first] not in _NOT_TITLES):
                return first, first + length, found
    return None


def _office(lower: Sequence[str]) -> tuple[int, int, Title] | None:
    """ "Minister of" and "Ministry of": what follows is what it is for, not another title."""
    for at, (word, after) in enumerate(pairwise(lower)):
        if word in _OFFICE_WORDS and after in ("of", "for") and word in titles():
            return at, at + 1, titles()[word]
    return None


_OFFICE_WORDS = frozenset({"minister", "ministers", "ministry", "department", "secretary", "undersecretary"})
_NOT_TITLES = frozenset({"west", "state", "house", "force", "leading", "marine", "market", "message"})
_ABBREVIATED = {
    "sen": "senator", "sens": "senators", "rep": "representative", "reps": "representatives", "gov": "governor",
    "gen": "general", "col": "colonel", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "adm": "admiral",
    "maj": "major", "prof": "professor", "dr": "doctor", "rev": "reverend", "pres": "president", "cmdr": "commander",
    "brig": "brigadier", "cllr": "councillor", "amb": "ambassador", "sec": "secretary", "supt": "superintendent",
    "ag": "attorney general", "fm": "foreign minister", "pm": "prime minister", "mp": "mp", "det": "detective",
}  # fmt: skip


def in_full(title: str) -> str:
    """A title in lower case, its abbreviations written out: "Gov."."""
    return " ".join(_ABBREVIATED.get(word.rstrip("."), word) for word in title.lower().split())


class _Belonging(msgspec.Struct):
    """What the words belong to: a country, a body, a people; and the positions that their names take up."""

    country: str | None = None
    body: Known | None = None
    people: Known | None = None
    taken: frozenset[int] = frozenset()


def role_of(parse: Parse, indices: Iterable[int], day: str = "") -> Role:
    """The role told by the tokens ``indices`` (a title before a name, an apposition, a nominal), on ``day``."""
    inside = sorted(indices)
    words = [parse.tokens[i].text for i in inside]
    expanded = [_ABBREVIATED.get(word.lower().rstrip("."), word) for word in words]
    there = _belonging(parse, inside)
    there.country = there.country or _led(words, day)
    rest = ["" if at in there.taken else word for at, word in enumerate(expanded)]
    found = _head_title(rest)
    if found is None:
        return _without_title(there, expanded, day)
    first, last, title = found
    if title.words in _ELSEWHERE:
        there = _belonging(parse, _before_purpose(parse, inside, last))
    role = Role(" ".join(words[first:last]), None, title.kind, there.country, _how(there.country))
    role = _with_sector(role, title, there, _other_sector(title, rest, first, last), day)
    if first and words[first - 1].lower() == "shadow" and role.sector == "GOV":
        # Who would hold the office if the opposition governed.
        role = msgspec.structs.replace(role, title=" ".join(words[first - 1 : last]), sector="OPP", also=None)
    is_former = any(word.lower() in _FORMER for word in words[:first]) or words[first].lower().startswith("ex-")
    if is_former and title.kind in ("person", "group") and role.sector in _OFFICES:
        role = msgspec.structs.replace(role, sector="ELI", also=None)
    if role.sector == "JRN" and any(word.lower().startswith("state") for word in words):
        role = msgspec.structs.replace(role, also="GOV")
    return role


def _head_title(words: Sequence[str]) -> tuple[int, int, Title] | None:
    """The title of the noun itself, not one of its "of …" or "in …" phrase: of "supporters of the president" the first.

    After a vague word ("a group of tourists") it is the phrase that tells.
    """
    found = title_in(words)
    cut = next((at for at, word in enumerate(words) if word.lower() in _PHRASE_WORDS), len(words))
    if found is None or found[0] < cut:
        return found
    head = title_in(words[:cut])
    is_telling = head is not None and head[2].sector not in ("=", "-") and head[2].words not in _VAGUE | _COLLECTIVE
    return head if is_telling else found


_PHRASE_WORDS = frozenset("of in at from on by to for with near who that which loyal including inside outside".split())
_COLLECTIVE = frozenset("team crowd mob family community delegation coalition panel band network rally".split())


def _led(words: Sequence[str], day: str) -> str | None:
    """The country of "the Biden administration", by its leader's surname."""
    for word, after in pairwise(word for word in words if word not in ("'s", "’s")):
        if after.lower() in _LED and word[:1].isupper():
            return country_led(word, day)
    return None


_LED = frozenset({"administration", "government", "cabinet", "regime", "presidency"})
_OFFICES = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY"})
# Whose "to", "for" and "on" say where they work, not whose they are.
_ELSEWHERE = frozenset(
    "ambassador|envoy|special envoy|negotiator|chief negotiator|representative|coordinator|rapporteur|expert|analyst|"
    "specialist|high representative|consul|diplomat|charge d'affaires".split("|")
)


def _before_purpose(parse: Parse, inside: list[int], last: int) -> list[int]:
    for at in range(last, len(inside)):
        if parse.tokens[inside[at]].text.lower() in ("to", "for", "on"):
            return inside[:at]
    return inside


def _other_sector(title: Title, rest: Sequence[str], first: int, last: int) -> str | None:
    """ "An army spokesman", "a congressional group": the sector of what is named beside a title that has none."""
    if title.sector not in ("=", "-") and title.words not in _VAGUE:
        return None
    beside = title_in([*rest[:first], *rest[last:]])
    if beside and beside[2].sector not in ("=", "-") and beside[2].words not in _VAGUE:
        return beside[2].sector
    return next((adjectives()[word.lower()] for word in rest if word.lower() in adjectives()), None)


_VAGUE = frozenset({"group", "organization", "organisation", "network", "movement", "committee", "official", "leader"})


def _how(country: str | None) -> str:
    return "title+nationality" if country else "title"


def _with_sector(role: Role, title: Title, there: _Belonging, other: str | None, day: str) -> Role:
    """The title's own sector, that of what is named beside it, or that of the body or faith it belongs to."""
    own = None if title.sector in ("=", "-") else title.sector
    if there.body is not None:
        return _within_body(role, title, other or own, role_of_known(there.body, day))
    if own in TOP_LEVEL:
        return msgspec.structs.replace(role, sector="REB", top=own if role.country is None else None)
    faith = there.people.code[_ISO:] if there.people else None
    if faith and (own is None or (title.words in _VAGUE and faith == "REL")):
        return msgspec.structs.replace(role, sector=other or faith)
    return msgspec.structs.replace(role, sector=other or own)


# What somebody of a body is called whatever the body: an agent of a police force is police, one of a spy agency a spy.
_OF_ANY_BODY = _VAGUE | frozenset(
    "senior official|commander|fighter|gunman|militant|soldier|officer|agent|analyst|investigator|rebel|insurgent|"
    "force|forces|troop|troops|militia|jihadist|terrorist|source|operative|executive|editor|researcher|agency|"
    "militant group|rebel group|group|party|army|fighters|attacker|suicide bomber|party leader|party official".split(
        "|"
    )
)


def _within_body(role: Role, title: Title, sector: str | None, body: Role) -> Role:
    """Somebody of a known body: its country, and its sector where the title doesn't say more."""
    is_any = sector is None or title.words in _OF_ANY_BODY
    if body.top and body.country is None:
        return msgspec.structs.replace(role, sector=None, country=None, top=body.top, also=body.also or sector,
                                       rule="title+body")  # fmt: skip
    return msgspec.structs.replace(
        role, sector=body.sector if is_any else sector, also=body.also if is_any else _party(body),
        top=body.top if is_any else None, country=role.country or body.country, usual=body.usual,
        rule=role.rule if role.country else "title+body",
    )  # fmt: skip


def _party(body: Role) -> str | None:
    return "PTY" if body.sector == "PTY" else None


def _without_title(there: _Belonging, words: Sequence[str], day: str) -> Role:
    """A body, a people or a nationality without any title."""
    if there.body is not None:
        body = role_of_known(there.body, day)
        country = None if body.top and body.country is None else there.country or body.country
        return msgspec.structs.replace(body, kind="person", country=country, rule="title+body")
    sector = there.people.code[_ISO:] if there.people else None
    sector = sector or next((adjectives()[word.lower()] for word in words if word.lower() in adjectives()), None)
    return Role(None, sector, "person", there.country, _how(there.country))


def _belonging(parse: Parse, inside: list[int]) -> _Belonging:
    """The country that the words name by nationality, possessor or "of", and the body or people they name."""
    there = _Belonging()
    at = 0
    while at < len(inside):
        there.country = there.country or _based(parse, inside[at])
        known, length = _known_from(parse, inside, at)
        if known is not None and not _is_no_origin(parse, inside[at] + length):
            there.taken |= frozenset(range(at, at + length))
            if known.use in {"body", "metonym"}:
                if there.body is None or (there.body.use == "metonym" and known.use == "body"):
                    there.body = known
            elif known.use == "people":
                there.people = there.people or known
                there.country = there.country or role_of_known(known).country
            elif at and parse.tokens[inside[at - 1]].text.lower() == "ethnic":
                pass  # "Ethnic Albanians" may be of any country.
            elif known.use == "capital" or not _is_topic(parse, inside, at, known):
                there.country = there.country or known.code[:_ISO]
        at += length
    return there


def _is_no_origin(parse: Parse, after: int) -> bool:
    """ "Iran-backed": a supporter's name, not the own; "Peruvian-American": where the family is from."""
    words = [token.text for token in parse.tokens[after : after + 2]]
    return len(words) > 1 and words[0] == "-" and (words[1] in _BACKED or words[1].rstrip("s") in _SETTLED)


_SETTLED = frozenset({"American", "Australian", "Canadian"})


_BACKED = frozenset(
    "backed allied aligned funded linked sponsored supported trained armed occupied friendly bound educated".split()
)


def _based(parse: Parse, index: int) -> str | None:
    """The country of "Texas-based": of the region or country before the hyphen."""
    words = [token.text for token in parse.tokens[index : index + 3]]
    if len(words) < 3 or words[1] != "-" or words[2] not in ("based", "born", "led", "controlled"):
        return None
    known, region = names().get(words[0]), regions().get(fold(words[0]))
    if known is not None and known.use in ("country", "capital"):
        return known.code[:3]
    return region.country if region else None


def _is_topic(parse: Parse, inside: list[int], at: int, known: Known) -> bool:
    """A country's bare name before "director" or "expert" is what they work on, not where they are from."""
    token = parse.tokens[inside[at]]
    return known.use == "country" and token.dep == "compound" and parse.tokens[token.head].lemma.lower() in _STUDENTS


_STUDENTS = frozenset(
    {
        "director",
        "expert",
        "analyst",
        "specialist",
        "researcher",
        "fellow",
        "scholar",
        "correspondent",
    }
)


def _known_from(parse: Parse, inside: list[int], at: int) -> tuple[Known | None, int]:
    """The longest known name that starts at position ``at`` of ``inside``, and its length in tokens."""
    text = parse.tokens[inside[at]].text
    if not text[:1].isupper() and not text.startswith("al-"):
        return None, 1
    if text in ships() and at + 1 < len(inside) and parse.tokens[inside[at + 1]].text[:1].isupper():
        return Known(text, f"{ships()[text]}MIL", "body"), 2
    run = 1
    for one, other in pairwise(inside[at : at + longest_name()]):
        if other != one + 1:
            break
        run += 1
    for length in range(run, 0, -1):
        known = actor_at(parse, inside[at], inside[at] + length)
        if known is not None and not (known.use == "people" and is_cut_short(parse, inside[at] + length)):
            return known, length
    return None, 1


def is_cut_short(parse: Parse, after: int) -> bool:
    """Whether a people's name only begins a longer name: "Muslim World League"."""
    text = parse.tokens[after].text if after < len(parse.tokens) else ""
    return text[:1].isupper() and text.lower() not in titles() and actor_at(parse, after, after + 1) is None
