"""Questions kept under a name: put away, taken out, asked again, carried to another store as JSON lines."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec

from onrecord.errors import InputError, LineError
from onrecord.query.asking import Answers
from onrecord.query.kinds import KINDS
from onrecord.query.linked import EntityQuestion, FactQuestion, ask_entities, ask_facts
from onrecord.query.questions import Question
from onrecord.store import Store
from onrecord.store.saving import SavedRow, Saving

ANYBODY = "reader"  # whose a question is where nobody has a name, as on a server of one's own

QUESTIONS: Mapping[str, type[Any]] = {
    **{kind: of.question for kind, of in KINDS.items()},
    "facts": FactQuestion,
    "entities": EntityQuestion,
}
_LONGEST = 200


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """A question under its name: whose it is, of which kind, what it asks, and when it was kept (ISO date-time)."""

    person: str
    name: str
    kind: str
    question: Any
    made: str

    @property
    def asked(self) -> dict[str, Any]:
        """The fields of the question that ask for something."""
        return _asked(self.question)

    @property
    def words(self) -> str:
        """The same as one reads it: ``type REQUEST; since 2024``."""
        listed = ((name, value if isinstance(value, list | tuple) else [value]) for name, value in self.asked.items())
        return "; ".join(f"{name} {', '.join(map(str, values))}" for name, values in listed)


class _Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question as it is written out; ``schema`` is the version of the form."""

    schema: Literal["onrecord-question/1"] = "onrecord-question/1"
    person: str
    name: str
    kind: str
    question: dict[str, Any]
    made: str


def save(store: Store, name: str, question: Any, now: str, person: str = ANYBODY) -> Saved:
    """Keeps a question under a name; another one that this person keeps under it gives way.

    Raises:
        InputError: the name is empty or longer than 200 letters, or this is no question that can be asked.
        StoreError: the store cannot be written.
    """
    kind = next((kind for kind, of in QUESTIONS.items() if type(question) is of), None)
    if kind is None:
        raise InputError(f"no question to a store: {type(question).__name__}")
    answers(store, question)  # what cannot be asked is not kept
    Saving(store.engine).keep(_row(person, _name(name), kind, question, now))
    return saved(store, _name(name), person)


def rename(store: Store, name: str, new: str, person: str = ANYBODY) -> None:
    """Gives a question another name.

    Raises:
        InputError: the new name is empty or too long.
        StoreError: there is none of the old name, or one of the new name already.
    """
    Saving(store.engine).rename(person, name, _name(new))


def remove(store: Store, name: str, person: str = ANYBODY) -> None:
    """Takes a question away.

    Raises:
        StoreError: there is none of this name.
    """
    Saving(store.engine).remove(person, name)


def saved(store: Store, name: str, person: str = ANYBODY) -> Saved:
    """The question of this name.

    Raises:
        StoreError: there is none.
        InputError: it was kept by a later version, which asks for more.
    """
    return _read(Saving(store.engine).of(person, name))


def all_saved(store: Store, person: str | None = None) -> list[Saved]:
    """The questions of one person or of all, by person and name.

    Raises:
        InputError: one was kept by a later version, which asks for more.
    """
    return [_read(row) for row in Saving(store.engine).all(person)]


def ask_saved(store: Store, name: str, person: str = ANYBODY) -> Iterable[Any]:
    """The answers to a question under its name: :class:`Answers`, or the rows of facts or entities.

    Raises:
        StoreError: there is none of this name.
    """
    question = saved(store, name, person).question
    return answers(store, question)


def answers(store: Store, question: Any) -> Iterable[Any]:
    """The answers to a question of any kind."""
    if isinstance(question, FactQuestion):
        return ask_facts(store, question)
    if isinstance(question, EntityQuestion):
        return ask_entities(store, question)
    found: Question = question
    return Answers[Any](store, found)


def line_of(question: Saved) -> str:
    """A question as a line of JSON, escaped beyond ASCII, without the line feed."""
    kept = {name: getattr(question, name) for name in ("person", "name", "kind", "made")}
    return json.dumps(msgspec.to_builtins(_Line(question=question.asked, **kept)), separators=(",", ":"))


def saved_from(lines: Iterable[str | bytes]) -> Iterator[Saved]:
    """The questions of JSON lines, empty ones left out.

    Raises:
        LineError: a line holds no question.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = msgspec.convert(json.loads(line), _Line)
            kept = {name: getattr(found, name) for name in ("person", "kind", "made")}
            yield Saved(name=_name(found.name), question=made(found.kind, found.question), **kept)
        except (ValueError, RecursionError, InputError) as error:  # msgspec's and json's errors are ValueErrors
            raise LineError(f"line {number}: no question as onrecord questions --json writes it: {error}") from error


def take_in(store: Store, found: Iterable[Saved]) -> int:
    """Keeps questions that come from elsewhere, whose they were; gives how many."""
    count = 0
    for each in found:
        Saving(store.engine).keep(_row(each.person, each.name, each.kind, each.question, each.made))
        count += 1
    return count


def _row(person: str, name: str, kind: str, question: Any, made: str) -> SavedRow:
    text = json.dumps(_asked(question), separators=(",", ":"), sort_keys=True)
    return SavedRow(person=person, name=name, kind=kind, question=text, made=made)


def _read(row: SavedRow) -> Saved:
    read = made(row.kind, json.loads(row.question))
    return Saved(person=row.person, name=row.name, kind=row.kind, question=read, made=row.made)


def made(kind: str, asked: dict[str, Any]) -> Any:
    """The question of a kind with these fields.

    Raises:
        InputError: there is no such kind or field, or a value is of the wrong type.
    """
    if kind not in QUESTIONS:
        raise InputError(f"{kind!r}: questions are about {', '.join(QUESTIONS)}")
    if unknown := sorted(asked.keys() - set(QUESTIONS[kind].__struct_fields__)):
        raise InputError(f"no {unknown[0]!r} in a question about {kind}")
    try:
        return msgspec.convert(asked, QUESTIONS[kind])
    except msgspec.ValidationError as error:
        raise InputError(f"a question about {kind}: {error}") from error


def _asked(question: Any) -> dict[str, Any]:
    default = type(question)()
    values = msgspec.to_builtins(question)
    return {
        name: values[name]
        for name in question.__struct_fields__
        if getattr(question, name) != getattr(default, name)
    }  # fmt: skip


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not 0 < len(name) <= _LONGEST:
        raise InputError(f"a name of 1 to {_LONGEST} letters is needed, this one has {len(name)}")
    return name
