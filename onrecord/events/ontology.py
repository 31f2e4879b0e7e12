"""The tables of event types, scores, contexts and of the words that name events."""

from functools import cache

import msgspec

from onrecord.errors import ResourceError
from onrecord.resources import rows
from onrecord.resources.plover import modes, quads

LEXICON = "events_lexicon.tsv"
_WORD_FRAMES = frozenset({"object", "none", "mutual", "ask", "clause", "any"})
OWN_COLUMNS = 5
_NOUN_FRAMES = frozenset({"act", "mutual", "of"})


class Entry(msgspec.Struct, frozen=True):
    """One way in which a word names an event; ``frame`` says where its target stands (see ``events_lexicon.tsv``)."""

    words: str
    pos: str
    frame: str
    type: str
    mode: str | None
    cameo: str
    quad: int


class Depth(msgspec.Struct, frozen=True):
    """A CAMEO code, and the mode of the act; null for none."""

    cameo: str
    mode: str | None


class Lexicon(msgspec.Struct, frozen=True):
    """Words that name events: verb lemmas and noun lemmas → entries, those of a user before the shipped ones."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    openings: frozenset[str]


@cache
def lexicon(own: tuple[tuple[str, ...], ...] = ()) -> Lexicon:
    """The shipped lexicon with a user's own types: rows of type, quad, pos, frame and words.

    Raises:
        ResourceError: a row is faulty.
    """
    tables: dict[str, dict[str, tuple[Entry, ...]]] = {"verb": dict(verbs()), "noun": dict(nouns())}
    for row in reversed(own):
        if fault := own_fault_of(row):
            raise ResourceError(f"own event types, row {' '.join(row)[:60]!r}: {fault}")
        kind, quad, pos, frame, words = row
        for word in words.split("|"):
            entry = Entry(word, pos, frame, kind, None, "", int(quad))
            tables[pos][word] = (entry, *tables[pos].get(word, ()))
    held = frozenset(words.split(" ", 1)[0] for words in tables["verb"] if " " in words)
    return Lexicon(tables["verb"], tables["noun"], held)


@cache
def verbs() -> dict[str, tuple[Entry, ...]]:
    """Verb lemma (with its particle: ``step_down``) → entries."""
    return _lexicon("verb")


@cache
def nouns() -> dict[str, tuple[Entry, ...]]:
    """Noun lemmas, several words joined by blanks → entries."""
    return _lexicon("noun")


def _lexicon(wanted: str) -> dict[str, tuple[Entry, ...]]:
    table: dict[str, list[Entry]] = {}
    for row in rows(LEXICON):
        pos, frame, kind, mode, cameo, words = row
        fault = fault_of(row)
        if fault:
            raise ResourceError(f"resource {LEXICON}, row of {words[:40]!r}: {fault}")
        if pos == wanted:
            for word in words.split("|"):
                entry = Entry(word, pos, frame, kind, None if mode == "-" else mode, cameo, quads()[kind])
                table.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in table.items()}


def fault_of(row: tuple[str, ...]) -> str | None:
    """What is wrong with a row of the lexicon (pos, frame, type, mode, cameo, words); null if nothing is."""
    pos, frame, kind, mode, cameo, words = row
    if fault := _use_fault(pos, frame):
        return fault
    if (kind, mode) not in modes():
        return f"type {kind!r} with mode {mode!r} is not in plover.tsv"
    if cameo not in goldstein():
        return f"CAMEO code {cameo!r} is not in goldstein.tsv"
    return None if all(words.split("|")) else "an empty word between two |"


def own_fault_of(row: tuple[str, ...]) -> str | None:
    """What is wrong with a row of a user's own types (type, quad, pos, frame, words); null if nothing is."""
    if len(row) != OWN_COLUMNS:
        return f"{len(row)} columns; expected type, quad, pos, frame, words"
    kind, quad, pos, frame, words = row
    if not kind.isupper():
        return f"type {kind!r}; expected capital letters"
    if kind in quads():
        return f"type {kind!r} is PLOVER's; expected a name of your own"
    if quad not in ("1", "2", "3", "4"):
        return f"quad {quad!r}; expected 1, 2, 3 or 4"
    return _use_fault(pos, frame) or (None if all(words.split("|")) else "an empty word between two |")


def _use_fault(pos: str, frame: str) -> str | None:
    if pos not in ("verb", "noun"):
        return f"part of speech {pos!r}; expected verb or noun"
    if pos == "noun" and frame not in _NOUN_FRAMES:
        return f"frame {frame!r}; expected one of {', '.join(sorted(_NOUN_FRAMES))}"
    if pos == "verb" and frame not in _WORD_FRAMES and not frame.replace("-", "").isalpha():
        return f"frame {frame!r}; expected {', '.join(sorted(_WORD_FRAMES))} or prepositions joined by hyphens"
    return None


@cache
def goldstein() -> dict[str, float]:
    """CAMEO code → Goldstein score."""
    return {code: float(score) for code, score in rows("goldstein.tsv")}


@cache
def contexts() -> frozenset[str]:
    """PLOVER's contexts."""
    return frozenset(_contexts().values())


@cache
def _contexts() -> dict[str, str]:
    """Word, or stem with ``*`` → context."""
    return {word: context for context, words in rows("contexts.tsv") for word in words.split("|")}


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    return tuple((word[:-1], context) for word, context in _contexts().items() if word.endswith("*"))


@cache
def context_of(word: str) -> str | None:
    """The context that a lower-case word shows."""
    exact = _contexts().get(word)
    return exact or next((context for stem, context in _stems() if word.startswith(stem)), None)


def depth_of(cameo: str, words: frozenset[str]) -> Depth:
    """A CAMEO code as deep as the words beside it say what was asked, refused or given, or by what means."""
    found = next((depth for listed, depth in _depths().get(cameo, ()) if words & listed), None)
    return found or Depth(cameo, None)


@cache
def _depths() -> dict[str, tuple[tuple[frozenset[str], Depth], ...]]:
    """CAMEO root → sets of lemmas with what they show, in the order in which they are tried."""
    table: dict[str, tuple[tuple[frozenset[str], Depth], ...]] = {}
    for root, code, mode, words in rows("cameo_depth.tsv"):
        depth = Depth(code, None if mode == "-" else mode)
        table[root] = (*table.get(root, ()), (frozenset(words.split("|")), depth))
    return table
