"""The column layouts of event data: GDELT 2.0 events and mentions, ICEWS, POLECAT, and PLOVER's JSON.

Columns and their order are those of the published code books; what onrecord does not know stays empty.
"""

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Any, BinaryIO

from onrecord.export.addresses import host
from onrecord.export.cells import line
from onrecord.export.chosen import Chosen
from onrecord.query import EventRow, Side
from onrecord.query.frames import encodable

_GDELT_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code")
_GDELT_TYPES = ("Type1Code", "Type2Code", "Type3Code")
_GDELT_GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
GDELT_EVENTS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{side}{name}" for side in (1, 2) for name in (*_GDELT_ACTOR, *_GDELT_TYPES)),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in _GDELT_GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
GDELT_MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
ICEWS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
_ISO_LENGTH = 3
_EPOCH = "00010101"

Cells = dict[str, Any]


def number(row: EventRow) -> int:
    """A number for an event, the same each time: 15 digits of the digest of its reference."""
    return int(sha256(row.ref.encode("utf-8", "surrogatepass")).hexdigest(), 16) % 10**15


def exact(row: EventRow, length: int = 10) -> str | None:
    """The day, month (length 7) or year (4) of an event; null where it may have been in more than one."""
    first, last = (row.first_day or "")[:length], (row.last_day or "")[:length]
    return first if first and first == last else None


def gdelt_event(row: EventRow) -> Cells:
    """A GDELT 2.0 event: its first actor on either side, by CAMEO; quad and Goldstein are CAMEO's."""
    code = row.cameo or ""
    place = {
        "ActionGeo_Type": "" if row.place is None else 4 if row.lat is not None else 1,
        "ActionGeo_Fullname": row.place,
        "ActionGeo_Lat": row.lat,
        "ActionGeo_Long": row.lon,
    }
    return {
        "GLOBALEVENTID": number(row), **_gdelt_days(row), **_gdelt_actor(1, row.source), **_gdelt_actor(2, row.target),
        "IsRootEvent": int(row.evidence_span.start == 0), "EventCode": code, "EventBaseCode": code[:3],
        "EventRootCode": code[:2], "QuadClass": cameo_quad(code), "GoldsteinScale": row.goldstein, "NumMentions": 1,
        "NumSources": 1, "NumArticles": 1, **place, "DATEADDED": _published(row), "SOURCEURL": row.url,
    }  # fmt: skip


def gdelt_mention(row: EventRow) -> Cells:
    """A GDELT 2.0 mention of an event. Offsets are those of the record: code points from the start of the text."""
    return {
        "GLOBALEVENTID": number(row), "EventTimeDate": f"{_gdelt_days(row)['SQLDATE']}000000",
        "MentionTimeDate": _published(row), "MentionType": 1 if row.url else 2,
        "MentionSourceName": host(row.url) or row.outlet,
        "MentionIdentifier": row.url or row.title or row.article,
        "Actor1CharOffset": row.source[0].span.start if row.source else -1,
        "Actor2CharOffset": row.target[0].span.start if row.target else -1,
        "ActionCharOffset": row.trigger_spans[0].start if row.trigger_spans else -1, "InRawText": 1,
        "Confidence": round(row.confidence * 100),
    }  # fmt: skip


def icews(row: EventRow) -> Cells:
    """An ICEWS event: its first actor on either side, countries as alpha-3 codes."""
    sides = {
        f"{name} {column}": value
        for name, side in (("Source", row.source), ("Target", row.target))
        for column, value in zip(("Name", "Sectors", "Country"), _named(side), strict=True)
    }
    return {
        "Event ID": number(row), "Event Date": exact(row), **sides, "Event Text": row.evidence,
        "CAMEO Code": row.cameo, "Intensity": row.goldstein, "Story ID": row.article, "Publisher": row.outlet,
        "City": row.place, "Country": row.country, "Latitude": row.lat, "Longitude": row.lon,
    }  # fmt: skip


def polecat(row: EventRow) -> Cells:
    """A POLECAT event: every actor on either side, apart by semicolons."""
    cells: Cells = {
        "Event ID": row.ref, "Event Date": exact(row), "Event Type": row.type, "Event Mode": row.mode,
        "Intensity": row.goldstein, "Quad Code": _QUADS[row.quad], "Contexts": "; ".join(row.contexts),
        "Placename": row.place, "Country": row.country, "Latitude": row.lat, "Longitude": row.lon,
        "Raw Placename": row.place, "Source": row.outlet, "Publication Date": row.published, "Language": "en",
    }  # fmt: skip
    for name, side in (("Actor", row.source), ("Recipient", row.target)):
        sectors = [each.code[_ISO_LENGTH:] for each in side if each.code and len(each.code) > _ISO_LENGTH]
        cells |= {
            f"{name} Name": "; ".join(each.name or each.words for each in side),
            f"{name} Country": "; ".join(_country(each) for each in side),
            f"Primary {name} Sector": sectors[0][:_ISO_LENGTH] if sectors else "",
            f"{name} Sectors": "; ".join(sectors),
            f"{name} Name Raw": "; ".join(each.words for each in side),
        }
    return cells


def plover(row: EventRow) -> Cells:
    """A PLOVER record (2021): status, which PLOVER lacks, and whose word it is stand in ``comment``."""
    given = {
        "id": row.ref, "has_event": True, "date": row.first_day, "enddate": row.last_day,
        "actor": [_entity(side) for side in row.source], "recipient": [_entity(side) for side in row.target],
        "event": [row.type], "event_text": [row.trigger], "quad_code": row.quad, "mode": [row.mode] if row.mode else [],
        "context": list(row.contexts), "text": row.evidence, "coder": row.rule,
        "text_info": {"start": row.evidence_span.start, "end": row.evidence_span.end},
        "cite_info": {"publisher": row.outlet, "url": row.url, "title": row.title, "pubdate": row.published},
        "comment": json.dumps({"status": row.status, "by": row.by, "terms": row.terms, "confidence": row.confidence}),
    }  # fmt: skip
    if row.place or row.country:
        given["event_loc"] = {"extracted_place": row.place, "lat": row.lat, "lon": row.lon, "country": row.country}
    return {name: value for name, value in given.items() if value is not None}


def tab_separated(columns: tuple[str, ...], cells: Callable[[EventRow], Cells], *, has_header: bool) -> Any:
    """A writer of one line an event, tabs between its cells."""

    def write(chosen: Chosen, out: BinaryIO) -> int:
        if has_header:
            out.write(line(list(columns)))
        count = 0
        for row in chosen.rows():
            known = cells(row)
            out.write(line(["" if (value := known.get(name)) is None else str(value) for name in columns]))
            count += 1
        return count

    return write


def write_plover(chosen: Chosen, out: BinaryIO) -> int:
    """One PLOVER record a line."""
    count = 0
    for row in chosen.rows():
        out.write(json.dumps(encodable(plover(row)), separators=(",", ":")).encode() + b"\n")
        count += 1
    return count


def cameo_quad(code: str) -> int | None:
    """CAMEO's class of a code: verbal and material cooperation, verbal and material conflict (GDELT code book)."""
    if not code:
        return None
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 9 else 3 if root <= 14 else 4


def _gdelt_days(row: EventRow) -> Cells:
    """What is known of the time: no day is given to what is only of some month or year."""
    day, month = ((exact(row, length) or "").replace("-", "") for length in (10, 7))
    known = {"SQLDATE": day or _EPOCH, "MonthYear": month or _EPOCH[:6], "Year": exact(row, 4) or _EPOCH[:4]}
    return known | {"FractionDate": _fraction(exact(row))}


def _gdelt_actor(number_: int, side: tuple[Side, ...]) -> Cells:
    if not side:
        return {}
    code = side[0].code or ""
    rest = [code[at : at + 3] for at in range(_ISO_LENGTH, len(code), 3)]
    types = {f"Actor{number_}Type{at}Code": part for at, part in enumerate(rest[:3], 1)}
    name = (side[0].name or side[0].words).upper()
    return {
        f"Actor{number_}Code": code.replace("-", ""), f"Actor{number_}Name": name,
        f"Actor{number_}CountryCode": _country(side[0]), **types,
    }  # fmt: skip


def _named(side: tuple[Side, ...]) -> tuple[str, str, str]:
    if not side:
        return "", "", ""
    code = side[0].code or ""
    sectors = ",".join(code[at : at + 3] for at in range(_ISO_LENGTH, len(code), 3))
    return side[0].name or side[0].words, sectors, _country(side[0])


def _country(side: Side) -> str:
    return (side.code or "")[:_ISO_LENGTH].replace("-", "")


def _entity(side: Side) -> Cells:
    code = side.code or ""
    return {"code": _country(side), "sector": code[_ISO_LENGTH:], "entity_text": side.words, "identifier_id": side.name}


def _published(row: EventRow) -> str:
    """When it came out, to the second: the day at midnight where no more is known."""
    digits = "".join(character for character in row.published or "" if character.isdigit())
    return (digits[:14] if len(digits) >= 8 else _EPOCH).ljust(14, "0")


def _fraction(day: str | None) -> str:
    if day is None:
        return ""
    found = date.fromisoformat(day)
    return f"{found.year + (found.timetuple().tm_yday - 1) / 365:.4f}"
