"""A byline cut into the people that it names, without "By", jobs, outlets, agencies, places and photographers."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape

import msgspec

from onrecord.clean.declared import fold
from onrecord.resources import rows
from onrecord.resources.gazetteer import cities

_MOST_WORDS = 6
_LARGE = 50_000  # inhabitants from which a place is taken for one where a name could stand
_NO_NAME = re.compile(r"[\d@:/_?!…#+=]|https?|www\.|\.(?:com|org|net|info)\b")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]|<[^>]*>|（[^）]*）|【[^】]*】")
_ADDRESS = re.compile(r"\S+@\S+\.\w+|(?<!\w)@\w+|https?://\S+")
_SPLIT = re.compile(r"\s*(?:[,;|•·●/／&＆、・،؛]|\s[-–—]\s|—)\s*")
_MAILED = re.compile(r"\S+@\S+\s*\(([^()]+)\)")  # an address and who has it, as feeds have it
_YOUNGER = re.compile(r",\s*(?=(?:Jr|Sr|II|III|IV)\b)")
_ASIDE = re.compile(r"[^,;|&()]*\(\s*([^()]+?)\s*\)")
_INVERTED = re.compile(r"([^\W\d_][\w'’-]+(?: [\w'’-]+)?), ?([^\W\d_][\w'’.-]+(?: [\w'’.-]+)?)")
_CASED = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ӿԱ-֏Ḁ-ỿ]")  # scripts with capitals
_EAST_ASIAN = re.compile(r"[぀-ヿ㐀-鿿가-힣]")
# What follows a name without a comma: a date, a time.
_REST = re.compile(
    r"\s+(?:(?:jan|feb|m[aä]r|apr|may|mai|ju[nl]|aug|sep|o[ck]t|nov|de[czs]|ene|abr|ago|set|out|fév|avr|août|mon|tue|"
    r"wed|thu|fri|sat|sun)\w*\.?\s+)?\d.*$",
    re.IGNORECASE,
)
_LONGEST_EAST_ASIAN = 8  # characters of a name in Chinese, Japanese or Korean script; of a foreign one, with spaces, 20
_LONGEST = 2000  # characters of a byline that are looked at
_LABEL = 200  # characters before a name in which its label is looked for, white space counted
_BESIDE = 2  # words beside an outlet's name that make it no other thing
_LONGEST_SITE = 40  # letters and digits of an outlet's name
_EDGES = ' \t.,-–—|:*•·"“”„«»'


class Sites(msgspec.Struct, frozen=True):
    """Folded names that stand for the outlet itself: its own, its company's, its host's."""

    names: frozenset[str] = frozenset()

    def has(self, name: str) -> bool:
        """Whether ``name`` is the outlet's, or holds it as a word, or is a beginning or an end of it."""
        words = _folded_words(name)
        runs = {"".join(words[at:end]) for at in range(len(words)) for end in range(at + 1, len(words) + 1)}
        return not self.names.isdisjoint(runs) or self._is_piece("".join(words))

    def names_it(self, text: str) -> bool:
        """Whether ``text`` is the outlet's name with little else: "Daily Example Sport"."""
        words = _folded_words(text)
        least = max(1, len(words) - _BESIDE)
        runs = {"".join(words[:at]) for at in range(least, len(words) + 1)}
        runs |= {"".join(words[at:]) for at in range(len(words) - least + 1)}
        return not self.names.isdisjoint(runs) or (len(words) < 2 and self._is_piece("".join(words))) or self.are(text)

    def are(self, text: str) -> bool:
        """Whether ``text`` is the outlet's name, or its first or last words."""
        joined = fold(text)
        return joined in self.names or any(
            len(joined) > 3 and (site.startswith(joined) or site.endswith(joined)) for site in self.names
        )

    def _is_piece(self, joined: str) -> bool:
        return self.are(joined) or any(len(site) > 4 and joined.startswith(site) for site in self.names)


def _folded_words(text: str) -> list[str]:
    return [folded for word in re.split(r"[\s-]+", text) if (folded := fold(word))]


_NOBODY = Sites()


def sites(names: Iterable[str | None]) -> Sites:
    """The outlet's own names, of those that are given."""
    return Sites(
        frozenset(folded for name in names if name and 1 < len(folded := fold(name.removeprefix("@"))) <= _LONGEST_SITE)
    )


def is_by(text: str | None) -> bool:
    """Whether a text begins as a byline: with a word for "by" that is nothing else."""
    return bool(text and _spoken().match(text.lstrip()))


def is_label(text: str) -> bool:
    """Whether a text is a word for "by" and nothing more: the label of a field."""
    return text.strip(_EDGES).casefold() in _words("by")


def is_editor(name: str, text: str) -> bool:
    """Whether a page's text says of someone that they edited it: "Editor: Jane Doe"."""
    before = (text[max(0, found.start() - _LABEL) : found.start()] for found in re.finditer(re.escape(name), text))
    return any(_edited().search(label) for label in before)


def people(byline: str, sites: Sites = _NOBODY, least: int = 1) -> tuple[str, ...]:
    """The people in one byline, in order; a name has at least ``least`` words in scripts with capitals."""
    cut = list(parts(byline, sites))
    named = [
        part
        for at, part in enumerate(cut)
        if is_person(part, sites, least) and not ((at or " " in part) and _is_place(part))
    ]
    return tuple({fold(name): name for name in reversed(named)}.values())[::-1]


def agency(byline: str) -> str | None:
    """The first news agency in a byline."""
    return next((part for part in parts(byline) if fold(part) in _agencies()), None)


def parts(byline: str, sites: Sites = _NOBODY) -> Iterator[str]:
    """A byline cut into what may be names."""
    text = unescape(unescape(byline[:_LONGEST])).strip()
    if found := _MAILED.fullmatch(text):
        text = found[1]
    text = " ".join(_ADDRESS.sub(" ", _BRACKETS.sub(" ", _ASIDE.sub(_credited, text))).split())
    text = _YOUNGER.sub(" ", _upright(_without_label(text)))
    for line in _credits().split(_shared().sub("", text)):
        for part in _SPLIT.split(line):
            for one in _between().split(part):
                if name := _bare(one, sites):
                    yield name


def _credited(found: re.Match[str]) -> str:
    """A name with what it is for in brackets: nothing, if that is pictures or the like."""
    return found[0] if found[1].casefold() not in _words("credit") else ""


def _without_label(text: str) -> str:
    found = _by().match(text)
    return text[found.end() :] if found and found[0].rstrip().endswith((":", "：")) else text


def _upright(text: str) -> str:
    """ "Doe, Jane; Roe, Ann" with each name the right way round, if all are the other way."""
    found = [_INVERTED.fullmatch(part.strip()) for part in text.split(";")]
    turned = [f"{one[2]} {one[1]}" for one in found if one and _is_inverted(one[1], one[2])]
    return "; ".join(turned) if len(turned) == len(found) else text


def _is_inverted(last: str, first: str) -> bool:
    """Whether "Doe, Jane" is a name the other way round: two single names, and no job, agency or large place."""
    if " " in last or any(_is_title(word) for word in (*last.split(), *first.split())):
        return False
    return not any(fold(name) in _agencies() or _is_place(name) for name in (last, first)) and first[0].isupper()


def _bare(part: str, sites: Sites) -> str:
    """A part of a byline without "By" and a job before it, and without a job, an agency, a place or a date after it."""
    name = _and().sub("", part.strip(_EDGES))
    if _refused().match(name):
        return ""
    name = _outlets().sub(r"\1", _places().sub("", _REST.sub("", _without_by(name)))).strip(_EDGES)
    if fold(name) in _agencies():
        return name
    words = name.split()
    words = words[_leading(words) :]
    return " ".join(words[: _trailing(words, sites)]).strip(_EDGES)


def _without_by(name: str) -> str:
    """A name without "By" before it; "de", "von" and the like may belong to the name if a single word follows."""
    while found := _by().match(name):
        rest = name[found.end() :]
        if ":" not in found[0] and found[0].strip().casefold() in _words("particle") and " " not in rest:
            return name
        name = rest
    return name


def _leading(words: list[str]) -> int:
    """The number of words before the name that tell the job: "Chief Political Correspondent Jane Doe"."""
    run = 0
    while run < len(words) and (_is_word(words[run], "job") or _is_word(words[run], "modifier")):
        run += 1
    while run and not _is_word(words[run - 1], "job"):
        run -= 1
    return run if len(words) - run >= 2 else 0


def _trailing(words: list[str], sites: Sites) -> int:
    """The number of words before the job, agency or outlet that follows the name: "Jane Doe Political Editor"."""
    if len(words) == 2 and _EAST_ASIAN.search(words[0]) and _is_word(words[1], "job"):
        return 1
    for at in range(2, len(words)):
        rest = fold(" ".join(words[at:]))
        if words[at - 1] in _words("and") and at > 2 and _is_title(words[at]):
            return at - 1
        if _is_cut(words[at]) or rest in _agencies() or rest in sites.names:
            while at > 2 and (_is_word(words[at - 1], "modifier") or words[at - 1] in _words("and")):
                at -= 1
            return at
    return len(words)


def _is_cut(word: str) -> bool:
    """Whether a word after a name tells a job, a degree, or that a date follows."""
    return _is_word(word, "job") or _is_word(word, "degree") or _is_word(word, "stamp")


def is_person(name: str, sites: Sites, least: int) -> bool:
    """Whether a part of a byline can be a person's name of at least ``least`` words (in scripts with capitals)."""
    words = name.split()
    folded = fold(name)
    if not folded or _NO_NAME.search(name) or len(words) > _MOST_WORDS or folded in _agencies():
        return False
    if any(_is_title(word) or word in _initials() for word in re.split(r"[\s-]+", name)) or sites.has(name):
        return False
    if all(_is_word(word, "degree") or _is_word(word, "modifier") for word in words):
        return False
    if not _CASED.search(name):
        return _is_uncased(name, folded)
    is_abbreviation = len(words) == 1 and (len(name) < 3 or name.isupper())
    return len(words) >= least and not is_abbreviation and all(map(_is_name, words)) and words[0][0].isupper()


def _is_uncased(name: str, folded: str) -> bool:
    if any(word in name for word in _words("within")):
        return False
    if _EAST_ASIAN.search(name):
        return 2 <= len(folded) <= (20 if " " in name else _LONGEST_EAST_ASIAN)
    return 3 <= len(folded) <= 30 and len(name.split()) <= _MOST_WORDS


def _is_name(word: str) -> bool:
    return (
        word[0].isupper() or not _CASED.match(word) or word.casefold().strip(".") in _words("particle")
        or "'" in word[:3] or "’" in word[:3] or word[:3].casefold() in ("al-", "el-")
    )  # fmt: skip


def _is_word(word: str, kind: str) -> bool:
    return word.casefold().strip(".,") in _words(kind)


def _is_title(word: str) -> bool:
    """Whether a word names a job or a house."""
    return _is_word(word, "job") or _is_word(word, "house")


@cache
def _is_place(name: str) -> bool:
    """Whether a name is that of a country or a large place."""
    return fold(name) in _countries() or any(city.population > _LARGE for city in cities(name.casefold()))


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold(row[2]) for row in rows("countries.tsv"))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word.casefold() for of, word in rows("bylines.tsv") if of == kind)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(map(fold, _words("agency")))


@cache
def _initials() -> frozenset[str]:
    """Agencies that go by their initials: "AP Sports" is no person."""
    return frozenset(word for of, word in rows("bylines.tsv") if of == "agency" and word.isupper() and len(word) < 5)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _by() -> re.Pattern[str]:
    spaced = {word for word in _words("by") if not _EAST_ASIAN.search(word)}
    joined = _words("by") - spaced
    return re.compile(
        rf"^(?:(?:{_either(spaced)})(?:\s*[:：]\s*|\s+)|(?:{_either(joined)})\s*[:：]?\s*)", re.IGNORECASE
    )


@cache
def _spoken() -> re.Pattern[str]:
    words = {word[:1].upper() + word[1:] for word in _words("by") - _words("house")}
    return re.compile(rf"(?:{_either(words)})(?:\s*[:：]\s*|\s)")


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_either(_words('and'))})\s+")


@cache
def _shared() -> re.Pattern[str]:
    """The start of a byline of somebody who did two things: "Text and photos:"."""
    by, also, credit = (_either(_words(kind)) for kind in ("by", "and", "credit"))
    return re.compile(rf"^(?:{by})\s+(?:{also})\s+(?:{credit})\s*:\s*", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_either(_words('and'))})\s+(?=\S+\s+\S)")


@cache
def _places() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_either(_words('place'))})\s+.*$")


@cache
def _outlets() -> re.Pattern[str]:
    """A name of two words or more and for whom it was written."""
    return re.compile(rf"^(\S+(?: \S+)+?)\s+(?:{_either(_words('for'))})\s+(?:[Tt]he\s+)?[A-ZÀ-Þ].*$")


@cache
def _edited() -> re.Pattern[str]:
    """A label of who edited; in a page's text it may be glued to what stands before it."""
    return re.compile(rf"(?:{_either(_words('editor'))})\s*[:：]\s*$", re.IGNORECASE)


@cache
def _refused() -> re.Pattern[str]:
    """The start of a part that names who did something else: took the picture, edited, translated."""
    return re.compile(rf"^(?:{_either(_words('credit'))})(?:\s*:\s*|\s+)", re.IGNORECASE)


@cache
def _credits() -> re.Pattern[str]:
    """Where a new part begins although nothing but a word with a colon parts it: "Text: A Foto: B"."""
    return re.compile(rf"\s+(?=(?:{_either(_words('credit') | _words('by'))})\s*:)", re.IGNORECASE)
