"""Classes of words that attribute."""

from functools import cache

from onrecord.resources import rows


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Class → lemmas, from ``cues.tsv``."""
    return {name: frozenset(lemmas.split("|")) for name, lemmas in rows("cues.tsv")}


def is_in(lemma: str, name: str) -> bool:
    """Whether a lemma is in the class ``name``."""
    return lemma in _classes()[name]


def act(lemma: str) -> str:
    """``thought`` for verbs of believing and wanting, else ``speech``."""
    return "thought" if is_in(lemma, "thought") and not is_in(lemma, "speech") else "speech"
