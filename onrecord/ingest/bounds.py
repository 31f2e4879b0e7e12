"""Streams that stop: how much may be unpacked out of one source, and how long one value in it may be."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from onrecord.errors import TooLargeError, UnsafeError

# News packs to a third or a tenth of its size, lists of addresses to a fiftieth; deflate's most is 1,032.
_RATIO = 200
_BLOCK = 1 << 16
_BLANK = 100_000
_IN_MEMORY = 8_000_000  # an unpacked archive above this goes to a temporary file
_SINGLES = 1_000_000  # bytes asked for one by one
_LZMA_MEMORY = 128_000_000  # xz names its own need of memory, up to gigabytes


class Budget:
    """Bytes that may be unpacked out of a source: ``free``, and 200 times what ``packed`` says was read of it."""

    def __init__(self, packed: Callable[[], int], free: int) -> None:
        self._packed = packed
        self._free = free
        self._spent = 0

    def spend(self, count: int) -> None:
        """Takes note of ``count`` unpacked bytes.

        Raises:
            UnsafeError: they are more than any honest archive holds.
        """
        self._spent += count
        if self._spent > self._free and self._spent > self._free + _RATIO * self._packed():
            raise UnsafeError(f"unpacks to more than {_RATIO} times its size: a bomb; what is left of it is not read")


class Metered(io.RawIOBase):
    """A stream whose bytes are paid from a budget."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        super().__init__()
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """As of any raw stream."""
        block = self._stream.read(min(len(buffer), _BLOCK))
        self._budget.spend(len(block))
        buffer[: len(block)] = block
        return len(block)


class Counted(io.RawIOBase):
    """A stream that knows how much was read of it, and gives what there is without waiting for more."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """As of any raw stream."""
        read = getattr(self._stream, "read1", self._stream.read)
        block: bytes = read(len(buffer))
        self.taken += len(block)
        buffer[: len(block)] = block
        return len(block)


def peekable(stream: BinaryIO) -> io.BufferedReader:
    """``stream``, buffered so that its next bytes can be seen before they are read."""
    return cast(io.BufferedReader, stream if hasattr(stream, "peek") else io.BufferedReader(cast(io.RawIOBase, stream)))


def metered(stream: BinaryIO, budget: Budget) -> BinaryIO:
    """``stream`` with its bytes paid from ``budget``, buffered."""
    return cast(BinaryIO, io.BufferedReader(Metered(stream, budget), _BLOCK))


class Gauge(io.RawIOBase):
    """A stream that gives at most ``most`` bytes between two values; :meth:`reset` begins the next."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        super().__init__()
        self._stream = stream
        self._most = most
        self._taken = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def reset(self) -> None:
        """A value was read; the next may be as long again."""
        self._taken = 0

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """As of any raw stream.

        Raises:
            TooLargeError: one value goes on for more than ``most`` bytes.
        """
        block = self._stream.read(min(len(buffer), _BLOCK))
        self._taken += len(block)
        if self._taken > self._most:
            raise TooLargeError(f"one value of more than {self._most} bytes; raise max_bytes to read it")
        buffer[: len(block)] = block
        return len(block)


class _Packed(io.RawIOBase):
    """A gzip stream whose headers and padding end: both are read byte by byte, at a megabyte in seconds."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._singles = 0

    def read(self, size: int = -1) -> bytes:
        """As of any stream.

        Raises:
            UnsafeError: a name, a comment or padding that does not end.
        """
        self._singles = self._singles + 1 if size == 1 else 0
        if self._singles > _SINGLES:
            raise UnsafeError(
                f"more than {_SINGLES} bytes between packed data, made to take time; the rest is not read"
            )
        return self._stream.read(size)


class _Xz(io.RawIOBase):
    """What an xz or lzma stream holds, within a limit of memory, which ``lzma.open`` does not keep."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._decompressor = lzma.LZMADecompressor(memlimit=_LZMA_MEMORY)

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """As of any raw stream."""
        block = b""
        while not block and not self._decompressor.eof:
            more = self._stream.read(_BLOCK) if self._decompressor.needs_input else b""
            if not more and self._decompressor.needs_input:
                raise EOFError("the xz data are cut")
            block = self._decompressor.decompress(more, max_length=len(buffer))
        buffer[: len(block)] = block
        return len(block)


def unpacked(stream: BinaryIO, packing: str, budget: Budget) -> BinaryIO:
    """What a gzip, bzip2 or xz stream holds, paid from ``budget``."""
    if packing == "gzip":
        return metered(cast(BinaryIO, gzip.GzipFile(fileobj=cast(BinaryIO, _Packed(stream)))), budget)
    if packing == "bzip2":
        return metered(cast(BinaryIO, bz2.BZ2File(stream)), budget)
    return metered(cast(BinaryIO, io.BufferedReader(_Xz(stream))), budget)


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """``stream``, or a copy of it in a temporary file where one cannot go back in it.

    What is copied was metered where it was unpacked, so that no bomb fills the disk.
    """
    if stream.seekable():
        yield stream
        return
    with SpooledTemporaryFile(_IN_MEMORY) as copy:
        while block := stream.read(_BLOCK):
            copy.write(block)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def at_most(stream: BinaryIO, most: int) -> bytes:
    """All of a stream, or its first bytes, more than ``most`` of them; never in one piece, which would be allotted."""
    parts: list[bytes] = []
    left = most + 1
    while left > 0 and (block := stream.read(min(left, _BLOCK))):
        parts.append(block)
        left -= len(block)
    return b"".join(parts)


def lines(stream: BinaryIO | io.BufferedReader, most: int) -> Iterator[bytes]:
    """The lines of a stream, one longer than ``most`` cut to ``most + 1`` bytes.

    Raises:
        UnsafeError: it goes on and on with blank lines.
    """
    blank = 0
    while line := stream.readline(most + 1):
        blank = blank + 1 if len(line) < 3 and not line.strip() else 0
        if blank > _BLANK:
            raise UnsafeError(f"more than {_BLANK} blank lines in a row; the rest is not read")
        yield line
        while len(line) > most and not line.endswith(b"\n"):
            line = stream.readline(most + 1)
