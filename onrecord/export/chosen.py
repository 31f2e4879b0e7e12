"""What is exported: the answers to a question, or the articles they are from, as far as a profile lets them out."""

from collections.abc import Iterator
from typing import Any

from onrecord.decisions import Decision
from onrecord.export.profile import Profile
from onrecord.model.record import Record
from onrecord.query import Answers, Question
from onrecord.query.kinds import Kind
from onrecord.store import Store, StoredArticle
from onrecord.store.connection import transaction
from onrecord.store.decided import decisions_on
from onrecord.store.readings import Reading, readings_of


class Chosen:
    """The answers to a question, taken from the store as they are written."""

    def __init__(self, store: Store, question: Question, profile: Profile | None = None) -> None:
        self._answers: Answers[Any] = Answers(store, question)
        self._store = store
        self._profile = profile or Profile()

    @property
    def kind(self) -> Kind:
        """What kind of answers they are."""
        return self._answers.kind

    def rows(self) -> Iterator[Any]:
        """The answers, one row each."""
        return map(self._profile.row, self._answers)

    def articles(self, *, by_arrival: bool = False) -> Iterator[StoredArticle]:
        """The articles that the answers are from, each once, in the order of the answers, or of their arrival."""
        found = dict.fromkeys(row.article for row in self._answers)
        for identity in self._store.by_arrival(found) if by_arrival else found:
            yield self._profile.article(self._store.article(identity))

    def readings(self, identity: str) -> list[tuple[Reading, Record]]:
        """Every reading of an article, in order; none if a profile leaves something out."""
        if self._profile.parts:
            return []
        with transaction(self._store.engine) as connection:
            return readings_of(connection, identity)

    def decisions(self, identity: str) -> tuple[Decision, ...]:
        """Every decision about an article, in order; none if a profile leaves something out."""
        if self._profile.parts:
            return ()
        with transaction(self._store.engine) as connection:
            return tuple(decisions_on(connection, identity))
