"""The description of ``/api/v1`` (OpenAPI 3.1), its types taken from the very types that are sent."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute, APIRouter

from onrecord.web.forms import plain
from onrecord.web.shapes import Error, Fault

_REF = "#/components/schemas/{name}"
_FAULT = Error(Fault("OR-INPUT", "'tomorrow': expected a date, as in 2024-05-01, 2024-05 or 2024"))
_ABOUT = """Everything that the pages show. The page at `/actors/KEN` has its twin at `/api/v1/entities/KEN`; all others
have theirs under `/api/v1` and the page's own path (`/` at `/api/v1/front`).

Reading takes what the pages take: nothing on this machine, a token (`Authorization: Bearer …`) where the server has
some. Writing always takes the Authorization header, which no page of another site can send; where the server has no
tokens, any word after `Bearer` will do."""


class Answer(msgspec.Struct, frozen=True):
    """What a route answers: its type and an example of it."""

    of: Any
    example: Any


def parameters(of: type[Any], without: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """The fields of a question as parameters of an address."""
    found = []
    for name, hint in get_type_hints(of, include_extras=True).items():
        kind, *more = get_args(hint) if hasattr(hint, "__metadata__") else (hint,)
        meta = more[0] if more else msgspec.Meta()
        extra = meta.extra or {}
        if name not in without:
            shape = _shape(kind, extra.get("known", ()), extra)
            told = {"description": meta.description} if meta.description else {}
            found.append({"name": name, "in": "query", "required": False, "schema": shape, **told})
    return found


def _shape(kind: Any, known: tuple[str, ...], extra: Mapping[str, Any]) -> dict[str, Any]:
    if get_origin(kind) is tuple:
        return {"type": "array", "items": {"type": "string", **({"enum": list(known)} if known else {})}}
    bare = next((each for each in get_args(kind) if each is not type(None)), kind)
    names: dict[Any, str] = {int: "integer", float: "number", bool: "boolean"}
    limits = {"minimum": extra["min"]} if "min" in extra else {"minimum": 0} if bare is int else {}
    return {"type": names.get(bare, "string"), **limits, **({"maximum": extra["max"]} if "max" in extra else {})}


def describe(app: FastAPI, routers: tuple[APIRouter, ...], answers: Mapping[str, Answer]) -> None:
    """Makes ``app`` describe what its routes answer; ``answers`` has the name of each."""
    made: dict[str, Any] = {}

    def described() -> dict[str, Any]:
        if not made:
            made.update(_document(app, routers, answers))
        return made

    app.openapi = described  # type: ignore[method-assign]


def _document(app: FastAPI, routers: tuple[APIRouter, ...], answers: Mapping[str, Answer]) -> dict[str, Any]:
    document = get_openapi(title="onrecord", version=app.version, description=_ABOUT, routes=app.routes)
    names = sorted(answers)
    shapes, components = msgspec.json.schema_components(
        [*(answers[name].of for name in names), Error], ref_template=_REF
    )
    *shown, error = shapes
    shape_of = dict(zip(names, shown, strict=True))
    for route, method in _operations(routers):
        responses = document["paths"][route.path_format][method]["responses"]
        if route.name in answers:
            responses["200"]["content"] = _content(shape_of[route.name], answers[route.name].example)
        for status, about in (
            ("4XX", "What was asked cannot be answered"),
            ("5XX", "The store cannot be read or written"),
        ):
            responses[status] = {"description": about, "content": _content(error, _FAULT)}
        responses.pop("422", None)
    kept = document.setdefault("components", {})
    kept["schemas"] = {name: each for name, each in kept.get("schemas", {}).items() if "Validation" not in name}
    kept["schemas"] |= components
    kept["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    return document


def _operations(routers: tuple[APIRouter, ...]) -> Iterator[tuple[APIRoute, str]]:
    for router in routers:
        for route in router.routes:
            if isinstance(route, APIRoute) and route.include_in_schema:
                yield from ((route, method.lower()) for method in sorted(route.methods or ()))


def _content(shape: Any, example: Any) -> dict[str, Any]:
    return {"application/json": {"schema": shape, "example": plain(example)}}
