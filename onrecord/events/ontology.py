"""The tables of event types, scores, contexts and of the words that name events."""

from functools import cache

import msgspec

from onrecord.resources import rows


class Entry(msgspec.Struct, frozen=True):
    """One way in which a word names an event; ``frame`` says where its target stands (see ``events_lexicon.tsv``)."""

    words: str
    pos: str
    frame: str
    type: str
    mode: str | None
    cameo: str


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
    for pos, frame, kind, mode, cameo, words in rows("events_lexicon.tsv"):
        if pos == wanted:
            for word in words.split("|"):
                table.setdefault(word, []).append(Entry(word, pos, frame, kind, None if mode == "-" else mode, cameo))
    return {word: tuple(entries) for word, entries in table.items()}


@cache
def quads() -> dict[str, int]:
    """PLOVER type → class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    return {kind: int(quad) for kind, _, quad, _ in rows("plover.tsv")}


@cache
def goldstein() -> dict[str, float]:
    """CAMEO code → Goldstein score."""
    return {code: float(score) for code, score in rows("goldstein.tsv")}


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


def cameo_of(entry: Entry, words: frozenset[str]) -> str:
    """The CAMEO code of an entry, deeper where the words beside it say what was asked, given or promised."""
    table = {
        "02": (("military|arms|weapon|weapons|troops|missiles", "0232"), ("economic|loan|money|funds", "0231"), ("humanitarian|food|medicine", "0233"),
               ("talks|meeting|meet|negotiate|dialogue", "026"), ("release|free|withdraw|ceasefire|lift", "025"), ("aid|help|assistance|support", "023")),
        "07": (("military|arms|weapon|weapons|missiles|equipment", "072"), ("economic|loan|money|funds", "071"), ("humanitarian|food|medicine|rescue", "073")),
        "03": (("military|arms|weapons|troops", "0332"), ("aid|help|assistance", "033"), ("talks|meet|meeting|negotiate", "036")),
    }  # fmt: skip
    for listed, code in table.get(entry.cameo, ()):
        if words & frozenset(listed.split("|")):
            return code
    return entry.cameo
