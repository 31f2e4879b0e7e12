"""One phrase that names an actor, coded by itself, without a parse: "four Saudi men", "Northern Fleet"."""

import re

import msgspec

from onrecord.entities.lexicon import Known, actor_names, fold, regions, ships, titles
from onrecord.entities.name_forms import PARTICLES
from onrecord.entities.offices import begins_given, is_listed, same_office, standing, tenures
from onrecord.entities.roles import TOP_LEVEL, Role, actor_at, role_of, role_of_known, title_in
from onrecord.entities.roster import Roster
from onrecord.model.record import Actor
from onrecord.model.span import Span
from onrecord.model.token import Parse, Token
from onrecord.resources.gazetteer import cities

# "Chile-based" falls apart, "Jean-Yves" does not.
_WORD = re.compile(
    r"(?:[A-Z]\.)+|['’]s\b|\w+(?:-(?!(?:based|born|led|backed|allied|aligned|controlled|funded|linked)\b)\w+)*"
    r"(?:['’](?!s\b)\w+)*|[^\w\s]"
)
_KINDS = {
    "country": "country",
    "nation": "group",
    "people": "group",
    "capital": "government",
    "body": "organization",
    "metonym": "government",
}
_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}  # fmt: skip


def code_phrase(text: str, date: str | None = None, roster: Roster | None = None) -> Actor:
    """The actor that ``text`` names, as of ``date`` (ISO, or "10 May 2015"); unknowns are null.

    What ``roster`` has for the whole phrase comes first.
    """
    parse, day = _tokens(re.sub(r"['’]s?\s*$", "", text)), _day(date or "")
    whole = Span(0, len(text))
    if roster and (entry := roster.at(text.strip(), day)):
        role = entry.role
        return Actor(
            id="a1", name=entry.name, kind=entry.kind, country=role.country,  # type: ignore[arg-type]
            sectors=role.sectors, code=role.code, wikidata=entry.wikidata, rule=role.rule, mentions=(whole,),
        )  # fmt: skip
    if not parse.tokens:
        return Actor(id="a1", name=text, kind="group", rule="unknown", mentions=(whole,))
    known = actor_at(parse, 0, len(parse.tokens))
    person, wikidata = "", None
    if known is not None:
        role = role_of_known(known, day)
        if role.usual and role.sector == "PTY":
            role = msgspec.structs.replace(role, country=role.usual)
    else:
        person = _person(parse) if not ships().keys() & {token.text for token in parse.tokens} else ""
        # "Bill Okello" is no bill, and "Annette King" no king.
        is_name = is_listed(person) or person.partition(" ")[0].lower() in titles()
        role = role_of(parse, range(len(parse.tokens) - is_name * len(person.split())), day)
        role = _placed(parse, role, person)
        if role.usual and role.also == "PTY":
            role = msgspec.structs.replace(role, country=role.country or role.usual)
    if person:
        role, wikidata = _in_office(person, role, day)
    if known is None and role.code is None:
        role = _of_place(text)
    kind = _KINDS[known.use] if known else "person" if person else role.kind
    return Actor(
        id="a1", name=person or (known.name if known else text), kind=kind,  # type: ignore[arg-type]
        title=role.title, country=role.country, sectors=role.sectors, code=role.code, wikidata=wikidata, rule=role.rule,
        mentions=(whole,),
    )  # fmt: skip


def _day(date: str) -> str:
    """ISO, as far as it is told; "" where it isn't."""
    if re.match(r"\d{4}\b", date):
        return date[:10]
    month = next((_MONTHS[word[:3]] for word in re.findall(r"[a-z]+", date.lower()) if word[:3] in _MONTHS), None)
    year = re.search(r"\b\d{4}\b", date)
    day = re.search(r"\b\d{1,2}\b", date)
    if year is None:
        return ""
    return "-".join([year[0], *([f"{month:02}"] if month else []), *([f"{int(day[0]):02}"] if month and day else [])])


def _placed(parse: Parse, role: Role, person: str) -> Role:
    """The country of a region or larger city named with a role: "Shanghai police"."""
    if role.country or role.top or not role.sector:
        return role
    words = [token.text for token in parse.tokens]
    own = len(person.split())
    if own and len(words) > own and words[-own - 1].lower() not in _WHERE:
        words = words[:-own]  # "President Ahmed Ben Bella" is in no town called Bella.
    for length in range(min(_LONGEST_PLACE, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            inside = words[first : first + length]
            if inside[0][:1].isupper() and inside[-1][:1].isupper() and title_in(inside) is None:
                country = _country_of(" ".join(inside), _TOWN if role.sector == "EDU" else _LARGE)
                if country:
                    return msgspec.structs.replace(role, country=country, rule="title+place")
    return role


_LONGEST_PLACE = 3  # words
_WHERE = frozenset({"in", "of", "from", "at", "near"})


_LARGE, _TOWN = 250_000, 15_000  # inhabitants


def _country_of(place: str, least: int) -> str | None:
    """The country of a region, or of the largest city of that name if it has ``least`` inhabitants."""
    region, city = regions().get(fold(place)), next(cities(fold(place)), None)
    if region is not None and region.country:
        return region.country
    return city.country if city and city.population >= least else None


def _of_place(text: str) -> Role:
    """A larger city or a region alone stands for the people there."""
    name = text.removeprefix("the ").removeprefix("The ")
    country = _country_of(name, _LARGE)
    return Role(None, "CVL", "group", country, "place") if country and name[:1].isupper() else Role()


def _tokens(text: str) -> Parse:
    found = list(_WORD.finditer(text))
    last = max(0, len(found) - 1)
    tokens = [
        Token(m.start(), m.end(), m[0], m[0].lower(), "PROPN" if m[0][:1].isupper() else "NOUN", "NN", "nmod", last)
        for m in found
    ]
    return Parse(tokens, [(0, len(tokens))] if tokens else [])


def _person(parse: Parse) -> str:
    """The capitalised words at the end that are neither a title nor known otherwise: a person's name."""
    words = [token.text for token in parse.tokens]
    start = len(words)
    while start and (_is_capital(words[start - 1]) or (words[start - 1].lower() in PARTICLES and start < len(words))):
        start -= 1
    if begins_given(" ".join(words[start:])):
        return " ".join(words[start:])
    title = title_in(words[start:])
    start += title[1] if title and title[2].kind != "document" else 0
    while start < len(words) and _is_no_name(words[start]):
        start += 1
    return " ".join(words[start:])


def _is_capital(word: str) -> bool:
    """Whether a word is written as a name, an Arabic article before it or not: "al-Assad"."""
    return bool(re.match(r"(?:[a-z]{2}-)?[^\W\d_a-z]", word))


def _is_no_name(word: str) -> bool:
    known: Known | None = actor_names().get(word)
    return known is not None or word.rstrip(".").lower() in _SHORT or word == "."


_SHORT = frozenset(
    {"gen", "lt", "col", "maj", "sen", "rep", "gov", "dr", "mr", "mrs", "ms", "sgt", "capt", "adm", "prof"}
)


def _in_office(person: str, role: Role, day: str) -> tuple[Role, str | None]:
    """What the words say, and for the rest the tables."""
    title = role.title if role.sector not in (None, "ELI") else None
    held = tenures(person, day, role.country, title) or tenures(person, day, role.country)
    if not held or (" " not in person and title and not any(t.is_head for t in held) and not day):
        return role, None
    told = standing(held, day, TOP_LEVEL)
    sector = same_office(held, role.title, day) or role.sector
    if role.country and sector:
        return msgspec.structs.replace(role, sector=sector), told.wikidata
    if told.top and (sector is None or role.top):
        return Role(role.title, None, "person", None, told.rule, told.top, role.also or told.also), told.wikidata
    country, sector = role.country or told.country, sector or told.sector
    return msgspec.structs.replace(role, country=country, sector=sector, rule=told.rule), told.wikidata
