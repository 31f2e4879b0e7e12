"""What every request must pass and every answer carries: hosts, tokens, writes of our own pages, no foreign script."""

import hmac
import secrets
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

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


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """Who may come in. ``tokens``: token → person; none: anybody on this machine. ``hosts``: names it answers to.

    ``header`` names the person where a proxy has asked for a password already, with a token where there are any.
    """

    tokens: dict[str, str] = {}
    hosts: tuple[str, ...] = LOOPBACK
    header: str | None = None


class RefusedError(Exception):
    """A request that is answered by an error and nothing else."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class Limit:
    """At most so many within a minute, for each of those who ask."""

    def __init__(self, most: int, seconds: float = 60.0) -> None:
        self._most, self._seconds = most, seconds
        self._asked: dict[str, deque[float]] = defaultdict(deque)

    def check(self, who: str) -> None:
        """Raises RefusedError if it is too much."""
        asked, now = self._asked[who], time.monotonic()
        while asked and now - asked[0] > self._seconds:
            asked.popleft()
        if len(asked) >= self._most:
            raise RefusedError(429, "too many at once; wait a minute")
        asked.append(now)


def protect(app: FastAPI, access: Access) -> None:
    """Puts the checks before every route of ``app`` and the headers on every answer."""

    @app.middleware("http")
    async def guard(request: Request, call_next: Next) -> Response:
        mark = request.state.csrf = request.cookies.get(_CSRF) or secrets.token_urlsafe(24)
        try:
            answer = _admitted(request, access) or await call_next(request)
        except RefusedError as refused:
            answer = JSONResponse({"error": {"code": "refused", "message": refused.message}}, refused.status)
        for name, value in HEADERS.items():
            answer.headers[name] = value
        if not request.url.path.startswith("/static/"):
            answer.headers["Cache-Control"] = "no-store"
            if _CSRF not in request.cookies:
                answer.set_cookie(_CSRF, mark, max_age=_YEAR, samesite="strict", httponly=True)
        return answer


def _admitted(request: Request, access: Access) -> Response | None:
    """Raises RefusedError; gives an answer where a token in the address is to become a cookie."""
    host = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    if host not in {urlsplit(f"//{name}").hostname for name in access.hosts}:
        raise RefusedError(421, f"this server is not {host!r}")
    given = request.headers.get("authorization", "").removeprefix("Bearer ") or request.cookies.get(_TOKEN, "")
    from_address = request.query_params.get("token") if request.method == "GET" else None
    person_ = person_of(access, from_address or given)
    if access.tokens and person_ is None:
        raise RefusedError(401, "a token is needed: open the address that onrecord serve printed, or send it as Bearer")
    request.state.person = person_ or "reader"
    if access.header:
        named = request.headers.get(access.header)
        if not named:
            raise RefusedError(401, "the proxy before this server did not say who asks")
        request.state.person = named[:100]
    if from_address and person_:
        answer = RedirectResponse(str(request.url.remove_query_params("token").path), 303)
        answer.set_cookie(_TOKEN, from_address, max_age=_YEAR, samesite="strict", httponly=True)
        return answer
    return None


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


async def check_write(request: Request) -> None:
    """A write must come from a page of ours, or with a token that no page of others can send.

    Raises:
        RefusedError: it does not.
    """
    if request.method in _SAFE or request.headers.get("authorization", "").startswith("Bearer "):
        return
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise RefusedError(403, "a write from another site")
    form = await request.form()
    mark, sent = request.cookies.get(_CSRF, ""), str(form.get("csrf", ""))
    if not mark or not hmac.compare_digest(mark, sent):
        raise RefusedError(403, "the form is not of this page; load the page again")
