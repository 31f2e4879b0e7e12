"""Values as cells of a table of text: flat, and safe from spreadsheets that would run them."""

import json
import re
from typing import Any

# What a spreadsheet takes for a formula, also in full width; and our own mark, so that it can be taken off again.
_FORMULA = re.compile(r"['=+\-@\t\r\n＝＋－＠]")
_BREAKS = re.compile("[\x00\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")  # whatever some program ends a line or cell at


def flat(value: Any) -> str:
    """A text as it is, null as nothing, the rest as JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def guarded(cell: str) -> str:
    """A cell with an apostrophe before it where a spreadsheet would run it; numbers stay numbers."""
    is_number = re.fullmatch(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", cell, re.ASCII) is not None
    return f"'{cell}" if _FORMULA.match(cell) and not is_number else cell


def line(cells: list[str]) -> bytes:
    """Guarded cells apart by tabs, which with line ends become blanks within a cell: GDELT's and ICEWS' own form."""
    return ("\t".join(guarded(_BREAKS.sub(" ", cell).strip()) for cell in cells) + "\n").encode("utf-8", "replace")
