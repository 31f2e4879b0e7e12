"""What of a document's layers stands in one sentence, so that finding a sentence's events takes no look at the rest."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.model.document import Document
from onrecord.model.mention import Mention
from onrecord.model.record import Place, Statement, Time
from onrecord.model.span import Span
from onrecord.model.token import Parse


class Near:
    """Cuts a document into sentences once; :meth:`at` gives the document with the layers of one sentence alone.

    Its places begin with the location last named before the sentence, where there is one.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._actors = {actor.id: actor for actor in document.actors}
        self._mentions: dict[int, list[Mention]] = defaultdict(list)
        self._times: dict[int, list[Time]] = defaultdict(list)
        self._places: dict[int, list[Place]] = defaultdict(list)
        self._statements: dict[int, list[Statement]] = defaultdict(list)
        self._fill(document)
        self._last = self._places_before(document.parse)
        self._known: tuple[int, Document] | None = None

    def _fill(self, document: Document) -> None:
        parse = document.parse
        for mention in document.mentions:
            self._mentions[parse.sentence_index(mention.head)].append(mention)
        for time in document.times:
            for sentence in _sentences(parse, [time.span]):
                self._times[sentence].append(time)
        for place in document.places:
            for sentence in _sentences(parse, [place.span]):
                self._places[sentence].append(place)
        for said in document.statements:
            for sentence in _sentences(parse, (*said.content, *said.cue, *said.reason)):
                self._statements[sentence].append(said)

    def _places_before(self, parse: Parse) -> list[Place | None]:
        """For each sentence the location last named before it."""
        out: list[Place | None] = []
        last: Place | None = None
        for sentence in range(len(parse.sentences)):
            out.append(last)
            here = [place for place in self._places.get(sentence, ()) if place.use == "location"]
            last = here[-1] if here else last
        return out

    def at(self, index: int) -> Document:
        """The document as the sentence of the token ``index`` shows it."""
        sentence = self._document.parse.sentence_index(index)
        if self._known is None or self._known[0] != sentence:
            self._known = (sentence, self._cut(sentence))
        return self._known[1]

    def _cut(self, sentence: int) -> Document:
        mentions, statements = self._mentions.get(sentence, ()), self._statements.get(sentence, ())
        last = self._last[sentence]
        meant = dict.fromkeys(value.actor for layer in (mentions, statements) for value in layer)
        return self._document.with_layers(
            mentions=tuple(mentions),
            times=tuple(self._times.get(sentence, ())),
            places=(*([last] if last else []), *self._places.get(sentence, ())),
            statements=tuple(statements),
            actors=tuple(self._actors[actor] for actor in meant if actor in self._actors),
        )


def _sentences(parse: Parse, spans: Iterable[Span]) -> list[int]:
    """Indices of the sentences that ``spans`` touch."""
    found: set[int] = set()
    for span in spans:
        inside = parse.tokens_in(span)
        if inside:
            found.update(range(parse.sentence_index(inside[0]), parse.sentence_index(inside[-1]) + 1))
    return sorted(found)
