"""Downloads are sent while they are written, whole or with their error, and end when nobody takes them."""

import time
from typing import BinaryIO

import pytest

from onrecord.web.downloading import _written


def test_all_of_it_comes_in_order() -> None:
    def write(out: BinaryIO) -> None:
        for number in range(50_000):
            out.write(f"{number}\n".encode())

    assert b"".join(_written(write)).decode().splitlines() == [str(number) for number in range(50_000)]


def test_nothing_is_nothing() -> None:
    assert list(_written(lambda out: None)) == []


def test_the_first_piece_is_there_before_the_last_is_written() -> None:
    written = []

    def write(out: BinaryIO) -> None:
        for number in range(100):
            out.write(b"x" * 100_000)
            written.append(number)

    pieces = _written(write)
    assert next(pieces)
    assert len(written) < 100
    assert sum(map(len, pieces)) > 9_000_000


def test_an_error_is_raised_where_it_is_read() -> None:
    def write(out: BinaryIO) -> None:
        out.write(b"begun")
        raise ValueError("no more")

    pieces = _written(write)
    with pytest.raises(ValueError, match="no more"):
        list(pieces)


def test_writing_ends_when_nobody_takes_it() -> None:
    ended = []

    def write(out: BinaryIO) -> None:
        try:
            while True:
                out.write(b"x" * 100_000)
        finally:
            ended.append(True)

    pieces = _written(write)
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    until = time.monotonic() + 10
    while not ended and time.monotonic() < until:
        time.sleep(0.01)
    assert ended
