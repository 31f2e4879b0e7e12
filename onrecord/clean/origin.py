"""Who reported a story first, where the page is a copy: the outlet that the reporting itself names."""

import re

from onrecord.clean.bylines import agency
from onrecord.clean.declared import fold

# "told POLITICO", "said in an interview with Le Quotidien": an outlet's own way of naming itself in its reporting.
_TOLD = re.compile(
    r"\b(?:told|tells|interview with|statement to|speaking to|confirmed to)\s+(?:the\s+)?"
    r"([A-Z][\w&’'-]*(?: (?:[A-Z][\w&’'-]*|of|the|de|le|la))*)"
)
_DATELINE = re.compile(r"^[A-Z][\w .,’'-]{1,60}?\(([A-Z][\w ./-]{1,30})\)\s*[-–—]")
_BARE = re.compile(r"^\(([A-Z][\w ./-]{1,30})\)\s*[-–—]")  # a dateline without its place
_FIRST = re.compile(
    r"\b(?:first|originally|earlier)\s+(?:reported|published|appeared)\s+(?:by|in|on|at)\s+(?:the\s+)?([A-Z][\w&’'-]*(?:\.\w+)*(?:\s+[A-Z][\w&’'-]*(?:\.\w+)*)*)"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|Copyright)\s*(?:\d{4}\s*)?(?:The\s+)?([A-Z][\w&’'-]*(?:\.\w+)*(?:\s+[A-Z][\w&’'-]*(?:\.\w+)*){0,4})"
)
_MEDIA = re.compile(
    r"(?:News|Times|Post|Press|Journal|Herald|Tribune|Radio|TV|Television|Gazette|Mail|Guardian|Observer|Monitor|Daily|"
    r"Agency|Today|Magazine|Standard|Chronicle|Quotidien|Zeitung|Network|Review|Wire|Reuters|POLITICO|Politico|CNN|BBC|"
    r"AFP|AP|dpa|Bloomberg|Axios|Interfax|TASS|Xinhua|NPR|CNBC|Al Jazeera|Le Monde|El País|Der Spiegel|Kyodo|Yonhap)\b"
)
_LEAD = 2  # paragraphs in which an outlet names itself; who is quoted further down spoke to others
_TAIL = 3000


def original_outlet(text: str, outlet: str | None) -> str | None:
    """The outlet that the first paragraphs name as the one that was told, or that stands in the dateline."""
    head = "\n\n".join(text.split("\n\n")[:_LEAD])
    if found := _DATELINE.match(head) or _FIRST.search(head):
        return _other(found[1], outlet)
    if (found := _BARE.match(head)) and _is_outlet(found[1]):
        return _other(found[1], outlet)
    for found in _TOLD.finditer(head):
        if _is_outlet(found[1]):
            return _other(found[1], outlet)
    found = _COPYRIGHT.search(text[-_TAIL:])
    return _other(found[1], outlet) if found and _MEDIA.search(found[1]) else None


def _is_outlet(name: str) -> bool:
    return bool(_MEDIA.search(name)) or agency(name) is not None


def _other(name: str, outlet: str | None) -> str | None:
    """``name`` unless it is the outlet's own, in full, in part or run together."""
    name = name.strip(" .,").removesuffix("’s").removesuffix("'s")
    one, other = fold(name), fold(outlet or "")
    return None if other and (one in other or other in one) else name
