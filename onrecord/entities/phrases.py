"""One phrase that names an actor, coded by itself, without a parse: "four Saudi men", "Northern Fleet"."""

import re

import msgspec

from onrecord.entities.lexicon import Known, Tenure, fold, names, officeholders, regions
from onrecord.entities.merging import sector_of
from onrecord.entities.roles import Role, known_at, role_of, title_in
from onrecord.model.record import Actor
from onrecord.model.span import Span
from onrecord.model.token import Parse, Token
from onrecord.resources.gazetteer import cities

_WORD = re.compile(r"(?:[A-Z]\.)+|['’]s\b|[\w-]+(?:['’](?!s\b)\w+)*|[^\w\s]")
_KINDS = {
    "country": "country",
    "nation": "group",
    "capital": "government",
    "body": "organization",
    "metonym": "government",
}


def code_phrase(text: str, date: str | None = None) -> Actor:
    """The actor that ``text`` names, as of ``date`` (ISO); country and code null where neither text nor tables say."""
    parse = _tokens(text)
    whole = Span(0, len(text))
    if not parse.tokens:
        return Actor(id="a1", name=text, kind="group", rule="unknown", mentions=(whole,))
    known = known_at(parse, 0, len(parse.tokens))
    role = _of_known(known) if known is not None else role_of(parse, range(len(parse.tokens)))
    if known is None and role.country is None and not role.top and role.sector:
        role = _placed(parse, role)
    wikidata = None
    kind = _KINDS[known.use] if known is not None else role.kind
    person = _person(parse) if known is None else ""
    if person:
        kind = "person"
        role, wikidata = _in_office(person, role, (date or "")[:10])
    return Actor(
        id="a1", name=person or (known.name if known else text), kind=kind,  # type: ignore[arg-type]
        title=role.title, country=role.country, sectors=(role.sector,) if role.sector else (), code=role.code,
        wikidata=wikidata, rule=role.rule, mentions=(whole,),
    )  # fmt: skip


def _placed(parse: Parse, role: Role) -> Role:
    """The country of a region or larger city named with a role: "Shanghai police"."""
    for token in parse.tokens:
        if token.text[:1].isupper() and title_in([token.text]) is None:
            region = regions().get(fold(token.text))
            city = next(cities(fold(token.text)), None)
            code = region.country if region else city.country if city and city.population >= _LARGE else None
            if code:
                return msgspec.structs.replace(role, country=code, rule="title+place")
    return role


_LARGE = 250_000  # inhabitants


def _tokens(text: str) -> Parse:
    found = list(_WORD.finditer(text))
    last = max(0, len(found) - 1)
    tokens = [
        Token(m.start(), m.end(), m[0], m[0].lower(), "PROPN" if m[0][:1].isupper() else "NOUN", "NN", "nmod", last)
        for m in found
    ]
    return Parse(tokens, [(0, len(tokens))] if tokens else [])


def _of_known(known: Known) -> Role:
    top = known.code if known.use in ("body", "metonym") and len(known.code) == 3 else None
    country = None if top or known.code.startswith("---") else known.code[:3]
    rule = {"country": "country-name", "nation": "nationality", "capital": "capital"}.get(known.use, "body")
    sector = None if top or known.use in ("country", "nation") else known.code[3:] or None
    return Role(None, sector, "organization", country, rule, top)


def _person(parse: Parse) -> str:
    """The capitalised words at the end that are neither a title nor known otherwise: a person's name."""
    words = [token.text for token in parse.tokens]
    start = len(words)
    while start and (words[start - 1][:1].isupper() or (words[start - 1].lower() in _PARTICLES and start < len(words))):
        start -= 1
    title = title_in(words[start:])
    start += title[1] if title else 0
    while start < len(words) and (
        words[start] in names() or words[start].rstrip(".").lower() in _SHORT or words[start] == "."
    ):
        start += 1
    return " ".join(words[start:])


_PARTICLES = frozenset({"de", "da", "van", "von", "bin", "al", "el", "ben", "der", "la"})
_SHORT = frozenset(
    {"gen", "lt", "col", "maj", "sen", "rep", "gov", "dr", "mr", "mrs", "ms", "sgt", "capt", "adm", "prof"}
)


def _in_office(person: str, role: Role, day: str) -> tuple[Role, str | None]:
    held = [t for t in officeholders().get(fold(person), ()) if role.country in (None, t.country[:3])]
    if not held or len({tenure.wikidata for tenure in held}) > 1:
        return role, None
    if role.country and role.sector:
        return role, held[0].wikidata
    chosen = [t for t in held if not day or t.covers(day)] if day else [t for t in held if not t.end]
    if not chosen:
        other = role.sector or _after(held, day)
        return msgspec.structs.replace(
            role, country=held[0].country[:3], sector=other, rule="office-holder, other time"
        ), held[0].wikidata
    last = chosen[-1]
    rule = "office-holder" if day and day <= last.asof else "office-holder, unverified after"
    sector = role.sector or sector_of(last)
    return msgspec.structs.replace(role, country=last.country[:3], sector=sector, rule=rule), last.wikidata


def _after(held: list[Tenure], day: str) -> str | None:
    """ELI for somebody whose offices all ended before ``day``."""
    return "ELI" if day and all(t.end and t.end < day[: len(t.end)] for t in held) else None
