"""Each format against its standard's own library or schema; as many rows as there are; nothing that is left out."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.dataset
import pytest
import stix2
from geojson_pydantic import FeatureCollection
from hypothesis import given
from hypothesis import strategies as st
from prov.model import ProvDocument, ProvEntity

from onrecord.errors import InputError, LineError, SettingsError
from onrecord.export import formats
from onrecord.export.cells import guarded
from onrecord.export.chosen import Chosen
from onrecord.export.coded import GDELT_EVENTS, GDELT_MENTIONS, ICEWS, POLECAT, cameo_quad
from onrecord.export.formats import FORMATS
from onrecord.export.profile import Profile, profile
from onrecord.export.records import read_records
from onrecord.query import KINDS, ArticleQuestion, EventQuestion, StatementQuestion
from onrecord.store import Input, Store, open_store
from tests.export.conftest import TEXT, article

Written = Callable[..., Path]


@pytest.fixture
def written(store: Store, tmp_path: Path) -> Written:
    def write(name: str, question: Any = None, shared: Profile | None = None) -> Path:
        asked = question or (ArticleQuestion() if FORMATS[name].of_articles else EventQuestion())
        chosen = Chosen(store, asked, shared)
        path = tmp_path / name
        count = formats.write(name, chosen, path)
        assert count > 0
        if not FORMATS[name].of_articles:
            assert count == sum(1 for _ in chosen.rows())
        return path

    return write


def objects(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="ascii").splitlines()]


def table(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("kind", KINDS)
def test_csv_holds_every_field(written: Written, kind: str, store: Store) -> None:
    question = KINDS[kind].question()
    rows = list(csv.reader(io.StringIO(written("csv", question).read_text(encoding="utf-8"), newline="")))
    assert tuple(rows[0]) == KINDS[kind].row.__struct_fields__
    found = list(Chosen(store, question).rows())
    assert [row[0] for row in rows[1:]] == [row.article for row in found]


def test_a_spreadsheet_runs_nothing(written: Written) -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv").read_text(encoding="utf-8"), newline="")))
    assert {row["title"] for row in rows} == {"'=Rosa Quispe asks"}
    assert json.loads(rows[0]["source"])[0]["name"] == "Rosa Quispe"


@given(st.text())
def test_guarding_can_be_undone(cell: str) -> None:
    assert guarded(cell)[:1] not in set("=+@\t\r")
    if not cell.startswith("-"):
        assert guarded(cell).removeprefix("'") == cell


def test_parquet_is_in_folders_of_months(written: Written, store: Store) -> None:
    path = written("parquet")
    found = pyarrow.dataset.dataset(path, partitioning="hive").to_table()
    assert found.num_rows == 2
    assert found.to_pylist()[0]["source"][0]["name"] == "Rosa Quispe"
    assert (path / "year=2024" / "month=05" / "part-0.parquet").is_file()
    with pytest.raises(InputError, match="already"):
        formats.write("parquet", Chosen(store, EventQuestion()), path)


def test_parquet_of_nothing_has_its_columns(store: Store, tmp_path: Path) -> None:
    formats.write("parquet", Chosen(store, EventQuestion(type=("AID",))), tmp_path / "none")
    assert "trigger_spans" in pyarrow.dataset.dataset(tmp_path / "none").schema.names


@pytest.mark.parametrize(
    ("name", "columns", "header", "count"),
    [
        ("gdelt-events", GDELT_EVENTS, 0, 61),
        ("gdelt-mentions", GDELT_MENTIONS, 0, 16),
        ("icews", ICEWS, 1, 20),
        ("polecat", POLECAT, 1, 40),
    ],
)
def test_columns_as_published(written: Written, name: str, columns: tuple[str, ...], header: int, count: int) -> None:
    rows = table(written(name))
    assert len(columns) == len(set(columns)) == count
    assert {len(row) for row in rows} == {count}
    assert len(rows) == header + 2
    assert not header or tuple(rows[0]) == columns


def test_a_gdelt_event(written: Written) -> None:
    row = next(dict(zip(GDELT_EVENTS, each, strict=True)) for each in table(written("gdelt-events")) if each[26])
    told = ("SQLDATE", "Actor1Code", "Actor1CountryCode", "Actor1Type1Code", "Actor2Name", "EventCode", "EventRootCode")
    assert [row[name] for name in told] == ["20240503", "PERGOV", "PER", "GOV", "CHILE", "0233", "02"]
    assert (row["QuadClass"], row["GoldsteinScale"], row["ActionGeo_Lat"]) == ("1", "3.4", "-12.04")
    assert row["FractionDate"].startswith("2024.33")


@pytest.mark.parametrize(
    ("code", "quad"),
    [("010", 1), ("057", 1), ("0233", 1), ("060", 2), ("112", 3), ("190", 4), ("", None)],
)
def test_classes_of_cameo(code: str, quad: int | None) -> None:
    assert cameo_quad(code) == quad


def test_a_polecat_and_an_icews_event(written: Written) -> None:
    rows = [dict(zip(POLECAT, row, strict=True)) for row in table(written("polecat"))[1:]]
    row = next(row for row in rows if row["Event Type"] == "REQUEST")
    assert row["Quad Code"] == "VERBAL CONFLICT"
    assert (row["Actor Country"], row["Primary Actor Sector"], row["Contexts"]) == ("PER", "GOV", "military; economic")
    rows = [dict(zip(ICEWS, row, strict=True)) for row in table(written("icews"))[1:]]
    assert {row["Source Country"] for row in rows} == {"PER", ""}


def test_plover_says_what_it_lacks_in_its_comment(written: Written) -> None:
    found = next(each for each in objects(written("plover")) if each["event"] == ["REQUEST"])
    assert found["actor"][0]["code"] == "PER"
    assert json.loads(found["comment"])["status"] == "actual"
    span = found["text_info"]
    assert TEXT[span["start"] : span["end"]] == found["text"]


def test_geojson_by_its_model(written: Written) -> None:
    found = FeatureCollection.model_validate_json(written("geojson").read_text())
    assert len(found.features) == 2
    points = [feature.geometry for feature in found.features if feature.geometry]
    assert [tuple(point.coordinates) for point in points] == [(-77.03, -12.04)]


def test_stix_by_its_library(written: Written) -> None:
    bundle = stix2.parse(written("stix").read_text(), allow_custom=False)
    kinds = [each["type"] for each in bundle["objects"]]
    assert (kinds.count("report"), kinds.count("note")) == (2, 4)
    ids = {each["id"] for each in bundle["objects"]}
    assert all(ref in ids for each in bundle["objects"] for ref in each.get("object_refs", ()))


def test_prov_by_its_library(written: Written) -> None:
    document = ProvDocument.deserialize(written("prov"), format="json")
    values = [each for each in document.get_records(ProvEntity) if "value-" in str(each.identifier)]
    assert len(values) == 4


def test_web_annotations_lead_to_their_words(written: Written) -> None:
    found = objects(written("web-annotation"))
    assert len({each["id"] for each in found}) == len(found) == 4
    for each in found:
        assert {"@context", "id", "type", "target"} <= each.keys()
        for target in each["target"]:
            position, quote = target["selector"]
            assert TEXT[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT


def test_schema_org(written: Written) -> None:
    found = json.loads(written("schema-org").read_text())
    first = next(each for each in found["@graph"] if "headline" in each)
    assert found["@context"] == "https://schema.org"
    assert [part["@type"] for part in first["hasPart"]] == ["Quotation", "Quotation"]
    assert first["about"][0]["location"]["geo"]["latitude"] == -12.04


@pytest.mark.services
def test_followthemoney_by_its_model(written: Written) -> None:
    from followthemoney import model

    found = [model.get_proxy(each) for each in objects(written("followthemoney"))]
    for proxy, each in zip(found, objects(written("followthemoney")), strict=True):
        proxy.schema.validate(each)
        assert all(proxy.get(name) for name in each["properties"]), each  # nothing was dropped as wrong
    proofs = {
        value for proxy in found if "proof" in proxy.schema.properties for value in proxy.get("proof", quiet=True)
    }
    assert proofs == {proxy.id for proxy in found if proxy.schema.name == "Article" and proxy.first("publisher")}


def test_what_is_taken_away_comes_back_the_same(written: Written, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "again.db"
    with written("records").open("rb") as lines, open_store(path, create=True) as again:
        run = again.begin("import", "{}", (), "2030-01-01T00:00:00+00:00")
        for position, kept in enumerate(read_records(lines)):
            assert not isinstance(kept, LineError)
            given = Input(position=position, location=kept.location, digest=kept.digest)
            run.add(given, kept.page, kept.record, pipeline=kept.pipeline, recorded=kept.recorded)
        run.end("done")
        assert list(again) == list(store)
        assert again.article("0000000000000001") == store.article("0000000000000001")


def test_a_line_that_is_no_article_is_named() -> None:
    found = list(read_records([b"{}", b"nonsense", b"[" * 100_000]))
    assert [isinstance(each, LineError) for each in found] == [True] * 3
    assert "line 2" in str(found[1])


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("question", [EventQuestion(), StatementQuestion(), ArticleQuestion()])
def test_what_is_left_out_is_nowhere(store: Store, tmp_path: Path, name: str, question: Any) -> None:
    if FORMATS[name].kinds and not isinstance(question, EventQuestion):
        with pytest.raises(InputError, match="events"):
            formats.write(name, Chosen(store, question), tmp_path / "out")
        return
    formats.write(name, Chosen(store, question, profile('without = ["names", "outlets"]')), tmp_path / "out")
    files = [tmp_path / "out"] if (tmp_path / "out").is_file() else list((tmp_path / "out").rglob("*.parquet"))
    for file in files:
        content = file.read_bytes().lower()
        for word in (b"rosa", b"quispe", b"rojas", b"asked", b"official", b"example.org", b"faro", b"andina"):
            assert word not in content, (name, word)


def test_without_text_spans_stay_true(store: Store) -> None:
    chosen = Chosen(store, ArticleQuestion(), Profile(frozenset({"text"})))
    first = next(each for each in chosen.articles() if each.record.actors)
    assert first.record.statements == article()[1].statements
    assert len(first.text) == len(TEXT)
    assert [actor.name for actor in first.record.actors] == ["Rosa Quispe", "Chile"]


@pytest.mark.parametrize("text", ["without = 3", 'without = ["faces"]', "with = []", "="])
def test_a_profile_that_is_none(text: str) -> None:
    with pytest.raises(SettingsError, match="without"):
        profile(text)


def test_a_format_that_is_none_is_said(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gdelt-events"):
        formats.write("gdelt", Chosen(store, EventQuestion()), tmp_path / "x")
    with pytest.raises(InputError, match="x"):
        formats.write("csv", Chosen(store, EventQuestion()), tmp_path / "no" / "x")
    assert list(tmp_path.iterdir()) == []


def test_every_format_says_what_it_cannot_hold() -> None:
    assert all(form.about and form.cannot and form.suffix and form.media for form in FORMATS.values())
