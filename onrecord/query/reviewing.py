"""What is to be reviewed: what is least sure first, across kinds, without what the reviewer has judged already."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from typing import Any, Literal, get_args

import msgspec

from onrecord.decisions import Decision, active
from onrecord.decisions.subjects import LAYERS, Value, named
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.query.agreeing import JUDGING, VerdictRow, verdicts_on
from onrecord.query.asking import Answers
from onrecord.query.kinds import KINDS
from onrecord.store import Store, StoredArticle
from onrecord.store.connection import transaction
from onrecord.store.decided import decided_article, decisions_on

Whose = Literal["any", "new", "others"]  # values whatever others said, that nobody judged, that others judged
WHOSE: tuple[str, ...] = get_args(Whose)
_Found = tuple[float, str, str, str, dict[str, str] | None]  # confidence, article, kind, id, verdicts of others
REVIEWED = {layer: kind for kind, layer in LAYERS.items()}  # kind of answers → of values
_AROUND = 120  # characters before and after a value
_SPANS = 12  # at most so many are shown: an actor may be named on every line
_LOOKED_AT = 100  # answers of each kind, of which some may be judged already
_OF_OTHERS = 200  # articles with values that others judged, of which the least sure are taken


class ReviewRow(msgspec.Struct, frozen=True, kw_only=True):
    """A value to be reviewed. ``text`` in pieces, each with whether it is the value; ``fields``: what it says.

    ``actors``, ``places`` and ``times`` of its article, id → words, are what a correction may name. ``verdicts`` are
    those of others, left out where they are not to be seen.
    """

    article: str
    id: str
    kind: str
    title: str | None
    outlet: str | None
    published: str | None
    confidence: float
    rule: str
    text: tuple[tuple[str, bool], ...]
    fields: dict[str, Any]
    actors: dict[str, str]
    places: dict[str, str]
    times: dict[str, str]
    verdicts: dict[str, str]

    @property
    def ref(self) -> str:
        """What decisions take."""
        return f"{self.article}/{self.id}"


def ask_review(
    store: Store,
    questions: Mapping[str, Any],
    reviewer: str,
    *,
    whose: Whose = "any",
    is_blind: bool = True,
    limit: int = 10,
) -> list[ReviewRow]:
    """What ``reviewer`` is to look at next, the least sure first.

    ``questions``: kind of answers → which of them (no article, no words: all). What others judged is shown as the
    machine read it, whatever they made of it; while ``is_blind`` also without what they said.

    Raises:
        InputError: a question is none.
        StoreError: the store cannot be read.
    """
    made = _made(store)
    found: list[_Found] = []
    if whose != "others":
        found += _unjudged(store, questions, made)
    if whose != "new":
        found += _of_others(store, questions, made, reviewer)
    rows = nsmallest(limit, found, key=lambda row: row[:4])
    return [_row(store, *row, is_blind=is_blind) for row in rows]


def last_of(store: Store, reviewer: str) -> Decision | None:
    """The last decision of a reviewer that holds: what an undo takes back.

    Raises:
        StoreError: the store cannot be read.
    """
    with transaction(store.engine) as connection:
        mine = [one for one in active(decisions_on(connection)) if one.author == reviewer]
    return mine[-1] if mine else None


def _made(store: Store) -> dict[str, list[Decision]]:
    """Article → what was decided on its values and holds."""
    found: dict[str, list[Decision]] = defaultdict(list)
    with transaction(store.engine) as connection:
        for one in active(decisions_on(connection)):
            if one.subject and one.subject.kind in LAYERS and one.action in JUDGING:
                found[one.subject.article].append(one)
    return found


def _verdicts(store: Store, articles: Iterable[str]) -> Iterable[VerdictRow]:
    with transaction(store.engine) as connection:
        for article in articles:
            if (found := decided_article(connection, article)) is not None:
                yield from verdicts_on(found)


def _unjudged(store: Store, questions: Mapping[str, Any], made: Mapping[str, Any]) -> Iterable[_Found]:
    rows: list[_Found] = []
    for kind, question in questions.items():
        asked = msgspec.structs.replace(question, sort="confidence")
        found = Answers[Any](store, asked).page(size=_LOOKED_AT).rows
        rows += [(row.confidence, row.article, REVIEWED[kind], row.id, None) for row in found if row.rule != "decision"]
    decided = sorted({row[1] for row in rows} & made.keys())
    taken = {(row.article, row.kind, row.value) for row in _verdicts(store, decided)}
    return [row for row in rows if row[1:4] not in taken]


def _of_others(
    store: Store, questions: Mapping[str, Any], made: Mapping[str, list[Decision]], reviewer: str
) -> Iterable[_Found]:
    kinds = {REVIEWED[kind]: question for kind, question in questions.items()}
    open_ = [article for article, each in sorted(made.items()) if _is_open(each, kinds, reviewer)]
    fitting = {kind: _articles(store, question, set(open_)) for kind, question in kinds.items()}
    asked = [article for article in open_ if any(article in each for each in fitting.values())][:_OF_OTHERS]
    for row in _verdicts(store, asked):
        if row.value and reviewer not in row.verdicts and row.article in fitting.get(row.kind, ()):
            yield row.confidence or 0.0, row.article, row.kind, row.value, row.verdicts


def _is_open(made: list[Decision], kinds: Mapping[str, Any], reviewer: str) -> bool:
    """Whether somebody else judged a value of these kinds that the reviewer has not."""
    authors: dict[Any, set[str]] = defaultdict(set)
    for one in made:
        if one.subject and one.subject.kind in kinds:
            authors[one.subject.kind, one.subject.spans].add(one.author)
    return any(reviewer not in each for each in authors.values())


_OF_ARTICLES = ("article", "outlet", "story", "words")  # of what any question may ask, what is true of a whole article


def _articles(store: Store, question: Any, among: set[str]) -> set[str]:
    """Those articles that a question is about. Of values that others changed no more can be asked than that."""
    asked = {name: getattr(question, name) for name in _OF_ARTICLES}
    if not any(asked.values()):
        return among
    return {row.article for row in Answers[Any](store, KINDS["articles"].question(**asked)) if row.article in among}


def _row(
    store: Store, confidence: float, article: str, kind: str, identity: str, verdicts: dict[str, str] | None, *,
    is_blind: bool,
) -> ReviewRow:  # fmt: skip
    found = store.article(article)
    record = found.record if verdicts is None else _machine(store, found)
    value: Any = named(record, identity)
    return ReviewRow(
        article=article, id=identity, kind=kind, title=found.title, outlet=found.outlet, published=record.published,
        confidence=confidence, rule=value.rule, text=_pieces(found.text, _spans(value)),
        fields=msgspec.to_builtins(value),
        actors={each.id: f"{each.name} {each.code or ''}".strip() for each in record.actors},
        places={each.id: each.name for each in record.places}, times={each.value: each.value for each in record.times},
        verdicts={} if is_blind else verdicts or {},
    )  # fmt: skip


def _machine(store: Store, found: StoredArticle) -> Record:
    with transaction(store.engine) as connection:
        decided = decided_article(connection, found.id)
    return decided.read if decided else found.record


def _spans(value: Value) -> list[Span]:
    """What is lit up of a value: of an event its trigger and sides, of a statement source, cue and content."""
    named_ = ("trigger", "content", "cue", "mentions")
    spans = [span for name in named_ for span in getattr(value, name, ())]
    spans += [value.span] if hasattr(value, "span") else []
    sides = (*getattr(value, "source", ()), *getattr(value, "target", ()))
    spans += [getattr(side, "span", side) for side in sides]
    return sorted(Span(*span) for span in spans)


def _pieces(text: str, spans: list[Span]) -> tuple[tuple[str, bool], ...]:
    """The text around the spans, in whole words; what lies between those far apart is left out."""
    pieces: list[tuple[str, bool]] = []
    at = None
    for start, end in spans[:_SPANS]:
        if at is None or start - at > 2 * _AROUND:
            pieces += [(_after(text, at) + " ", False)] if at is not None else []
            pieces.append((_before(text, start), False))
        else:
            pieces.append((text[at:start], False))
        pieces.append((text[max(at or 0, start) : end], True))
        at = max(at or 0, end)
    last = [(_after(text, at), False)] if at is not None else []
    return tuple(piece for piece in pieces + last if piece[0])


def _before(text: str, start: int) -> str:
    """What stands before a place, from the beginning of a word."""
    if start <= _AROUND:
        return text[:start]
    return "… " + text[start - _AROUND : start].partition(" ")[2]


def _after(text: str, end: int) -> str:
    if len(text) <= end + _AROUND:
        return text[end:]
    return text[end : end + _AROUND].rpartition(" ")[0] + " …"
