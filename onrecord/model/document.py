"""An article while it is being read: its text, which never changes, and one typed layer after another."""

import msgspec

from onrecord.model.mention import Mention
from onrecord.model.record import Actor, Event, Failure, Place, Record, Statement, Time
from onrecord.model.span import Span
from onrecord.model.token import EMPTY, Parse


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A text with its metadata and the layers that stages add.

    ``published`` is the ISO date, month or date-time of publication as far as it is known; ``outlet`` who published.
    ``withheld`` are events that were read and are too unsure for the record.
    A stage returns a new document by :meth:`with_layers`; a layer nobody has added is empty.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    parse: Parse = EMPTY
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    withheld: tuple[Event, ...] = ()
    failures: tuple[Failure, ...] = ()

    def with_layers(self, **layers: object) -> "Document":
        """The same document with ``layers`` added or replaced."""
        return msgspec.structs.replace(self, **layers)

    def mention_at(self, index: int) -> Mention | None:
        """The mention whose head is the token ``index``, or the shortest one that covers that token."""
        start = self.parse.tokens[index].start
        covering = [mention for mention in self.mentions if mention.span.start <= start < mention.span.end]
        return min(
            covering, key=lambda mention: (mention.head != index, mention.span.end - mention.span.start), default=None
        )

    def mention_headed(self, index: int) -> Mention | None:
        """The mention whose head is the token ``index``."""
        return next((mention for mention in self.mentions if mention.head == index), None)

    def actor(self, identity: str | None) -> Actor | None:
        """The actor with the id ``identity``."""
        return next((actor for actor in self.actors if actor.id == identity), None)

    def statement_at(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds all of ``span``."""
        holding = [statement for statement in self.statements if any(part.contains(span) for part in statement.content)]
        return min(
            holding, key=lambda statement: sum(part.end - part.start for part in statement.content), default=None
        )

    def paragraph_at(self, offset: int) -> Span:
        """The line of the text that holds the code point ``offset``."""
        end = self.text.find("\n", offset)
        return Span(self.text.rfind("\n", 0, offset) + 1, len(self.text) if end < 0 else end)

    def record(self) -> Record:
        """The public form of what has been read so far."""
        return Record(
            id=self.id,
            url=self.url,
            title=self.title,
            published=self.published,
            language=self.language,
            actors=self.actors,
            places=self.places,
            times=self.times,
            statements=self.statements,
            events=self.events,
            failures=self.failures,
        )
