"""The application: routes, checks, and the one place where an error becomes an answer."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from onrecord import __version__
from onrecord.errors import OnrecordError, StoreError
from onrecord.store import open_store
from onrecord.web import api, changes, facts, feeds, pages, pictures, review, runs, saved, writing
from onrecord.web.described import describe
from onrecord.web.examples import ANSWERS
from onrecord.web.progress import Reader
from onrecord.web.safety import Access, RefusedError, protect
from onrecord.web.site import FOLDER, Site, site

_LOG = logging.getLogger(__name__)
# Those that take any path, or any kind of answer by its name, come last.
CALLS = (changes.routes, feeds.calls, saved.api, facts.api, pictures.api, review.api, runs.api, api.routes)
PAGES = (
    saved.routes,
    facts.routes,
    pictures.routes,
    review.routes,
    runs.routes,
    writing.routes,
    feeds.routes,
    pages.routes,
)


def make_app(place: str, access: Access | None = None) -> FastAPI:
    """The site of the store at ``place``.

    Raises:
        StoreError: there is no such store.
    """
    store = open_store(place)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.reader.close()
        store.close()

    app = FastAPI(
        title="onrecord", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json",
        lifespan=life,
    )  # fmt: skip
    app.state.site = Site(store, place)
    app.state.reader = Reader(store, place)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"), name="static")
    for router in (*CALLS, *PAGES):
        app.include_router(router)
    describe(app, CALLS, ANSWERS)
    protect(app, access or Access(), _explained)
    app.add_exception_handler(OnrecordError, _explained)
    app.add_exception_handler(RefusedError, _explained)
    app.add_exception_handler(HTTPException, _explained)
    app.add_exception_handler(RequestValidationError, _explained)
    return app


def _explained(request: Request, error: Exception) -> Response:
    status, code, message = _told(error)
    headers = error.headers if isinstance(error, RefusedError | HTTPException) else None
    if request.scope["path"].startswith("/api/"):
        told = {"error": {"code": code, "message": message.encode("utf-8", "replace").decode()}}
        return JSONResponse(told, status, headers)
    answer = site(request).page(request, "message", status, title=f"That did not work ({status})", text=message)
    answer.headers.update(headers or {})
    return answer


def _told(error: Exception) -> tuple[int, str, str]:
    """Status, code and words of an error. What nobody foresaw is written to the log, not to the reader."""
    if isinstance(error, RefusedError):
        return error.status, "refused", error.message
    if isinstance(error, HTTPException):
        return error.status_code, "http", str(error.detail)
    if isinstance(error, RequestValidationError):
        return 422, "request", "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
    if isinstance(error, StoreError):
        return (
            (404 if error.message.startswith("no article") or "there is no" in error.message else 503),
            error.code,
            error.message,
        )
    if isinstance(error, OnrecordError):
        return (404 if "there is no" in error.message or "no such" in error.message else 400), error.code, error.message
    _LOG.error("an error that nobody foresaw", exc_info=error)
    return 500, "OR-ERROR", "something went wrong that nobody foresaw; the server's log says what"
