"""What a sentence shows of the event between two actors that are given: words by place, paths, listed words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.events.ontology import Entry, lexicon, nouns, verbs
from onrecord.events.triggers import Trigger, triggers
from onrecord.model.span import Span
from onrecord.model.token import Parse

_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADV", "PROPN", "ADP", "PART", "AUX", "SCONJ"})
_WORDS = frozenset({"VERB", "NOUN", "ADJ"})
_LONGEST_PATH = 8
_AFTER, _BEFORE = 6, 5  # words looked at after the source and before the target


def features(parse: Parse, sources: Sequence[Span], targets: Sequence[Span]) -> Iterator[str]:
    """Names of the features that hold, each a kind and a value ("top sign"); a name may come more than once."""
    source, target = _indices(parse, sources), _indices(parse, targets)
    yield from _zones(parse, source, target)
    yield from _windows(parse, source, target)
    yield from _paths(parse, source, target)
    yield from _listed(parse, source, target)


def _indices(parse: Parse, spans: Sequence[Span]) -> list[int]:
    return [index for span in spans for index in parse.tokens_in(span)]


def _zones(parse: Parse, source: list[int], target: list[int]) -> Iterator[str]:
    """Lemmas with where they stand: in an actor, between the two, elsewhere; and pairs of neighbours."""
    marked = {**dict.fromkeys(target, "T"), **dict.fromkeys(source, "S")}
    edges = sorted([*source[:1], *source[-1:], *target[:1], *target[-1:]])
    low, high = (edges[0], edges[-1]) if edges else (0, len(parse.tokens))
    before = "^"
    for index, token in enumerate(parse.tokens):
        lemma = marked.get(index) or token.lemma.lower()
        if index in marked:
            yield f"in {marked[index]} {token.lemma.lower()}"
        elif token.pos in _CONTENT:
            yield f"w {lemma}"
            yield f"{'mid' if low < index < high else 'out'} {lemma}"
        if token.pos != "PUNCT" and before != lemma:
            yield f"2 {before} {lemma}"
            before = lemma


def _windows(parse: Parse, source: list[int], target: list[int]) -> Iterator[str]:
    """The words that follow the source and that stand before and after the target, each actor taken as one mark."""
    marked = {**dict.fromkeys(target, "T"), **dict.fromkeys(source, "S")}
    words: list[str] = []
    for index, token in enumerate(parse.tokens):
        word = marked.get(index) or token.lemma.lower()
        if index not in marked or words[-1:] != [word]:
            words.append(word)
    if "S" in words:
        after = words[words.index("S") + 1 :][:_AFTER]
        yield from (f"s {word}" for word in after)
        yield from (f"s2 {one} {other}" for one, other in pairwise(after))
    if "T" in words:
        at = words.index("T")
        yield from (f"t {word}" for word in words[max(0, at - _BEFORE) : at])
        yield from (f"ta {word}" for word in words[at + 1 : at + _BEFORE])
    if "S" in words and "T" in words:
        yield f"order {words.index('S') < words.index('T')}"


def _paths(parse: Parse, source: list[int], target: list[int]) -> Iterator[str]:
    """The words that govern each actor, and those on the way from one to the other in the tree."""
    chains = []
    for side, indices in (("S", source), ("T", target)):
        head = _head(parse, indices)
        if head is None:
            continue
        chain = [head, *parse.ancestors(head)]
        chains.append(chain)
        role = parse.tokens[head].dep
        yield f"{side} {role}"
        for index in chain[1:4]:
            token = parse.tokens[index]
            yield f"{side} {role} {token.lemma.lower()}"
            if token.pos in ("VERB", "AUX"):
                break
    if len(chains) == 2:
        yield from _between(parse, *chains)


def _head(parse: Parse, indices: list[int]) -> int | None:
    inside = set(indices)
    return next((i for i in indices if parse.tokens[i].head not in inside or parse.tokens[i].head == i), None)


def _between(parse: Parse, one: list[int], other: list[int]) -> Iterator[str]:
    shared = set(other)
    top = next((index for index in one if index in shared), None)
    if top is None:
        return
    up, down = one[1 : one.index(top)], other[1 : other.index(top)]
    yield f"top {parse.tokens[top].lemma.lower()}"
    for index in [*up, top, *down][:_LONGEST_PATH]:
        token = parse.tokens[index]
        yield f"path {token.lemma.lower()}"
        for child in parse.children(index, "dobj", "prt", "xcomp", "neg", "acomp", "attr"):
            yield f"path {token.lemma.lower()} {parse.tokens[child].dep} {parse.tokens[child].lemma.lower()}"
        for kind in _kinds(parse, index):
            yield f"path-type {kind}"


def _kinds(parse: Parse, index: int) -> set[str]:
    token = parse.tokens[index]
    entries: tuple[Entry, ...] = ()
    if token.pos == "VERB":
        entries = verbs().get(token.lemma.lower(), ())
    elif token.pos == "NOUN":
        entries = nouns().get(token.lemma.lower(), ())
    return {entry.type for entry in entries}


def _listed(parse: Parse, source: list[int], target: list[int]) -> Iterator[str]:
    """The events that the lexicon finds, with whether their sides are the given ones; and listed words in any use."""
    ours, theirs = set(source), set(target)
    for found in triggers(parse, lexicon()):
        sides = _sides(parse, found, ours, theirs)
        yield f"event {found.entry.type} {sides}"
        yield f"event {found.entry.type} {found.entry.mode} {sides}"
        if sides != "--":
            yield f"hit {found.entry.type}"
            yield f"hit word {found.entry.words}"
    for index, token in enumerate(parse.tokens):
        if token.pos in _WORDS:
            for kind in _kinds(parse, index):
                yield f"type {kind}"


def _sides(parse: Parse, found: Trigger, ours: set[int], theirs: set[int]) -> str:
    first = "S" if _meets(parse, found.source, ours) else "T" if _meets(parse, found.source, theirs) else "-"
    last = "T" if _meets(parse, found.target, theirs) else "S" if _meets(parse, found.target, ours) else "-"
    return first + last


def _meets(parse: Parse, heads: tuple[int, ...], actor: set[int]) -> bool:
    return any(head in actor or any(child in actor for child in parse.children(head)) for head in heads)
