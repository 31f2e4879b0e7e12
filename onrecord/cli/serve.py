"""``onrecord serve``: the record in the browser."""

import secrets
import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.asking import StoreArgument
from onrecord.errors import SettingsError


def serve(
    record: StoreArgument,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="any but this machine's own needs tokens")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535)] = 8765,
    tokens: Annotated[
        Path | None, typer.Option("--tokens", metavar="FILE", help="lines of NAME TOKEN: who may come in")
    ] = None,
    names: Annotated[
        list[str] | None, typer.Option("--name", metavar="HOST", help="a name it answers to; repeatable")
    ] = None,
    header: Annotated[
        str | None, typer.Option("--user-header", metavar="NAME", help="who it is, from a proxy that asked")
    ] = None,
) -> None:
    """Show the record in the browser, on this machine, with nothing from any other.

    Example: onrecord serve record.db
    """
    import uvicorn  # late: only this command needs a server

    from onrecord.web.app import make_app
    from onrecord.web.safety import LOOPBACK, Access

    known = _tokens(tokens)
    is_local = f"{host}" in ("127.0.0.1", "localhost", "::1")
    if not is_local and not known:
        known = {secrets.token_urlsafe(24): "reader"}
    access = Access(tokens=known, hosts=(*LOOPBACK, host, *(names or ())), header=header)
    app = make_app(record, access)
    query = f"/?token={next(iter(known))}" if known else "/"
    sys.stderr.write(f"open http://{host}:{port}{query}\n")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, access_log=False)


def _tokens(path: Path | None) -> dict[str, str]:
    """Token → person.

    Raises:
        SettingsError: the file cannot be read, or a line of it is not NAME TOKEN.
    """
    if path is None:
        return {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error
    found = {}
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            name, _, token = line.strip().rpartition(" ")
            if not name or len(token) < 16:
                raise SettingsError(f"{path}, line {number}: expected NAME TOKEN, the token of 16 characters or more")
            found[token] = name.strip()
    return found
