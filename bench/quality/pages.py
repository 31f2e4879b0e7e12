"""Saved pages: the article's text, and the title, date and authors that belong to it.

Body: F1 over bags of 4-grams of words, page by page, as the article-extraction benchmark has it; and the share of its
gold bodies, which are clean, that repairs leave alone. Title: equal after folding, or one a long prefix of the other.
Date: the same day. Authors: the same set of folded names (``authors``: all that the gold names; ``people``: without its
outlets, agencies and desks).
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from onrecord.clean import clean
from onrecord.clean.bylines import people
from onrecord.clean.declared import fold
from onrecord.clean.repair import repair
from onrecord.errors import InputError
from onrecord.model.page import CleanPage, Page

_GRAM = 4
_INVISIBLE = frozenset({"invisible", "space-kind", "trailing-space", "double-space", "line-break"})
_WORD = re.compile(r"\w+")


def score(gold: Path) -> dict[str, float]:
    """Figures in percent, under ``pages.``."""
    return _bodies(gold / "pages" / "aeb-dev") | _metadata(gold / "pages" / "fundus_parsers-dev")


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _cleaned(folder: Path, row: dict[str, Any]) -> CleanPage:
    raw = gzip.decompress((folder / row["html"]).read_bytes())
    page = Page(location=row["html"], raw=raw, digest=sha256(raw).hexdigest(), media_type="text/html", url=row["url"])
    try:
        return clean(page)
    except InputError:
        return CleanPage(text="")


def _bodies(folder: Path) -> dict[str, float]:
    precision = recall = number = kept = 0.0
    for row in _rows(folder):
        wanted, got = _grams(row["text"]), _grams(_cleaned(folder, row).text)
        same = sum((wanted & got).values())
        precision += same / max(1, sum(got.values()))
        recall += same / max(1, sum(wanted.values()))
        number += 1
        kept += _is_kept(row["text"])
    p, r = precision / number, recall / number
    return {
        "pages.aeb.clean_bodies_kept": 100 * kept / number,
        "pages.aeb.body_f1": 200 * p * r / (p + r),
        "pages.aeb.body_p": 100 * p,
        "pages.aeb.body_r": 100 * r,
    }


def _is_kept(text: str) -> bool:
    """Whether repairs leave a clean text as it is, white space and characters that show nothing apart."""
    return all(one.rule in _INVISIBLE for one in repair(text).repairs)


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + _GRAM]) for at in range(max(1, len(words) - _GRAM + 1)))


def _metadata(folder: Path) -> dict[str, float]:
    hits: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for row in _rows(folder):
        page = _cleaned(folder, row)
        for name, wanted, right in (
            ("title", row["title"], _same_title(page.title or "", row["title"] or "")),
            ("date", row["date"], (page.published or "")[:10] == row["date"]),
            ("authors", row["authors"], {*map(fold, page.authors)} == {*map(fold, row["authors"] or [])}),
            ("people", _people(row), {*map(fold, page.authors)} == _people(row)),
        ):
            asked[name] += bool(wanted)
            hits[name] += bool(wanted) and right
        asked["false_author"] += not row["authors"]
        hits["false_author"] += not row["authors"] and bool(page.authors)
    return {f"pages.fundus.{name}": 100 * hits[name] / max(1, number) for name, number in asked.items()}


def _people(row: dict[str, Any]) -> set[str]:
    """The gold's authors less the outlets, agencies and desks among them, which are no authors here."""
    return {fold(name) for name in row["authors"] or [] if people(name) and fold(name) not in fold(row["publisher"])}


def _same_title(mine: str, wanted: str) -> bool:
    one, other = sorted((fold(mine), fold(wanted)), key=len)
    return one == other or (len(one) >= 20 and other.startswith(one))
