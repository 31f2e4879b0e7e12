"""``onrecord decisions`` and ``onrecord bench``: what people decided, taken out, taken in, and used as gold."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import tables
from onrecord.cli.asking import ArticleOption, StoreArgument
from onrecord.cli.clock import AtOption, at_or_now
from onrecord.cli.lines import opened
from onrecord.cli.tables import Format, FormatOption
from onrecord.decisions import decisions_from, line_of
from onrecord.query import DecisionRow, JudgedRow, ask_decisions, ask_judged
from onrecord.query.agreeing import AgreementRow, VerdictRow, ask_agreement, ask_verdicts
from onrecord.store import open_store
from onrecord.store.connection import transaction
from onrecord.store.decided import decisions_on, put_decisions

_COLUMNS = ("id", "time", "author", "action", "kind", "article", "words", "field", "value", "reason", "state")
_AGREEMENT = AgreementRow.__struct_fields__
_VERDICTS = ("article", "kind", "value", "words", "verdicts")
_JUDGED = ("kind", "rule", "band", "judged", "accepted", "rejected", "edited", "missed", "share")


def decisions(
    record: StoreArgument,
    article: ArticleOption = None,
    json_: Annotated[bool, typer.Option("--json", help="as JSON lines that --import takes")] = False,
    import_: Annotated[
        str | None, typer.Option("--import", metavar="FILE", help="take in such lines; - is stdin")
    ] = None,
    unapplied: Annotated[bool, typer.Option("--unapplied", help="only those that no longer find their value")] = False,
    agreement: Annotated[bool, typer.Option("--agreement", help="how far reviewers agree, by kind and pair")] = False,
    differing: Annotated[bool, typer.Option("--differing", help="values on which reviewers differ")] = False,
    form: FormatOption = Format.TABLE,
    at: AtOption = None,
) -> None:
    """List what people decided, and what became of it; take decisions out as JSON lines, or take them in.

    --agreement holds the verdicts of every two reviewers on the same values against each other: the share that is the
    same, Cohen's kappa, Krippendorff's alpha (nominal; of all of them, too); --differing lists where they are not.

    A decision names what it is about by article and place, so that it outlives a reread and goes to another store.

    Example: onrecord decisions record.db --json > decisions.jsonl
    """
    with open_store(record) as store:
        if import_ is not None:
            time = at_or_now(at)
            with opened(import_) as lines, transaction(store.engine, write=True) as connection:
                new = put_decisions(connection, decisions_from(lines), time)
            typer.echo(f"{len(new)} new decisions", err=True)
        elif agreement:
            tables.write(ask_agreement(store), AgreementRow, _AGREEMENT, form)
        elif differing:
            rows_ = (row for row in ask_verdicts(store) if row.differs and article in (None, row.article))
            tables.write(rows_, VerdictRow, _VERDICTS, form)
        elif json_:
            with transaction(store.engine) as connection:
                for decision in decisions_on(connection, article):
                    sys.stdout.write(line_of(decision) + "\n")
        else:
            rows = ask_decisions(store, article)
            wanted = (row for row in rows if not unapplied or row.state not in ("applied", "undone", "holds"))
            tables.write(wanted, DecisionRow, _COLUMNS, form)


def bench(
    from_decisions: Annotated[Path, typer.Option("--from-decisions", metavar="RECORD", help="a record store")],
    form: FormatOption = Format.TABLE,
) -> None:
    """Hold what was read against people's decisions: the share accepted by kind, rule and confidence.

    Example: onrecord bench --from-decisions record.db
    """
    with open_store(from_decisions) as store:
        tables.write(ask_judged(store), JudgedRow, _JUDGED, form)
