"""Facets: what a question asks for as parts that can be taken away, and counts that lead to narrower questions."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import msgspec

from onrecord.query import LESS_EXACT, ActorQuestion, StatementQuestion
from onrecord.web.forms import address

# Columns that are asked for by a field of another name.
_FIELDS: dict[type[Any], dict[str, str]] = {
    StatementQuestion: {"code": "actor", "actor_name": "actor"},
    ActorQuestion: {"code": "name"},
}
_LEAST = {"outlets": "min_outlets"}


class Chip(msgspec.Struct, frozen=True):
    """A value that is asked for, and the address of the question without it."""

    field: str
    value: str
    without: str


def facet(path: str, asked: Any, group: str, value: str | None) -> str | None:
    """The address of the question for those with this value alone; null if no field asks for it."""
    name = _FIELDS.get(type(asked), {}).get(group, _LEAST.get(group, group))
    if value is None or name not in asked.__struct_fields__:
        return None
    return address(path, _begun(asked), **{name: value})


def year(path: str, asked: Any, value: str | None) -> str | None:
    """The address of the question for this year alone; null of what is in no one year."""
    return None if value in (None, LESS_EXACT) else address(path, _begun(asked), since=value, until=value)


def links(path: str, asked: Any, groups: Iterable[str]) -> dict[str, Callable[[str | None], str | None]]:
    """For each group, and ``year``: value → the address of the narrower question."""
    found: dict[str, Callable[[str | None], str | None]] = {
        group: partial(facet, path, asked, group) for group in groups
    }  # fmt: skip
    return found | {"year": partial(year, path, asked)}


def chips(path: str, asked: Any) -> list[Chip]:
    """What is asked for, value by value, but order and size of pages."""
    default = type(asked)()
    found = []
    for name in asked.__struct_fields__:
        given = getattr(asked, name)
        if given == getattr(default, name) or name in ("sort", "limit", "offset"):
            continue
        found += [Chip(name, str(each), address(path, _without(asked, name, each))) for each in _listed(given)]
    return found


def _listed(given: Any) -> tuple[Any, ...]:
    return given if isinstance(given, tuple) else (given,)


def _without(asked: Any, name: str, value: Any) -> Any:
    given = getattr(asked, name)
    is_list = isinstance(given, tuple)
    left = tuple(each for each in given if each != value) if is_list else getattr(type(asked)(), name)
    return msgspec.structs.replace(_begun(asked), **{name: left})


def _begun(asked: Any) -> Any:
    """The question from its first page."""
    return msgspec.structs.replace(asked, offset=0) if hasattr(asked, "offset") else asked
