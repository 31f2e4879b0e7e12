"""Where a text speaks of time: patterns over the words of ``timex_words``, the longest match first."""

import re
from collections.abc import Iterator

import msgspec

from onrecord.entities import timex_words as words


class Found(msgspec.Struct, frozen=True):
    """One expression: the pattern's name, its range in the text, and its named groups in lower case."""

    kind: str
    start: int
    end: int
    parts: dict[str, str]


def _any(forms: object) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))  # type: ignore[call-overload]


_MONTH = f"(?P<month>{_any(f for f in words.MONTHS if len(f) > 3 or f == 'may')}|(?:{_any(f for f in words.MONTHS if len(f) <= 4 and f != 'may')})\\.?)"
_WEEKDAY = f"(?P<weekday>{_any(f for f in words.WEEKDAYS if f.endswith('day'))})"
_DAY_NAME = f"(?:(?P<weekday>{_any(f for f in words.WEEKDAYS if f.endswith('day'))})|(?:{_any(f for f in words.WEEKDAYS if not f.endswith('day'))})\\b\\.?)"
_OF_YEAR = "(?:of )?(?P<of_year>this|last|next|(?<=of )the) year"
_UNIT = f"(?P<unit>{_any(words.UNITS)})s?"
_SMALL = _any(w for w, n in words.NUMBERS.items() if n < 10 and w not in ("a", "an"))
_TENS = rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:{_SMALL})"
_NUMBER = (
    rf"(?P<number>(?:\d{{1,2}}|{_SMALL})[ -]and[ -]a[ -]half|\d{{1,2}}(?:½| 1/2)|\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:\.\d+)?(?: million| billion)?|{_TENS}|half an?|"
    rf"(?:a|an|one)(?: (?:hundred|dozen))?|{_any(w for w in words.NUMBERS if w not in ('a', 'an'))})"
)
# Units, and what is told beside them: hours and minutes.
_BESIDE = (("year|month|week", "month|week|day"), ("day", "hour"), ("hour|minute", "minute|second"))
_AND = "(?:,? and|,)?"
_LESSER = rf"(?P<number2>\d{{1,2}}|{_TENS}|{_any(w for w in words.NUMBERS if w not in ('a', 'an'))})"
_VAGUE = r"(?:a |the )?(?P<vague>several|few|some|many|couple of|couple|(?:dozens|tens|hundreds|thousands|millions|billions) of|numerous|number of|last few|past few|next few)"
_MOD = f"(?:(?P<mod>{_any(words.MODIFIERS)})[ -]?)?"
_MORE = "(?:another |an additional |an extra |a further )"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_ORDINAL = r"(?P<rel>last|next|this past|this coming|this|past|coming|previous|following|same|preceding)"
_PART = f"(?P<part>{_any(words.PARTS)})"
_PART_OF = "the (?:(?P<part>morning|afternoon|evening|night)|(?P<hours>(?:early|small) hours)) of"
_EDGE = "the (?P<edge>first|last|final|opening|closing) (?:few )?(?P<unit>day|week|weekend|month)s?"
_SEASON = f"(?P<season>{_any(words.SEASONS)})"
_CLOCK = (
    r"(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.m\b\.?|[ap]m\b|o[’']clock)|"
    r"(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)(?=\s?(?:hours|hrs|gmt|utc|local|[A-Z]{2,4}\b|on\b|,|\.))|"
    r"(?P<military>[0-2]\d[0-5]\d)(?=\s?(?:hours|hrs|gmt|utc)))(?:\s?(?P<zone>gmt|utc|local time|(?:eastern|central|pacific)(?: (?:standard|daylight))? time|est|edt|pst|pdt|cst|cdt|mst|mdt|cest|cet|eest|eet|msk|jst|bst|ist|et|pt|hours)\b)?"
)
# What stands before a bare hour: "at nine in the morning", but "it hurt nine in the morning rush".
_AT_HOUR = (
    "(?:" + "|".join(f"(?<={word} )" for word in "at by until around about before after from since".split()) + ")"
)
_DIRECTION = r"(?P<direction>ago|earlier|later|before|after|previously|hence|from now|prior|on)"

# Of time only beside certain words.
_BOUND = {
    "the moment",
    "this time",
    "that time",
    "the time",
    "the time being",
    "recent",
    *(form for form in words.FUZZY if form.endswith(("ahead", "to come"))),
}

# Name, pattern. Matched without regard to case; a pattern with (?-i:…) minds it there.
_SOURCES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<year>\d{4})-(?P<month2>[01]\d)-(?P<day>[0-3]\d)(?:T(?P<hour24>\d\d):(?P<minute24>\d\d))?"),
    ("date", rf"(?:{_DAY_NAME},? )?{_MONTH} {_DAY}(?!\d|:|,\d{{3}})(?:,? {_YEAR})?"),
    ("date", rf"(?:{_DAY_NAME},? )?(?:the (?=\d+(?:st|nd|rd|th| of)))?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?(?! \d{{1,2}}\b)"),
    ("date", rf"the (?P<nth>{_any(words.NTH)}) of {_MONTH}(?:,? {_YEAR})?(?![\w-])"),
    ("month", rf"{_MOD}(?:(?P<rel>last|next|this|this past) )?{_MONTH},? (?:of )?{_YEAR}"),
    ("month", rf"(?:(?P<mod>early|mid|late)[ -])?{_MONTH} {_OF_YEAR}"),
    ("date", rf"{_MONTH} {_DAY},? {_OF_YEAR}"),
    ("range-day", r"(?<=\d[-–])(?P<day>[0-3]?\d)(?![\d%/-]|[.,:]\d| \w+ old)"),
    ("range-day", r"(?:(?<=\d to )|(?<=\d and ))(?P<day>[0-3]?\d)(?=[.;)]|,(?!\d)|$| (?:in|at|for|and|with|to)\b)"),
    ("named-day", r"9/11"),
    ("month", rf"{_MOD}(?:(?P<rel>last|next|this|this past|this coming) )?{_MONTH}(?![\w-])"),
    ("numeric", r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)"),
    ("decade", r"(?:the )?(?:(?P<mod>early|mid|late)[- ])?(?P<decade>(?:1[5-9]|20)\d0)s"),
    ("short-decade", r"the (?:(?P<mod>early|mid|late)[- ])?[’'](?P<decade>[1-9]0)s"),
    ("decade-word", rf"the (?:(?P<mod>early|mid|late)[- ])?(?P<decade>{_any(words.DECADES)})"),
    ("century", r"(?:the )?(?:(?P<mod>early|mid|late)[- ])?(?P<century>\d{1,2})(?:st|nd|rd|th)[- ]century"),
    ("century", rf"(?:the )?(?:(?P<mod>early|mid|late)[- ])?(?P<century>{_any(words.ORDINALS)})[- ]century"),
    ("season", rf"(?:the )?(?:{_ORDINAL} |(?P<mod>early|mid|late)[- ])?{_SEASON}(?: of)? {_YEAR}"),
    ("season", rf"(?:the )?{_ORDINAL} {_SEASON}"),
    ("season", rf"(?:(?:the )?(?P<mod>early|mid|late)[- ]|the ){_SEASON}(?! of)"),
    ("season", rf"(?:(?<=in )|(?<=by )|(?<=until )|(?<=since )|(?<=throughout )){_SEASON}(?=[.,;]| (?:and|or|when|as|but|for|he|she|it|they|we)\b)"),
    ("quarter", rf"(?:the )?(?:fiscal )?(?P<nth>first|second|third|fourth) (?:fiscal )?quarter(?:,? {_OF_YEAR})?(?! of)"),
    ("quarter", rf"(?:the )?{_YEAR}(?:[’']s)? (?P<nth>first|second|third|fourth) quarter"),
    ("fiscal", rf"the {_YEAR} (?:period|quarter)(?![\w-])"),
    ("quarter", r"(?P<nth>first|second|third|fourth)-quarter"),
    ("quarter", r"(?P<nth>q[1-4])"),
    ("half", rf"(?:the )?(?P<nth>first|second) half {_OF_YEAR}"),
    ("half", r"the (?P<nth>first|second) half(?! of|[\w-])|(?P<nth2>first|second)-half"),
    ("year-earlier", r"(?:the |a )?year-(?:earlier|ago)(?: (?P<what>quarter|period|month))?"),
    ("ended", rf"the (?:fiscal )?(?P<unit>quarter|year|month|week)(?= (?:that )?(?:ended|ending|to) (?:on )?{_MONTH} {_DAY}(?!\d)(?:,? {_YEAR})?)"),
    ("edge", rf"{_EDGE} of {_MONTH}(?:,? {_YEAR})?(?![\w-])"),
    ("edge", rf"{_EDGE} of {_YEAR}(?![\w-])"),
    ("edge-of", r"(?:the )?(?P<edge>first|last|final|opening|closing|early|late) (?:few )?(?:days|weeks|months) of (?P<rel>last|this|next|the) (?P<unit>week|month|year|decade|century)(?![\w-])"),
    ("the-quarter", r"the (?P<unit>quarter)(?![\w-]| (?:of|final|mile|century|million|back|pound)\b)"),
    ("fiscal", rf"(?:fiscal (?:year )?|fy ?|(?:the )?year ){_YEAR}(?![\w-])"),
    ("holiday", rf"(?P<holiday>{_any((*words.HOLIDAYS, *words.MOVED))}|{_any(f.replace(chr(39), '’') for f in words.HOLIDAYS)})(?:,? {_YEAR})?(?! (?-i:[A-Z]))"),
    ("quarter", rf"(?:the )?(?P<nth>first|second|third|fourth|last|final|q[1-4])(?: quarter)?(?: of)? {_YEAR}"),
    ("half", rf"(?:the )?(?P<nth>first|second) half of {_YEAR}"),
    ("year", rf"{_MOD}(?<![\d$£€#.,/-]){_YEAR}(?![\d%/]|[.,]\d|-\d\d)"),
    ("year", rf"(?P<mod>early|mid|late)-{_YEAR}(?![\d%/-])"),
    ("year", rf"{_YEAR}(?=[-–](?:1[5-9]|20)\d\d(?![\d-]))"),
    ("year", rf"(?<=\d\d\d\d[-–]){_YEAR}(?![\d%/-])"),
    ("year", rf"{_YEAR}(?=[-–/]\d\d(?![\d/–-]))"),
    ("weekday", rf"(?:(?P<lead>early|earlier|late|later) (?:on )?)?(?:(?P<rel>last|next|this past|this coming|this|the following|the previous) )?{_WEEKDAY}(?: {_PART})?"),
    ("weekday", rf"(?P<part>dawn|dusk|sunrise|sunset) (?:on )?{_WEEKDAY}"),
    ("weekday", rf"{_WEEKDAY} of (?P<of_week>this|last|next) week"),
    ("clock", rf"{_CLOCK},? (?:on )?(?:{_DAY_NAME},? )?{_MONTH} {_DAY}(?!\d)(?:,? {_YEAR})?"),
    ("clock", rf"{_CLOCK},? (?:on )?(?:{_DAY_NAME},? )?{_DAY} {_MONTH}(?:,? {_YEAR})?"),
    ("clock", rf"(?:(?P<mod>about|around) )?{_CLOCK}(?:,? (?:on )?{_WEEKDAY}(?: (?:morning|afternoon|evening|night))?|,? (?P<today>yesterday|today|tomorrow|tonight|this morning|this afternoon|this evening)(?: (?:morning|afternoon|evening|night))?)?"),
    ("hour", rf"{_AT_HOUR}(?P<hour>1[0-2]|[1-9]|{_any(words.HOURS)}) (?:in the (?P<half>morning|afternoon|evening)|at (?P<half2>night))"),
    ("hour", rf"(?P<hour>1[0-2]|[1-9]|{_any(words.HOURS)})(?:[:.](?P<minute>[0-5]\d)| o[’']clock) (?:in the (?P<half>morning|afternoon|evening)|at (?P<half2>night))"),
    ("noon", rf"(?P<noon>noon|midnight|midday),? (?:on )?(?:{_DAY_NAME},? )?{_MONTH} {_DAY}(?!\d)(?:,? {_YEAR})?"),
    ("noon", r"(?:(?P<mod>about|around) )?(?P<noon>noon|midnight|midday)(?:,? (?:on )?(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday))?"),
    ("today", rf"(?:(?P<lead>early|earlier|late|later) )?(?P<today>yesterday|today|tomorrow|tonight|last night|this morning|this afternoon|this evening|overnight|the day before yesterday|the day after tomorrow)(?: {_PART})?"),
    ("relative", rf"(?:(?P<mod>early|mid|late|earlier|later)[ -])?(?P<the>the )?{_ORDINAL} (?:calendar |fiscal )?(?P<unit>day|week|weekend|month|quarter|year|decade|century|hour)(?!s|\w|-)"),
    ("relative", r"(?P<mod>earlier|later) (?P<rel>this) (?P<unit>week|month|year|decade)(?![\w-])"),
    ("relative", r"(?P<mod>early|earlier|late|later) in the (?P<unit>day|week|month|year)(?![\w-]| \d)"),
    ("rest", r"the (?P<unit>week|month|year)(?![\w-])"),
    ("that", r"(?:(?P<mod>earlier|later) )?that (?:same )?(?P<unit>day|week|month|year)(?![\w-])"),
    ("beside", r"the (?P<unit>day|week|month|year) (?P<direction>before|after)(?=[.,;:!?)”]|$)"),
    ("weekend", r"the (?P<unit>weekend)(?![\w-])"),
    ("latest", r"the (?:latest|most recent) (?P<unit>week|month|quarter|year)(?![\w-])"),
    ("current", r"the (?:current|present) (?:fiscal |calendar )?(?P<unit>week|month|quarter|year|decade|century)(?![\w-])"),
    ("whole", r"(?P<unit>day|week|month|year|decade|century)-?long(?!\w)"),
    ("whole", r"all (?P<unit>day|night|week|month|year)(?: long)?(?![\w-])|(?:the|an?) (?:whole|entire) (?P<unit2>day|night|week|month|year|decade)(?![\w-])"),
    ("dayref", r"(?:(?:early|earlier|late|later) in |(?<=in ))(?P<in>the) (?P<part>morning|afternoon|evening|night)"),
    ("dayref", r"(?P<in>early|late|mid)[ -](?P<part>morning|afternoon|evening)"),
    ("dayref", rf"(?<=(?:by|at) )(?P<part>{_any(words.TURNS)}|evening)(?![\w-])"),
    ("dayref", rf"(?:(?<=until )|(?<=since )|(?<=before )|(?<=after ))(?P<part>{_any(words.TURNS)}|evening)(?![\w-])"),
    ("dayref", r"the (?P<part>night|evening|morning) (?P<rel>before|after)(?=[.,;:!?)”]|$)"),
    ("dayref", r"(?:(?:earlier|later) )?(?:(?P<that>that)|the same|this|the(?: (?P<rel>next|following|previous))?) (?P<part>morning|afternoon|evening|night)"),
    ("part-of", rf"{_PART_OF} (?:{_WEEKDAY}(?: (?:morning|night))?|(?P<today>today|yesterday)|{_MONTH} {_DAY}(?!\d)(?:,? {_YEAR})?)"),
    ("part-of", rf"{_PART_OF} {_DAY} {_MONTH}(?:,? {_YEAR})?"),
    ("span", rf"(?:the )?(?P<rel>last|past|next|coming|previous|following) (?:{_NUMBER}|(?P<vague>few|several|couple of)) {_UNIT}"),
    ("ago", rf"{_MOD}(?:{_NUMBER}|{_VAGUE}) {_UNIT} {_DIRECTION}(?![\w-])"),
    ("ago", rf"the {_NUMBER} {_UNIT} (?P<direction>before|after)(?= [\w“\"‘'])"),
    ("unit-ago", r"(?P<unit>day|week|month|year|hour|decade|minute|centurie|second)s (?P<direction>ago|earlier|later|before|after)"),
    ("duration", rf"{_MOD}(?:(?:\d{{1,3}}|{_SMALL})(?: to | or |[-–])(?!an?\b))?(?:{_NUMBER}|{_VAGUE})[ -](?:more |full |whole |single |consecutive |straight |long )?{_UNIT}(?:-long)?(?![\w])"),
    *(("compound", rf"{_MOD}{_NUMBER} (?P<unit>{units})s?{_AND} {_LESSER} (?P<unit2>{lesser})s?(?: {_DIRECTION})?(?![\w-])") for units, lesser in _BESIDE),
    ("duration", rf"{_MORE}(?:(?P<mod>{_any(words.MODIFIERS)}) )?(?:{_NUMBER} )?{_UNIT}(?![\w-])"),
    ("duration", rf"(?:a |the )period of {_NUMBER} {_UNIT}(?![\w-])"),
    ("duration", r"(?:a |the )?(?P<number>quarter)[- ](?:of a )?(?P<unit>century)(?! (?:old|ago))"),
    ("duration", rf"the (?:first |final |initial )?{_NUMBER} (?:full |consecutive |straight )?{_UNIT}(?<=s)(?![\w-])"),
    ("half-unit", r"(?:(?P<mod>more than|nearly|almost|about|over) )?(?P<number>half an?) (?P<unit>hour|day|year|decade|century)"),
    ("bare-unit", r"(?P<unit>hour|day|week|month|year|decade|centurie|minute)s(?= of| long|-long| in | to come)|(?P<unit2>decades|centuries|hours|days|weeks|months|years)"),
    ("set", r"(?P<every>every|each) half[- ](?P<half_unit>hour)"),
    ("set", r"(?P<every>every|each) (?:single )?(?:(?P<number>two|three|four|five|six|other|second|\d+) )?(?:(?P<unit>second|minute|hour|day|week|month|quarter|year|decade)s?|(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?P<part>morning|afternoon|evening|night))"),
    ("set", r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s"),
    ("set", r"(?P<weekend>weekends)"),
    ("half-unit", r"(?:an?|one) (?P<unit>month|year|week|day|hour|decade) (?P<number>and a half)"),
    ("set", r"(?P<often>once|twice|(?:\d+|two|three|four|five|six|several|many) times) (?:a|per|every|each) (?P<unit>hour|day|week|month|year|decade)"),
    ("set-word", rf"(?:(?:once|twice)[ -])?(?P<set>{_any(words.SETS)})"),
    ("end-of", r"(?P<mod>the (?:end|beginning|start|middle|turn) of) (?P<rel>the|this|next|last) (?P<unit>week|month|quarter|year|decade|century)(?![\w-])"),
    ("end-of", r"(?P<unit>year|month)(?:[’']s)?[ -](?P<mod>end)"),
    ("fuzzy", rf"(?P<fuzzy>{_any(f for f in words.FUZZY if f not in _BOUND)})"),
    ("fuzzy", r"(?:(?<=at )|(?<=by )|(?<=before )|(?<=until ))(?P<fuzzy>the moment|this time)(?! of)"),
    ("fuzzy", r"(?<=for )(?P<fuzzy>the moment)"),
    ("fuzzy", r"(?<=for )(?P<fuzzy>the time being)"),
    ("fuzzy", r"(?<=at )(?P<fuzzy>that time|the time)(?![\w-]| (?:of|when|that|to|for|in)\b)"),
    ("fuzzy", r"(?<!most )(?<!more )(?P<fuzzy>recent)(?= [a-z])"),
    ("fuzzy", r"(?:the )?(?P<fuzzy>(?:days|weeks|months|years|decades) (?:ahead(?! of)|to come))"),
    ("week-of", rf"(?:the )?week of {_MONTH} {_DAY}"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(rf"(?<![\w’'])(?:{source})(?![\w])", re.IGNORECASE)) for name, source in _SOURCES)
# A text without one of these says nothing of time: a cheap look before the patterns are tried on a line.
_HINT = re.compile(
    r"\d|day\b|days\b|week|month|year|hour|minute|second|decade|centur|night|morning|afternoon|evening|now\b|present|"
    r"recent|soon|shortly|time\b|past\b|future|moment|ly\b|noon|annual|ago\b|clock|quarter|dawn|dusk|fall|break|sunrise|sunset|half\b|tomorrow|today|"
    + "|".join(
        f"{form}"
        for form in (*words.MONTHS, *words.SEASONS, *words.DECADES, *words.HOLIDAYS, *words.MOVED, "valentine")
    ),
    re.IGNORECASE,
)


# What a line, in lower case, must hold for the patterns of a kind to be tried on it.
_NEEDS = {
    kind: re.compile(need)
    for kinds, need in (
        ("date month ended week-of", rf"\b(?:{_any(words.MONTHS)})\b"),
        ("ago unit-ago duration half-unit bare-unit relative rest that beside", _any(words.UNITS)),
        ("weekend latest current whole span end-of edge edge-of year-earlier", _any(words.UNITS)),
        ("iso numeric year decade short-decade clock range-day fiscal", r"\d"),
        ("compound", r"(?:year|month|week|day|hour|minute)s?,?(?: and)? \S+ (?:month|week|day|hour|minute|second)"),
        ("weekday", _any(form for form in words.WEEKDAYS if form.endswith("day"))),
        ("season", _any(words.SEASONS)),
        ("holiday", _any((*words.HOLIDAYS, *words.MOVED)).replace("'", "['’]")),
        ("quarter half the-quarter", r"quarter|half|\bq\d|\d{4}"),
        ("century", "century"),
        ("noon", "noon|mid(?:night|day)"),
        ("dayref part-of hour", rf"hours of|{_any(words.PARTS)}"),
        ("today", "day|tomorrow|tonight|night|this|overnight"),
    )
    for kind in kinds.split()
}
_ALL_NEEDS = tuple(set(_NEEDS.values()))


def scan(text: str) -> list[Found]:
    """Every expression, left to right, none overlapping another: at each place the longest wins."""
    found = list(_matches(text))
    found.sort(key=lambda item: (item.start, -item.end))
    out: list[Found] = []
    for item in found:
        if out and item.start < out[-1].end:
            if item.end - item.start > out[-1].end - out[-1].start:
                out[-1] = item
        else:
            out.append(item)
    return [_without_preposition(_without_signal(item, text), text) for item in out]


_MEASURED = re.compile(
    r"\b(?:for|in|after|of|within|than|to|by|at|with|is|was|just|last(?:s|ed)?|takes?|took|spent|an?|the|well) $",
    re.IGNORECASE,
)


_SIGNALS = frozenset({"before", "after", "prior", "on"})


def _without_signal(item: Found, text: str) -> Found:
    """ "Two days | before the vote": what relates a length to what follows is no part of it (TimeML's SIGNAL)."""
    direction = item.parts.get("direction", "")
    if item.kind not in ("ago", "unit-ago") or direction not in _SIGNALS or not _FOLLOWED.match(text, item.end):
        return item
    return Found(item.kind, item.start, item.end - len(direction) - 1, item.parts)


_FOLLOWED = re.compile(r" [\w“\"‘']")


def _without_preposition(item: Found, text: str) -> Found:
    """ "For over six years" is more than six; in "$50 million over six years" the word is a preposition, left out."""
    before = text[max(0, item.start - 12) : item.start]
    if item.kind != "duration" or item.parts.get("mod") != "over" or _MEASURED.search(before):
        return item
    parts = {name: value for name, value in item.parts.items() if name != "mod"}
    return Found(item.kind, item.start + len("over "), item.end, parts)


# Line breaks inside a sentence, and spaces that keep a line together: to the patterns, spaces like any other.
_SOFT = re.compile(r"(?<=[a-z,])\n(?=[a-z0-9])|\u00a0")


def _matches(text: str) -> Iterator[Found]:
    at = 0
    for line in _SOFT.sub(" ", text).split("\n"):
        if _HINT.search(line):
            lowered = line.lower()
            absent = {need for need in _ALL_NEEDS if not need.search(lowered)}
            for kind, pattern in _PATTERNS:
                if _NEEDS.get(kind) in absent:
                    continue
                for match in pattern.finditer(line):
                    parts = {name: value.lower() for name, value in match.groupdict().items() if value}
                    yield Found(kind, at + match.start(), at + match.end(), parts)
        at += len(line) + 1
