"""The events of a store's articles as linking compares them; those asked for last are in memory."""

from collections.abc import Iterable

from sqlalchemy import Connection

from onrecord.decisions import Subject, find
from onrecord.decisions.retyped import under_any_type
from onrecord.grouping.happenings import Happening
from onrecord.grouping.likeness import Traits
from onrecord.linking.happenings import article_of, happenings_of, key_of
from onrecord.linking.reading import read
from onrecord.model.record import Event
from onrecord.store.decided import decisions_on

_MOST = 4_000  # articles in memory, besides those that are asked for together


class Events:
    """Events by their keys; an article is read from the store when it is first asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._of: dict[str, dict[str, Happening]] = {}  # article → key → event
        self._ids: dict[str, dict[str, str]] = {}  # article → key → id in the record
        self._traits: dict[str, dict[str, Traits]] = {}  # article → key → the event as it is compared

    def of(self, articles: Iterable[str]) -> list[Happening]:
        """The events of these articles, each once, by article; none of one that is not in the store."""
        wanted = sorted(set(articles))
        for article in wanted:
            if article in self._of:  # the last that was asked for is the last to go
                self._of[article] = self._of.pop(article)
        missing = [article for article in wanted if article not in self._of]
        for article in list(self._of)[: max(0, len(self._of) + len(missing) - max(_MOST, len(wanted)))]:
            del self._of[article], self._ids[article], self._traits[article]
        for found in read(self._connection, missing):
            record = found.record
            happenings = happenings_of(found.text, record, found.origin)
            self._of[record.id] = {one.key: one for one in happenings}
            self._traits[record.id] = {}
            self._ids[record.id] = {key_of(record.id, event): event.id for event in reversed(record.events)}
        return [happening for article in wanted for happening in self._of.get(article, {}).values()]

    def __getitem__(self, key: str) -> Happening:
        return self._of[article_of(key)][key]

    def __contains__(self, key: str) -> bool:
        return key in self._of.get(article_of(key), ())

    def traits(self, key: str) -> Traits:
        """An event as it is compared."""
        known = self._traits[article_of(key)]
        if key not in known:
            known[key] = Traits(self[key])
        return known[key]

    def identity(self, key: str) -> str:
        """The id of the event in the record as it stands."""
        return self._ids[article_of(key)][key]

    def named(self, subject: Subject) -> str | None:
        """The key of the event that a decision names; null if it is not there any more."""
        of_event = Subject("event", subject.article, subject.spans, subject.type)
        for found in read(self._connection, [subject.article]):
            for name in under_any_type(of_event, decisions_on(self._connection, subject.article)):
                event = find(found.record, name, of_type=True)
                if isinstance(event, Event):
                    return key_of(found.record.id, event)
        return None
