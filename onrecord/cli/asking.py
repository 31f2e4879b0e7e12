"""Commands that ask a store, made of the definitions of the questions: a field there is an option here."""

import inspect
import sys
from collections.abc import Callable
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec
import typer

from onrecord.cli import tables
from onrecord.cli.clock import at_or_now
from onrecord.cli.tables import Format, FormatOption
from onrecord.query import KINDS, Answers, Count, Question
from onrecord.query.counting import Unit
from onrecord.query.saved import ANYBODY, save
from onrecord.store import Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.search import can_be_searched

StoreArgument = Annotated[str, typer.Argument(metavar="RECORD", help="a record store")]
# Options of commands that are not made of a question.
ArticleOption = Annotated[str | None, typer.Option(metavar="ID", help="of this article only")]
SinceOption = Annotated[str | None, typer.Option(metavar="DATE", help="ISO date, month or year")]
UntilOption = Annotated[str | None, typer.Option(metavar="DATE", help="ISO date, month or year, included")]
LimitOption = Annotated[int | None, typer.Option(min=1, help="at most so many (default: all)")]
OffsetOption = Annotated[int, typer.Option(min=0, help="leave out so many first")]
Command = Callable[..., None]
SHOWN: dict[str, tuple[str, ...]] = {}  # kind → columns of its table, as the commands below give them

_EXTRA: dict[str, Any] = {
    "count": Annotated[bool, typer.Option("--count", help="only how many there are")],
    "over": Annotated[Unit | None, typer.Option("--over", help="how many in each unit of time")],
    "by": Annotated[str | None, typer.Option("--by", metavar="COLUMN", help="how many of each value of a column")],
    "page": Annotated[bool, typer.Option("--page", help="a page, with the cursor of the next on standard error")],
    "cursor": Annotated[str | None, typer.Option("--cursor", metavar="CURSOR", help="the page after this one")],
    "save": Annotated[str | None, typer.Option("--save", metavar="NAME", help="keep the question under a name, too")],
    "person": Annotated[str, typer.Option("--person", metavar="NAME", help="with --save, whose it is")],
    "form": FormatOption,
}
_DEFAULTS: dict[str, Any] = {"count": False, "page": False, "form": Format.TABLE, "listed": False, "person": ANYBODY}


def command(kind: str, columns: tuple[str, ...], about: str) -> Command:
    """A command that asks for a kind of answer; its table shows ``columns``, ``about`` is its help."""

    def ask(record: str, **given: Any) -> None:
        extra = {name: given.pop(name) for name in _EXTRA}
        question = made(KINDS[kind].question, given)
        name, person = extra.pop("save"), extra.pop("person")
        with open_store(record) as store:
            if name:
                save(store, name, question, at_or_now(None), person)
            _note(store, question)
            _show(Answers(store, question), columns, **extra)

    SHOWN[kind] = columns
    return with_options(ask, KINDS[kind].question, _EXTRA, about, kind)


def _note(store: Store, question: Question) -> None:
    if question.words or getattr(question, "text", None):
        with transaction(store.engine) as connection:
            if not can_be_searched(connection):
                sys.stderr.write("some articles were kept without text (--no-text); words are not looked for in them\n")


def with_options(ask: Command, question: type[Question], extra: dict[str, Any], about: str, name: str) -> Command:
    """``ask`` with the options of a question and ``extra`` ones, as its signature."""
    options = {field: _option(field, hint) for field, hint in get_type_hints(question, include_extras=True).items()}
    kinds = {"record": StoreArgument, **options, **extra}
    defaults = {"record": inspect.Parameter.empty, "min_confidence": 0.0} | _DEFAULTS
    parameters = [
        inspect.Parameter(each, inspect.Parameter.KEYWORD_ONLY, default=defaults.get(each), annotation=of)
        for each, of in kinds.items()
    ]
    ask.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    ask.__annotations__ = kinds
    ask.__doc__, ask.__name__ = about, name
    return ask


def made(question: type[Question], given: dict[str, Any]) -> Any:
    """A question of what options gave."""
    told: dict[str, Any] = {name: tuple(of) if isinstance(of, list) else of for name, of in given.items() if of}
    return msgspec.structs.replace(question(), **told)


def _option(name: str, hint: Any) -> Any:
    kind, meta = get_args(hint)
    extra: dict[str, Any] = meta.extra or {}
    if get_origin(kind) is not tuple:
        limits = {name: extra[name] for name in ("min", "max") if name in extra}
        option = typer.Option(f"--{_dashed(name)}", metavar=extra["metavar"], help=meta.description, **limits)
        return Annotated[kind, option]
    known = extra["known"]

    def check(values: list[str] | None) -> list[str] | None:
        if unknown := [value for value in values or () if known and value not in known]:
            raise typer.BadParameter(f"{unknown[0]!r}: one of {', '.join(known)}")
        return values

    option = typer.Option(f"--{_dashed(name)}", metavar=extra["metavar"], help=meta.description, callback=check)
    return Annotated[list[str] | None, option]


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def _show(
    answers: Answers[Any],
    columns: tuple[str, ...],
    *,
    count: bool,
    over: Unit | None,
    by: str | None,
    page: bool,
    cursor: str | None,
    form: Format,
) -> None:
    if count:
        sys.stdout.write(f"{answers.count()}\n")
    elif over is not None:
        tables.write(answers.over_time(over), Count, ("value", "count"), form)
    elif by is not None:
        tables.write(answers.by(by, answers.question.limit), Count, ("value", "count"), form)
    elif page or cursor:
        found = answers.page(cursor, answers.question.limit or 50)
        tables.write(found.rows, answers.kind.row, columns, form)
        if found.next:
            sys.stderr.write(f"next: --cursor {found.next}\n")
    else:
        tables.write(answers, answers.kind.row, columns, form)
