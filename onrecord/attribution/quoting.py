"""Direct speech: each quotation with its cue and speaker, or carried on from the one before."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.attribution.drafts import Draft, Sheet
from onrecord.attribution.sources import source_span
from onrecord.model.span import Span
from onrecord.quotations import Quotation

_NEAR = 2  # tokens between a colon and the quotation that it announces


def quoted(sheet: Sheet, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, and one more for each quotation that none of them holds."""
    out: list[Draft] = [*drafts, *_turns(sheet)]
    for quotation in sheet.speech:
        holder = _holder(out, quotation)
        if holder is None:
            found = _announced(sheet, quotation) or _carried(sheet, quotation, out)
            if found is not None:
                out.append(found)
    return _joined(sorted(out, key=lambda d: d.content[0] if d.content else d.cue))


# A speaker's name in capitals with a colon, as in transcripts.
_TURN = re.compile(r"^(?:MR\. |MS\. |MRS\. |DR\. )?([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=\S)", re.MULTILINE)
_LEAST_TURNS = 3


def _turns(sheet: Sheet) -> Iterator[Draft]:
    """The paragraphs of a transcript, each its speaker's."""
    found = list(_TURN.finditer(sheet.text))
    if len(found) < _LEAST_TURNS:
        return
    for match in found:
        names = sheet.parse.tokens_in(Span(*match.span(1)))
        content = Span(match.end(), sheet.document.paragraph_at(match.start()).end).trim(sheet.text)
        if names and content.start < content.end:
            cue = Span(match.end(1), match.end(1) + 1)
            yield Draft(verb=names.stop - 1, cue=cue, source=names.stop - 1, content=(content,), rule="turn")


def _holder(drafts: list[Draft], quotation: Quotation) -> Draft | None:
    return next((d for d in drafts if any(span.overlaps(quotation.inner) for span in d.content)), None)


def _announced(sheet: Sheet, quotation: Quotation) -> Draft | None:
    """A colon after a name: “Minister: “…”"."""
    parse = sheet.parse
    inside = parse.tokens_in(quotation.outer)
    first = inside.start
    if not inside or first < _NEAR or parse.tokens[first - 1].text != ":":
        return None
    noun = first - 2
    if parse.tokens[noun].pos not in {"PROPN", "NOUN"}:
        return None
    cue = parse.span(first - 1, first)
    return Draft(verb=first - 1, cue=cue, source=noun, content=(quotation.inner,), rule="quote-colon")


def _carried(sheet: Sheet, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """The speaker of the quotation before, if that stands in the same paragraph or ends the one before."""
    paragraph = sheet.document.paragraph_at(quotation.outer.start)
    before = [d for d in drafts if d.content and d.content[-1].end <= quotation.outer.start and _ends_quoted(sheet, d)]
    if not before:
        return None
    last = max(before, key=lambda d: d.content[-1].end)
    end = max(last.content[-1].end, last.cue.end)
    is_same = end >= paragraph.start
    opens = not sheet.text[paragraph.start : quotation.outer.start].strip()
    gap = sheet.text[end : quotation.outer.start]
    if (is_same and "\n" not in gap) or (opens and gap.count("\n") <= 2 and len(gap.strip(' .,”"\n')) < 80):
        return msgspec.structs.replace(last, content=(quotation.inner,), rule="quote-carried")
    return None


def _ends_quoted(sheet: Sheet, draft: Draft) -> bool:
    return any(quotation.inner.end == draft.content[-1].end for quotation in sheet.speech)


def _joined(drafts: list[Draft]) -> list[Draft]:
    """A content found twice is kept once."""
    out: list[Draft] = []
    for draft in drafts:
        if not any(d.content == draft.content and d.content for d in out[-4:]):
            out.append(draft)
    return out


def speaker_words(sheet: Sheet, draft: Draft) -> tuple[Span, ...]:
    """The words of a draft's source."""
    if draft.words or draft.source is None:
        return draft.words
    return (source_span(sheet.parse, draft.source, sheet.text),)
