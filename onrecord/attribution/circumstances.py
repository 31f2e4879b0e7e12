"""To whom, where and when something was said, and why its source is not named."""

from collections.abc import Sequence

from onrecord.attribution.cues import is_in
from onrecord.attribution.drafts import Draft, Sheet
from onrecord.attribution.sources import antecedent, source_span, subject
from onrecord.model.span import Span, cover

_VENUES = frozenset(
    "interview conference statement speech tweet briefing letter rally show debate address post report hearing email "
    "testimony broadcast program programme video message memo summit meeting forum remarks op-ed column podcast "
    "release telegram session call remark sermon lecture memorandum".split()
)  # fmt: skip


def reasons(sheet: Sheet) -> dict[str, Span]:
    """Actor id → the words that say why the source is not named, wherever they stand."""
    out: dict[str, Span] = {}
    parse = sheet.parse
    for found in sheet.reasons:
        inside = parse.tokens_in(found)
        if not inside:
            continue
        verbs = (i for i in (*inside, *parse.ancestors(inside.start)) if parse.tokens[i].pos == "VERB")
        verb = next(verbs, None)
        head = subject(parse, verb) if verb is not None else None
        mention = sheet.document.mention_at(head) if head is not None else None
        if mention is not None and mention.actor:
            out.setdefault(mention.actor, found)
    return out


def is_reason(sheet: Sheet, index: int) -> bool:
    """Whether the token is part of the words that say why a source is not named: they report nothing else."""
    return any(span.start <= sheet.parse.tokens[index].start < span.end for span in sheet.reasons)


def reasons_beside(sheet: Sheet, drafts: Sequence[Draft]) -> dict[int, Span]:
    """Number of a draft → the reason in its sentence that is its source's: whoever the words say, else the nearest."""
    out: dict[int, Span] = {}
    for reason in sheet.reasons:
        beside = {
            number: place
            for number, draft in enumerate(drafts)
            if (place := _source_of(sheet, draft)) is not None
            and sheet.parse.sentence_of(draft.verb).overlaps(reason)
            and not any(part.contains(reason) for part in draft.content)
        }
        if not beside:
            continue
        whose = _whose(sheet, reason)
        mine = {place for place in beside.values() if whose is not None and place.start <= whose < place.end}
        nearest = min(beside.values(), key=lambda place: (place.start > reason.start, abs(reason.start - place.end)))
        for number, place in beside.items():
            if place in (mine or {nearest}):
                out.setdefault(number, reason)
    return out


def _source_of(sheet: Sheet, draft: Draft) -> Span | None:
    """The words of a draft's source."""
    if draft.words or draft.source is None:
        return cover(draft.words) if draft.words else None
    return source_span(sheet.parse, draft.source, sheet.text)


def _whose(sheet: Sheet, reason: Span) -> int | None:
    """Where the head of whoever gives the reason begins, a relative pronoun led back to its noun."""
    parse = sheet.parse
    inside = parse.tokens_in(reason)
    verbs = (i for i in (*inside, *parse.ancestors(inside.start)) if parse.tokens[i].pos in ("VERB", "AUX"))
    verb = next(verbs, None)
    head = subject(parse, verb) if verb is not None else None
    return None if head is None else parse.tokens[antecedent(parse, head)].start


def addressee(sheet: Sheet, draft: Draft) -> tuple[Span, ...]:
    """Whom it was said to: the object of "told", "to reporters", "in a telegram to the king"."""
    parse = sheet.parse
    options: list[int] = []
    if parse.tokens[draft.verb].text.lower() == "according":
        return ()  # to whom it is according says it
    if is_in(parse.tokens[draft.verb].lemma.lower(), "to-object"):
        options += [c for c in parse.children(draft.verb, "dobj", "dative") if parse.tokens[c].pos != "ADP"]
    for place in (draft.verb, *_vehicles(sheet, draft.verb)):
        for child in parse.children(place, "prep", "dative"):
            if parse.tokens[child].text.lower() == "to":
                below = parse.children(child, "pobj")
                options += [c for c in below if parse.tokens[c].pos in ("NOUN", "PROPN", "PRON")]
    for head in options:
        owner = next((c for c in parse.children(head, "poss") if parse.tokens[c].pos == "PROPN"), None)
        noun = owner if owner is not None and sheet.quotation_of(head) else head
        span = parse.span(*parse.nominal(noun))
        if any(span.overlaps(part) for part in (*draft.words, draft.cue)):
            continue
        # "Delivered remarks to the troops": all that is told of what was said is whom it was said to.
        above = parse.tokens[parse.tokens[head].head].head
        is_vehicle = parse.tokens[above].dep == "dobj" and above in _vehicles(sheet, draft.verb)
        if is_vehicle or not any(span.overlaps(part) for part in draft.content):
            return (span,)
    return ()


def _vehicles(sheet: Sheet, verb: int) -> list[int]:
    """Nouns by which the verb says it: "said in a letter", "issued a statement"."""
    parse = sheet.parse
    held = [*parse.children(verb, "dobj")]
    for child in parse.children(verb, "prep"):
        held += parse.children(child, "pobj")
    return [i for i in held if parse.tokens[i].lemma.lower() in _VENUES]


def venue(sheet: Sheet, draft: Draft) -> tuple[Span, ...]:
    """Where it was said: "in an interview", "at a news conference", the title of a programme."""
    parse = sheet.parse
    for child in parse.children(draft.verb, "prep", "dative"):
        for head in parse.children(child, "pobj"):
            span = parse.span(*parse.nominal(head))
            if parse.tokens[head].lemma.lower() in _VENUES and not any(span.overlaps(p) for p in draft.content):
                return (span,)
    sentence = parse.sentence_of(draft.verb)
    for quotation in sheet.quotations:
        is_beside = sentence.contains(quotation.outer) and not any(quotation.inner.overlaps(p) for p in draft.content)
        if is_beside and not quotation.is_speech and _is_title(quotation.inner.of(sheet.text)):
            return (quotation.inner,)
    return ()


def _is_title(words: str) -> bool:
    return len(words.split()) > 1 and all(word[0].isupper() for word in words.split() if len(word) > 3)


def when(sheet: Sheet, draft: Draft) -> str | None:
    """The date or clock time beside the cue, outside what was said."""
    sentence = sheet.parse.sentence_of(draft.verb)
    beside = [
        time
        for time in sheet.document.times
        if time.type in ("DATE", "TIME") and sentence.contains(time.span) and any(map(str.isdigit, time.value))
        and not any(time.span.overlaps(part) for part in draft.content)
    ]  # fmt: skip
    nearest = min(beside, key=lambda t: abs(t.span.start - draft.cue.start), default=None)
    return nearest.value if nearest is not None else None
