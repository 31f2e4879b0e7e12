"""What a site's robots.txt asks of programs (RFC 9309)."""

import re
from urllib.parse import quote, unquote

import msgspec

_LINE = re.compile(r"\s*(user-agent|allow|disallow|crawl-delay)\s*:\s*([^#\r\n]*)", re.IGNORECASE)
_LONGEST_PATTERN = 500
_MOST_STARS = 10


class Robots(msgspec.Struct, frozen=True):
    """Rules for us: (pattern, whether it allows), and the seconds to wait between two requests, if it says."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float | None = None

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be fetched: the longest pattern that fits decides, allowing on a draw."""
        path = _same(path)
        fitting = [(len(pattern), allows) for pattern, allows in self.rules if _fits(pattern, path)]
        return max(fitting, default=(0, True))[1]


NOTHING = Robots((("/", False),))


def parse(text: str, agent: str) -> Robots:
    """The rules of a robots.txt for ``agent``, or for all where it is not named."""
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    is_naming = False
    for line in text.splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        key, value = found[1].lower(), found[2].strip()
        if key == "user-agent":
            names = [*(names if is_naming else []), value.lower()]
            is_naming = True
            groups.setdefault(value.lower(), [])
        else:
            is_naming = False
            for name in names:
                groups[name].append((key, value))
    mine = next(
        (groups[name] for name in groups if name != "*" and name and name in agent.lower()), groups.get("*", [])
    )
    rules = [(_same(value), key == "allow") for key, value in mine if key != "crawl-delay" and value]
    return Robots(tuple(rules), _delay(mine))


def _delay(lines: list[tuple[str, str]]) -> float | None:
    for key, value in lines:
        if key == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value):
            return float(value)
    return None


def _same(path: str) -> str:
    """A path or pattern with its escapes written in one way."""
    return quote(unquote(path), safe="%/:=&?~#+!$,;'@()*[]|")


def _fits(pattern: str, path: str) -> bool:
    """Without a regular expression, which a pattern of many stars would slow down without end."""
    if len(pattern) > _LONGEST_PATTERN or pattern.count("*") > _MOST_STARS:
        return False
    is_end = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(others):
        if is_end and number == len(others) - 1:
            return path.endswith(part) and len(path) - len(part) >= at
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not is_end or at == len(path)
