"""Whether two names are forms of one name: short and full, acronym, or spelt with a slip."""

from onrecord.entities.lexicon import fold


def is_acronym(short: str, name: str) -> bool:
    """Whether ``short`` is made of the initials of ``name``, words in lower case left out."""
    initials = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return len(short) > 1 and short.isupper() and short.replace(".", "") == initials


def is_same_body(short: str, name: str) -> bool:
    """Whether ``short`` is ``name`` but for a slip in one word, or for what stands after two or more words of it.

    "The Refugee Council" is the Refugee Council of Peru.
    """
    words, full = fold(short).split(), fold(name).split()
    if len(words) == 1:
        return False
    if len(words) == len(full):
        unlike = [pair for pair in zip(words, full, strict=True) if pair[0] != pair[1]]
        return len(unlike) == 1 and is_misspelt(*unlike[0])
    return len(words) < len(full) and full[: len(words)] == words and full[len(words)] in _LINKS


_LINKS = frozenset({"of", "for", "on", "in", "at"})


def is_same_name(one: list[str], other: list[str]) -> bool:
    """Whether two names of a person agree: the surname, and the first name where both tell it, but for a letter."""
    if one[-1] != other[-1]:
        return False
    if one[0] in PARTICLES and other[-len(one) :] == one:
        return True  # "de Souza"
    return len(other) == 1 or one[0] == other[0] or is_misspelt(one[0], other[0])


def is_misspelt(one: str, other: str) -> bool:
    """Whether two longer words differ by one letter put in, left out or changed, or by two that changed places."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST_LETTERS or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]:
        return True
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


# Words that begin a surname, in lower case.
PARTICLES = frozenset("de da do dos das du di del della van von bin ibn al el ben der den ter la le".split())
_LEAST_LETTERS = 5
