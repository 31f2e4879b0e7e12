"""One article's record held against what a careful reader gets out of it (``expected.yaml``).

usage: python -m bench.quality.reading ARTICLE EXPECTED.yaml [--published DATE]

Matching is by text, never by offset: quotation marks and white space are folded first. Entries marked ``optional``
count neither way: not as missed, and a claim that fits one is not counted as claimed.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import yaml

from onrecord.clean import clean
from onrecord.config import Settings
from onrecord.errors import InputError
from onrecord.ingest import pages
from onrecord.model.page import CleanPage, Rejected
from onrecord.model.record import Event, Participant, Record, Spans, Statement
from onrecord.pipeline import reader
from onrecord.pipeline.intake import document

Expected = dict[str, Any]
_IOU = 0.5
_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_FACT = frozenset({"actual", "ongoing"})


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Layer → found and wanted; layer → claimed; not-events told as fact; what was missed, in words.

    ``agreed`` is, of the statements found, how many have the kind, the terms and the reason that are expected.
    """

    found: dict[str, tuple[int, int]]
    claimed: dict[str, int]
    agreed: dict[str, tuple[int, int]] = {}
    false_facts: int
    misses: tuple[str, ...]


def read(path: Path, published: str | None = None) -> tuple[CleanPage, Record]:
    """The article of a file and its record, by the way that ``onrecord read`` goes.

    Raises:
        InputError: the file holds no article.
    """
    page = next(iter(pages([str(path)], Settings())))
    if isinstance(page, Rejected):
        raise InputError(f"{path}: {page.message}")
    cleaned = clean(page)
    unread = document(cleaned)
    if published:
        unread = msgspec.structs.replace(unread, published=published)
    return cleaned, reader(Settings()).read(unread).document.record()


def compare(expected: Expected, page: CleanPage, record: Record) -> Reading:
    """What of ``expected`` stands in the record, and what the record claims beyond it."""
    misses: list[str] = []
    found = {
        "page": _page(expected.get("page") or {}, page, misses),
        "people": _people(expected.get("people") or [], record, misses),
        "governments": _governments(expected.get("governments_by_metonym") or [], page.text, record, misses),
        "places": _places(expected.get("places") or [], page.text, record, misses),
        "times": _times(expected.get("times") or [], page.text, record, misses),
    }
    agreed: dict[str, tuple[int, int]] = {}
    found["statements"], claimed_statements = _statements(
        expected.get("statements") or [], page.text, record, misses, agreed
    )
    found["events"], claimed_events = _events(expected.get("events") or [], page.text, record, misses)
    false = [n["text"] for n in expected.get("not_events") or [] if _told_as_fact(n["text"], page.text, record)]
    misses += [f"told as fact: {text}" for text in false]
    claimed = {"statements": claimed_statements, "events": claimed_events}
    return Reading(found=found, claimed=claimed, agreed=agreed, false_facts=len(false), misses=tuple(misses))


def score(article: Path, expected: Path) -> dict[str, float]:
    """The reading of one article as figures: found per layer, claimed, false facts, open dates, under ``seed.``."""
    text = expected.read_text(encoding="utf-8")
    wanted = yaml.safe_load(text)
    told = re.search(r"published (\d{4}-\d{2}-\d{2})", text.split("page:")[0])
    page, record = read(article, told[1] if told else None)
    reading = compare(wanted, page, record)
    undated = read(article)[1]
    open_dates = all(not re.match(r"\d{4}-\d\d-\d\d", t.value) for t in undated.times)
    figures = {f"seed.{layer}.found": float(number) for layer, (number, _) in reading.found.items()}
    figures |= {f"seed.{layer}.claimed": float(number) for layer, number in reading.claimed.items()}
    return figures | {"seed.error_false_facts": float(reading.false_facts), "seed.dates_stay_open": float(open_dates)}


# ---- one function a layer --------------------------------------------------------------------------------------------


def _page(expected: Expected, page: CleanPage, misses: list[str]) -> tuple[int, int]:
    checks = {
        "title": _fold(page.title or "") == _fold(expected.get("title") or ""),
        "byline": list(page.authors) == [expected.get("byline")],
        "authors": sorted(page.authors) == sorted(expected.get("authors") or []),
        "original_outlet": page.original_outlet == expected.get("original_outlet"),
        "outlet": page.outlet == expected.get("outlet"),
        "published": str(page.published or "")[:10] == str(expected.get("published") or "")[:10],
        "points": page.page.points == expected.get("points"),
        "related": list(page.page.related) == (expected.get("related") or []),
        "not_article_text": not {*map(_fold, expected.get("not_article_text") or [])}
        & {*map(_fold, page.text.split("\n"))},
    }
    asked = {name: right for name, right in checks.items() if name in expected}
    misses += [f"page: {name}" for name, right in asked.items() if not right]
    return sum(asked.values()), len(asked)


def _people(expected: list[Expected], record: Record, misses: list[str]) -> tuple[int, int]:
    people = [actor for actor in record.actors if actor.kind == "person"]

    def right(wanted: Expected) -> bool:
        codes = {wanted.get("code"), *(wanted.get("also_accepted") or [])}
        return any(_fold(a.name) == _fold(wanted["name"]) and a.code in codes for a in people)

    return _tally("person", expected, right, misses)


def _governments(expected: list[Expected], text: str, record: Record, misses: list[str]) -> tuple[int, int]:
    def right(wanted: Expected) -> bool:
        return any(
            actor.code == wanted["code"] and any(_near(span.of(text), wanted["text"]) for span in actor.mentions)
            for actor in record.actors
        )

    return _tally("government", expected, right, misses)


def _places(expected: list[Expected], text: str, record: Record, misses: list[str]) -> tuple[int, int]:
    def right(wanted: Expected) -> bool:
        return any(
            (place.use, place.country) == ("location", wanted["country"]) and _near(place.span.of(text), wanted["text"])
            for place in record.places
        )

    return _tally("place", expected, right, misses)


def _times(expected: list[Expected], text: str, record: Record, misses: list[str]) -> tuple[int, int]:
    used: set[str] = set()

    def right(wanted: Expected) -> bool:
        for time in record.times:
            same = _fold(time.span.of(text)) in _fold(wanted["text"]) or _fold(wanted["text"]) in _fold(
                time.span.of(text)
            )
            if time.id not in used and same and time.value == str(wanted.get("value", time.value)):
                used.add(time.id)
                return True
        return False

    return _tally("time", expected, right, misses)


def _statements(
    expected: list[Expected], text: str, record: Record, misses: list[str], agreed: dict[str, tuple[int, int]]
) -> tuple[tuple[int, int], int]:
    claims = [s for s in record.statements if s.act == "speech"]
    options = [option for s in claims for option in _readings(s)]
    used: list[Statement] = []
    found = wanted_count = 0
    for wanted in sorted(expected, key=lambda entry: bool(entry.get("optional"))):
        hit = next((s for s in options if s not in used and _says(s, wanted, text)), None)
        if hit is not None:
            used.append(hit)
        if not wanted.get("optional"):
            wanted_count += 1
            found += hit is not None
            if hit is not None:
                _agree(hit, wanted, text, misses, agreed)
            else:
                misses.append(f"statement: {wanted['source']}: {wanted['content'][:80]}")
    optional = [entry for entry in expected if entry.get("optional")]
    neither = sum(any(_says(s, entry, text) for entry in optional) for s in claims)
    read_ids = {s.id for s in used}
    extra = [s for s in claims if s.id not in read_ids]
    misses += [f"statement claimed: {_words(text, s.source)}: {_words(text, s.content)[:80]}" for s in extra]
    return (found, wanted_count), len(claims) - neither


def _readings(statement: Statement) -> list[Statement]:
    """The statement, and each part of its content on its own: a reader may count a quotation carried on as another."""
    parts = statement.content if len(statement.content) > 1 else ()
    return [statement, *(msgspec.structs.replace(statement, content=(part,)) for part in parts)]


def _agree(
    statement: Statement, wanted: Expected, text: str, misses: list[str], agreed: dict[str, tuple[int, int]]
) -> None:
    """Counts whether a statement that was found has the kind, terms and reason wanted, where those are given."""
    reason = _words(text, statement.reason)
    right = {
        "kind": statement.kind == wanted.get("kind"),
        "terms": statement.terms == wanted.get("terms"),
        "reason": _near(reason, str(wanted.get("reason"))),
        "addressee": _near(_words(text, statement.addressee), str(wanted.get("addressee"))),
    }
    told = {"kind": statement.kind, "terms": statement.terms, "reason": reason}
    for name, is_right in right.items():
        if wanted.get(name):
            hits, number = agreed.get(name, (0, 0))
            agreed[name] = (hits + is_right, number + 1)
            if not is_right:
                misses.append(f"{name}: {wanted[name]}, read as {told.get(name)!r}: {wanted['content'][:60]}")


def _says(statement: Statement, wanted: Expected, text: str) -> bool:
    content, parts = _fold(_words(text, statement.content)), [_fold(part) for part in wanted["content"].split("…")]
    whole = "".join(parts)
    shared = sum(len(part) for part in parts if part in content)
    if content in whole:
        shared = max(shared, len(content))
    same = shared >= _IOU * max(len(whole), len(content), 1)
    if not wanted["content"]:  # nothing was said and nothing in particular was declined
        same = statement.kind == "declined"
    source, told = _fold(_words(text, statement.source)), _fold(wanted.get("source") or "")
    return same and (source in told or told in source if source and told else source == told)


def _events(expected: list[Expected], text: str, record: Record, misses: list[str]) -> tuple[tuple[int, int], int]:
    used: set[str] = set()
    neither: set[str] = set()
    found = wanted_count = 0
    for wanted in sorted(expected, key=lambda entry: bool(entry.get("optional"))):
        hit = next((e for e in record.events if e.id not in used and _happens(e, wanted, text)), None)
        if hit is not None:
            used.add(hit.id)
        if wanted.get("optional"):
            neither |= {hit.id} if hit is not None else set()
            continue
        wanted_count += 1
        found += hit is not None
        if hit is None:
            misses.append(
                f"event: {wanted['type']} {wanted.get('source')} > {wanted.get('target')}: {wanted['evidence'][:70]}"
            )
    for event in record.events:
        if event.id not in used:
            sides = " > ".join(",".join(p.code or "?" for p in side) for side in (event.source, event.target))
            misses.append(f"event claimed: {event.type} {sides} {event.status}: {_words(text, event.trigger)}")
    return (found, wanted_count), len(record.events) - len(neither)


def _happens(event: Event, wanted: Expected, text: str) -> bool:
    evidence = _fold(wanted["evidence"])
    sentences = [_fold(span.of(text)) for span in (event.evidence, *event.also)]
    trigger = _fold(_words(text, event.trigger))
    return (
        event.type in {wanted["type"], *(wanted.get("also_accepted") or [])}
        and any(evidence in sentence or sentence in evidence for sentence in sentences)
        and (trigger in evidence or len(sentences) > 1)
        and _side(event.source, wanted.get("source"), text)
        and _side(event.target, wanted.get("target"), text)
        and event.status in _listed(wanted.get("status", event.status))
    )


def _side(participants: Sequence[Participant], wanted: str | list[str] | None, text: str) -> bool:
    """By country; an actor without a code by its words; an empty side only with an empty one; ``any`` is not judged."""
    names = [wanted] if isinstance(wanted, str) else list(wanted or [])
    if names == ["any"]:
        return True
    if not names or not participants:
        return not names and not participants
    return any(
        (p.code or "")[:3] == name[:3] if name.isupper() else _near(p.span.of(text), name)
        for p in participants
        for name in names
    )


def _told_as_fact(words: str, text: str, record: Record) -> bool:
    wanted = _fold(words)
    for event in record.events:
        around = text[max(0, event.trigger[0].start - len(words)) : event.trigger[-1].end + len(words)]
        inside = wanted in _fold(around) and _fold(_words(text, event.trigger)) in wanted
        if inside and wanted in _fold(event.evidence.of(text)) and event.status in _FACT:
            return True
    return False


# ---- small parts -----------------------------------------------------------------------------------------------------


def _tally(kind: str, expected: Iterable[Expected], right: Any, misses: list[str]) -> tuple[int, int]:
    found = number = 0
    for wanted in expected:
        if wanted.get("optional"):
            continue
        number += 1
        hit = right(wanted)
        found += hit
        if not hit:
            misses.append(
                f"{kind}: {wanted.get('name') or wanted.get('text')} {wanted.get('code') or wanted.get('value') or ''}"
            )
    return found, number


def _words(text: str, spans: Spans) -> str:
    return " ".join(span.of(text) for span in spans)


def _fold(words: object) -> str:
    return "".join(c for c in str(words).translate(_MARKS).casefold() if c.isalnum())


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _near(one: str, other: str) -> bool:
    a, b = _fold(one).removeprefix("the"), _fold(other).removeprefix("the")
    return bool(a and b) and (a in b or b in a)


def table(reading: Reading) -> str:
    """The reading as lines for people."""
    rows = [f"{layer:12} {found:3} of {wanted}" for layer, (found, wanted) in reading.found.items()]
    rows += [f"  {name:10} {right:3} of {number}" for name, (right, number) in reading.agreed.items()]
    rows += [f"{layer:12} {number:3} claimed" for layer, number in reading.claimed.items()]
    return "\n".join([*rows, f"{'false facts':12} {reading.false_facts:3}", *(f"  {miss}" for miss in reading.misses)])


def main() -> None:
    """Prints the reading of one article."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path)
    parser.add_argument("expected", type=Path)
    parser.add_argument("--published", type=date.fromisoformat)
    given = parser.parse_args()
    page, record = read(given.article, given.published.isoformat() if given.published else None)
    sys.stdout.write(table(compare(yaml.safe_load(given.expected.read_text(encoding="utf-8")), page, record)) + "\n")


if __name__ == "__main__":
    main()
