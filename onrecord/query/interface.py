"""The questions as calls: each takes the fields of its question by name."""

from collections.abc import Iterable
from typing import Any

import msgspec

from onrecord.errors import InputError
from onrecord.query.answers import ActorRow, ArticleRow, EventRow, PlaceRow, StatementRow, TimeRow
from onrecord.query.asking import Answers
from onrecord.query.counting import Spot
from onrecord.query.kinds import KINDS
from onrecord.query.questions import EventQuestion
from onrecord.query.saved import ANYBODY, ask_saved
from onrecord.store import Store


class Asking:
    """Questions to a store; a single value will do where a question takes several."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def events(self, **asked: Any) -> Answers[EventRow]:
        """Events; fields as in :class:`onrecord.query.EventQuestion`, and so below."""
        return self.ask("events", asked)

    def statements(self, **asked: Any) -> Answers[StatementRow]:
        """Statements."""
        return self.ask("statements", asked)

    def actors(self, **asked: Any) -> Answers[ActorRow]:
        """Actors, one for each article they are in."""
        return self.ask("actors", asked)

    def places(self, **asked: Any) -> Answers[PlaceRow]:
        """Toponyms."""
        return self.ask("places", asked)

    def times(self, **asked: Any) -> Answers[TimeRow]:
        """Expressions of time."""
        return self.ask("times", asked)

    def articles(self, **asked: Any) -> Answers[ArticleRow]:
        """Articles."""
        return self.ask("articles", asked)

    def saved(self, name: str, person: str = ANYBODY) -> Iterable[Any]:
        """The answers to the question that a person keeps under a name: Answers, or the rows of facts or entities.

        Raises:
            StoreError: there is none of this name.
        """
        return ask_saved(self._store, name, person)

    def where(self, question: EventQuestion, limit: int) -> list[Spot]:
        """The places of the events that fit, each once, those with most events first."""
        return Answers[EventRow](self._store, question).where(limit)

    def ask(self, kind: str, asked: dict[str, Any]) -> Answers[Any]:
        """The answers of a kind of :data:`onrecord.query.KINDS` to what is asked.

        Raises:
            InputError: there is no such kind or field, or a value is of the wrong type or range.
        """
        if kind not in KINDS:
            raise InputError(f"{kind!r}: a store is asked for {', '.join(KINDS)}")
        question = KINDS[kind].question
        several = {field.name for field in msgspec.structs.fields(question) if field.default == ()}
        listed = {name: (value,) for name, value in asked.items() if name in several and isinstance(value, str)}
        try:
            return Answers(self._store, msgspec.convert(asked | listed, question))
        except msgspec.ValidationError as error:
            raise InputError(f"a question about {kind}: {error}") from error
