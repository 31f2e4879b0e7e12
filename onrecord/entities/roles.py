"""What a noun phrase says of an actor: title, sector, kind and country, read from its own words."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from onrecord.entities.lexicon import Known, Title, fold, names, regions, titles
from onrecord.model.token import Parse

_LONGEST_TITLE = 5
_FORMER = frozenset({"former", "ex", "ex-", "late", "ousted", "onetime", "outgoing-", "retired", "deposed"})
TOP_LEVEL = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"})


class Role(msgspec.Struct, frozen=True):
    """What words say of an actor. ``sector`` is null where they don't; ``rule`` names what gave the country."""

    title: str | None = None
    sector: str | None = None
    kind: str = "person"
    country: str | None = None
    rule: str = "unknown"
    top: str | None = None

    @property
    def code(self) -> str | None:
        """Country + sector, ``---`` + sector, a bare country, a top-level code, or null."""
        if self.top:
            return self.top
        if self.country is None:
            return f"---{self.sector}" if self.sector else None
        return self.country + (self.sector or "")


def known_at(parse: Parse, first: int, last: int) -> Known | None:
    """What the tables have for the tokens ``[first, last)``, with or without a leading article."""
    surface = " ".join(token.text for token in parse.tokens[first:last])
    surface = surface.replace(" '", "'").replace(" ’", "'").replace(" - ", "-").replace("’", "'")
    return names().get(surface) or names().get(surface.removeprefix("The ").removeprefix("the "))


def title_in(words: Sequence[str]) -> tuple[int, int, Title] | None:
    """The longest title in ``words`` (any case), the last one of that length: first word, last + 1, entry."""
    lower = [word.lower().replace("’", "'").rstrip(".") for word in words]
    for length in range(min(_LONGEST_TITLE, len(lower)), 0, -1):
        for first in range(len(lower) - length, -1, -1):
            found = titles().get(" ".join(lower[first : first + length]).replace(" - ", "-").replace(" '", "'"))
            if found and (length > 1 or lower[first] not in _NOT_TITLES):
                return first, first + length, found
    return None


_NOT_TITLES = frozenset({"west", "state", "house", "force", "leading", "marine", "market", "message"})
_ABBREVIATED = {
    "sen": "senator", "sens": "senators", "rep": "representative", "reps": "representatives", "gov": "governor",
    "gen": "general", "col": "colonel", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "adm": "admiral",
    "maj": "major", "prof": "professor", "dr": "doctor", "rev": "reverend", "pres": "president", "cmdr": "commander",
    "brig": "brigadier", "cllr": "councillor", "amb": "ambassador", "sec": "secretary", "supt": "superintendent",
    "ag": "attorney general", "fm": "foreign minister", "pm": "prime minister", "mp": "mp", "det": "detective",
}  # fmt: skip


def role_of(parse: Parse, indices: Iterable[int]) -> Role:
    """The role told by the tokens ``indices`` (a title before a name, an apposition, a nominal)."""
    inside = sorted(indices)
    words = [parse.tokens[i].text for i in inside]
    expanded = [_ABBREVIATED.get(word.lower().rstrip("."), word) for word in words]
    country, body = _belonging(parse, inside)
    found = title_in(expanded)
    if found is None:
        return _body_role(country, body, None)
    first, last, title = found
    is_former = any(word.lower() in _FORMER for word in words[:first]) or words[first].lower().startswith("ex-")
    sector = "ELI" if is_former and title.kind == "person" and title.sector in _OFFICES else title.sector
    printed = " ".join(word for word in words[first:last])
    role = Role(printed, sector, title.kind, country, _how(country))
    if sector == "=" and body is None and (other := title_in([*expanded[:first], *expanded[last:]])):
        # "An army spokesman", "head of the fire department": the sector of what is named beside the title.
        return msgspec.structs.replace(role, sector=None if other[2].sector in {"=", "-"} else other[2].sector)
    if sector in {"=", "-"}:
        return _body_role(country, body, role)
    if body and country is None:
        return _within_body(role, body)
    return role


_OFFICES = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY", "="})


def _how(country: str | None) -> str:
    return "title+nationality" if country else "title"


def _within_body(role: Role, body: Known) -> Role:
    """An official of a known body: its country, and its own sector where the title only says "official"."""
    if body.code[:3] in TOP_LEVEL and len(body.code) == 3:
        return msgspec.structs.replace(role, top=body.code, rule="title+body")
    return msgspec.structs.replace(
        role, country=None if body.code.startswith("---") else body.code[:3], rule="title+body"
    )


def _body_role(country: str | None, body: Known | None, role: Role | None) -> Role:
    """A spokesman, member or head: the sector is that of the body or the nation named with it."""
    base = role or Role()
    if base.sector == "-":
        return msgspec.structs.replace(base, sector=None, country=country, rule=_how(country))
    if body is None:
        sector = None if base.sector == "=" else base.sector
        return msgspec.structs.replace(base, sector=sector, country=country, rule=_how(country))
    if body.code in TOP_LEVEL:
        return msgspec.structs.replace(base, sector=None, top=body.code, rule="title+body")
    code_country = country or (None if body.code.startswith("---") else body.code[:3])
    return msgspec.structs.replace(base, sector=body.code[3:] or None, country=code_country, rule="title+body")


def _belonging(parse: Parse, inside: list[int]) -> tuple[str | None, Known | None]:
    """The country that the words name by nationality, possessor or "of", and the body they name."""
    country: str | None = None
    body: Known | None = None
    at = 0
    while at < len(inside):
        country = country or _based(parse, inside[at])
        known, length = _known_from(parse, inside, at)
        if known is not None:
            if known.use in {"body", "metonym"}:
                body = body or known
            elif known.use == "capital":
                country = country or known.code[:3]
            elif not _is_topic(parse, inside, at, known):
                country = country or known.code
        at += length
    return country, body


def _based(parse: Parse, index: int) -> str | None:
    """The country of "Texas-based": of the region or country before the hyphen."""
    words = [token.text for token in parse.tokens[index : index + 3]]
    if len(words) < 3 or words[1] != "-" or words[2] not in ("based", "born"):
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
    if not parse.tokens[inside[at]].text[:1].isupper():
        return None, 1
    run = 1
    for one, other in pairwise(inside[at : at + 6]):
        if other != one + 1:
            break
        run += 1
    for length in range(run, 0, -1):
        known = known_at(parse, inside[at], inside[at] + length)
        if known is not None:
            return known, length
    return None, 1
