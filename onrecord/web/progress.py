"""Reads sources into the store beside the server, each run in a process of its own that ends with the server.

The process is ``onrecord read``, so that a run is the same whoever began it, and can be continued from either side.
"""

import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import msgspec

from onrecord import __version__
from onrecord.config import Settings
from onrecord.errors import InputError
from onrecord.ingest.counting import count
from onrecord.query.runs import InputRow, RunRow, ask_run, last_inputs, unfinished
from onrecord.store import Store
from onrecord.store.incoming import files_of, incoming
from onrecord.store.plan import Plan
from onrecord.watches.finding import look
from onrecord.web.site import now

_MOST = 2  # runs at a time
_PATIENCE_S = 20.0  # from being asked to stop to being killed
_SHOWN = 5
_LETTERS = 1000  # of what a process said last
_OLD_S = 3600.0  # files that no run has asked for in so long belong to none


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a run is. ``total`` and ``remaining`` are null where they cannot be told beforehand.

    ``phase``: reading, linking (what was read is put together with the rest), done, stopped, or elsewhere: it has not
    ended, and this server is not reading it. ``said``: why its process ended, if it did not say so in the store.
    """

    run: int
    phase: str
    inputs: int
    stored: int
    duplicate: int
    rejected: int
    reasons: dict[str, int]
    total: int | None
    remaining: int | None
    refused: tuple[InputRow, ...]
    said: str | None

    @property
    def is_going(self) -> bool:
        """Whether there will be more."""
        return self.phase in ("reading", "linking")


class _Going:
    """A run that is being read."""

    def __init__(self, command: list[str], folder: Path | None, total: int | None) -> None:
        self.total = total
        self.phase = "reading"
        self._words = tempfile.TemporaryFile()  # noqa: SIM115  lives as long as the run
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=self._words
        )

    def stop(self) -> None:
        """Asks the process to end, by the end of its input."""
        if self.process.stdin:
            self.process.stdin.close()

    def end(self) -> str:
        """Waits for the process; gives what it said last."""
        self.process.wait()
        self.stop()
        self._words.seek(0)
        said = self._words.read().decode("utf-8", "replace")[-_LETTERS:].strip()
        self._words.close()
        return said


class Reader:
    """The runs that a server reads."""

    def __init__(self, store: Store, place: str) -> None:
        self._store = store
        self._place = place if "://" in place else str(Path(place).absolute())
        self._going: dict[int, _Going] = {}
        self._totals: dict[int, int | None] = {}
        self._said: dict[int, str] = {}
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._linking = threading.Lock()
        self._folder = incoming(place)
        self._sweep()

    def keep(self) -> Path:
        """A new folder for files that are to be read; it becomes the run's, and goes when that is done."""
        self._folder.mkdir(exist_ok=True)
        return Path(tempfile.mkdtemp(dir=self._folder))

    def drop(self, folder: Path) -> None:
        """Takes files away that are not to be read after all."""
        shutil.rmtree(folder, ignore_errors=True)

    def begin(self, sources: list[str], settings: Settings, folder: Path | None = None) -> int:
        """Begins to read ``sources``, addresses or names of files in ``folder``; gives the number of the run.

        Raises:
            InputError: two runs are being read already.
            StoreError: the store cannot be written.
        """
        plan = Plan(sources=tuple(sources), follow=True, settings=settings)
        with self._lock:
            self._check()
            settled = msgspec.json.encode(plan).decode()
            run = self._store.begin(__version__, settled, plan.sources, now())
            if folder:
                self._clear(run.number)  # what a store that was here before left
                folder.rename(files_of(self._place, run.number))
            self._start(run.number, plan.sources)
        return run.number

    def resume(self, number: int) -> None:
        """Continues a run that stopped.

        Raises:
            InputError: it is being read, or came to its end, or two others are being read.
            StoreError: there is no such run.
        """
        with self._lock:
            run = ask_run(self._store, number)
            if number in self._going or run.state == "done":
                raise InputError(f"run {number} cannot be continued: it is going on, or done")
            self._check()
            self._start(number, run.sources)

    def stop(self, number: int) -> None:
        """Asks a run to end after what it is reading; it can be continued.

        Raises:
            InputError: this server is not reading it.
        """
        going = self._going.get(number)
        if going is None:
            raise InputError(f"run {number} is not being read by this server")
        going.stop()
        threading.Thread(target=_insist, args=(going.process,), daemon=True).start()

    def progress(self, number: int) -> Progress:
        """How far a run is.

        Raises:
            StoreError: there is no such run.
        """
        going = self._going.get(number)  # before the store is looked at: what ended in between is looked at again
        run = ask_run(self._store, number)
        total = self._total(run) if run.state != "done" else run.inputs
        return Progress(
            run=number, phase=_phase(going, run), inputs=run.inputs, stored=run.stored, duplicate=run.duplicate,
            rejected=run.rejected, reasons=run.reasons, total=total,
            remaining=None if total is None else max(0, total - run.inputs),
            refused=tuple(last_inputs(self._store, number, "rejected", _SHOWN)), said=self._said.get(number),
        )  # fmt: skip

    def link(self) -> None:
        """Puts facts and entities together anew, as after decisions on them, beside the server."""
        thread = threading.Thread(target=self._link_again, daemon=True)
        self._threads = [each for each in self._threads if each.is_alive()] + [thread]
        thread.start()

    def _link_again(self) -> None:
        with self._linking:  # one after the other: each sees all decisions before it
            self._link()

    def going(self) -> list[int]:
        """The runs that are being read."""
        return sorted(self._going)

    def close(self) -> None:
        """Stops every run; each can be continued."""
        for going in list(self._going.values()):
            going.stop()
        for going in list(self._going.values()):
            _insist(going.process)
        for thread in self._threads:
            thread.join()

    def _check(self) -> None:
        if len(self._going) >= _MOST:
            raise InputError(f"{_MOST} runs are being read; wait for one to end, or stop it")

    def _start(self, number: int, sources: tuple[str, ...]) -> None:
        command = [sys.executable, "-m", "onrecord", "read", "--resume", "--run", str(number), "--tied"]
        self._totals[number] = self._count(number, sources)
        self._said.pop(number, None)
        folder = files_of(self._place, number)
        at = folder if folder.is_dir() else None
        self._going[number] = _Going([*command, "--workers", "1", "--into", self._place], at, self._totals[number])
        thread = threading.Thread(target=self._follow, args=(number,), daemon=True)
        self._threads = [each for each in self._threads if each.is_alive()] + [thread]
        thread.start()

    def _follow(self, number: int) -> None:
        """Waits for the end of a run; then links what was read and holds the watches against it."""
        going = self._going[number]
        said = going.end()
        try:
            state = ask_run(self._store, number).state
            if state == "running":  # killed before it could say so
                self._store.resume(__version__, number).end("stopped")
            if state == "done":
                going.phase = "linking"
                said = self._link()
                self._clear(number)
            if said:
                self._said[number] = said
        finally:
            del self._going[number]

    def _link(self) -> str:
        """Gives what went wrong."""
        command = [sys.executable, "-m", "onrecord", "link", self._place]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        look(self._store, now())
        return done.stderr.decode("utf-8", "replace")[-_LETTERS:].strip() if done.returncode else ""

    def _clear(self, number: int) -> None:
        """Takes away the files that a run has read."""
        self.drop(files_of(self._place, number))

    def _count(self, number: int, sources: tuple[str, ...]) -> int | None:
        folder = files_of(self._place, number)
        return count([str(folder / each) for each in sources] if folder.is_dir() else sources)

    def _total(self, run: RunRow) -> int | None:
        if run.run not in self._totals:
            self._totals[run.run] = self._count(run.run, run.sources)
        return self._totals[run.run]

    def _sweep(self) -> None:
        """Takes away files that were left by a server that was killed, unless their run can be continued."""
        if not self._folder.is_dir():
            return
        wanted = {str(number) for number in unfinished(self._store)}
        for folder in self._folder.iterdir():
            if folder.name not in wanted and time.time() - folder.stat().st_mtime > _OLD_S:
                self.drop(folder)


def _phase(going: _Going | None, run: RunRow) -> str:
    if going is not None:
        return going.phase
    return "elsewhere" if run.state == "running" else run.state


def _insist(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
