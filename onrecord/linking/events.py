"""The events of a store's articles as linking compares them, read once each."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from onrecord.decisions import Subject, find
from onrecord.decisions.retyped import under_any_type
from onrecord.grouping.happenings import Happening
from onrecord.linking.happenings import happenings_of, key_of
from onrecord.linking.reading import read
from onrecord.model.record import Event, Record
from onrecord.store.decided import decisions_on


class Events:
    """Events by their keys; an article is read from the store when it is first asked for."""

    def __init__(self, connection: Connection, origins: Mapping[str, str]) -> None:
        self._connection = connection
        self._origins = origins
        self._records: dict[str, Record] = {}
        self._of: dict[str, list[Happening]] = {}
        self._by_key: dict[str, Happening] = {}
        self._ids: dict[str, str] = {}

    def of(self, articles: Iterable[str]) -> list[Happening]:
        """The events of these articles, each once, by article; none of one that is not in the store."""
        wanted = sorted(set(articles))
        for found in read(self._connection, [one for one in wanted if one not in self._of], self._origins):
            record = found.record
            happenings = happenings_of(found.text, record, found.origin)
            by_key = {one.key: one for one in happenings}
            self._of[record.id] = list(by_key.values())
            self._by_key |= by_key
            self._records[record.id] = record
            self._ids |= {key_of(record.id, event): event.id for event in reversed(record.events)}
        return [happening for article in wanted for happening in self._of.get(article, ())]

    def __getitem__(self, key: str) -> Happening:
        return self._by_key[key]

    def __contains__(self, key: str) -> bool:
        return key in self._by_key

    def identity(self, key: str) -> str:
        """The id of the event in the record as it stands."""
        return self._ids[key]

    def named(self, subject: Subject) -> str | None:
        """The key of the event that a decision names; null if it is not there any more."""
        self.of([subject.article])
        record = self._records.get(subject.article)
        if record is None:
            return None
        of_event = Subject("event", subject.article, subject.spans, subject.type)
        for name in under_any_type(of_event, decisions_on(self._connection, subject.article)):
            event = find(record, name, of_type=True)
            if isinstance(event, Event):
                return key_of(record.id, event)
        return None
