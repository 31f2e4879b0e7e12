"""An actor in the making, and whether another mention may be one of it."""

import msgspec

from onrecord.entities.candidate import Candidate
from onrecord.entities.lexicon import fold
from onrecord.entities.name_forms import is_same_body
from onrecord.entities.roles import Role
from onrecord.model.span import Span


class Group(msgspec.Struct):
    """An actor in the making."""

    name: str
    kind: str
    form: str
    role: Role
    heads: set[str]
    mentions: list[Span]
    key: str
    wikidata: str | None = None


def agree(group: Group, candidate: Candidate) -> bool:
    """Whether a name and a description may mean one actor: both people or neither, and no two different offices."""
    one, other = ((role.title or "").lower().split()[-1:] for role in (group.role, candidate.role))
    is_other_office = group.role.sector == candidate.role.sector == "GOV" and one and other and one != other
    is_alike = (group.kind == "person") == (candidate.kind == "person")
    return is_alike and group.form != candidate.form and not is_other_office


def key_of(candidate: Candidate) -> str:
    """What mentions of one actor share: the entry of the tables, else the name; an indefinite one shares nothing."""
    if candidate.known is not None and candidate.known.use in ("country", "nation"):
        return f"country:{candidate.known.name}:{candidate.role.sector}"
    if candidate.known is not None:
        return f"{candidate.known.use}:{candidate.known.code}:{candidate.known.name}"
    if candidate.form == "nominal" and not candidate.definite:
        return f"nominal:{candidate.head}"
    return f"{candidate.kind == 'person'}:{fold(candidate.name)}"


def is_one(group: Group, candidate: Candidate) -> bool:
    """Whether both have one name of several words: the parser may take one for a person and the other for a body."""
    is_long = candidate.known is None and " " in candidate.name
    return is_long and group.form == "name" and fold(group.name) == fold(candidate.name)


def is_body_of(candidate: Candidate, group: Group) -> bool:
    """Whether the name is that of the body: a Foreign Ministry is none of another country."""
    is_there = candidate.role.country in (None, group.role.country)
    return fold(candidate.name) == fold(group.name) or (is_there and is_same_body(candidate.name, group.name))


def has_more_words(name: str, other: str) -> bool:
    """Whether ``name`` is the fuller one."""
    return len(name.split()) > len(other.split())


def enrich(group: Group, theirs: Role, form: str) -> None:
    """Adds what another mention tells and the group does not."""
    mine = group.role
    is_open = mine.sector is None or (mine.top is None and (form == "name" or group.form == "nominal"))
    adds_country = mine.country is None and theirs.country is not None
    adds_sector = mine.sector is None and theirs.sector is not None
    if is_open and (adds_country or adds_sector):
        group.role = msgspec.structs.replace(
            mine,
            title=mine.title or theirs.title,
            sector=mine.sector or theirs.sector,
            country=mine.country or theirs.country,
            rule=theirs.rule if mine.country is None else mine.rule,
        )
