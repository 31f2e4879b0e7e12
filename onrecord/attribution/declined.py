"""Sources that would not speak: "declined to comment", "did not respond", "could not be reached", "no comment"."""

import re
from collections.abc import Iterator

from onrecord.attribution.drafts import Draft, Sheet
from onrecord.attribution.sources import cue_span, is_passive, subject
from onrecord.model.span import Span, cover

_REFUSING = frozenset({"decline", "refuse"})
_SILENT = frozenset({"comment", "respond", "reply", "return", "answer"})
_WITHHELD = frozenset(
    "say discuss provide offer elaborate confirm give disclose identify specify name detail reveal address "
    "speculate interview speak talk explain describe characterize".split()
)
_REACHED = frozenset({"reach", "contact", "locate"})
_ABSENT = frozenset({"available", "unavailable"})
_MODALS = frozenset({"would", "will", "could", "can", "do", "did", "does", "have", "has", "had"})
_NOTHING = frozenset({"no", "not", "n't", "n’t", "never"})
_GIVING = frozenset({"have", "make", "offer", "give"})
# What a silence answers: other silences ("did not return to Paris") are none.
_ASKED = frozenset(
    "request comment question query message call email e-mail inquiry enquiry phone voicemail text interview "
    "invitation seeking attempt letter reporter journalist".split()
)
_NO_COMMENT = re.compile(r"\W*no comment\W*", re.IGNORECASE)


def refusals(sheet: Sheet) -> Iterator[Draft]:
    """Every refusal that the outlet tells in its own words, in text order."""
    for index, token in enumerate(sheet.parse.tokens):
        if token.pos in ("VERB", "AUX") and not sheet.is_spoken(index):
            draft = _refusal(sheet, index)
            if draft is not None:
                yield draft


def _refusal(sheet: Sheet, verb: int) -> Draft | None:
    """The refusal whose cue the token ``verb`` heads, if it heads one."""
    parse = sheet.parse
    lemma = parse.tokens[verb].lemma.lower()
    if lemma in _REFUSING:
        return _refused(sheet, verb)
    if lemma in _GIVING and any(_is_no_comment(sheet, c) for c in parse.children(verb, "dobj")):
        return _withheld(sheet, verb, [], parse.span(verb, parse.children(verb, "dobj")[0] + 1))
    absent = next((c for c in parse.children(verb, "acomp") if parse.tokens[c].lemma.lower() in _ABSENT), None)
    negated = any(parse.tokens[c].text.lower() in _NOTHING for c in parse.children(verb, "neg"))
    if absent is not None:
        is_absent = negated or parse.tokens[absent].lemma.lower() == "unavailable"
        return (
            _withheld(sheet, verb, [], parse.span(verb, absent + 1)) if is_absent and _is_asked(sheet, absent) else None
        )
    if not negated:
        return None
    return _silent(sheet, verb, lemma)


def is_no_comment(words: str) -> bool:
    """Whether a quotation says that nothing is said."""
    return bool(_NO_COMMENT.fullmatch(words))


def _refused(sheet: Sheet, verb: int) -> Draft | None:
    parse = sheet.parse
    held = parse.children(verb, "xcomp")
    if held and parse.tokens[held[0]].lemma.lower() in _SILENT | _WITHHELD:
        return _withheld(sheet, verb, parse.subtree(held[0]), cue_span(parse, verb))
    things = [c for c in parse.children(verb, "dobj") if _is_about(sheet, c)]
    return _withheld(sheet, verb, parse.subtree(things[0]), cue_span(parse, verb)) if things else None


def _silent(sheet: Sheet, verb: int, lemma: str) -> Draft | None:
    parse = sheet.parse
    if lemma in _REACHED and is_passive(parse, verb) and (_is_asked(sheet, verb) or _is_somebody(sheet, verb)):
        return _withheld(sheet, verb, [], cue_span(parse, verb))
    auxiliaries = {parse.tokens[c].lemma.lower() for c in parse.children(verb, "aux")}
    if not auxiliaries & _MODALS:
        return None
    if lemma == "comment" or (lemma in _SILENT and _is_asked(sheet, verb)):
        return _withheld(sheet, verb, _predicate(sheet, verb), _negation(sheet, verb, verb + 1))
    if lemma in _WITHHELD and auxiliaries & {"would", "will", "wo"} and lemma != "give":
        return _withheld(sheet, verb, _predicate(sheet, verb), _negation(sheet, verb, verb))
    return None


def _is_asked(sheet: Sheet, index: int) -> bool:
    """Whether a silence answers a request, or nothing is said of what it answers."""
    below = _predicate(sheet, index)
    return len(below) <= 2 or any(_is_word(sheet, i) for i in below)


def _is_somebody(sheet: Sheet, verb: int) -> bool:
    """Whether the subject is a person or a body, and no train that "could not be reached"."""
    source = subject(sheet.parse, verb)
    return source is not None and sheet.document.mention_at(source) is not None


def _is_about(sheet: Sheet, index: int) -> bool:
    return any(_is_word(sheet, i) for i in sheet.parse.subtree(index))


def _is_word(sheet: Sheet, index: int) -> bool:
    return sheet.parse.tokens[index].lemma.lower() in _ASKED


def _is_no_comment(sheet: Sheet, index: int) -> bool:
    parse = sheet.parse
    is_comment = parse.tokens[index].lemma.lower() == "comment"
    return is_comment and any(parse.tokens[c].text.lower() in _NOTHING for c in parse.children(index))


def _predicate(sheet: Sheet, verb: int) -> list[int]:
    parse = sheet.parse
    own = {
        i
        for c in parse.children(verb, "nsubj", "nsubjpass", "aux", "neg", "conj", "cc", "advcl")
        for i in parse.subtree(c)
    }
    return [i for i in parse.subtree(verb) if i not in own and i >= verb]


def _negation(sheet: Sheet, verb: int, last: int) -> Span:
    parse = sheet.parse
    before = [c for c in parse.children(verb, "aux", "neg") if c < verb]
    return parse.span(min(before), last) if before and min(before) < last else parse.span(verb, verb + 1)


def _withheld(sheet: Sheet, verb: int, held: list[int], cue: Span) -> Draft | None:
    source = subject(sheet.parse, verb) or _first_name(sheet, verb)
    if source is None:
        return None
    spans = sheet.spans(held)
    content = (cover(spans),) if spans else ()
    return Draft(verb=verb, cue=cue, source=source, content=content, rule="declined", is_declined=True)


def _first_name(sheet: Sheet, verb: int) -> int | None:
    """The first name of the sentence, where the parser found no subject ("Lind, through a spokeswoman, declined …")."""
    parse = sheet.parse
    first = parse.sentences[parse.sentence_index(verb)][0]
    names = [i for i in range(first, min(verb, first + 12)) if parse.tokens[i].pos == "PROPN"]
    if not names:
        return None
    last = names[0]
    while last + 1 in names:
        last += 1
    return last
