"""Takes what watches found to where it is wanted, each match once: a terminal, a file of lines, feeds, a webhook."""

import hashlib
import hmac
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from onrecord.config import Settings
from onrecord.errors import DeliveryError, FetchError, InputError
from onrecord.ingest.addresses import resolve, target
from onrecord.ingest.fetching import fetch
from onrecord.store import Store
from onrecord.store.watching import Match, Watching
from onrecord.watches.feeds import atom, identity, json_feed

_IN_FEED = 200  # matches that a feed keeps
_WAITS = (1.0, 4.0, 16.0)  # seconds before a webhook is tried again
_MOST = 1 << 16  # bytes of a webhook's answer that are read


class Outputs(msgspec.Struct, frozen=True, kw_only=True):
    """Where matches go; what is null gets none. ``secret`` signs what goes to the ``webhook``."""

    lines: Path | None = None
    atom: Path | None = None
    json_feed: Path | None = None
    webhook: str | None = None
    secret: str | None = None


def deliver(
    store: Store,
    outputs: Outputs,
    settings: Settings,
    now: str,
    say: Callable[[Match], None] | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> list[str]:
    """Sends every match that has not gone there yet, and writes the feeds anew; gives what failed, in words.

    ``say`` tells one to the user.

    What failed is tried again the next time. A file of lines never gets a match twice, whatever happens; a webhook may
    after a crash, and tells by ``Onrecord-Delivery`` that it is the same.

    Raises:
        StoreError: the store cannot be read or written.
    """
    watching = Watching(store.engine)
    ways: list[Callable[[], None]] = []
    if say is not None:
        ways.append(lambda: _say(watching, say))
    if (lines := outputs.lines) is not None:
        ways.append(lambda: _append(watching, lines))
    if outputs.atom is not None or outputs.json_feed is not None:
        ways.append(lambda: _feeds(watching, outputs, now))
    if (address := outputs.webhook) is not None:
        ways.append(lambda: _post(watching, address, outputs.secret, settings, sleep))
    failed = []
    for way in ways:
        try:
            way()
        except (DeliveryError, FetchError, InputError) as error:
            failed.append(str(error))
        except OSError as error:
            failed.append(f"{error.filename}: {error.strerror}")
    return failed


def line(match: Match) -> str:
    """A match as a line of JSON, escaped beyond ASCII."""
    return json.dumps({"id": identity(match)} | msgspec.structs.asdict(match), separators=(",", ":"))


def _say(watching: Watching, say: Callable[[Match], None]) -> None:
    pending = watching.pending("terminal")
    for match in pending:
        say(match)
    watching.sent("terminal", pending)


def _append(watching: Watching, path: Path) -> None:
    output = f"lines {path.absolute()}"
    pending = watching.pending(output)
    if not pending:
        return
    # What stands in the file went there, even if the program was cut off before it could note that.
    there = _ids(path)
    new = [match for match in pending if identity(match) not in there]
    with path.open("a", encoding="ascii") as file:
        if _is_cut(path):
            file.write("\n")
        file.writelines(line(match) + "\n" for match in new)
        file.flush()
        os.fsync(file.fileno())
    watching.sent(output, pending)


def _ids(path: Path) -> set[str]:
    if not path.exists():
        return set()
    found = set()
    with path.open(encoding="ascii", errors="replace") as file:
        for each in file:
            try:
                found.add(str(json.loads(each)["id"]))
            except (ValueError, KeyError, TypeError):
                continue  # cut off in the middle of a line: the match comes again, on a line of its own
    return found


def _is_cut(path: Path) -> bool:
    if not path.stat().st_size:
        return False
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def _feeds(watching: Watching, outputs: Outputs, now: str) -> None:
    matches = watching.found(limit=_IN_FEED)
    if outputs.atom is not None:
        _put(outputs.atom, atom(matches, outputs.atom.name, now))
    if outputs.json_feed is not None:
        _put(outputs.json_feed, json_feed(matches))


def _put(path: Path, content: bytes) -> None:
    """Whole or not at all, so that a reader never finds half a feed."""
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def _post(
    watching: Watching, address: str, secret: str | None, settings: Settings, sleep: Callable[[float], None]
) -> None:
    """One request a match, in order; stops at the first that fails, so that none comes out of turn."""
    output = f"webhook {address}"
    for match in watching.pending(output):
        _send(address, line(match).encode(), identity(match), secret, settings, sleep)
        watching.sent(output, [match])


def _send(
    address: str, body: bytes, name: str, secret: str | None, settings: Settings, sleep: Callable[[float], None]
) -> None:
    where = target(address)
    headers = {"Host": where.site.partition("://")[2], "Content-Type": "application/json", "Onrecord-Delivery": name}
    if secret:
        headers["Onrecord-Signature"] = signature(secret, body)
    for wait in (*_WAITS, None):
        try:
            status = fetch(
                where, resolve(where, settings.allow_private), headers, settings.timeout_s, _MOST, body
            ).status
            failed = f"{where.site}: the webhook answered {status}"
            if 200 <= status < 300:
                return
            if 400 <= status < 500 and status not in (408, 425, 429):
                raise DeliveryError(f"{failed}; it will not be better by asking again")
        except FetchError as error:
            failed = f"{where.site}: {error.message}"
        if wait is None:
            raise DeliveryError(f"{failed}, {len(_WAITS) + 1} times; the next run tries again")
        sleep(wait)


def signature(secret: str, body: bytes) -> str:
    """``sha256=`` and the HMAC-SHA256 of what is sent, hex, by which its receiver knows that it comes from here."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def read_secret(name: str | None) -> str | None:
    """The secret in an environment variable: never on a command line, where others could read it.

    Raises:
        DeliveryError: there is no such variable.
    """
    if name is None:
        return None
    if not (found := os.environ.get(name)):
        raise DeliveryError(f"there is no secret in the environment variable {name}")
    return found
