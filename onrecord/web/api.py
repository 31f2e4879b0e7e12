"""Everything that the pages show, as JSON, under ``/api/v1``; one shape for errors."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi import Path as InPath
from fastapi.responses import JSONResponse

from onrecord.errors import InputError
from onrecord.export.chosen import Chosen
from onrecord.query import (
    KINDS,
    Answers,
    EntityQuestion,
    FactQuestion,
    ask_decisions,
    ask_entities,
    ask_facts,
    ask_inputs,
    ask_rank,
    ask_runs,
)
from onrecord.query.counting import Level, Unit
from onrecord.query.fact_counts import GROUPS, count_facts, facts_by, facts_over_time
from onrecord.query.why import why_value
from onrecord.store.watching import Watching
from onrecord.web.described import parameters
from onrecord.web.downloading import download
from onrecord.web.forms import asked, plain, question
from onrecord.web.front import FrontKind, front
from onrecord.web.parties import actor_page, dyad_page
from onrecord.web.reading import article_page, story_page
from onrecord.web.shapes import Counts, Dyads, Rows, Total, Watches
from onrecord.web.site import now, site

routes = APIRouter(prefix="/api/v1")

MOST = 500  # rows of one answer

Cursor = Annotated[str | None, Query(description="the page after this one, as `next` gave it")]
Size = Annotated[int, Query(ge=1, le=MOST, description="rows a page")]
FactGroup = Annotated[str, InPath(description="a column", json_schema_extra={"enum": list(GROUPS)})]
Outcome = Literal["stored", "duplicate", "rejected", "forgotten"]


def _of(question: type[Any], *without: str) -> dict[str, Any]:
    return {"parameters": parameters(question, without)}


def _json(value: Any) -> Response:
    return JSONResponse(plain(value))


@routes.get("/front", name="front")
def front_(request: Request, kind: FrontKind = "articles") -> Response:
    """Stories, articles or facts by rank, each explained, with the vote of who asks."""
    return _json(front(site(request), request.state.person, kind))


@routes.get("/stories/{identity}", name="story")
def story(request: Request, identity: str) -> Response:
    """A story: its articles in their order, which are copies, and what several of them tell."""
    return _json(story_page(site(request), identity))


@routes.get("/why/{identity}/{value}", name="why")
def why(request: Request, identity: str, value: str) -> Response:
    """What a statement or event rests on."""
    return _json(Rows(tuple(why_value(site(request).store, f"{identity}/{value}"))))


@routes.get("/facts", name="facts", openapi_extra=_of(FactQuestion, "limit"))
def facts(request: Request, limit: Size = 50) -> Response:
    """Facts across reports."""
    wanted = asked(FactQuestion, request.query_params, limit=limit)
    return _json(Rows(tuple(ask_facts(site(request).store, wanted))))


@routes.get("/facts/count", name="facts_count", openapi_extra=_of(FactQuestion, "limit"))
def facts_count(request: Request) -> Response:
    """How many facts fit."""
    return _json(Total(count_facts(site(request).store, _fact_question(request))))


@routes.get("/facts/by/{group}", name="facts_by", openapi_extra=_of(FactQuestion, "limit"))
def facts_by_(request: Request, group: FactGroup) -> Response:
    """How many facts there are of each value of a column."""
    return _json(Counts(tuple(facts_by(site(request).store, _fact_question(request), group))))


@routes.get("/facts/over/{unit}", name="facts_over", openapi_extra=_of(FactQuestion, "limit"))
def facts_over(request: Request, unit: Unit) -> Response:
    """How many facts there are in each unit of time."""
    return _json(Counts(tuple(facts_over_time(site(request).store, _fact_question(request), unit))))


def _fact_question(request: Request) -> FactQuestion:
    asked: FactQuestion = question("facts", request.query_params)
    return asked


@routes.get("/facts/{identity}", name="fact")
def fact(request: Request, identity: str) -> Response:
    """One fact: who reported it first, who independently, who denies it, how it changed."""
    found = list(ask_facts(site(request).store, FactQuestion(id=identity)))
    if not found:
        raise InputError(f"there is no fact {identity!r}")
    return _json(found[0])


@routes.get("/entities", name="entities", openapi_extra=_of(EntityQuestion, "limit"))
def entities(request: Request, limit: Size = 50) -> Response:
    """Actors across articles: the same person in a hundred of them is one."""
    wanted = asked(EntityQuestion, request.query_params, limit=limit)
    return _json(Rows(tuple(ask_entities(site(request).store, wanted))))


@routes.get("/entities/{who:path}", name="entity")
def entity(request: Request, who: str) -> Response:
    """One actor, by the id of an entity, part of a name or a code: its roles, what it said and did, with whom."""
    return _json(actor_page(site(request), who))


@routes.get("/dyads", name="dyads", openapi_extra=_of(KINDS["events"].question, "limit"))
def dyads(request: Request, limit: Size = 200) -> Response:
    """Between which countries or kinds of bodies the events are that fit."""
    answers = Answers[Any](site(request).store, question("events", request.query_params))
    return _json(Rows(tuple(answers.relations(limit))))


@routes.get("/dyads/{source}/{target}", name="dyad")
def dyad(request: Request, source: str, target: str) -> Response:
    """What one did to another, and back, over the years."""
    return _json(dyad_page(site(request), source, target))


@routes.get("/rank/{kind}", name="rank")
def rank(request: Request, kind: Literal["articles", "facts"], limit: Size = 50) -> Response:
    """Articles or facts by rank, each explained."""
    return _json(Rows(tuple(ask_rank(site(request).store, kind, now(), limit))))


@routes.get("/runs", name="runs")
def runs(request: Request) -> Response:
    """Every run with its accounting."""
    return _json(Rows(tuple(ask_runs(site(request).store))))


@routes.get("/runs/{number}", name="run")
def run(
    request: Request,
    number: Annotated[int, InPath(ge=1, lt=2**31)],
    outcome: Outcome | None = None,
    after: Annotated[int | None, Query(ge=-1, lt=2**31)] = None,
    limit: Size = 200,
) -> Response:
    """The inputs of a run, and what became of them; those ``after`` a position, as the last one has it."""
    some = ask_inputs(site(request).store, number, (outcome,) if outcome else (), after=after, limit=limit)
    return _json(Rows(tuple(some)))


@routes.get("/watches", name="watches")
def watches(request: Request, watch: str | None = None, limit: Size = 50) -> Response:
    """Rules, and what they found, or one of them, the last first."""
    watching = Watching(site(request).store.engine)
    return _json(Watches(tuple(watching.all()), tuple(watching.found(watch, limit=limit))))


@routes.get("/decisions", name="decisions")
def decisions(request: Request, article: str | None = None, limit: Size = MOST) -> Response:
    """What people decided, the last first."""
    found = list(ask_decisions(site(request).store, article))[::-1]
    return _json(Rows(tuple(found[:limit])))


@routes.get("/download/{form}", name="download")
def download_(request: Request, form: str, of: str = "events") -> Response:
    """The answers to a question, of which kind ``of`` says, in an export format; Parquet as a zip of its folders."""
    return download(form, Chosen(site(request).store, question(of, request.query_params)))


@routes.get("/events/between/{level}", name="between", openapi_extra=_of(KINDS["events"].question, "sort", "limit"))
def between(request: Request, level: Level) -> Response:
    """How many events there are between whom."""
    answers = Answers[Any](site(request).store, question("events", request.query_params))
    return _json(Dyads(tuple(answers.between(level))))


def _asked(request: Request, kind: str) -> Answers[Any]:
    return Answers(site(request).store, question(kind, request.query_params))


def _rows_of(kind: str) -> Callable[..., Response]:
    def rows(request: Request, cursor: Cursor = None, size: Size = 50) -> Response:
        answers = _asked(request, kind)
        return _json(answers.page(cursor, min(answers.question.limit or size, MOST)))

    return rows


def _count_of(kind: str) -> Callable[..., Response]:
    def count(request: Request) -> Response:
        return _json(Total(_asked(request, kind).count()))

    return count


def _by_of(kind: str) -> Callable[..., Response]:
    known = InPath(description="a column", json_schema_extra={"enum": list(KINDS[kind].groups)})

    def by(request: Request, group: Annotated[str, known]) -> Response:
        return _json(Counts(tuple(_asked(request, kind).by(group))))

    return by


def _over_of(kind: str) -> Callable[..., Response]:
    def over(request: Request, unit: Unit) -> Response:
        return _json(Counts(tuple(_asked(request, kind).over_time(unit))))

    return over


def _add(kind: str) -> None:
    """The routes of a kind of answer: its rows, and how many there are, by column and over time."""
    made = (
        ("", "", _rows_of(kind), f"The {kind} that fit, a page of them.", ()),
        ("/count", "_count", _count_of(kind), f"How many {kind} fit.", ("sort", "limit")),
        (
            "/by/{group}",
            "_by",
            _by_of(kind),
            f"How many {kind} there are of each value of a column.",
            ("sort", "limit"),
        ),
        (
            "/over/{unit}",
            "_over",
            _over_of(kind),
            f"How many {kind} there are in each unit of time.",
            ("sort", "limit"),
        ),
    )
    for path, name, act, about, without in made:
        extra = _of(KINDS[kind].question, *without)
        routes.add_api_route(f"/{kind}{path}", act, name=kind + name, description=about, openapi_extra=extra)


for _kind in KINDS:
    _add(_kind)


# After its counts, which an id would hide.
@routes.get("/articles/{identity}", name="article")
def article(request: Request, identity: str) -> Response:
    """An article: its page, its record (onrecord/1), its facts, its story, the articles before and after it."""
    return _json(article_page(site(request), request.state.person, identity))


@routes.get("/{path:path}", include_in_schema=False)
def nothing(path: str) -> Response:
    """What is not there, said in the shape of errors."""
    raise InputError(f"there is no {path[:80]!r} here; /api/v1/openapi.json says what there is")
