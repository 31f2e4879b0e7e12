"""One request to one address: connected to the IP address that was checked, within limits of size and time.

The standard library's client, because its sockets are ours: the connection goes to the very address that was looked
at, so that a second answer of the name server cannot lead it elsewhere, and a watch closes it when its time is up,
however slowly the server drips.
"""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache

import msgspec

from onrecord.errors import FetchError, SlowError, TooLargeError
from onrecord.ingest import http_bodies
from onrecord.ingest.addresses import Target

_BLOCK = 1 << 16


class Answer(msgspec.Struct, frozen=True):
    """What a server said: status, headers by lower-case name, and the body, unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes = b""


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def fetch(
    where: Target,
    numbers: tuple[str, ...],
    headers: Mapping[str, str],
    seconds: float,
    most: int,
    sent: bytes | None = None,
) -> Answer:
    """The answer to a GET of ``where``, from one of its IP addresses ``numbers``; redirects are not followed.

    With something to be ``sent`` it is a POST.

    Raises:
        FetchError: there is no connection, or no HTTP on it.
        SlowError: it takes more than ``seconds`` in all.
        TooLargeError: the body is more than ``most`` bytes, as sent or unpacked.
        InputError: the body is cut, or packed in an unknown way.
    """
    started = time.monotonic()
    try:
        with _connected(where, numbers, seconds) as connection:
            connection.request("GET" if sent is None else "POST", where.path, sent, dict(headers))
            answer = _answer(connection.getresponse(), most)
    except (OSError, http.client.HTTPException, ValueError) as error:
        if isinstance(error, TimeoutError) or time.monotonic() - started >= seconds:
            raise SlowError(f"no answer within {seconds:.0f} s") from error
        raise FetchError(f"{type(error).__name__}: {str(error)[:200]}") from error
    if time.monotonic() - started >= seconds:  # cut off, which looks like an end where no length was told
        raise SlowError(f"not all of the answer within {seconds:.0f} s")
    return answer


@contextmanager
def _connected(where: Target, numbers: tuple[str, ...], seconds: float) -> Iterator[http.client.HTTPConnection]:
    """A connection that is closed after ``seconds``, whatever is going on on it."""
    held = [_socket(where, numbers, seconds)]
    watch = threading.Timer(seconds, _cut, (held,))
    watch.daemon = True
    watch.start()
    connection = http.client.HTTPConnection(where.host, where.port, timeout=seconds)
    try:
        held[0].settimeout(seconds)
        if where.scheme == "https":
            secure = _trust().wrap_socket(held[0], server_hostname=where.host, do_handshake_on_connect=False)
            held[0] = secure
            secure.do_handshake()
        connection.sock = held[0]
        yield connection
    finally:
        watch.cancel()
        connection.close()
        held[0].close()


def _socket(where: Target, numbers: tuple[str, ...], seconds: float) -> socket.socket:
    failed: OSError = OSError("no address to connect to")
    for number in numbers[:4]:
        try:
            return socket.create_connection((number, where.port), timeout=seconds / min(4, len(numbers)))
        except OSError as error:
            failed = error
    raise failed


def _cut(held: list[socket.socket]) -> None:
    try:
        held[0].shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already


def _answer(response: http.client.HTTPResponse, most: int) -> Answer:
    told: dict[str, str] = {}
    for name, value in response.getheaders():
        told[name.lower()] = " ".join(value.split())
    if response.status != http.client.OK:
        return Answer(response.status, told)
    parts: list[bytes] = []
    length = 0
    while block := response.read(_BLOCK):
        parts.append(block)
        length += len(block)
        if length > most:
            raise TooLargeError(f"an answer of more than {most} bytes; raise max_bytes to read it")
    if response.length:
        raise FetchError(f"the answer was cut {response.length} bytes before its end")
    return Answer(response.status, told, http_bodies.unpacked(b"".join(parts), told, most))
