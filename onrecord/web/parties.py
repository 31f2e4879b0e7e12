"""What the pages of one actor and of a pair of actors show."""

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
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
from onrecord.query.counting import LESS_EXACT, Classes, Unit
from onrecord.web.site import Site

_ROWS = 30  # of each part of a page
_NAMED = 500  # articles that an actor's roles are taken from
_EVIDENCE = 5  # articles that show one role
_WITH = 25
_TYPES = 12
_COUNTED = 10_000  # answers to a name that no index counts; of more the page tells no numbers
_YEARS = 3  # fewer than these are told by months


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
    """How many statements there are (null: too many to be counted while one waits), and the last of them."""

    count: int | None
    rows: tuple[StatementRow, ...]


class Events(msgspec.Struct, frozen=True, kw_only=True):
    """How many events there are (null: as of statements), and the last of them."""

    count: int | None
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
    years: tuple[Classes, ...]
    rows: tuple[EventRow, ...]


class DyadPage(msgspec.Struct, frozen=True, kw_only=True):
    """A pair of actors, both ways."""

    source: str
    target: str
    ways: tuple[Way, ...]


def name_of(here: Site, who: str) -> str:
    """What an actor is called, by the id of an entity; else what it is asked by."""
    entity = next(iter(ask_entities(here.store, EntityQuestion(id=who), most=0)), None)
    return entity.name if entity and entity.name else who


def actor_page(here: Site, who: str) -> ActorPage:
    """One actor, by the id of an entity, or else by part of a name, a code or the start of one."""
    entity = next(iter(ask_entities(here.store, EntityQuestion(id=who), most=_NAMED)), None)
    name = entity.name if entity and entity.name else who
    said: Answers[StatementRow] = here.ask.statements(actor=name, sort="-day")
    did, suffered = here.ask.events(source=name, sort="-day"), here.ask.events(target=name, sort="-day")
    spoken, done, borne = _at_once([(said, "terms"), (did, "targets"), (suffered, "sources")])
    unit, counts = _over_time((*(spoken or ()), *(done or ()), *(borne or ())))
    return ActorPage(
        name=name, entity=entity, roles=_roles(here, name, entity), terms=_most_first(_summed(spoken)),
        said=Statements(count=_count(spoken), rows=said.page(size=_ROWS).rows),
        did=Events(count=_count(done), rows=did.page(size=_ROWS).rows),
        suffered=Events(count=_count(borne), rows=suffered.page(size=_ROWS).rows),
        others=_others(_summed(done), _summed(borne)), unit=unit, over_time=counts,
    )  # fmt: skip


_Tally = tuple[str | None, str, int]  # month, value, how many


def _at_once(asked: Sequence[tuple[Answers[Any], str]]) -> list[list[_Tally] | None]:
    """How many in each month of each value of a column, one look each, next to one another; null if too many."""

    def tallied(of: tuple[Answers[Any], str]) -> list[Any] | None:
        answers, column = of
        is_countable = answers.is_indexed or answers.count_to(_COUNTED)[1]
        return answers.across([column], "month") if is_countable else None

    with ThreadPoolExecutor(len(asked)) as threads:
        return list(threads.map(tallied, asked))


def _count(tallied: Iterable[_Tally] | None) -> int | None:
    return None if tallied is None else sum(count for _, _, count in tallied)


def _summed(tallied: Iterable[_Tally] | None) -> Counter[str]:
    counts = Counter[str]()
    for _, value, count in tallied or ():
        counts[value] += count
    return counts


def _most_first(counts: Counter[str]) -> tuple[Count, ...]:
    return tuple(Count(value, count) for value, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _over_time(tallied: Iterable[_Tally]) -> tuple[Unit, tuple[Count, ...]]:
    """By year or, of a short time, by month; those less exact than that, and undated ones, last."""
    months, years = Counter[str | None](), Counter[str | None]()
    for unit_of_it, _, count in tallied:
        is_year = unit_of_it is not None and len(unit_of_it) == len("2024")
        months[LESS_EXACT if is_year else unit_of_it] += count
        years[unit_of_it if unit_of_it in (None, LESS_EXACT) else unit_of_it[:4]] += count
    unit, counts = ("year", years) if len(years) > _YEARS else ("month", months)
    known = sorted(counts, key=_in_order)
    return unit, tuple(Count(value, counts[value]) for value in known)  # type: ignore[return-value]


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


def _others(done: Counter[str], borne: Counter[str]) -> tuple[Other, ...]:
    """With whom, those with most events first; of each event the codes of the other side, as they are kept with it."""
    to, by = Counter[str](), Counter[str]()
    for counts, listed in ((to, done), (by, borne)):
        for codes, count in listed.items():
            counts.update(dict.fromkeys(filter(None, codes.split("|")), count))
    found = [Other(code, to[code], by[code]) for code in {*to, *by}]
    return tuple(sorted(found, key=lambda each: (-each.to - each.by, each.code))[:_WITH])


def dyad_page(here: Site, source: str, target: str) -> DyadPage:
    """What one did to another, and back.

    Raises:
        InputError: these are no two actors.
    """
    pairs = dict.fromkeys(((source, target), (target, source)))  # of one with itself there is one way
    with ThreadPoolExecutor(2) as threads:
        return DyadPage(source=source, target=target, ways=tuple(threads.map(lambda pair: _way(here, *pair), pairs)))


def _way(here: Site, source: str, target: str) -> Way:
    answers = here.ask.events(dyad=f"{source}>{target}", sort="-day")
    types, statuses, count = Counter[str](), Counter[str](), 0
    years: dict[str | None, list[int]] = {}
    for year, type_, status, quad, some in answers.across(["type", "status", "quad"], "year"):
        types[type_] += some
        statuses[status] += some
        years.setdefault(year, [0, 0, 0, 0])[quad - 1] += some
        count += some
    return Way(
        source=source, target=target, count=count, types=_most_first(types)[:_TYPES], statuses=_most_first(statuses),
        years=tuple(_classes(year, years[year]) for year in sorted(years, key=_in_order)),
        rows=answers.page(size=_ROWS).rows,
    )  # fmt: skip


def _in_order(value: str | None) -> tuple[bool, bool, str]:
    return value is None, value == LESS_EXACT, value or ""


def _classes(value: str | None, counts: list[int]) -> Classes:
    return Classes(value, (counts[0], counts[1], counts[2], counts[3]))
