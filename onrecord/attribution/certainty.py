"""How surely a source gives what it says: by the cue, then by the hedges on the main claim of the content.

The scale, as labelled in ``bench/labels/certainty.jsonl``: *certain*, the source asserts, asks, demands, promises or
wishes, and no doubt of the main claim is shown; *probable*, it believes or expects it, or calls it likely; *possible*,
it calls it possible, suggests or doubts it, or leaves open whether.
"""

from collections.abc import Iterable, Sequence

from onrecord.attribution.drafts import Draft, Sheet
from onrecord.model.record import Certainty
from onrecord.model.token import Parse

_DOUBTING = frozenset(
    "suggest speculate hint imply wonder doubt fear worry question hypothesize suspicion speculation rumor "
    "rumour".split()
)
_BELIEVING = frozenset(
    "believe think expect predict estimate suspect assume feel project forecast guess presume anticipate reckon figure "
    "belief expectation prediction estimate opinion confident convinced".split()
)
_SEEMING = frozenset({"seem", "appear"})
_POSSIBLE_MODALS = frozenset({"may", "might", "could"})
_POSSIBLE_ADVERBS = frozenset({"perhaps", "possibly", "maybe", "potentially", "conceivably"})
_PROBABLE_ADVERBS = frozenset({"likely", "probably", "apparently", "presumably", "seemingly"})
_LIKELY = frozenset({"likely", "unlikely", "probable"})
_POSSIBLE = frozenset({"possible", "unclear", "uncertain", "unsure"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_OPEN = frozenset({"whether", "if"})
_ASKING = frozenset("ask demand question inquire query follow press".split())
_OPENING_WORDS = 4  # of a content, among which an adverb of doubt is of the main claim


def certainty(sheet: Sheet, draft: Draft) -> Certainty:
    """Of the main claim of ``draft``, as its source gives it."""
    parse = sheet.parse
    cue = [parse.tokens[i].lemma.lower() for i in parse.tokens_in(draft.cue)]
    content = [i for span in draft.content for i in parse.tokens_in(span)]
    if _has(cue, _DOUBTING) or (_leaves_open(parse, content) and not _has(cue, _ASKING)):
        return "possible"
    main = _main(parse, content)
    if main is not None and _is_possible(parse, main, content):
        return "possible"
    if _has(cue, _BELIEVING | _SEEMING) or (main is not None and _is_probable(parse, main, content)):
        return "probable"
    return "certain"


def _has(words: Iterable[str], among: frozenset[str]) -> bool:
    return any(word in among for word in words)


def _leaves_open(parse: Parse, content: Sequence[int]) -> bool:
    return bool(content) and parse.tokens[content[0]].text.lower() in _OPEN


def _main(parse: Parse, content: Sequence[int]) -> int | None:
    """The verb that governs the content: the first whose governor lies outside."""
    inside = set(content)
    for index in content:
        token = parse.tokens[index]
        if token.pos in ("VERB", "AUX") and (token.head == index or token.head not in inside) and token.dep != "aux":
            return index
    return None


def _is_possible(parse: Parse, main: int, content: Sequence[int]) -> bool:
    modals = [c for c in parse.children(main, "aux") if parse.tokens[c].text.lower() in _POSSIBLE_MODALS]
    negated = any(parse.tokens[c].text.lower() in _NOT for c in parse.children(main, "neg"))
    if modals and not (negated and parse.tokens[modals[0]].text.lower() == "could"):
        return True
    return _has(_adverbs(parse, main, content), _POSSIBLE_ADVERBS) or _has(_called(parse, main), _POSSIBLE)


def _is_probable(parse: Parse, main: int, content: Sequence[int]) -> bool:
    lemma = parse.tokens[main].lemma.lower()
    believed = lemma in _BELIEVING and bool(parse.children(main, "ccomp"))
    likely = _has(_called(parse, main), _LIKELY)
    return believed or lemma in _SEEMING or likely or _has(_adverbs(parse, main, content), _PROBABLE_ADVERBS)


def _adverbs(parse: Parse, main: int, content: Sequence[int]) -> Iterable[str]:
    yield from (parse.tokens[c].text.lower() for c in parse.children(main, "advmod"))
    yield from (parse.tokens[i].text.lower() for i in content[:_OPENING_WORDS] if parse.tokens[i].dep == "advmod")


def _called(parse: Parse, main: int) -> Iterable[str]:
    """What the main claim is called: "it is possible that", "they were unlikely to"."""
    return (parse.tokens[c].lemma.lower() for c in parse.children(main, "acomp", "attr"))
