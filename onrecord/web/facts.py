"""The table of facts: its whole question, facets, counts over time, pages, and what it shows taken away."""

import tempfile
from pathlib import Path
from typing import get_args

import msgspec
from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from onrecord.export.facts import FORMS, write_facts
from onrecord.model.record import Status
from onrecord.query import FactQuestion, ask_facts
from onrecord.query.fact_counts import GROUPS, count_facts, facts_by, facts_over_time
from onrecord.resources.plover import quads
from onrecord.web.counted import Counted
from onrecord.web.described import parameters
from onrecord.web.facets import chips, links
from onrecord.web.forms import question
from onrecord.web.site import site

routes = APIRouter(include_in_schema=False)
api = APIRouter(prefix="/api/v1")

_SHOWN = 50


@routes.get("/facts")
def facts(request: Request) -> Response:
    """Facts across reports."""
    here = site(request)
    asked: FactQuestion = question("facts", request.query_params)
    size = asked.limit or _SHOWN
    found = list(ask_facts(here.store, msgspec.structs.replace(asked, limit=size + 1)))
    following = asked.offset + size if len(found) > size else None
    values = {
        "asked": asked, "found": found[:size], "next": following, "types": sorted(quads()),
        "chips": chips("/facts", asked), "statuses": get_args(Status), "forms": FORMS,
    }  # fmt: skip
    return here.page(request, "facts", **values)


@routes.get("/facts/counts")
def counts(request: Request) -> Response:
    """How many, by each column and over time: a part of the table's page."""
    here = site(request)
    asked: FactQuestion = question("facts", request.query_params)
    found = Counted(
        total=count_facts(here.store, asked), is_all=True, years=tuple(facts_over_time(here.store, asked, "year")),
        groups=tuple((group, tuple(facts_by(here.store, asked, group, 8))) for group in GROUPS),
    )  # fmt: skip
    narrower = links("/facts", asked, GROUPS)
    return here.page(request, "counts", kind="facts", asked=asked, counts=found, links=narrower)


@api.get(
    "/download/facts/{form}",
    name="download_facts",
    openapi_extra={"parameters": parameters(FactQuestion)},
)
def download(request: Request, form: str) -> Response:
    """Facts as CSV, JSON lines or Parquet."""
    asked: FactQuestion = question("facts", request.query_params)
    folder = tempfile.TemporaryDirectory()
    try:
        ending, media = FORMS.get(form, ("", ""))
        path = Path(folder.name) / f"facts.{ending}"
        write_facts(form, ask_facts(site(request).store, asked), path)
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(path, media_type=media, filename=path.name, background=BackgroundTask(folder.cleanup))
