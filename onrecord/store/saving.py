"""Questions that people keep under a name, in a store; and that they go when what they name is forgotten."""

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, select

from onrecord.errors import StoreError
from onrecord.store.connection import transaction
from onrecord.store.schema import actors
from onrecord.store.schema_questions import questions

_WORD = re.compile(r"\w+")
# The fields of questions in which somebody can be named; the others are of words of ours, as REQUEST.
_NAMING = frozenset(
    "id article story actor source target dyad name wikidata outlet original_outlet place words text title".split()
)


class SavedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A question as it is kept: whose it is, its name, its kind, and its fields as JSON."""

    person: str
    name: str
    kind: str
    question: str
    made: str


class Saving:
    """The questions kept in a store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, row: SavedRow) -> None:
        """Keeps a question; one of the same person and name gives way.

        Raises:
            StoreError: the store cannot be written.
        """
        with transaction(self._engine, write=True) as connection:
            connection.execute(questions.delete().where(*_is(row.person, row.name)))
            connection.execute(questions.insert().values(**msgspec.structs.asdict(row)))

    def rename(self, person: str, name: str, new: str) -> None:
        """Gives a question another name.

        Raises:
            StoreError: there is none of the old name, or one of the new name already.
        """
        with transaction(self._engine, write=True) as connection:
            if name != new and connection.execute(select(questions.c.name).where(*_is(person, new))).first():
                raise StoreError(f"{person} keeps a question {new!r} already; remove it first")
            changed = connection.execute(questions.update().where(*_is(person, name)).values(name=new))
            if not changed.rowcount:
                raise _missing(person, name)

    def remove(self, person: str, name: str) -> None:
        """Takes a question away.

        Raises:
            StoreError: there is none of this name.
        """
        with transaction(self._engine, write=True) as connection:
            if not connection.execute(questions.delete().where(*_is(person, name))).rowcount:
                raise _missing(person, name)

    def all(self, person: str | None = None) -> list[SavedRow]:
        """The questions of one person or of all, by person and name."""
        query = select(questions).order_by(questions.c.person, questions.c.name)
        if person is not None:
            query = query.where(questions.c.person == person)
        with transaction(self._engine) as connection:
            return [SavedRow(**row) for row in connection.execute(query).mappings()]

    def of(self, person: str, name: str) -> SavedRow:
        """One question.

        Raises:
            StoreError: there is none of this name.
        """
        with transaction(self._engine) as connection:
            row = connection.execute(select(questions).where(*_is(person, name))).mappings().first()
        if row is None:
            raise _missing(person, name)
        return SavedRow(**row)


def forget_questions(connection: Connection, what: str) -> int:
    """Takes away every question that names ``what`` (an article's id, an outlet, an actor's name or item).

    Call it before the values themselves go: an actor told by its Wikidata item is looked up by its names. A question
    names somebody by the whole name or by some words of it ("Quispe"). Gives how many went.
    """
    known = select(actors.c.name).where(actors.c.wikidata == what).distinct()
    named = [what, *connection.execute(known).scalars()]
    rows = connection.execute(select(questions)).mappings().all()
    gone = [row for row in rows if any(_names(row, each) for each in named)]
    for row in gone:
        connection.execute(questions.delete().where(*_is(row["person"], row["name"])))
    return len(gone)


def _names(row: Any, what: str) -> bool:
    whole = what.casefold()
    words = set(_WORD.findall(whole))
    asked = {name: value for name, value in json.loads(row["question"]).items() if name in _NAMING}
    texts = [text.casefold() for text in _texts(asked)]
    return whole in row["name"].casefold() or any(whole in text or _is_part(text, words) for text in texts)


def _is_part(text: str, words: set[str]) -> bool:
    """Whether all words of a text, of three letters at least, are among those of a name."""
    mine = set(_WORD.findall(text))
    return bool(mine) and mine <= words and max(map(len, mine)) > 2


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split(">")  # a pair of sides
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _is(person: str, name: str) -> tuple[Any, Any]:
    return questions.c.person == person, questions.c.name == name


def _missing(person: str, name: str) -> StoreError:
    return StoreError(f"there is no question {name!r} of {person}")
