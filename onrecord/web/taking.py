"""Reads sources into the store from within the server, in its own process."""

from contextlib import suppress

import msgspec

from onrecord import __version__
from onrecord.config import Settings
from onrecord.errors import InputError, StoreError
from onrecord.ingest import pages
from onrecord.ingest.web import Fetcher
from onrecord.model.page import Rejected
from onrecord.store import Input, Run, Store
from onrecord.web.site import now


def take_in(store: Store, sources: dict[str, str], settings: Settings) -> int:
    """Reads every page of ``sources``, each with the name it goes by in the record; gives the number of the run.

    The run accounts for every page; it says so if it was stopped.

    Raises:
        StoreError: the store cannot be written.
    """
    run = store.begin(__version__, msgspec.json.encode(settings).decode(), tuple(sources.values()), now())
    try:
        _take_all(run, store, sources, settings)
    except BaseException:
        with suppress(StoreError):  # what stopped it is the news
            run.end("stopped")
        raise
    run.end("done")
    return run.number


def _take_all(run: Run, store: Store, sources: dict[str, str], settings: Settings) -> None:
    from onrecord.pipeline import reader  # late: the model takes seconds to load
    from onrecord.pipeline.intake import cleaned, document

    pipeline = reader(settings)
    found = pages(list(sources), settings, {}, Fetcher(settings, store.visited()), True)
    for position, page in enumerate(found):
        digest = None if isinstance(page, Rejected) else page.digest
        source = Input(position=position, location=_named(page.location, sources), digest=digest)
        if isinstance(page, Rejected):
            run.reject(source, page.code, _named(page.message, sources))
        elif not run.skip(source):
            try:
                clean = cleaned(page, settings)
            except InputError as error:
                run.reject(source, error.code, _named(error.message, sources))
                continue
            run.add(source, clean, pipeline.read(document(clean)).document.record())


def _named(words: str, sources: dict[str, str]) -> str:
    """``words`` with the names of the sources in the place of where they are kept."""
    for kept, name in sources.items():
        words = words.replace(kept, name)
    return words
