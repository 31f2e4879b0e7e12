"""Every question answered as by hand: what the store gives is what a walk over the records gives."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from onrecord.model.page import CleanPage
from onrecord.model.record import Actor, Event, Participant, Record, Statement
from onrecord.query import KINDS, LESS_EXACT, Asking
from onrecord.query.counting import Level, Unit
from onrecord.store import Input, Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.days import days
from onrecord.store.readings import Reading, put_reading
from tests.strategies import articles, records

FIRST, LATER = "2024-05-05T00:00:00+00:00", "2024-06-01T00:00:00+00:00"
ANY = st.sampled_from

# Kind → what may be asked of it; each with the values that may be told.
FIELDS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "events": {
        "actor": ANY(["RUS*", "USAMIL", "US*", "a", "É"]), "source": ANY(["RUS*", "UNO", "CHN", "é"]),
        "target": ANY(["CHN*", "---*"]), "country": ANY(["RUS", "fra", "---", "CHN"]),
        "dyad": ANY(["RUS*>CHN*", "RUSGOV>*", "*>USAMIL", "CHN*>CHN", "UNO>a", "RUSGOV>CHN*"]),
        "type": ANY(["ASSAULT", "request"]), "status": ANY(["actual", "planned"]), "quad": ANY(["1", "3"]),
        "terms": ANY(["named", "anonymous"]), "certainty": ANY(["certain", "possible"]), "mode": ANY(["a", "b"]),
        "context": ANY(["a", "b c"]), "place": ANY(["a", "É"]),
    },
    "statements": {
        "actor": ANY(["RUS*", "CHN", "a"]), "country": ANY(["RUS", "usa"]), "terms": ANY(["named", "none"]),
        "kind": ANY(["direct", "declined"]), "certainty": ANY(["certain", "possible"]), "act": ANY(["thought"]),
    },
    "actors": {"name": ANY(["RUS*", "USAMIL", "a"]), "country": ANY(["rus"]), "kind": ANY(["person", "group"])},
    "places": {"name": ANY(["a", "É"]), "country": ANY(["fra"]), "use": ANY(["location"])},
    "times": {"type": ANY(["DATE"]), "value": ANY(["2024-05", "2023"])},
    "articles": {"language": ANY(["en"]), "title": ANY(["a", "%", "“"])},
}  # fmt: skip
COMMON = {
    "since": ANY(["2023-06", "2024-05-01", "2024", "2024-05-02"]), "until": ANY(["2023", "2024-05", "2024-04-30"]),
    "outlet": ANY(["a", "É"]), "min_confidence": ANY([0.5]), "as_of": ANY(["2024-05-10", "2030"]),
    "article": ANY(["a1"]),
}  # fmt: skip
PUBLISHED = ("2024-05-01", "2024-05", "2023", "2024-05-01T10:00")
UNITS: tuple[Unit, ...] = ("day", "week", "month", "quarter", "year")
Found = tuple[CleanPage, Record, Any, int]  # page, record, value, its place in its layer


@st.composite
def stores(draw: st.DrawFn) -> list[tuple[CleanPage, Record, Record | None]]:
    """Articles, some of them read again later."""
    made = []
    for number in range(draw(st.integers(1, 3))):
        page, record = draw(articles(f"a{number}"))
        made.append((page, record, draw(st.none() | records(page.text, f"a{number}"))))
    return made


def fill(store: Store, made: list[tuple[CleanPage, Record, Record | None]]) -> None:
    run = store.begin("test", "{}", (), FIRST)
    for position, (page, record, again) in enumerate(made):
        run.add(Input(position=position, location="x", digest=str(position)), page, record)
        if again is not None:
            with transaction(store.engine, write=True) as connection:
                put_reading(connection, page.text, again, Reading("reread", "test", "{}", LATER))


def held(made: list[tuple[CleanPage, Record, Record | None]], as_of: str | None) -> list[tuple[CleanPage, Record]]:
    """Pages with what was the record at the end of a day; where an article was published never changes."""
    return [(page, again if again is not None and as_of != "2024-05-10" else record) for page, record, again in made]


def walked(made: list[tuple[CleanPage, Record, Record | None]], kind: str, asked: dict[str, Any]) -> list[Found]:
    """The values that fit, in the order of articles."""
    found: list[Found] = []
    for page, record in held(made, asked.get("as_of")):
        values = [record] if kind == "articles" else getattr(record, kind)
        found += [(page, record, value, at) for at, value in enumerate(values)]
    return [one for one in found if all(fits(kind, one, field, value) for field, value in asked.items())]


def fits(kind: str, one: Found, field: str, told: Any) -> bool:
    page, record, value, _ = one
    if field == "as_of":
        return True
    if field == "article":
        return bool(record.id == told)
    if field == "outlet":
        return str(told).lower() in (page.outlet or "").lower()
    if field == "min_confidence":
        return kind == "articles" or value.confidence >= told
    if field in ("since", "until"):
        span, asked = lasted(kind, one), days(told)
        assert asked is not None
        return span is not None and (span[1] >= asked[0] if field == "since" else span[0] <= asked[1])
    return of_kind(kind, one, field, told)


def of_kind(kind: str, one: Found, field: str, told: Any) -> bool:
    page, record, value, _ = one
    if isinstance(value, Event):
        return of_event(value, record, page.text, field, told)
    if field == "country" and isinstance(value, Statement):
        return (value.code or "").startswith(told.upper())
    if field == "country":
        return bool(value.country == told.upper())
    if field == "actor":
        said = " … ".join(span.of(page.text) for span in value.source)
        return is_named(told, value.code, name_of(record, value.actor), said)
    if field == "name" and isinstance(value, Actor):
        return is_named(told, value.code, value.name)
    if field in ("name", "title"):
        return told.lower() in (getattr(value, field) or "").lower()
    if field == "value":
        return bool(value.value.startswith(told))
    return bool(getattr(value, field) == told)


def of_event(event: Event, record: Record, text: str, field: str, told: str) -> bool:
    sides = {"source": event.source, "target": event.target, "actor": (*event.source, *event.target)}
    if field in sides:
        return any(is_side(each, told, record, text) for each in sides[field])
    if field == "dyad":
        return all(
            who in ("", "*") or any(is_side(each, who, record, text) for each in sides[side])
            for side, who in zip(("source", "target"), told.split(">"), strict=True)
        )
    if field == "country":
        codes = [each.code[:3] for each in sides["actor"] if each.code]
        return told.upper() in (*codes, event.where.country if event.where else None)
    if field in ("terms", "certainty"):
        by = statement_of(event, record)
        return by is not None and getattr(by, field) == told
    if field == "context":
        return told in event.contexts
    if field == "place":
        return told.lower() in (place_of(event, record) or "").lower()
    return bool(str(getattr(event, field)) == (told.upper() if field == "type" else told))


def is_side(side: Participant, told: str, record: Record, text: str) -> bool:
    return is_named(told, side.code, name_of(record, side.actor), side.span.of(text))


def is_named(told: str, code: str | None, *names: str | None) -> bool:
    if told.endswith("*"):
        return (code or "").startswith(told[:-1])
    if told.isupper() and told.isascii():
        return told in (code, *names)
    return any(told.lower() in (name or "").lower() for name in names)


def name_of(record: Record, actor: str | None) -> str | None:
    return next((each.name for each in record.actors if each.id == actor), None)


def statement_of(event: Event, record: Record) -> Statement | None:
    return next((each for each in record.statements if each.id == event.statement), None)


def place_of(event: Event, record: Record) -> str | None:
    return next((each.name for each in record.places if event.where and each.id == event.where.place), None)


def lasted(kind: str, one: Found) -> tuple[str, str] | None:
    page, record, value, _ = one
    told = None
    if isinstance(value, Event):
        told = value.when.value if value.when else None
    if isinstance(value, Statement):
        told = value.when
    # A table of values has the days of its own reading's publication; the others have the article's.
    published = record.published if kind in ("events", "statements") else page.published
    return days(told) or days(published)


def ordered(kind: str, found: list[Found], order: str, is_down: bool) -> list[tuple[str, str]]:
    def key(one: Found) -> tuple[Any, ...]:
        page, record, value, at = one
        if order == "day":
            span = lasted(kind, one)
            by: Any = span and span[0]
        else:
            by = page.published if order == "published" else getattr(value, order)
        return (by is not None, by or 0, record.id, at) if by is not None else (False, 0, record.id, at)

    return [(one[1].id, one[2].id) for one in sorted(found, key=key, reverse=is_down)]


def grouped(kind: str, found: list[Found], group: str) -> Counter[str | None]:
    counts: Counter[str | None] = Counter()
    for page, record, value, _ in found:
        shown: tuple[Any, ...]
        if group in ("outlet", "original_outlet", "published_from"):
            shown = (getattr(page, group),)
        elif group == "context":
            shown = tuple(dict.fromkeys(value.contexts)) or (None,)
        elif group == "actor_name":
            shown = (name_of(record, value.actor),)
        elif group in ("terms", "certainty") and isinstance(value, Event):
            by = statement_of(value, record)
            shown = (by and getattr(by, group),)
        elif group == "place":
            shown = (place_of(value, record),)
        elif group == "country" and isinstance(value, Event):
            shown = (value.where and value.where.country,)
        else:
            shown = (getattr(value, group),)
        counts.update(None if each is None else str(each) for each in shown)
    return counts


def timed(kind: str, found: list[Found], unit: str) -> Counter[str | None]:
    counts: Counter[str | None] = Counter()
    for one in found:
        span = lasted(kind, one)
        bins = {within(day, unit) for day in span} if span else {None}
        counts[bins.pop() if len(bins) == 1 else LESS_EXACT] += 1
    return counts


def within(day: str, unit: str) -> str:
    found = date.fromisoformat(day)
    year, week, _ = found.isocalendar()
    quarter = (found.month + 2) // 3
    return {"day": day, "week": f"{year}-W{week:02}", "month": day[:7], "quarter": f"{day[:4]}-Q{quarter}"}.get(
        unit, day[:4]
    )


def pairs(found: list[Found], length: int) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for _, _, event, _ in found:
        codes = ({each.code[:length] for each in side if each.code} for side in (event.source, event.target))
        counts.update(set(product(*codes)))
    return counts


def pages(answers: Any, size: int) -> Iterator[Any]:
    cursor = None
    while True:
        page = answers.page(cursor, size)
        yield from page.rows
        if (cursor := page.next) is None:
            return


def agree(store: Store, made: Any, kind: str, asked: dict[str, Any], data: st.DataObject) -> None:
    order, is_down = data.draw(st.sampled_from(list(KINDS[kind].orders))), data.draw(st.booleans())
    answers = Asking(store).ask(kind, {**asked, "sort": f"{'-' * is_down}{order}"})
    found = walked(made, kind, asked)
    rows = list(answers)
    names = [(row.article, row.article if kind == "articles" else row.id) for row in rows]
    assert names == ordered(kind, found, order, is_down)
    assert list(pages(answers, data.draw(st.integers(1, 4)))) == rows
    assert answers.count() == len(found)
    for group in KINDS[kind].groups:
        assert {each.value: each.count for each in answers.by(group)} == grouped(kind, found, group), group
    for unit in UNITS:
        assert {each.value: each.count for each in answers.over_time(unit)} == timed(kind, found, unit), unit
    if kind == "events":
        levels: tuple[tuple[Level, int], ...] = (("country", 3), ("code", 99))
        for level, length in levels:
            between = {(each.source, each.target): each.count for each in answers.between(level)}
            assert between == pairs(found, length), level


@st.composite
def questions(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    kind = draw(st.sampled_from(list(KINDS)))
    fields = FIELDS[kind] | COMMON
    chosen = draw(st.lists(st.sampled_from(list(fields)), max_size=3, unique=True))
    return kind, {field: draw(fields[field]) for field in chosen}


@pytest.mark.parametrize("where", ["sqlite", pytest.param("postgresql", marks=pytest.mark.services)])
def test_what_the_store_answers_is_what_the_records_say(where: str, new_place: Callable[[str], str]) -> None:
    @given(stores(), st.data())
    @settings(
        max_examples=20 if where == "sqlite" else 8, deadline=None, suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a case takes minutes
    )  # fmt: skip
    def same(made: list[tuple[CleanPage, Record, Record | None]], data: st.DataObject) -> None:
        made = distinct(made)
        with open_store(new_place(where), create=True) as store:
            fill(store, made)
            for _ in range(3):
                agree(store, made, *data.draw(questions()), data)

    same()


def distinct(made: list[tuple[CleanPage, Record, Record | None]]) -> list[tuple[CleanPage, Record, Record | None]]:
    """With what a record has from its page, as reading leaves it: published on a date, in a month or in a year."""
    found = []
    for page, record, again in made:
        kept = msgspec.structs.replace(page, published=page.published if page.published in PUBLISHED else None)
        of_page = {"published": kept.published, "title": page.title, "language": page.language}
        both = [each and msgspec.structs.replace(each, **of_page) for each in (record, again)]
        found.append((kept, both[0] or record, both[1]))
    return found
