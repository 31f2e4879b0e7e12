"""Downloads: what was asked in an export format, sent while it is written."""

import io
import queue
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, cast
from zipfile import ZIP_STORED, ZipFile

from fastapi import Response
from fastapi.responses import FileResponse, StreamingResponse
from starlette.background import BackgroundTask

from onrecord.errors import InputError
from onrecord.export import formats
from onrecord.export.chosen import Chosen

_CHUNK = 1 << 16  # bytes sent together; the first ones go out sooner
_FIRST = 1 << 10
_WAITING = 8  # chunks written before they are sent
_LOOK_S = 0.5  # after which a writer looks whether anybody still listens


def download(form: str, chosen: Chosen) -> Response:
    """What was chosen in a format: a file sent as it is written, or a folder as a zip once it is.

    Raises:
        InputError: there is no such format, or it does not take these answers.
    """
    made, kind = formats.of(form), chosen.kind.table.name
    if made.kinds and kind not in made.kinds:
        raise InputError(f"{form} takes {', '.join(made.kinds)}, not {kind}")
    name = f"{kind}.{made.suffix}"
    if made.is_folder:
        return _zipped(form, chosen, name)
    parts = _written(lambda out: made.write(chosen, out))
    first = next(parts, b"")  # an error by then is still told as one
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(chain([first], parts), media_type=made.media, headers=headers)


class _Pipe(io.RawIOBase):
    """A file of which each piece is taken by another thread; writing ends with an error once nobody takes any."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: queue.Queue[bytes | None] = queue.Queue(_WAITING)
        self.is_wanted = True
        self._kept, self._least = bytearray(), _FIRST

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any) -> int:
        """Keeps data until there is enough to be sent."""
        self._kept += data
        if len(self._kept) >= self._least:
            self.pass_on()
        return len(data)

    def pass_on(self) -> None:
        """Gives what is kept away."""
        if self._kept:
            self.put(bytes(self._kept))
            self._kept, self._least = bytearray(), _CHUNK

    def put(self, piece: bytes | None) -> None:
        """Waits until the piece, or the end, can be taken."""
        while self.is_wanted:
            try:
                return self.pieces.put(piece, timeout=_LOOK_S)
            except queue.Full:
                continue
        raise BrokenPipeError("nobody takes the download any more")


def _written(write: Callable[[BinaryIO], object]) -> Iterator[bytes]:
    """What ``write`` writes, in pieces; its error is raised here."""
    pipe = _Pipe()

    def run() -> None:
        try:
            write(cast(BinaryIO, pipe))
            pipe.pass_on()
        finally:
            pipe.put(None)

    writer = ThreadPoolExecutor(1)
    done = writer.submit(run)
    try:
        while (piece := pipe.pieces.get()) is not None:
            yield piece
        done.result()
    finally:
        pipe.is_wanted = False
        writer.shutdown(wait=False)


def _zipped(form: str, chosen: Chosen, name: str) -> Response:
    folder = tempfile.TemporaryDirectory()
    path = Path(folder.name) / name
    try:
        formats.write(form, chosen, path)
        path = _packed(path)
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(
        path, media_type="application/zip", filename=path.name, background=BackgroundTask(folder.cleanup)
    )


def _packed(folder: Path) -> Path:
    path = folder.with_name(f"{folder.name}.zip")
    with ZipFile(path, "w", ZIP_STORED) as file:
        for each in sorted(folder.rglob("*")):
            if each.is_file():
                file.write(each, each.relative_to(folder.parent))
    return path
