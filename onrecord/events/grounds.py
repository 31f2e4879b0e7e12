"""What speaks for an event as it was read, or against it: named features, for its type, its sides and its status.

Read from the document and the event alone, whatever rules made it, so that the rules may change and what was learned
from judged events still fits. ``training/event_confidence.py`` learns a weight for each name.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.events.modality import DOUBTFUL
from onrecord.model.document import Document
from onrecord.model.record import Event, Participant
from onrecord.model.span import Span
from onrecord.model.token import Parse

HEADS = ("type", "sides", "status")


class Grounds(NamedTuple):
    """The names that hold, for each of the three things that may be wrong."""

    type: frozenset[str]
    sides: frozenset[str]
    status: frozenset[str]


class Place(NamedTuple):
    """Where an event stands in the parse: its head token, and the range of tokens of its sentence."""

    head: int
    first: int
    last: int


_CONTESTS = frozenset(
    "ballot baseball basketball caucus championship delegate electorate film football game golf match movie music nfl "
    "nominee nomination playoff poll pollster primary runoff season show song super team tournament voter".split()
)
_LONG, _VERY_LONG = 25, 40
_FAR = 12
_PATH = 4


def grounds(document: Document, event: Event) -> Grounds:
    """The features of ``event``, which was read in ``document``."""
    place = _place(document.parse, event.trigger[0])
    whole = frozenset(_whole(document, event, place))
    return Grounds(
        whole.union(_of_type(document, event, place)),
        whole.union(_of_sides(document, event, place)),
        frozenset(_of_status(document, event, place)),
    )


def _place(parse: Parse, trigger: Span) -> Place:
    """The word of a trigger that governs its others, and its sentence."""
    inside = parse.tokens_in(trigger)
    head = next(i for i in inside if parse.tokens[i].head not in inside or parse.tokens[i].head == i)
    return Place(head, *parse.sentences[parse.sentence_index(head)])


def _whole(document: Document, event: Event, place: Place) -> Iterator[str]:
    """What is true of the sentence and of the event as a whole."""
    parse = document.parse
    words = {parse.tokens[i].lemma.lower() for i in range(place.first, place.last)}
    yield f"rule {event.rule}"
    yield f"type {event.type}"
    yield f"quad {event.quad}"
    length = place.last - place.first
    yield "sentence long" if length > _LONG else "sentence short"
    if length > _VERY_LONG:
        yield "sentence very long"
    if words & _CONTESTS:
        yield "sentence of contests"
    said = next((each for each in document.statements if each.id == event.statement), None)
    yield f"said {said.kind if said else 'by the outlet'}"
    if event.also:
        yield "told again"
    if event.when:
        yield "dated"
    if event.where:
        yield "placed"


def _of_type(document: Document, event: Event, place: Place) -> Iterator[str]:
    parse = document.parse
    token = parse.tokens[place.head]
    lemma = token.lemma.lower()
    words = parse.tokens_in(event.trigger[0])
    yield f"word {lemma} {event.type}"
    yield f"word {lemma}"
    yield f"mode {event.type} {event.mode}"
    yield f"tag {token.tag}"
    yield f"label {token.dep}"
    yield f"label {token.dep} {token.pos} {event.type}"
    if len(words) > 1:
        yield "trigger of words"
    yield from _complements(document, place)
    for name, side in (("source", event.source), ("target", event.target)):
        yield f"{name} count {min(len(side), 2)}"
        yield f"{name} {_sector(side)}"
        yield f"{name} {_sector(side)} {event.type}"
        yield f"{name} {_kind(document, side)}"
        yield f"{name} {_kind(document, side)} {event.type}"
    yield f"pair {_sector(event.source)} {_sector(event.target)}"


def _complements(document: Document, place: Place) -> Iterator[str]:
    """What the trigger takes: an object that is somebody or a thing, a clause, a particle, a preposition."""
    parse = document.parse
    mode = parse.tokens[place.head].pos
    for child in parse.children(place.head):
        token = parse.tokens[child]
        if token.dep in ("dobj", "nsubj", "nsubjpass", "dative", "poss", "amod", "compound"):
            yield f"{mode} {token.dep} {_who(document, child)}"
            if token.dep == "dobj" and token.pos == "NOUN":
                yield f"object {token.lemma.lower()}"
        elif token.dep in ("ccomp", "xcomp", "prt", "neg", "agent", "advcl", "oprd", "attr", "acomp"):
            yield f"{mode} {token.dep}"
        elif token.dep == "prep":
            yield f"{mode} prep {token.text.lower()}"


def _who(document: Document, index: int) -> str:
    mention = document.mention_headed(index)
    actor = document.actor(mention.actor) if mention else None
    if actor is not None:
        return "coded" if actor.code else "uncoded"
    return {"PROPN": "name", "PRON": "pronoun"}.get(document.parse.tokens[index].pos, "thing")


def _of_sides(document: Document, event: Event, place: Place) -> Iterator[str]:
    yield f"type {event.type} {event.rule}"
    yield f"sides {min(len(event.source), 2)} {min(len(event.target), 2)}"
    yield f"sides {min(len(event.source), 2)} {min(len(event.target), 2)} {event.type}"
    for name, side in (("source", event.source), ("target", event.target)):
        if not side:
            yield f"{name} none"
            yield f"{name} none {event.type}"
            yield f"{name} none {event.rule}"
        for each in side:
            yield from _of_side(document, name, each, event, place)
    yield from _left_over(document, event, place)
    yield from _complements(document, place)


def _of_side(document: Document, name: str, side: Participant, event: Event, place: Place) -> Iterator[str]:
    """What gave a participant and its code, and the way from the trigger to its words."""
    parse = document.parse
    actor = document.actor(side.actor)
    yield f"{name} code {_form(side.code)}"
    yield f"{name} sector {_sector((side,))}"
    yield f"{name} actor {actor.kind if actor else 'none'}"
    yield f"{name} given by {actor.rule if actor else 'none'}"
    if actor is not None:
        yield f"{name} {'often' if len(actor.mentions) > 2 else 'seldom'} named"
        if actor.code != side.code:
            yield f"{name} code of its own"
    index = parse.head_of(side.span)
    if index is None:
        return
    mention = document.mention_headed(index)
    form = mention.form if mention else "none"
    yield f"{name} as {form}"
    if mention is not None:
        yield f"{name} as {form} {mention.rule}"
    token = parse.tokens[index]
    if token.pos == "PRON":
        yield f"{name} pronoun {token.text.lower()}"
    if not place.first <= index < place.last:
        yield f"{name} elsewhere"
        return
    way = _way(parse, place.head, index)
    yield f"{name} way {way}"
    yield f"{name} way {way} {event.rule}"
    yield f"{name} steps {min(way.count(' ') + 1, _PATH + 1)}"
    if abs(index - place.head) > _FAR:
        yield f"{name} far"
    yield f"{name} {'after' if index > place.head else 'before'} {event.rule}"


def _form(code: str | None) -> str:
    if code is None:
        return "none"
    if code.startswith("---"):
        return "of no country"
    return "country" if len(code) == 3 else "full"


def _sector(side: Iterable[Participant]) -> str:
    codes = [each.code for each in side]
    if not codes:
        return "nobody"
    return (codes[0][3:6] or "country") if codes[0] else "unknown"


def _kind(document: Document, side: Iterable[Participant]) -> str:
    first = next(iter(side), None)
    actor = document.actor(first.actor) if first else None
    return f"is {actor.kind if actor else 'unnamed' if first else 'nobody'}"


def _way(parse: Parse, start: int, end: int) -> str:
    """Labels from one token up to where the ways meet and down to the other: "up conj, down nsubj"."""
    above = [start, *parse.ancestors(start)]
    below = [end, *parse.ancestors(end)]
    meet = next((i for i in below if i in above), None)
    if meet is None:
        return "none"
    ups = [f"^{parse.tokens[i].dep}" for i in above[: above.index(meet)]]
    downs = [parse.tokens[i].dep for i in reversed(below[: below.index(meet)])]
    steps = [*ups, *downs]
    return " ".join(steps[:_PATH]) if steps else "itself"


def _left_over(document: Document, event: Event, place: Place) -> Iterator[str]:
    """Actors with a code in the sentence that are on no side: near the trigger they may be missing."""
    parse = document.parse
    used = {each.actor for each in (*event.source, *event.target)}
    spans = [each.span for each in (*event.source, *event.target)]
    free = []
    for mention in document.mentions:
        if place.first <= mention.head < place.last and mention.actor not in used:
            actor = document.actor(mention.actor)
            if actor is not None and actor.code and not any(span.overlaps(mention.span) for span in spans):
                free.append(mention.head)
    yield f"left over {min(len(free), 3)}"
    below = set(parse.subtree(place.head))
    under = [index for index in free if index in below]
    if under:
        yield "left over below"
        yield f"left over below {'no target' if not event.target else 'target'}"
        nearest = min(under, key=lambda index: abs(index - place.head))
        yield f"left over way {_way(parse, place.head, nearest)}"
        if not event.target:
            yield f"left over below no target {event.type}"
    if any(index < place.head for index in free) and any(
        parse.tokens[index].dep in ("nsubj", "nsubjpass") for index in free
    ):
        yield "left over subject"


_IRREALIS = frozenset("may might could would should can will must shall".split())
_TURNS = frozenset("if unless until whether without before rather instead not never yet".split())


def _of_status(document: Document, event: Event, place: Place) -> Iterator[str]:
    parse = document.parse
    token = parse.tokens[place.head]
    yield f"status {event.status}"
    yield f"status {event.status} {token.pos}"
    yield f"status {event.status} {event.type}"
    yield f"status {event.status} {token.tag}"
    yield f"status {event.status} {token.dep}"
    yield f"label {token.dep} {token.tag}"
    governor = parse.tokens[token.head]
    if token.head != place.head:
        yield f"status {event.status} under {governor.lemma.lower()}"
        yield f"status {event.status} under {governor.pos} {token.dep}"
    words = {parse.tokens[i].text.lower() for i in range(place.first, place.last)}
    lemmas = {parse.tokens[i].lemma.lower() for i in range(place.first, place.last)}
    for word in sorted((words & (_IRREALIS | _TURNS)) | (lemmas & DOUBTFUL)):
        yield f"status {event.status} beside {'modal' if word in _IRREALIS else 'turn' if word in _TURNS else 'doubt'}"
    for child in parse.children(place.head, "aux", "auxpass", "neg", "mark"):
        yield f"status {event.status} {parse.tokens[child].dep} {parse.tokens[child].text.lower()}"
    said = next((each for each in document.statements if each.id == event.statement), None)
    yield f"status {event.status} said {said.kind if said else 'by the outlet'}"
    if said is not None and said.certainty != "certain":
        yield f"status {event.status} said as {said.certainty}"
