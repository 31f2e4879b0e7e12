"""The formats in which a record is taken away. A new one is a writer, and a row here."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import InputError
from onrecord.export.chosen import Chosen
from onrecord.export.coded import (
    GDELT_EVENTS,
    GDELT_MENTIONS,
    ICEWS,
    POLECAT,
    gdelt_event,
    gdelt_mention,
    icews,
    polecat,
    tab_separated,
    write_plover,
)
from onrecord.export.linked import (
    annotations,
    followthemoney,
    geojson,
    lines,
    listed,
    provenance,
    schema_org,
    stix,
)
from onrecord.export.records import write_records
from onrecord.export.tables import write_csv, write_parquet, write_rows


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format: what it is, what it cannot hold, which kinds of answers it takes (none named: all), its writer.

    ``write`` takes what was chosen and a binary file, or a folder if ``is_folder``, and gives how many it wrote.
    """

    about: str
    cannot: str
    suffix: str
    media: str
    write: Callable[[Chosen, Any], int]
    kinds: tuple[str, ...] = ()
    is_folder: bool = False
    of_articles: bool = False


_EVENTS = ("events",)
_STIX = '{"type":"bundle","id":"bundle--6f0c3d6e-5d0a-5a0f-9c57-2f6d0f3f8b11","objects":[\n'

FORMATS: Mapping[str, Format] = {
    "csv": Format(
        about="CSV, UTF-8, one line an answer; a cell that a spreadsheet would run has an apostrophe before it",
        cannot="lists and spans are JSON within a cell",
        suffix="csv", media="text/csv", write=write_csv,
    ),
    "jsonl": Format(
        about="JSON, one answer a line", cannot="nothing", suffix="jsonl", media="application/x-ndjson",
        write=write_rows,
    ),
    "parquet": Format(
        about="Parquet in folders year=…/month=…, 0 where that is not known",
        cannot="lone surrogates, which are no UTF-8", suffix="parquet",
        media="application/vnd.apache.parquet", write=write_parquet, is_folder=True,
    ),
    "records": Format(
        about="whole articles with their records, one a line; onrecord import reads them", suffix="jsonl",
        cannot="runs, inputs that became no article, earlier readings, decisions", media="application/x-ndjson",
        write=write_records, of_articles=True,
    ),
    "gdelt-events": Format(
        about="GDELT 2.0 events: 61 columns, tabs between",
        cannot="status, whose word it is, actors beyond the first on a side, words of the article, FIPS countries, "
        "days of which only the month or year is known",
        suffix="export.CSV", media="text/tab-separated-values", kinds=_EVENTS,
        write=tab_separated(GDELT_EVENTS, gdelt_event, has_header=False),
    ),
    "gdelt-mentions": Format(
        about="GDELT 2.0 mentions: 16 columns, tabs between", cannot="everything but where an event is mentioned",
        suffix="mentions.CSV", media="text/tab-separated-values", kinds=_EVENTS,
        write=tab_separated(GDELT_MENTIONS, gdelt_mention, has_header=False),
    ),
    "icews": Format(
        about="ICEWS: 20 columns, tabs between; cells guarded as in CSV",
        cannot="status, whose word it is, actors beyond the first on a side, PLOVER type and mode, spans, "
        "inexact dates",
        suffix="tab", media="text/tab-separated-values", kinds=_EVENTS,
        write=tab_separated(ICEWS, icews, has_header=True),
    ),
    "polecat": Format(
        about="POLECAT: 40 columns, tabs between; cells guarded as in CSV",
        cannot="status, whose word it is, spans, Correlates of War numbers, inexact dates",
        suffix="txt", media="text/tab-separated-values", kinds=_EVENTS,
        write=tab_separated(POLECAT, polecat, has_header=True),
    ),
    "plover": Format(
        about="PLOVER's JSON, one event a line; status and whose word it is in its comment",
        cannot="spans of actors", suffix="plover.jsonl", media="application/x-ndjson", kinds=_EVENTS,
        write=write_plover,
    ),
    "geojson": Format(
        about="GeoJSON (RFC 7946), a feature for each event", cannot="spans", suffix="geojson",
        media="application/geo+json", kinds=_EVENTS,
        write=listed('{"type":"FeatureCollection","features":[\n', "\n]}\n", geojson),
    ),
    "followthemoney": Format(
        about="FollowTheMoney entities, one a line, each with the article as its proof",
        cannot="spans, status and terms but in words, who acts on whom", suffix="ftm.json",
        media="application/x-ndjson", write=lines(followthemoney), of_articles=True,
    ),
    "stix": Format(
        about="STIX 2.1 bundle: reports, identities, notes", cannot="spans, who acts on whom, places",
        suffix="stix.json",
        media="application/stix+json", write=listed(_STIX, "\n]}\n", stix), of_articles=True,
    ),
    "web-annotation": Format(
        about="W3C Web Annotations, one a line, with position and quote selectors", cannot="actors, places and times",
        suffix="anno.jsonl", media="application/ld+json", write=lines(annotations), of_articles=True,
    ),
    "prov": Format(
        about="W3C PROV as PROV-JSON: from which article and reading each value is",
        cannot="the values themselves; it is held in memory", suffix="prov.json", media="application/json",
        write=listed("", "\n", provenance), of_articles=True,
    ),
    "schema-org": Format(
        about="schema.org JSON-LD: articles with quotations and events", cannot="spans, who acts on whom",
        suffix="jsonld", media="application/ld+json", of_articles=True,
        write=listed('{"@context":"https://schema.org","@graph":[\n', "\n]}\n", schema_org),
    ),
}  # fmt: skip


def write(name: str, chosen: Chosen, path: Path) -> int:
    """Writes what was chosen to a file, or into a folder, whole or not at all; gives how many it wrote.

    Raises:
        InputError: there is no such format, it takes no such answers, or nothing can be written there.
        StoreError: the store cannot be read.
    """
    form = of(name)
    if form.kinds and chosen.kind.table.name not in form.kinds:
        raise InputError(f"{name} takes {', '.join(form.kinds)}, not {chosen.kind.table.name}")
    unfinished = path.with_name(f".{path.name}.part")
    try:
        if form.is_folder:
            if path.exists():
                raise InputError(f"{path} is there already; name a folder that is not")
            unfinished.mkdir(parents=True)
            count = form.write(chosen, unfinished)
        else:
            with unfinished.open("wb") as out:
                count = form.write(chosen, out)
        unfinished.replace(path)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    return count


def of(name: str) -> Format:
    """The format of this name.

    Raises:
        InputError: there is none.
    """
    if name not in FORMATS:
        raise InputError(f"{name!r}: a record is taken away as {', '.join(FORMATS)}")
    return FORMATS[name]
