"""Which language a text is in: English by its function words, anything else by py3langid."""

import re
from collections.abc import Callable
from functools import cache

from onrecord.model.document import Document

# Counted in the first words of a text: frequent in English, rare in the languages that share its letters.
_FUNCTION_WORDS = frozenset(
    (
        "the and of to a in that is was for on with as at by from has have had been were be are it its his her their "
        "they he she who which this these those not but or an will would said says after before than more about into "
        "over when while there also could should we you our your i my what how all up out no if so do did new"
    ).split()
)
_SHARED = frozenset(("a in is was on by at as for do no i so of had has be we he").split())
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000  # characters looked at
_SURE = 0.18  # share of function words above which a text is English without asking further
_FEW = 12  # words below which nothing can be said
# The languages of the world's larger news markets; py3langid knows more, but mistakes English for its relatives.
_LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn "
    "ko ku ky lo lt lv mg mk ml mn mr ms mt ne nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur "
    "vi xh zh zu"
)


def identify(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``; null if there are too few words to tell."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if not words:
        return None
    hits = [word for word in words if word in _FUNCTION_WORDS]
    if len(hits) >= _SURE * len(words) and any(word not in _SHARED for word in hits):
        return "en"
    letters = sum(map(len, words))
    ascii_letters = sum(character.isascii() for word in words for character in word)
    if len(words) < _FEW and ascii_letters >= 0.8 * letters:
        return "en" if hits else None
    return _classify(sample)


class Language:
    """The stage that adds ``language`` where the document does not bring one."""

    name = "language"
    requires = frozenset[str]()
    provides = frozenset({"language"})

    def __call__(self, document: Document) -> Document:
        return document.with_layers(language=document.language or identify(document.text))


def _classify(text: str) -> str:
    return _identifier()(text.encode("utf-8", "replace"))[0]


@cache
def _identifier() -> Callable[[bytes], tuple[str, float]]:
    from py3langid import langid  # late: loading its model takes as long as reading several articles

    langid.set_languages(_LANGUAGES.split())
    classify: Callable[[bytes], tuple[str, float]] = langid.classify
    return classify
