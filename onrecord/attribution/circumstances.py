"""To whom, where and when something was said, and why its source is not named."""

from collections.abc import Sequence

from onrecord.attribution.cues import is_in
from onrecord.attribution.drafts import Draft, Sheet
from onrecord.attribution.sources import antecedent, source_span, subject
from onrecord.model.span import Span, cover
from onrecord.model.token import Token

# "Both officials", "the two": those of whom it was told before.
_TAKING_UP = frozenset({"both", "the", "these", "those", "all"})
_THEY = frozenset({"both", "they", "them"})
_OF_THEM = frozenset({"one", "another"})
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
        head = _head(sheet, reason)
        whose = -1 if head is None else sheet.parse.tokens[head].start
        mine = {place for place in beside.values() if place.start <= whose < place.end}
        nearest = min(beside.values(), key=lambda place: (place.start > reason.start, abs(reason.start - place.end)))
        for number, place in beside.items():
            if place in (mine or {nearest}):
                out.setdefault(number, reason)
    return out


def reasons_apart(sheet: Sheet, drafts: Sequence[Draft]) -> dict[int, Span]:
    """Number of a draft → the reason told of its source in another sentence: "Both officials asked not to be named"."""
    nouns: dict[int, Token] = {}
    for number, draft in sorted(enumerate(drafts), key=lambda each: each[1].verb):
        if draft.source is not None and (noun := _noun(sheet, draft.source, [*nouns.values()])):
            nouns[number] = noun
    out: dict[int, Span] = {}
    for reason in sheet.reasons:
        head = _head(sheet, reason)
        told = None if head is None else _taken_up(sheet, head, [*nouns.values()])
        for number, noun in nouns.items():
            if noun.lemma.lower() == told:
                out.setdefault(number, reason)
    return out


def _noun(sheet: Sheet, source: int, before: Sequence[Token]) -> Token | None:
    """What a source that has no name is called; "one" after "two aides" is an aide."""
    token = sheet.parse.tokens[antecedent(sheet.parse, source)]
    if token.text.lower() in _OF_THEM:
        return before[-1] if before else None
    return token if token.pos == "NOUN" else None


def _taken_up(sheet: Sheet, head: int, sources: Sequence[Token]) -> str | None:
    """What those are called who were spoken of before and are taken up as several: "both", "the officials"."""
    token = sheet.parse.tokens[head]
    if token.text.lower() in _THEY:
        several = [noun.lemma.lower() for noun in sources if noun.start < token.start and noun.tag == "NNS"]
        return several[-1] if several else None
    words = {sheet.parse.tokens[c].text.lower() for c in sheet.parse.children(head, "det", "predet")}
    return token.lemma.lower() if token.tag == "NNS" and words & _TAKING_UP else None


def _source_of(sheet: Sheet, draft: Draft) -> Span | None:
    """The words of a draft's source."""
    if draft.words or draft.source is None:
        return cover(draft.words) if draft.words else None
    return source_span(sheet.parse, draft.source, sheet.text)


def _head(sheet: Sheet, reason: Span) -> int | None:
    """The head of whoever gives the reason, a relative pronoun led back to its noun."""
    parse = sheet.parse
    top = parse.head_of(reason)
    above = () if top is None else (top, *parse.ancestors(top))
    verb = next((i for i in above if parse.tokens[i].pos in ("VERB", "AUX")), None)
    head = subject(parse, verb) if verb is not None else None
    return None if head is None else antecedent(parse, head)


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
    """The date or clock time beside the cue, outside what was said and outside the words of the source."""
    sentence = sheet.parse.sentence_of(draft.verb)
    beside = [
        time
        for time in sheet.document.times
        if time.type in ("DATE", "TIME") and sentence.contains(time.span) and any(map(str.isdigit, time.value))
        and not any(time.span.overlaps(part) for part in (*draft.content, *draft.words))
    ]  # fmt: skip
    nearest = min(beside, key=lambda t: abs(t.span.start - draft.cue.start), default=None)
    return nearest.value if nearest is not None else None
