"""To whom, where, when and how surely something was said, and why its source is not named."""

from onrecord.attribution.cues import is_in
from onrecord.attribution.drafts import Draft, Sheet
from onrecord.attribution.sources import subject
from onrecord.model.record import Certainty
from onrecord.model.span import Span

_VENUES = frozenset(
    "interview conference statement speech tweet briefing letter rally show debate address post report hearing email "
    "testimony broadcast program programme video message memo summit meeting forum remarks op-ed column podcast "
    "release telegram session call".split()
)  # fmt: skip
_POSSIBLE = frozenset({"may", "might", "could", "perhaps", "possibly", "maybe"})
_PROBABLE = frozenset({"likely", "probably", "apparently", "seem", "appear", "seemingly", "presumably"})
_DOUBTING = frozenset({"suggest", "speculate", "hint", "imply", "wonder", "doubt", "fear", "guess", "worry"})
_BELIEVING = frozenset(
    {"believe", "think", "expect", "predict", "estimate", "suspect", "assume", "hope", "feel", "project", "forecast"}
)


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


def reason_beside(sheet: Sheet, draft: Draft) -> Span | None:
    """The reason in the sentence of the cue."""
    sentence = sheet.parse.sentence_of(draft.verb)
    return next((span for span in sheet.reasons if sentence.overlaps(span)), None)


def addressee(sheet: Sheet, draft: Draft) -> tuple[Span, ...]:
    """Whom it was said to: the object of "told", or "to reporters"."""
    parse = sheet.parse
    options = []
    if is_in(parse.tokens[draft.verb].lemma.lower(), "to-object"):
        options += [c for c in parse.children(draft.verb, "dobj", "dative") if parse.tokens[c].pos != "ADP"]
    for child in parse.children(draft.verb, "prep", "dative"):
        if parse.tokens[child].text.lower() == "to":
            options += [c for c in parse.children(child, "pobj") if parse.tokens[c].pos in ("NOUN", "PROPN", "PRON")]
    for head in options:
        owner = next((c for c in parse.children(head, "poss") if parse.tokens[c].pos == "PROPN"), None)
        noun = owner if owner is not None and sheet.quotation_of(head) else head
        span = parse.span(*parse.nominal(noun))
        if not any(span.overlaps(part) for part in draft.content):
            return (span,)
    return ()


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
        if time.type in ("DATE", "TIME") and sentence.contains(time.span) and "REF" not in time.value
        and not any(time.span.overlaps(part) for part in draft.content)
    ]  # fmt: skip
    nearest = min(beside, key=lambda t: abs(t.span.start - draft.cue.start), default=None)
    return nearest.value if nearest is not None else None


def certainty(sheet: Sheet, draft: Draft) -> Certainty:
    """How surely the source gives it: by the cue, then by the hedges in the content's main clause."""
    parse = sheet.parse
    lemma = parse.tokens[draft.verb].lemma.lower()
    words = [parse.tokens[i].lemma.lower() for span in draft.content for i in parse.tokens_in(span)]
    if lemma in _DOUBTING or any(word in _POSSIBLE for word in words[:12]):
        return "possible"
    if lemma in _BELIEVING or any(word in _PROBABLE for word in words[:12]):
        return "probable"
    return "certain"
