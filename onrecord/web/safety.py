"""What every request must pass and every answer carries: hosts, tokens, writes of our own pages, no foreign script."""

import hmac
import secrets
import time
from collections import deque
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Next = Callable[[Request], Awaitable[Response]]

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_TOKEN, _CSRF = "onrecord_token", "onrecord_csrf"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_YEAR = 365 * 24 * 3600
MOST_BYTES = 64_000_000  # of one request
_TOO_LARGE = f"more than {MOST_BYTES:,} bytes at once"


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """Who may come in. ``tokens``: token → person; none: anybody on this machine. ``hosts``: names it answers to.

    ``header`` names the person where a proxy has asked for a password already, with a token where there are any.
    """

    tokens: dict[str, str] = {}
    hosts: tuple[str, ...] = LOOPBACK
    header: str | None = None

    def knows(self, person: str) -> bool:
        """Whether somebody of this name may still come in; a proxy's people are the proxy's affair."""
        return not self.tokens or self.header is not None or person in self.tokens.values()


class RefusedError(Exception):
    """A request that is answered by an error and nothing else."""

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = headers


class Limit:
    """At most so many within a minute, for each of those who ask."""

    def __init__(self, most: int, seconds: float = 60.0) -> None:
        self._most, self._seconds = most, seconds
        self._asked: dict[str, deque[float]] = {}

    def __len__(self) -> int:
        return len(self._asked)

    def check(self, who: str) -> None:
        """Raises RefusedError if it is too much."""
        now = time.monotonic()
        # Whoever asked nothing within the time is forgotten, so that names without end fill no memory.
        self._asked = {name: asked for name, asked in self._asked.items() if now - asked[-1] <= self._seconds}
        asked = self._asked.setdefault(who, deque())
        while asked and now - asked[0] > self._seconds:
            asked.popleft()
        if len(asked) >= self._most:
            raise RefusedError(429, "too many at once; wait a minute", {"Retry-After": f"{self._seconds:.0f}"})
        asked.append(now)


class Bounded:
    """Reads no more of a request than the most, whatever it says of its length."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As every application of ASGI."""
        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > MOST_BYTES:
                raise HTTPException(413, _TOO_LARGE)
            return message

        await self._app(scope, bounded, send)


def protect(app: FastAPI, access: Access, explain: Callable[[Request, Exception], Response]) -> None:
    """Puts the checks before every route of ``app`` and the headers on every answer, those to errors included."""

    app.state.access = access
    app.add_middleware(Bounded)

    @app.middleware("http")
    async def guard(request: Request, call_next: Next) -> Response:
        request.state.person = "reader"
        mark = request.state.csrf = request.cookies.get(_CSRF) or secrets.token_urlsafe(24)
        try:
            answer = _admitted(request, access) or await call_next(request)
        except Exception as error:  # noqa: BLE001  # the boundary of a request: the server goes on
            answer = explain(request, error)
        for name, value in HEADERS.items():
            answer.headers[name] = value
        if not request.scope["path"].startswith("/static/"):
            answer.headers["Cache-Control"] = "no-store"
            if _CSRF not in request.cookies:
                answer.set_cookie(_CSRF, mark, max_age=_YEAR, samesite="strict", httponly=True)
        return answer


def _admitted(request: Request, access: Access) -> Response | None:
    """Raises RefusedError; gives an answer where a token in the address is to become a cookie."""
    host = _named(request.headers.get("host", ""))
    if host not in {_named(name) for name in access.hosts}:
        raise RefusedError(421, f"this server is not {host!r}")
    _check_foreign(request)
    if request.method in _SAFE and request.scope["path"].startswith("/feeds/"):
        return None  # the address is the token, and opens nothing else
    given = request.headers.get("authorization", "").removeprefix("Bearer ") or request.cookies.get(_TOKEN, "")
    from_address = request.query_params.get("token") if request.method == "GET" else None
    person_ = person_of(access, from_address or given)
    if access.tokens and person_ is None:
        raise RefusedError(
            401,
            "a token is needed: open the address that onrecord serve printed, or send it as Bearer",
            {"WWW-Authenticate": "Bearer"},
        )
    request.state.person = person_ or "reader"
    if access.header:
        request.state.person = _sent(request.headers.get(access.header, ""))
    if from_address and person_:
        answer = RedirectResponse(inward(_without_token(request)), 303)
        answer.set_cookie(_TOKEN, from_address, max_age=_YEAR, samesite="strict", httponly=True)
        return answer
    return None


def _named(host: str) -> str:
    """The name in a Host header, without its port; nothing if it is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _sent(name: str) -> str:
    """The name that a proxy sent: servers take headers for Latin-1, proxies write UTF-8."""
    if not name:
        raise RefusedError(401, "the proxy before this server did not say who asks")
    return name.encode("latin-1", "replace").decode("utf-8", "replace")[:100]


def _without_token(request: Request) -> str:
    url = request.url.remove_query_params("token")
    return f"{url.path}?{url.query}" if url.query else url.path


def inward(back: str) -> str:
    """An address within the site, whatever a form says."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"


def person_of(access: Access, token: str) -> str | None:
    """Whose token it is, without telling by time how much of one was right."""
    found = None
    for known, person in access.tokens.items():
        if hmac.compare_digest(known.encode(), token.encode("utf-8", "replace")):
            found = person
    return found


def csrf(request: Request) -> str:
    """What forms carry: the same as the cookie that the answer sets."""
    found: str = request.state.csrf
    return found


def _has_bearer(request: Request) -> bool:
    return request.headers.get("authorization", "").startswith("Bearer ")


def _check_foreign(request: Request) -> None:
    """Refuses a write that another site sends, and one too large, before any of it is read."""
    if request.method in _SAFE:
        return
    origin = request.headers.get("origin")
    if origin is not None and _netloc(origin) != request.headers.get("host"):
        raise RefusedError(403, "a write from another site")
    is_form = not request.scope["path"].startswith("/api/") and not _has_bearer(request)
    if is_form and _CSRF not in request.cookies:
        raise RefusedError(403, "the form is not of this page; load the page again")
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared[:20]) > MOST_BYTES:
        raise RefusedError(413, _TOO_LARGE)


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


async def check_write(request: Request) -> None:
    """A write must come from a page of ours, or with a token that no page of others can send.

    Raises:
        RefusedError: it does not.
    """
    if request.method in _SAFE or _has_bearer(request):
        return
    form = await request.form()
    mark, sent = request.cookies.get(_CSRF, ""), str(form.get("csrf", ""))
    if not mark or not hmac.compare_digest(mark.encode("utf-8", "replace"), sent.encode("utf-8", "replace")):
        raise RefusedError(403, "the form is not of this page; load the page again")
