"""``onrecord vote`` and ``onrecord rank``: readers' votes, and the order they help to make."""

from typing import Annotated, get_args

import typer

from onrecord.cli import tables
from onrecord.cli.asking import LimitOption, StoreArgument
from onrecord.cli.clock import AtOption, at_or_now
from onrecord.cli.tables import Format, FormatOption
from onrecord.errors import InputError
from onrecord.query import RankRow, ask_rank
from onrecord.query.naming import subjects_named
from onrecord.query.ranking import RankedKind
from onrecord.store import open_store
from onrecord.store.connection import transaction
from onrecord.store.voting import Vote, put_vote

_COLUMNS = ("place", "id", "title", "published", "points", "rank", "why")


def vote(
    record: StoreArgument,
    what: Annotated[str, typer.Argument(metavar="WHAT", help="ARTICLE, ARTICLE/s1 (a statement) or fact:ID")],
    vote_: Annotated[str, typer.Argument(metavar="up|down|none")],
    by: Annotated[str, typer.Option("--by", metavar="PERSON", help="who votes")],
    at: AtOption = None,
) -> None:
    """Vote an article, statement or fact up or down, or take the vote back: one a person, the last one counts.

    A vote on a fact stays with it through merges: it hangs on the fact's first report.

    Example: onrecord vote record.db fact:0d5be3a19c42 up --by reader-17
    """
    if vote_ not in get_args(Vote):
        raise typer.BadParameter(f"{vote_!r}: one of {', '.join(get_args(Vote))}", param_hint="VOTE")
    with open_store(record) as store, transaction(store.engine, write=True) as connection:
        subject = subjects_named(connection, what)[0]
        if subject.kind not in ("article", "statement", "fact"):
            raise InputError(f"votes are for articles, statements and facts, not for a {subject.kind}")
        put_vote(connection, by, subject, vote_, at_or_now(at))  # type: ignore[arg-type]


def rank(
    record: StoreArgument,
    now: Annotated[str, typer.Option("--now", metavar="DATE", help="ISO date or date-time that ages are told from")],
    kind: Annotated[str, typer.Option(metavar="|".join(get_args(RankedKind)), help="what is ranked")] = "facts",
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List facts, articles or statements by rank, each with the terms that it is made of.

    Votes (by the lower bound of their share), independent outlets, novelty and age, less for every one above that rests
    on the same single outlet.

    Example: onrecord rank record.db --now 2024-05-31 --limit 20
    """
    if kind not in get_args(RankedKind):
        raise typer.BadParameter(f"{kind!r}: one of {', '.join(get_args(RankedKind))}", param_hint="--kind")
    with open_store(record) as store:
        tables.write(ask_rank(store, kind, now, limit), RankRow, _COLUMNS, form)  # type: ignore[arg-type]
