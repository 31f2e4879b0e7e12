"""Runs one function over many inputs in order, in this process or in several."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Generic, TypeVar

import msgspec

from onrecord.config import Settings

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_AT_ONCE = 8  # items sent to a worker together
_FEW = 16  # so few items are done here: starting processes would take longer


class Result(msgspec.Struct, Generic[Answer], frozen=True):
    """What became of one item: the answer, whether it failed, its words, and the seconds each stage took.

    ``withheld`` is how many events were read in it and held back.
    """

    answer: Answer
    failed: bool = False
    words: int = 0
    seconds: dict[str, float] = {}
    withheld: int = 0


def run(
    factory: Callable[[Settings], Callable[[Item], Result[Answer]]],
    settings: Settings,
    items: Iterable[Item],
    workers: int | None = None,
) -> Iterator[Result[Answer]]:
    """The results of ``items``, in their order, as they come.

    ``factory`` is a module-level function; each process calls it once with ``settings`` and applies what it returns
    to one item at a time, so that no answer depends on the others or on the number of ``workers`` (default: cores).
    """
    count = workers or os.cpu_count() or 1
    source = iter(items)
    first = list(islice(source, _FEW + 1))
    if count == 1 or len(first) <= _FEW:
        work = factory(settings)
        yield from map(work, chain(first, source))
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(count, context, _prepare, (factory, settings)) as pool:
        yield from _ordered(pool, chain(first, source), count)


def _ordered(pool: ProcessPoolExecutor, items: Iterator[Any], workers: int) -> Iterator[Result[Any]]:
    waiting: deque[Future[list[Result[Any]]]] = deque()
    while chunk := list(islice(items, _AT_ONCE)):
        waiting.append(pool.submit(_work_on, chunk))
        if len(waiting) > 2 * workers:
            yield from waiting.popleft().result()
    for future in waiting:
        yield from future.result()


_prepared: Callable[[Any], Result[Any]] | None = None


def _prepare(factory: Callable[[Settings], Callable[[Any], Result[Any]]], settings: Settings) -> None:
    global _prepared
    Thread(target=_end_with_parent, daemon=True).start()
    _prepared = factory(settings)


def _end_with_parent() -> None:
    """A pool does not notice that its parent was killed: its workers would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work_on(chunk: list[Any]) -> list[Result[Any]]:
    if _prepared is None:
        raise RuntimeError("a worker was used before it was prepared")
    return [_prepared(item) for item in chunk]
