"""What the pages of one actor and of a pair of actors show."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec

from onrecord.query import (
    ActorRow,
    Answers,
    Count,
    EntityQuestion,
    EntityRow,
    EventRow,
    StatementRow,
    ask_entities,
)
from onrecord.web.site import Site

_ROWS = 30  # of each part of a page
_NAMED = 500  # articles that an actor's roles are taken from
_EVIDENCE = 5  # articles that show one role
_WITH = 25
_MONTHS = 36  # more than these are told by years


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Where an actor is called something: the article and the actor's id in it."""

    article: str
    actor: str
    title: str | None
    outlet: str | None
    published: str | None


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A title or role as printed, with the code it gave, from when to when it was printed, and by whom."""

    role: str | None
    code: str | None
    first: str | None
    last: str | None
    articles: int
    evidence: tuple[Evidence, ...]


class Other(msgspec.Struct, frozen=True):
    """Somebody, by code, that an actor did things to (``to``), or who did things to it (``by``): events."""

    code: str
    to: int
    by: int


class Statements(msgspec.Struct, frozen=True, kw_only=True):
    """How many statements there are, and the last of them."""

    count: int
    rows: tuple[StatementRow, ...]


class Events(msgspec.Struct, frozen=True, kw_only=True):
    """How many events there are, and the last of them."""

    count: int
    rows: tuple[EventRow, ...]


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """One actor. ``unit`` is that of ``over_time``: its statements, deeds and what was done to it, together."""

    name: str
    entity: EntityRow | None
    roles: tuple[Role, ...]
    terms: tuple[Count, ...]
    said: Statements
    did: Events
    suffered: Events
    others: tuple[Other, ...]
    unit: str
    over_time: tuple[Count, ...]


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """What one did to the other: by type, by status, in each year by PLOVER's class, and the last events."""

    source: str
    target: str
    count: int
    types: tuple[Count, ...]
    statuses: tuple[Count, ...]
    years: tuple["Year", ...]
    rows: tuple[EventRow, ...]


class Year(msgspec.Struct, frozen=True):
    """The events of a year (null: undated): cooperation in words and in deeds, conflict in words and in deeds."""

    value: str | None
    quads: tuple[int, int, int, int]


class DyadPage(msgspec.Struct, frozen=True, kw_only=True):
    """A pair of actors, both ways."""

    source: str
    target: str
    ways: tuple[Way, ...]


def actor_page(here: Site, who: str) -> ActorPage:
    """One actor, by the id of an entity, or else by part of a name, a code or the start of one."""
    entity = next(iter(ask_entities(here.store, EntityQuestion(id=who))), None)
    name = entity.name if entity and entity.name else who
    said: Answers[StatementRow] = here.ask.statements(actor=name, sort="-day")
    did, suffered = here.ask.events(source=name, sort="-day"), here.ask.events(target=name, sort="-day")
    unit, counts = _over_time((said, did, suffered))
    return ActorPage(
        name=name, entity=entity, roles=_roles(here, name, entity), terms=tuple(said.by("terms")),
        said=Statements(count=said.count(), rows=said.page(size=_ROWS).rows), did=_events(did),
        suffered=_events(suffered), others=_others(did, suffered), unit=unit, over_time=counts,
    )  # fmt: skip


def _events(answers: Answers[EventRow]) -> Events:
    return Events(count=answers.count(), rows=answers.page(size=_ROWS).rows)


def _over_time(of: Sequence[Answers[Any]]) -> tuple[str, tuple[Count, ...]]:
    """By month or, of a longer time, by year; undated ones last."""
    for unit in ("month", "year"):
        counts: Counter[str | None] = Counter()
        for answers in of:
            for each in answers.over_time(unit):
                counts[each.value] += each.count
        known = sorted(value for value in counts if value is not None)
        if len(known) <= _MONTHS:
            break
    undated = (Count(None, counts[None]),) if counts[None] else ()
    return unit, (*(Count(value, counts[value]) for value in known), *undated)


def _roles(here: Site, name: str, entity: EntityRow | None) -> tuple[Role, ...]:
    """What it is called, the last first."""
    mine = {(each.article, each.actor) for each in entity.mentions} if entity else None
    found: dict[tuple[str | None, str | None], list[ActorRow]] = {}
    for row in here.ask.actors(name=name, limit=_NAMED):
        if (mine is None or (row.article, row.id) in mine) and (row.role or row.code):
            found.setdefault((row.role, row.code), []).append(row)
    roles = [_role(role, code, rows) for (role, code), rows in found.items()]
    return tuple(sorted(roles, key=lambda each: (each.last or "", each.articles, each.role or ""), reverse=True))


def _role(role: str | None, code: str | None, rows: list[ActorRow]) -> Role:
    days = sorted(row.published for row in rows if row.published)
    shown = sorted(rows, key=lambda row: (row.published or "", row.article), reverse=True)[:_EVIDENCE]
    evidence = tuple(
        Evidence(article=row.article, actor=row.id, title=row.title, outlet=row.outlet, published=row.published)
        for row in shown
    )
    return Role(
        role=role, code=code, first=days[0] if days else None, last=days[-1] if days else None,
        articles=len({row.article for row in rows}), evidence=evidence,
    )  # fmt: skip


def _others(did: Answers[EventRow], suffered: Answers[EventRow]) -> tuple[Other, ...]:
    """With whom, those with most events first."""
    to, by = Counter[str](), Counter[str]()
    for pair in did.between("code", 200):
        to[pair.target] += pair.count
    for pair in suffered.between("code", 200):
        by[pair.source] += pair.count
    found = [Other(code, to[code], by[code]) for code in {*to, *by}]
    return tuple(sorted(found, key=lambda each: (-each.to - each.by, each.code))[:_WITH])


def dyad_page(here: Site, source: str, target: str) -> DyadPage:
    """What one did to another, and back.

    Raises:
        InputError: these are no two actors.
    """
    pairs = dict.fromkeys(((source, target), (target, source)))  # of one with itself there is one way
    return DyadPage(source=source, target=target, ways=tuple(_way(here, *pair) for pair in pairs))


def _way(here: Site, source: str, target: str) -> Way:
    dyad = f"{source}>{target}"
    answers = here.ask.events(dyad=dyad, sort="-day")
    return Way(
        source=source, target=target, count=answers.count(), types=tuple(answers.by("type", 12)),
        statuses=tuple(answers.by("status")), years=_years(here, dyad), rows=answers.page(size=_ROWS).rows,
    )  # fmt: skip


def _years(here: Site, dyad: str) -> tuple[Year, ...]:
    found: dict[str | None, list[int]] = {}
    for at in range(4):
        for each in here.ask.events(dyad=dyad, quad=str(at + 1)).over_time("year"):
            found.setdefault(each.value, [0, 0, 0, 0])[at] += each.count
    known = sorted(found, key=lambda year: (year is None, year or ""))
    return tuple(Year(year, (found[year][0], found[year][1], found[year][2], found[year][3])) for year in known)
