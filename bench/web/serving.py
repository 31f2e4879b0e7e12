"""The server as people start it, in a process of its own, and how long its answers take."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

_READY_S = 60.0


class Took(msgspec.Struct, frozen=True):
    """Milliseconds to the first byte and to the last, and how many bytes; ``status`` as in HTTP."""

    status: int
    first: float
    whole: float
    size: int


class Server:
    """A server on a port of this machine."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self._process = process
        self.port = port

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, most: int | None = None) -> Took:
        """Asks for a page; reads all of it, or ``most`` bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        try:
            started = time.perf_counter()
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read(1)
            first = time.perf_counter() - started
            body += answer.read() if most is None else answer.read(most)
            return Took(answer.status, first * 1000, (time.perf_counter() - started) * 1000, len(body))
        finally:
            connection.close()

    def peak_bytes(self) -> int | None:
        """The most memory that it has taken; null where the system does not tell."""
        status = Path(f"/proc/{self._process.pid}/status")
        if not status.exists():
            return None
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024


@contextmanager
def server(file: Path) -> Iterator[Server]:
    """A server of the store in ``file``, from when it answers until it is no longer needed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "onrecord", "serve", str(file), "--port", str(port)])
    try:
        until = time.monotonic() + _READY_S
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the server did not start")
            time.sleep(0.05)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(10)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 0.2).close()
    except OSError:
        return False
    return True
