"""What is exported: the answers to a question, or the articles they are from, as far as a profile lets them out."""

from collections.abc import Iterator
from typing import Any

from onrecord.export.profile import Profile
from onrecord.query import Answers, Question
from onrecord.query.kinds import Kind
from onrecord.store import Store, StoredArticle


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
