"""Whether two names are forms of one name: short and full, acronym, or spelt with a slip."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from onrecord.entities.lexicon import fold, names
from onrecord.resources import rows


def is_acronym(short: str, name: str) -> bool:
    """Whether ``short`` is made of the initials of ``name``, words in lower case left out or, of three letters on, not.

    A country before the name may be left out, and a last word written in full: "UNE Riverside" is the University of
    the North-East at Riverside.
    """
    first, _, last = short.partition(" ")
    if len(first) < _SHORTEST_ACRONYM or not first.isupper():
        return False
    if last:
        return name.endswith(f" {last}") and is_acronym(first, name.removesuffix(f" {last}"))
    return first.replace(".", "") in acronyms(name)


_SHORTEST_ACRONYM, _LEAST_OF_ALL = 2, 3  # letters


@lru_cache(maxsize=10_000)
def acronyms(name: str) -> frozenset[str]:
    """The initials of a name: of the words with a capital, of those without the country, and of all its words."""
    of_all = "".join(word[0] for word in name.split()).upper()
    told = {_initials(name), _initials(without_nation(name)), of_all if len(of_all) >= _LEAST_OF_ALL else ""}
    return frozenset(told - {""})


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def is_ending(short: str, name: str) -> bool:
    """Whether ``short`` is two or more of the last words of ``name``: "Standards Agency", "Food Standards Agency".

    Of "School of Law at Okoro University" the university is another.
    """
    before = name.removesuffix(f" {short}")
    return " " in short and before != name and before.split()[-1][:1].isupper()


def is_of_nation(one: str, other: str) -> bool:
    """Whether the names are one but for the country in front: "Air Force", "Peruvian Air Force"."""
    return one != other and (one == without_nation(other) or other == without_nation(one))


@lru_cache(maxsize=10_000)
def without_nation(name: str) -> str:
    """The name of a body without the country, or its adjective, that it begins with."""
    words = name.split()
    for size in range(min(len(words) - 1, _LONGEST_NATION), 0, -1):
        known = names().get(" ".join(words[:size]))
        if known is not None and known.use in ("country", "nation"):
            return " ".join(words[size:])
    return name


_LONGEST_NATION = 3  # words


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
    """Whether two names of a person agree: the surname, and the first name where both tell it.

    The first name may be a familiar form, or have a slip in one letter.
    """
    if one[-1] != other[-1]:
        return False
    if one[0] in PARTICLES and other[-len(one) :] == one:
        return True  # "de Souza"
    if len(other) == 1 or one[0] == other[0]:
        return True
    return is_familiar(one[0], other[0]) or is_misspelt(one[0], other[0])


def have_other_initials(one: list[str], other: list[str]) -> bool:
    """Whether the first initials behind the first names tell two of one name apart: "Leo B. Paz", "Leo M. Paz"."""
    first, second = _initial(one), _initial(other)
    return bool(first and second) and first != second


def _initial(words: list[str]) -> str:
    return next((word[0] for word in words[1:-1] if re.fullmatch(r"\w\.?", word)), "")


def is_familiar(one: str, other: str) -> bool:
    """Whether two given names are forms of one: "larry", "lawrence"."""
    forms = _given_forms()
    return not forms.get(one, frozenset()).isdisjoint(forms.get(other, ()))


@cache
def _given_forms() -> dict[str, frozenset[int]]:
    """Given name → the rows of the table that it stands in."""
    table: dict[str, set[int]] = defaultdict(set)
    for number, (forms,) in enumerate(rows("nicknames.tsv")):
        for name in forms.split("|"):
            table[name].add(number)
    return {name: frozenset(numbers) for name, numbers in table.items()}


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
