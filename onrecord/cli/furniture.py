"""``onrecord furniture``: pages of an outlet in, the lines that it repeats out."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from onrecord.cli.lines import OutOption
from onrecord.config import Settings, load
from onrecord.errors import InputError
from onrecord.model.page import CleanPage, Rejected


def furniture(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="saved pages; folders and - work too")],
    out: OutOption = "-",
) -> None:
    """Learn the lines that an outlet repeats on its pages, and are no part of an article.

    Look through the table, take out what should stay, and name it in the setting "furniture": ``clean`` and ``read``
    then leave those lines out, each page alone, whatever else is read with it.

    Example: onrecord furniture saved-pages/ --out furniture.json
    """
    from onrecord.clean.learned import learn
    from onrecord.resources.learned import shown

    table = learn(_articles(files, msgspec.structs.replace(load(), furniture="")))
    if out == "-":
        sys.stdout.write(shown(table))
    else:
        try:
            Path(out).write_text(shown(table), encoding="utf-8", errors="surrogatepass")
        except OSError as error:
            raise InputError(f"the table cannot be written to {out}: {error}") from error
    sys.stderr.write(f"{sum(map(len, table.values()))} lines of {len(table)} outlets\n")


def _articles(files: list[str], settings: Settings) -> Iterator[CleanPage]:
    """The articles that are no copies; a page that cannot be read is named and left out."""
    from onrecord.grouping import Copies, Text
    from onrecord.ingest import pages
    from onrecord.pipeline.intake import cleaned

    seen = Copies()
    number = 0
    for page in pages(files, settings):
        if isinstance(page, Rejected):
            sys.stderr.write(f"{page.location}: [{page.code}] {page.message}\n")
            continue
        try:
            article = cleaned(page, settings)
        except InputError as error:
            sys.stderr.write(f"{page.location}: {error}\n")
            continue
        if seen.add(Text("", article.text).words()) == number:
            yield article
        number += 1
