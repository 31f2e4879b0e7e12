"""Questions out of the addresses of pages, and addresses of pages out of questions."""

from collections.abc import Mapping
from typing import Any, get_args, get_type_hints
from urllib.parse import urlencode

import msgspec
from starlette.datastructures import QueryParams

from onrecord.errors import InputError
from onrecord.query import KINDS, Question
from onrecord.query.saved import QUESTIONS

_MOST = 2**31  # numbers below it are known to every database


class Field(msgspec.Struct, frozen=True):
    """A field of a form: its name, what it asks for, what it may be (any if none), and what is given."""

    name: str
    about: str
    example: str
    known: tuple[str, ...]
    given: tuple[str, ...]


def question(kind: str, given: QueryParams) -> Any:
    """The question that an address asks.

    Raises:
        InputError: there is no such kind, or a value is of the wrong type or range.
    """
    if kind not in QUESTIONS:
        raise InputError(f"{kind!r}: a record is asked for {', '.join(QUESTIONS)}")
    return asked(QUESTIONS[kind], given)


def asked(of: type[Any], given: QueryParams, **known: Any) -> Any:
    """The question of a type that an address asks; what is no field of it is left alone, ``known`` is known better.

    Raises:
        InputError: a value is of the wrong type or range.
    """
    values: dict[str, Any] = {}
    for field in msgspec.structs.fields(of):
        listed = [value for value in given.getlist(field.name) if value]
        if listed:
            values[field.name] = listed if field.default == () else listed[-1]
    values |= known
    try:
        made = msgspec.convert(values, of, strict=False)
    except msgspec.ValidationError as error:
        raise InputError(str(error)) from error
    for name in made.__struct_fields__:
        value = getattr(made, name)
        if isinstance(value, int) and not (name == "limit") <= value < _MOST:
            raise InputError(f"{name}: from {int(name == 'limit')} to {_MOST - 1}")
    return made


def fields(kind: str, question: Question) -> list[Field]:
    """The fields of a question's form, in their order."""
    found = []
    for name, hint in get_type_hints(KINDS[kind].question, include_extras=True).items():
        _, meta = get_args(hint)
        value = getattr(question, name)
        given = tuple(map(str, value)) if isinstance(value, tuple) else (str(value),) if value else ()
        if name != "limit":
            found.append(Field(name, meta.description, meta.extra["metavar"], meta.extra.get("known", ()), given))
    return found


def address(path: str, asked: Question | None = None, **other: Any) -> str:
    """The address of a page for a question; ``other`` values replace those of the question."""
    values: dict[str, Any] = {}
    if asked is not None:
        default = type(asked)()
        for name in asked.__struct_fields__:
            if getattr(asked, name) != getattr(default, name):
                values[name] = getattr(asked, name)
    values |= other
    pairs = [(name, each) for name, value in values.items() for each in _listed(value)]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def plain(value: Any) -> Any:
    """A value as JSON takes it; lone surrogates, which UTF-8 has no place for, replaced."""
    built = msgspec.to_builtins(value, enc_hook=str)
    return _encodable(built)


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {_encodable(name): _encodable(each) for name, each in value.items()}
    return [_encodable(each) for each in value] if isinstance(value, (list, tuple)) else value
