"""Values as cells of a table of text: flat, and safe from spreadsheets that would run them."""

import json
import re
from typing import Any

# What a spreadsheet takes for a formula, or for our own mark of one.
_FORMULA = re.compile(r"['=+\-@\t\r]")


def flat(value: Any) -> str:
    """A text as it is, null as nothing, the rest as JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def guarded(cell: str) -> str:
    """A cell with an apostrophe before it where a spreadsheet would run it; numbers stay numbers."""
    is_number = re.fullmatch(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", cell, re.ASCII) is not None
    return f"'{cell}" if _FORMULA.match(cell) and not is_number else cell


def unguarded(cell: str) -> str:
    """The cell as it was before :func:`guarded`."""
    return cell[1:] if cell.startswith("'") else cell


def line(cells: list[str]) -> bytes:
    """Cells apart by tabs, which with line ends become blanks within a cell: GDELT's and ICEWS' own form."""
    return ("\t".join(re.sub(r"[\t\r\n]+", " ", cell) for cell in cells) + "\n").encode("utf-8", "replace")
