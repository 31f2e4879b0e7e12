"""Where a legislator sits, by the mark behind the name, "(R-Ohio)" or "D-Vt.", and a title that several names share."""

import re

import msgspec

from onrecord.entities.lexicon import fold, names, regions, titles
from onrecord.entities.roles import Role
from onrecord.model.token import Parse

_MARK = re.compile(r"[,(]([RDI])[-–]([A-Z][A-Za-z.]*(?:[A-Z][a-z]+)?)")
_LONGEST = 8  # tokens of a mark


def seated(parse: Parse, last: int, role: Role) -> Role:
    """The role with the country, and where it is open the sector, that the mark behind the name's last token says."""
    if role.country or role.top:
        return role
    mark = _MARK.match("".join(token.text for token in parse.tokens[last : last + _LONGEST]))
    if mark is None:
        return role
    place = mark[2]
    region = regions().get(fold(place)) or regions().get(fold(place.rstrip(".")))
    if region is None or not region.country:
        return role
    return msgspec.structs.replace(role, country=region.country, sector=role.sector or "LEG", rule="seat")


def shared_title(parse: Parse, head: int, role: Role) -> Role:
    """The role with the title before the first of several names: "Senators Ana Ruiz and Li Wen"."""
    first = parse.tokens[head].head
    is_full_name = any(parse.tokens[c].pos == "PROPN" for c in parse.children(head, "compound"))
    if role.title or role.sector or parse.tokens[head].dep != "conj" or not is_full_name:
        return role
    for child in parse.children(first, "compound", "nmod"):
        word = parse.tokens[child].text.lower().rstrip(".")
        title = titles().get(_IN_FULL.get(word, word))
        if title is not None and title.kind == "group" and title.sector in _OFFICES:
            return msgspec.structs.replace(role, title=parse.tokens[child].text, sector=title.sector)
    return role


_OFFICES = frozenset({"GOV", "JUD", "LEG", "MIL"})
_IN_FULL = {"reps": "representatives", "sens": "senators", "govs": "governors", "gens": "generals"}


def is_plural_of_nation(word: str) -> bool:
    """Whether a word is the plural of a nationality: "Britons", unlike "Swiss" and "Chinese"."""
    known = names().get(word[:-1]) if word.endswith("s") else None
    return known is not None and known.use == "nation"
