"""Whatever a record holds, each format takes it, and its standard's own library reads as many things as there are."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.dataset
import pytest
import stix2
from geojson_pydantic import FeatureCollection
from hypothesis import HealthCheck, Phase, example, given, settings
from prov.model import ProvDocument, ProvEntity

from onrecord.errors import LineError
from onrecord.export import formats
from onrecord.export.chosen import Chosen
from onrecord.export.coded import GDELT_EVENTS, GDELT_MENTIONS, ICEWS, POLECAT
from onrecord.export.formats import FORMATS
from onrecord.export.html import article as page_of
from onrecord.export.profile import Profile
from onrecord.export.records import Kept, read_records
from onrecord.model.page import CleanPage
from onrecord.model.record import Actor, Event, EventTime, Participant, Place, Record, Statement
from onrecord.model.span import Span
from onrecord.query import ArticleQuestion, EventQuestion
from onrecord.store import Input, Store, open_store
from tests.strategies import articles

BAD = "=cmd|' /C calc'!A0\t\r\n\u2028\x00\ud800\u202eevil\u202c \x1b[31m\x85<script>\"',;"


def hostile() -> tuple[CleanPage, Record]:
    """Every field that may hold anything holds the worst; no title, no spans where none need be."""
    whole = Span(0, len(BAD))
    record = Record(
        id="a =1\t<é>/b", title=None, published="2024-05-01T10:00", language=None, url=f"javascript:{BAD}",
        actors=(
            Actor(id="a1", name=BAD, kind="person", title=BAD, wikidata=BAD, code="---CVL", rule=BAD, mentions=()),
            Actor(id="a2", name="", kind="document", country="XXX", code="X", rule="r", mentions=(whole,)),
        ),
        places=(Place(id="p1", span=whole, name=BAD, country="XXX", lat=-90.0, lon=None, use="location", rule=BAD),),
        statements=(
            Statement(id="s1", content=(), source=(), cue=(), kind="declined", terms="none", rule=BAD, when="P2D"),
            Statement(id=BAD, content=(whole,), source=(whole,), cue=(whole,), actor="a9", kind="direct", code=BAD,
                      terms="named", within="s7", rule="r", when="2024-13"),
        ),
        events=(
            Event(id="e1", type=BAD, mode=BAD, contexts=(BAD,), trigger=(), status="actual", evidence=Span(0, 0),
                  quad=1, rule=BAD, statement="s1"),
            Event(id="e 2", type="AID", trigger=(whole,), status="planned", evidence=whole, quad=4, rule="r",
                  source=(Participant(span=whole, code="X"),) * 2, target=(Participant(span=whole, actor="a9"),),
                  when=EventTime(value="2024-W18", span=whole), confidence=0.0),
        ),
    )  # fmt: skip
    page = CleanPage(
        text=BAD, published=record.published, outlet=BAD, original_outlet=BAD, authors=(BAD, ""), url=record.url
    )
    return page, record


def read_csv(path: Path) -> int:
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r")]
    return len(rows) - 1


def read_lines(path: Path) -> int:
    return len([json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]])


def read_parquet(path: Path) -> int:
    return int(pyarrow.dataset.dataset(path, partitioning="hive").to_table().num_rows)


def columns(names: tuple[str, ...], header: int) -> Callable[[Path], int]:
    def read(path: Path) -> int:
        lines = path.read_bytes().decode("utf-8").split("\n")[:-1]
        assert {line.count("\t") for line in lines} <= {len(names) - 1}
        return len(lines) - header

    return read


def read_records_back(path: Path) -> int:
    found = list(read_records(path.read_bytes().splitlines()))
    assert all(isinstance(each, Kept) for each in found)
    return len(found)


def read_geojson(path: Path) -> int:
    return len(FeatureCollection.model_validate_json(path.read_text()).features)


def read_stix(path: Path) -> int:
    objects = stix2.parse(path.read_text(), allow_custom=False)["objects"]
    ids = [each["id"] for each in objects]
    assert len(set(ids)) == len(ids)
    assert {ref for each in objects for ref in each.get("object_refs", ())} <= set(ids)
    return len(ids)


def read_prov(path: Path) -> int:
    document = ProvDocument.deserialize(path, format="json")
    return len([each for each in document.get_records(ProvEntity) if "value-" in str(each.identifier)])


def read_annotations(path: Path) -> int:
    found = [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]
    assert all(each["target"] for each in found)
    return len(found)


def read_graph(path: Path) -> int:
    return len(json.loads(path.read_text())["@graph"])


READERS: dict[str, Callable[[Path], int]] = {
    "csv": read_csv, "jsonl": read_lines, "parquet": read_parquet, "records": read_records_back,
    "gdelt-events": columns(GDELT_EVENTS, 0), "gdelt-mentions": columns(GDELT_MENTIONS, 0), "icews": columns(ICEWS, 1),
    "polecat": columns(POLECAT, 1), "plover": read_lines, "geojson": read_geojson, "followthemoney": read_lines,
    "stix": read_stix, "web-annotation": read_annotations, "prov": read_prov, "schema-org": read_graph,
}  # fmt: skip


def filled(place: str, *pairs: tuple[CleanPage, Record]) -> Store:
    store = open_store(place, create=True)
    run = store.begin("test", "{}", (), "2024-05-05T00:00:00+00:00")
    for position, pair in enumerate(pairs):
        run.add(Input(position=position, location=BAD, digest=str(position)), *pair)
    return store


def expected(name: str, record: Record, store: Store) -> int:
    values = len(record.statements) + len(record.events)
    if not FORMATS[name].of_articles:
        return len(record.events)
    if name in ("records", "schema-org"):
        return len(store)
    if name == "stix":  # the reader stands in where a report is of nothing
        return values + len(record.actors) + 1 + (values + len(record.actors) == 0)
    return values + (1 + len(record.actors)) * (name == "followthemoney")


@pytest.mark.parametrize("name", FORMATS)
def test_any_record_goes_into_every_format(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    @given(articles())
    @example(hostile())
    @example((CleanPage(text=""), Record(id="a")))
    @settings(
        max_examples=8, deadline=None, suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate),
    )  # fmt: skip
    def taken(pair: tuple[CleanPage, Record]) -> None:
        folder = tmp_path_factory.mktemp("out")
        question: Any = ArticleQuestion() if FORMATS[name].of_articles else EventQuestion()
        with filled(str(folder / "record.db"), pair) as store:
            for parts in (frozenset[str](), frozenset({"names"})):
                path = folder / f"out-{len(parts)}"
                formats.write(name, Chosen(store, question, Profile(parts)), path)  # type: ignore[arg-type]
                assert READERS[name](path) == expected(name, pair[1], store)

    taken()


@pytest.mark.services
@given(articles())
@example(hostile())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_followthemoney_takes_any_record(
    tmp_path_factory: pytest.TempPathFactory, pair: tuple[CleanPage, Record]
) -> None:
    from followthemoney import model

    folder = tmp_path_factory.mktemp("out")
    with filled(str(folder / "record.db"), pair) as store:
        formats.write("followthemoney", Chosen(store, ArticleQuestion()), folder / "out")
    for line in (folder / "out").read_bytes().splitlines():
        made = json.loads(line)
        proxy = model.get_proxy(made)
        proxy.schema.validate(made)
        assert set(made["properties"]) == set(proxy.properties)  # nothing was dropped as wrong


def test_what_comes_back_is_the_same_whatever_it_holds(tmp_path: Path) -> None:
    with filled(str(tmp_path / "record.db"), hostile()) as store:
        formats.write("records", Chosen(store, ArticleQuestion()), tmp_path / "out")
        (kept,) = read_records((tmp_path / "out").read_bytes().splitlines())
        assert isinstance(kept, Kept)
        assert (kept.page, kept.record, kept.location) == (*hostile(), BAD)


def test_a_page_of_a_hostile_article_is_escaped() -> None:
    page, record = hostile()
    made = page_of(page.text, msgspec.structs.replace(record, title=BAD), page.outlet)
    assert "<script>" not in made
    assert "javascript:" not in made


@pytest.mark.parametrize("url", ["http://[", "http://", "//x", "\ud800", "data:text/html,x"])
def test_an_address_that_is_none_does_no_harm(url: str, tmp_path: Path) -> None:
    page, record = hostile()
    record = msgspec.structs.replace(record, url=url)
    with filled(str(tmp_path / "record.db"), (msgspec.structs.replace(page, url=url), record)) as store:
        for name, form in FORMATS.items():
            question: Any = ArticleQuestion() if form.of_articles else EventQuestion()
            formats.write(name, Chosen(store, question), tmp_path / name)
            assert READERS[name](tmp_path / name) == expected(name, record, store)
    assert 'rel="noopener' not in page_of(page.text, record)


def test_a_day_is_not_made_up_of_a_month(tmp_path: Path) -> None:
    event = Event(
        id="e1", type="AID", trigger=(), status="actual", quad=1, evidence=Span(0, 3), rule="test",
        when=EventTime(value="2024-05", span=Span(0, 3)),
    )  # fmt: skip
    with filled(str(tmp_path / "record.db"), (CleanPage(text="Aid"), Record(id="a", events=(event,)))) as store:
        for name, layout in (("gdelt-events", GDELT_EVENTS), ("icews", ICEWS), ("polecat", POLECAT)):
            formats.write(name, Chosen(store, EventQuestion()), tmp_path / name)
            cells = (tmp_path / name).read_text().splitlines()[-1].split("\t")
            row = dict(zip(layout, cells, strict=True))
            assert row.get("Event Date", "") == ""
            if name == "gdelt-events":
                assert (row["SQLDATE"], row["MonthYear"], row["Year"]) == ("00010101", "202405", "2024")
                assert row["FractionDate"] == ""


def test_what_has_no_month_is_in_no_folder_of_one(tmp_path: Path) -> None:
    for number, told in enumerate((None, "2023", "2023-04", "2023-12/2024-01")):
        when = EventTime(value=told, span=Span(0, 3)) if told else None
        event = Event(
            id="e1", type="AID", trigger=(), status="actual", quad=1, evidence=Span(0, 3), rule="test", when=when
        )
        with filled(str(tmp_path / f"{number}.db"), (CleanPage(text="Aid"), Record(id="a", events=(event,)))) as store:
            formats.write("parquet", Chosen(store, EventQuestion()), tmp_path / str(number))
        (row,) = pyarrow.dataset.dataset(tmp_path / str(number), partitioning="hive").to_table().to_pylist()
        assert (row["year"], row["month"]) == ((0, 0), (2023, 0), (2023, 4), (0, 0))[number]


def test_without_outlets_no_address_names_them(tmp_path: Path) -> None:
    page = CleanPage(text="Aid came.", outlet="The Fjord", url="https://fjord.example/1")
    record = Record(id="a", url=page.url)
    with filled(str(tmp_path / "record.db"), (page, record)) as store:
        formats.write("records", Chosen(store, ArticleQuestion(), Profile(frozenset({"outlets"}))), tmp_path / "out")
    assert b"fjord" not in (tmp_path / "out").read_bytes().lower()


@pytest.mark.parametrize(
    "changed", [{"id": ""}, {"id": "a\ud800"}, {"events": [{"evidence": [0, 999]}]}, {"export": 2}, {"schema": "x"}]
)
def test_a_line_that_cannot_be_taken_in_is_named(tmp_path: Path, changed: dict[str, Any]) -> None:
    with filled(str(tmp_path / "record.db"), hostile()) as store:
        formats.write("records", Chosen(store, ArticleQuestion()), tmp_path / "out")
    line = json.loads((tmp_path / "out").read_bytes())
    if "events" in changed:
        line["record"]["events"][0] |= changed["events"][0]
    elif "export" in changed:
        line |= changed
    else:
        line["record"] |= changed
    (found,) = read_records([json.dumps(line).encode()])
    assert isinstance(found, LineError)
    assert "line 1" in found.message
