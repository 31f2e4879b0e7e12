"""What the routes share: the store, the templates, who is asking."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from fastapi import Request, Response
from fastapi.responses import StreamingResponse
from fastapi.templating import Jinja2Templates

from onrecord.errors import OnrecordError
from onrecord.query import Asking
from onrecord.store import Store
from onrecord.web.forms import address
from onrecord.web.safety import Limit, csrf

FOLDER = Path(__file__).parent
_HTML = "text/html; charset=utf-8"
_REST = "<main "  # where the head of a page ends


class Site:
    """The site of one store."""

    def __init__(self, store: Store, place: str) -> None:
        self.store = store
        self.place = place
        self.ask = Asking(store)
        self.reading = Limit(20)  # addresses and files to be read, a minute
        self._templates = Jinja2Templates(FOLDER / "templates")
        shown = self._templates.env
        shown.filters["q"] = lambda value: quote(str(value).encode("utf-8", "replace"), safe="")
        shown.filters["words"] = lambda value: str(value).replace("_", " ")
        shown.filters["link"] = outward
        shown.filters["clean"] = lambda value: str(value).encode("utf-8", "replace").decode()
        shown.globals["address"] = address

    def page(self, request: Request, template: str, code: int = 200, /, **values: Any) -> Response:
        """A page from its template."""
        text = self._text(request, template, values)
        return Response(text.encode("utf-8", "replace"), code, media_type=_HTML)

    def streamed(self, request: Request, template: str, title: str, made: Callable[[], dict[str, Any]]) -> Response:
        """A page of which the head goes out at once, and the rest when what it shows has been ``made``.

        An error by then is shown in the page: its status has been sent.
        """
        head, _, _ = self._text(request, "base", {"title": title}).partition(_REST)

        def parts() -> Iterator[bytes]:
            yield head.encode("utf-8", "replace")
            try:
                text = self._text(request, template, {"title": title, **made()})
            except OnrecordError as error:
                text = self._text(request, "message", {"title": "That did not work", "text": error.message})
            yield "".join(text.partition(_REST)[1:]).encode("utf-8", "replace")

        return StreamingResponse(parts(), media_type=_HTML)

    def _text(self, request: Request, template: str, values: dict[str, Any]) -> str:
        common = {"csrf": csrf(request), "person": request.state.person, "path": request.scope["path"]}
        return self._templates.env.get_template(f"{template}.html").render(request=request, **common, **values)


def outward(url: str | None) -> str | None:
    """An address that may be linked to: of the web, nothing that a browser would run."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def now() -> str:
    """The time, as stores keep it, to the microsecond: of two decisions within a second the later must count."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def site(request: Request) -> Site:
    """The site that a request is for."""
    found: Site = request.app.state.site
    return found
