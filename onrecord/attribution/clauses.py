"""Attributions read from the dependency parse: a cue with a clause, an infinitive, an object or "according to"."""

from collections.abc import Iterator

from onrecord.attribution.circumstances import is_reason
from onrecord.attribution.cues import frames, is_in, share
from onrecord.attribution.drafts import Draft, Sheet
from onrecord.attribution.sources import agent, cue_span, is_passive, subject
from onrecord.model.span import Span, cover

# A clause is told by its cue more surely than an object: people also "show" and "seek" things.
_LEAST_SHARE = {"clause": 0.28}
_LEAST_OTHER = 0.5
_OWN = frozenset(
    {"nsubj", "nsubjpass", "prep", "npadvmod", "advmod", "dative", "aux", "auxpass", "neg", "agent", "prt", "mark",
     "conj", "cc"}
)  # fmt: skip
_LEAST_TOLD = 4  # tokens before the cue that can be a clause
_LONGEST_INSERTED = 6  # tokens that an inserted cue may have besides its subject ("the minister said on Monday")
_OBJECTS = frozenset({"of", "as", "for", "to", "over", "with", "about", "on", "from"})
_MODALS = frozenset({"would", "will", "could", "can", "do", "did", "does"})
_NOTHING = frozenset({"no", "not", "n't", "n’t"})


def clauses(sheet: Sheet) -> Iterator[Draft]:
    """Every attribution whose cue is a verb with a complement, in text order."""
    withheld: set[int] = set()
    for index in range(len(sheet.parse.tokens)):
        if index in withheld or sheet.is_spoken(index) or is_reason(sheet, index):
            continue
        if sheet.parse.tokens[index].pos in ("VERB", "AUX"):
            draft = _declined(sheet, index) or _held(sheet, index) or _inserted(sheet, index) or _trailing(sheet, index)
            if draft is not None:
                yield draft
                # What was declined ("to comment on …") holds no cue of its own.
                withheld.update(i for span in draft.content for i in sheet.parse.tokens_in(span) if draft.is_declined)
        elif sheet.parse.tokens[index].lemma.lower() == "accord" or _is_according(sheet, index):
            draft = _according(sheet, index)
            if draft is not None:
                yield draft


def _held(sheet: Sheet, verb: int) -> Draft | None:
    parse = sheet.parse
    lemma = parse.tokens[verb].lemma.lower()
    if lemma == "accord":
        return _according(sheet, verb)
    frame = next(iter(frames(parse, verb)), "")
    kind = frame.removeprefix("passive-")
    if not kind or share(parse, verb) < _LEAST_SHARE.get(kind, _LEAST_OTHER):
        return None
    indices = _complement(sheet, verb, kind)
    content = sheet.spans([i for i in indices if i != verb])
    if not content:
        return None
    fronted = kind == "clause" and content[0].start < parse.tokens[verb].start
    source = agent(parse, verb) if is_passive(parse, verb) else subject(parse, verb)
    if source is not None and source in indices:
        source = None
    if source is None and fronted:
        source = _inverted(sheet, verb)
        content = sheet.spans([i for i in indices if source is None or i not in set(parse.subtree(source))])
    rule = "passive" if frame.startswith("passive") else "clause-fronted" if fronted else kind.split("-")[0]
    return Draft(verb=verb, cue=cue_span(parse, verb), source=source, content=content, rule=rule)


def _inverted(sheet: Sheet, verb: int) -> int | None:
    """The speaker after the cue, where the parser took it for something else: "…, said Maria Lind"."""
    parse = sheet.parse
    after = [
        c for c in range(verb + 1, min(verb + 8, len(parse.tokens))) if parse.tokens[c].pos in ("PROPN", "NOUN", "PRON")
    ]
    return next((c for c in after if parse.tokens[c].head == verb or parse.tokens[c].dep == "nsubj"), None)


def _inserted(sheet: Sheet, verb: int) -> Draft | None:
    """A cue put between commas into its content: "the losses, analysts say, have made it harder"."""
    parse = sheet.parse
    token = parse.tokens[verb]
    source = next(iter(parse.children(verb, "nsubj")), None)
    if (
        source is None
        or frames(parse, verb)[:1] in (("clause",), ("object",))
        or not is_in(token.lemma.lower(), "quote")
    ):
        return None
    own = set(parse.subtree(verb, frozenset({"punct"})))
    first, last = min(own), max(own)
    chunk = range(min(source, verb), max(source, verb) + 1)
    before = parse.tokens[first - 1].text if first else ""
    after = parse.tokens[last + 1].text if last + 1 < len(parse.tokens) else ""
    if before != "," or after != "," or token.head == verb or len(own) > len(chunk) + _LONGEST_INSERTED:
        return None
    whole = parse.subtree(_clause_head(sheet, token.head))
    content = sheet.spans([i for i in whole if i not in own])
    cue = cue_span(parse, verb)
    return Draft(verb=verb, cue=cue, source=source, content=content, rule="inserted") if content else None


def _trailing(sheet: Sheet, verb: int) -> Draft | None:
    """ "…, the police said." at the end of a sentence, where the parser did not see that the rest is what they said."""
    parse = sheet.parse
    source = next(iter(parse.children(verb, "nsubj")), None)
    if source is None or not is_in(parse.tokens[verb].lemma.lower(), "quote") or parse.children(verb, "ccomp", "dobj"):
        return None
    first, last = parse.sentences[parse.sentence_index(verb)]
    own = parse.subtree(source)
    start, end = min(own), max([verb, *(i for c in parse.children(verb, "prep", "npadvmod") for i in parse.subtree(c))])
    is_last = all(parse.tokens[i].pos == "PUNCT" for i in range(end + 1, last))
    if source > verb or not is_last or start - first < _LEAST_TOLD or parse.tokens[start - 1].text != ",":
        return None
    content = sheet.spans(list(range(first, start - 1)))
    return (
        Draft(verb=verb, cue=cue_span(parse, verb), source=source, content=content, rule="trailing")
        if content
        else None
    )


def _clause_head(sheet: Sheet, index: int) -> int:
    """The verb of the clause that ``index`` is in."""
    parse = sheet.parse
    for above in (index, *parse.ancestors(index)):
        if parse.tokens[above].pos in ("VERB", "AUX"):
            return above
    return index


def _complement(sheet: Sheet, verb: int, kind: str) -> list[int]:
    """Tokens of what the cue holds."""
    parse = sheet.parse
    if kind == "clause":
        head = parse.children(verb, "ccomp")
        if head[0] < verb:
            return _around(sheet, verb)
        return _with_object(sheet, verb, [i for child in head for i in parse.subtree(child)])
    if kind == "infinitive":
        held = [i for child in parse.children(verb, "xcomp") for i in parse.subtree(child)]
        return _with_object(sheet, verb, held)
    if kind == "predicate":
        held = [i for child in parse.children(verb, "oprd") for i in parse.subtree(child)]
        return _with_object(sheet, verb, held)
    if kind == "object":
        held = [i for child in parse.children(verb, "dobj") for i in parse.subtree(child)]
        return held + (_prepositional(sheet, verb) if is_in(parse.tokens[verb].lemma.lower(), "object-too") else [])
    for child in parse.children(verb, "prep"):
        return [i for below in parse.children(child) for i in parse.subtree(below)]
    return []


def _with_object(sheet: Sheet, verb: int, held: list[int]) -> list[int]:
    if is_in(sheet.parse.tokens[verb].lemma.lower(), "object-too"):
        held = held + [i for child in sheet.parse.children(verb, "dobj") for i in sheet.parse.subtree(child)]
    return sorted(held)


def _prepositional(sheet: Sheet, verb: int) -> list[int]:
    parse = sheet.parse
    return [
        i
        for child in parse.children(verb, "prep")
        if parse.tokens[child].text.lower() in _OBJECTS
        for i in parse.subtree(child)
    ]


def _around(sheet: Sheet, verb: int) -> list[int]:
    """What stands around a cue that comes after its content: its clause, less the cue and what is its own."""
    parse = sheet.parse
    own = {verb}
    for child in parse.children(verb):
        dep = parse.tokens[child].dep
        if (dep in _OWN and not (dep == "conj" and _is_quoted_on(sheet, child))) or (
            dep in ("dobj", "advcl", "punct") and child > verb and not _is_quoted_on(sheet, child)
        ):
            own.update(parse.subtree(child))
    return [i for i in parse.subtree(verb) if i not in own]


def _is_quoted_on(sheet: Sheet, child: int) -> bool:
    return any(sheet.quotation_of(i) for i in sheet.parse.subtree(child))


def _is_according(sheet: Sheet, index: int) -> bool:
    return sheet.parse.tokens[index].text.lower() == "according"


def _according(sheet: Sheet, index: int) -> Draft | None:
    """ "According to X": the rest of the clause it stands in."""
    parse = sheet.parse
    to = next(
        (c for c in range(index + 1, min(index + 2, len(parse.tokens))) if parse.tokens[c].text.lower() == "to"), None
    )
    if to is None:
        return None
    source = next(iter(parse.children(to, "pobj")), None)
    if source is None:
        return None
    governor = parse.tokens[index].head
    mine = set(parse.subtree(index)) | set(parse.subtree(to))
    if governor == index:
        return None
    whole = parse.subtree(governor) if parse.tokens[governor].pos in ("VERB", "AUX") else _clause_of(sheet, governor)
    content = sheet.spans([i for i in whole if i not in mine])
    cue = parse.span(index, to + 1)
    return Draft(verb=index, cue=cue, source=source, content=content, rule="according-to") if content else None


def _clause_of(sheet: Sheet, index: int) -> list[int]:
    parse = sheet.parse
    first, last = parse.sentences[parse.sentence_index(index)]
    return list(range(first, last))


# ---- declined --------------------------------------------------------------------------------------------------------

_SILENT = frozenset({"comment", "respond", "reply", "return", "answer"})
_WITHHELD = frozenset(
    "say discuss provide offer elaborate confirm give disclose identify specify name detail reveal address "
    "speculate".split()
)


def _declined(sheet: Sheet, verb: int) -> Draft | None:
    """A source that would not speak: "declined to comment", "did not respond", "could not be reached"."""
    parse = sheet.parse
    lemma = parse.tokens[verb].lemma.lower()
    negated = any(parse.tokens[c].text.lower() in _NOTHING for c in parse.children(verb, "neg"))
    auxiliaries = {parse.tokens[c].lemma.lower() for c in parse.children(verb, "aux")}
    if lemma in ("decline", "refuse"):
        held = parse.children(verb, "xcomp")
        if held and parse.tokens[held[0]].lemma.lower() in _SILENT | _WITHHELD:
            return _withheld(sheet, verb, parse.subtree(held[0]), cue_span(parse, verb))
    if negated and lemma == "reach" and is_passive(parse, verb):
        return _withheld(sheet, verb, [], cue_span(parse, verb))
    if negated and lemma in _SILENT and auxiliaries & _MODALS:
        return _withheld(sheet, verb, _predicate(sheet, verb), _negation(sheet, verb, verb + 1))
    if negated and lemma in _WITHHELD and auxiliaries & {"would", "will", "wo"} and lemma != "give":
        return _withheld(sheet, verb, _predicate(sheet, verb), _negation(sheet, verb, verb))
    if lemma == "have" and any(_is_no_comment(sheet, c) for c in parse.children(verb, "dobj")):
        return _withheld(sheet, verb, [], parse.span(verb, parse.children(verb, "dobj")[0] + 1))
    return None


def _is_no_comment(sheet: Sheet, index: int) -> bool:
    parse = sheet.parse
    return parse.tokens[index].lemma.lower() == "comment" and any(
        parse.tokens[c].text.lower() in _NOTHING for c in parse.children(index)
    )


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
    source = subject(sheet.parse, verb)
    if source is None:
        return None
    spans = sheet.spans(held)
    content = (cover(spans),) if spans else ()
    return Draft(verb=verb, cue=cue, source=source, content=content, rule="declined", is_declined=True)
