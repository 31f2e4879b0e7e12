"""Review: one value after another, the least sure first, by one reviewer or several; and how far they agree."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse

from onrecord.errors import InputError
from onrecord.query import KINDS
from onrecord.query.agreeing import ask_agreement, ask_verdicts
from onrecord.query.fact_review import least_sure
from onrecord.query.reviewing import REVIEWED, WHOSE, ReviewRow, Whose, ask_review, last_of
from onrecord.web.deciding import FIELDS, known, shown
from onrecord.web.described import parameters
from onrecord.web.forms import fields, plain, question
from onrecord.web.shapes import Agreement, Rows
from onrecord.web.site import site

routes = APIRouter(include_in_schema=False)
api = APIRouter(prefix="/api/v1")

_SHOWN = 10
_COMMON = ("outlet", "words", "since", "until", "article", "min_confidence")
_NARROWED = [each for each in parameters(KINDS["articles"].question) if each["name"] in _COMMON]
Of = Annotated[str | None, Query(description="kind of answers; none: every kind")]
Which = Annotated[str, Query(description="any, new (nobody judged them), or others (others did)")]
Blind = Annotated[bool, Query(description="without what others decided")]
Size = Annotated[int, Query(ge=1, le=100)]


@routes.get("/review")
def review(request: Request, of: Of = None, whose: Which = "any", seen: bool = False) -> Response:
    """What is least sure, to be accepted, rejected, corrected or merged."""
    here = site(request)
    rows = _rows(request, of, whose, not seen, _SHOWN)
    asked = question(of or "articles", request.query_params)
    formed = [each for each in fields(of or "articles", asked) if of or each.name in _COMMON]
    values = {
        "rows": rows, "of": of, "whose": whose, "seen": seen, "kinds": REVIEWED, "fields": formed, "editable": FIELDS,
        "known": known(), "shown": shown, "is_narrow": any(each.given and each.given[0] != "0.0" for each in formed),
        "last": last_of(here.store, request.state.person), "here_": _address(request),
    }  # fmt: skip
    return here.page(request, "review", **values)


@routes.get("/review/facts")
def facts(request: Request) -> Response:
    """Reports that are least surely of their fact, to be left there or taken out."""
    here = site(request)
    return here.page(request, "review_facts", rows=least_sure(here.store, 2 * _SHOWN))


@routes.get("/agreement")
def agreement(request: Request) -> Response:
    """What each reviewer decided, where they differ, and how far they agree."""
    here = site(request)
    rows = list(ask_verdicts(here.store))
    names = sorted({name for row in rows for name in row.verdicts})
    several = [row for row in rows if len(row.verdicts) > 1]
    differing = sorted(several, key=lambda row: not row.differs)[:500]
    return here.page(request, "agreement", found=ask_agreement(here.store), rows=differing, names=names)


@api.get("/review", name="review", openapi_extra={"parameters": _NARROWED})
def to_review(
    request: Request, of: Of = None, whose: Which = "any", blind: Blind = True, size: Size = _SHOWN
) -> Response:
    """What is to be reviewed next by who asks, the least sure first; narrowed by the fields of the question."""
    return JSONResponse(plain(Rows(tuple(_rows(request, of, whose, blind, size)))))


@api.get("/review/facts", name="review_facts")
def doubtful(request: Request, size: Size = _SHOWN) -> Response:
    """Reports that are least surely of their fact."""
    return JSONResponse(plain(Rows(tuple(least_sure(site(request).store, size)))))


@api.get("/agreement", name="agreement")
def agreed(request: Request) -> Response:
    """How far reviewers agree: by kind and pair; and every value that somebody judged, with each one's verdict."""
    store = site(request).store
    return JSONResponse(plain(Agreement(rows=tuple(ask_agreement(store)), values=tuple(ask_verdicts(store)))))


def _rows(request: Request, of: str | None, whose: str, is_blind: bool, size: int) -> list[ReviewRow]:
    if of and of not in REVIEWED:
        raise InputError(f"{of!r}: {', '.join(REVIEWED)} are reviewed")
    if whose not in WHOSE:
        raise InputError(f"{whose!r}: {', '.join(WHOSE)}")
    asked: dict[str, Any] = {kind: question(kind, _common(request, of)) for kind in ([of] if of else REVIEWED)}
    which: Whose = whose  # type: ignore[assignment]
    return ask_review(
        site(request).store, asked, request.state.person, whose=which, is_blind=is_blind, limit=size
    )  # fmt: skip


def _common(request: Request, of: str | None) -> Any:
    """The parameters of the address that every kind has, or all of them for one kind."""
    given = request.query_params
    pairs = [(name, value) for name, value in given.multi_items() if of or name in _COMMON]
    return type(given)(pairs)


def _address(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
