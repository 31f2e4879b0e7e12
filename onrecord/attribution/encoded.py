"""The encoder's attributions as drafts, on tokens."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.attribution.circumstances import is_reason
from onrecord.attribution.cues import is_in
from onrecord.attribution.declined import is_no_comment
from onrecord.attribution.drafts import Draft, Sheet
from onrecord.attribution.sources import agent, antecedent, is_passive, own_subject
from onrecord.attribution.tagging import Tagged, attributions
from onrecord.encoder.network import Encoder
from onrecord.model.span import Span
from onrecord.quotations import Quotation

_BANDS = (0.95, 0.85, 0.7, 0.55)  # lower bounds of the chance; each is a rule of its own, with its own share
_TELLING = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "ADV"})
_MOST = 0.5  # of a quotation: what holds that much of it holds it all


def encoded(sheet: Sheet, encoder: Encoder) -> Iterator[Draft]:
    """Every attribution that the encoder sees in the document, in the order of their cues."""
    quoted = [quotation.outer for quotation in sheet.quotations]
    found, readings = encoder.read(sheet.text, quoted, sheet.parse)
    for reading in readings:
        for tagged in attributions(sheet.text, found, reading, encoder.far):
            draft = _draft(sheet, tagged)
            if draft is not None:
                yield draft


def _draft(sheet: Sheet, tagged: Tagged) -> Draft | None:
    verb = sheet.parse.head_of(tagged.cue)
    band = next((low for low in _BANDS if tagged.chance >= low), None)
    if verb is None or band is None or is_reason(sheet, verb) or not _says_something(sheet, tagged.cue):
        return None
    if tagged.cue.of(sheet.text).lower().endswith("known") and not tagged.source:
        return None  # "known as the Mute": what somebody is called
    source = sheet.parse.head_of(tagged.source[0]) if tagged.source else _beside(sheet, verb, tagged)
    content = _without_reasons(sheet, _whole(sheet, tagged))
    words, cue = tagged.source, tagged.cue
    reason = next((reason for reason in sheet.reasons if reason.overlaps(cue)), None)
    if reason is not None:  # "said on condition of anonymity to discuss …": what is discussed is not what was said
        cue = Span(cue.start, max(cue.start, reason.start)).trim(sheet.text)
        content = tuple(part for part in content if not part.overlaps(reason))
        sentence = sheet.parse.sentence_of(verb)
        held = content or (Span(sentence.start, reason.start),)
        content = _around(sheet, source, cue, held) if source is not None and cue.start < cue.end else ()
    elif _is_own_word(tagged, content):
        is_said = is_in(sheet.parse.tokens[verb].lemma.lower(), "speech")
        source = own_subject(sheet.parse, verb) if is_said else None
        content = _around(sheet, source, cue, content) if source is not None else ()
        words = ()
    if not content:
        return None
    return Draft(
        verb=verb,
        cue=cue,
        source=source,
        words=words,
        content=content,
        rule=f"encoder-{100 * band:.0f}",
        is_declined=all(is_no_comment(part.of(sheet.text)) for part in content),
    )


def _says_something(sheet: Sheet, cue: Span) -> bool:
    """Whether a cue has a word that can tell of speech or thought: not articles and auxiliaries alone."""
    return any(sheet.parse.tokens[i].pos in _TELLING for i in sheet.parse.tokens_in(cue))


def _is_own_word(tagged: Tagged, content: tuple[Span, ...]) -> bool:
    """Whether the source lies in what it is to have said: the outlet's own sentence, read as if it were somebody's."""
    return any(source.overlaps(part) for source in tagged.source for part in content)


def _around(sheet: Sheet, source: int, cue: Span, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """What stands before and after the source and its cue: "X happened, officials said, after Y"."""
    named = sheet.parse.span(*sheet.parse.nominal(source))
    start, end = min(named.start, cue.start), max(named.end, cue.end)
    before = [Span(part.start, min(part.end, start)) for part in content if part.start < start]
    after = [Span(max(part.start, end), part.end) for part in content if part.end > end]
    kept = (part.trim(sheet.text, " ,") for part in (*before, *after))
    return tuple(part for part in kept if part.start < part.end)


def _beside(sheet: Sheet, verb: int, tagged: Tagged) -> int | None:
    """The subject of the cue in the parse, or who a passive is done by, where the encoder sees no source."""
    parse = sheet.parse
    head = agent(parse, verb) if is_passive(parse, verb) else own_subject(parse, verb)
    if head is None or any(part.contains(parse.span(head, head + 1)) for part in tagged.content):
        return None
    return antecedent(parse, head)


def _whole(sheet: Sheet, tagged: Tagged) -> tuple[Span, ...]:
    """The content, its edges drawn to those of the quotations that it mostly holds and the cue is not part of."""
    content = list(tagged.content)
    for quotation in sheet.quotations:
        if quotation.outer.overlaps(tagged.cue):
            continue
        held = [span for span in content if span.overlaps(quotation.inner)]
        if held and _share(held, quotation) >= _MOST:
            content = [span for span in content if span not in held]
            start = min(quotation.outer.start, min(span.start for span in held))
            content.append(Span(start, max(quotation.outer.end, max(span.end for span in held))))
    return _unmarked(sheet, tuple(sorted(content)))


def _unmarked(sheet: Sheet, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without its marks, where all of it is quoted; a content quoted in part keeps them."""
    inside = [next((q for q in sheet.quotations if q.outer.contains(span)), None) for span in content]
    if None in inside:
        return content
    cut = (
        Span(max(s.start, q.inner.start), min(s.end, q.inner.end)) for s, q in zip(content, inside, strict=True) if q
    )
    return tuple(span for span in cut if span.start < span.end)


def _without_reasons(sheet: Sheet, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content less the words at its end that say on what terms its source spoke."""
    out = []
    for part in content:
        terms = next((r for r in sheet.reasons if part.contains(r) and "anonym" in r.of(sheet.text)), None)
        is_last = terms is not None and not sheet.text[terms.end : part.end].strip(' .,”"')
        out.append(Span(part.start, terms.start).trim(sheet.text, " ,") if terms and is_last else part)
    return tuple(part for part in out if part.start < part.end)


def _share(held: Iterable[Span], quotation: Quotation) -> float:
    return sum(span.shared(quotation.inner) for span in held) / max(1, quotation.inner.end - quotation.inner.start)


def joined(drafts: Iterable[Draft], refused: Iterable[Draft]) -> list[Draft]:
    """The encoder's drafts, those that the rules know as refusals marked so, and the refusals that it does not see."""
    out = list(drafts)
    for refusal in refused:
        same = next((at for at, draft in enumerate(out) if draft.cue.overlaps(refusal.cue)), None)
        if same is None:
            out.append(refusal)
        else:
            source = {} if out[same].source is not None else {"source": refusal.source}
            out[same] = msgspec.structs.replace(out[same], is_declined=True, rule=refusal.rule, **source)
    return out
