"""The events of a record as linking compares them."""

from onrecord.decisions import subject_of
from onrecord.grouping.happenings import Happening, Party
from onrecord.model.record import Event, Participant, Record, Spans
from onrecord.store.days import days

_CONTEXT = 500  # code points at the beginning that tell what an article is about


def happenings_of(text: str, record: Record, origin: str) -> list[Happening]:
    """One for each event of ``record``, in its order; ``origin`` is who is behind the report."""
    names = {actor.id: actor.name for actor in record.actors}
    statements = {statement.id: statement for statement in record.statements}
    places = {place.id: place for place in record.places}
    published = days(record.published)
    context = f"{record.title or ''}\n{text[:_CONTEXT]}"

    def side(participants: tuple[Participant, ...]) -> tuple[Party, ...]:
        return tuple(Party(names.get(p.actor or ""), p.code, p.span.of(text)) for p in participants)

    out = []
    for event in record.events:
        said = statements.get(event.statement or "")
        place = places.get(event.where.place) if event.where else None
        told = days(event.when.value) if event.when else None
        first, last = told or published or (None, None)
        out.append(
            Happening(
                key=key_of(record.id, event), article=record.id, type=event.type, mode=event.mode, status=event.status,
                source=side(event.source), target=side(event.target), first_day=first, last_day=last,
                is_dated=told is not None, place=place.name if place else None,
                country=event.where.country if event.where else None, trigger=_words(text, event.trigger),
                evidence=event.evidence.of(text), context=context, published=published[0] if published else None,
                origin=origin, by=_words(text, said.source) if said else None,
                cue=_words(text, said.cue) if said else None, terms=said.terms if said else None,
            )
        )  # fmt: skip
    return out


def key_of(article: str, event: Event) -> str:
    """Names an event, also after a rereading: its article, the place of its trigger, its type and the words before.

    Two events of one article with one trigger and type differ by their participants.
    """
    spans = ",".join(f"{start}-{end}" for start, end in subject_of(article, event).spans)
    sides = ",".join(str(participant.span.start) for participant in (*event.source, *event.target))
    return f"{article}/{event.type}/{spans}/{sides}"


def article_of(key: str) -> str:
    """The article that an event with this key is in."""
    return key.rsplit("/", 3)[0]


def _words(text: str, spans: Spans) -> str:
    return " … ".join(span.of(text) for span in spans)
