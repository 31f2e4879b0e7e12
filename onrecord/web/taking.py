"""Reads sources into the store from within the server, in its own process."""

import msgspec

from onrecord import __version__
from onrecord.config import Settings
from onrecord.errors import InputError
from onrecord.ingest import pages
from onrecord.ingest.web import Fetcher
from onrecord.model.page import Rejected
from onrecord.store import Input, Store
from onrecord.web.site import now


def take_in(store: Store, sources: list[str], settings: Settings) -> int:
    """Reads every page of ``sources``; gives the number of the run, which accounts for each.

    Raises:
        StoreError: the store cannot be written.
    """
    from onrecord.pipeline import reader  # late: the model takes seconds to load
    from onrecord.pipeline.intake import cleaned, document

    run = store.begin(__version__, msgspec.json.encode(settings).decode(), tuple(sources), now())
    pipeline = reader(settings)
    found = pages(sources, settings, {}, Fetcher(settings, store.visited()), True)
    for position, page in enumerate(found):
        digest = None if isinstance(page, Rejected) else page.digest
        source = Input(position=position, location=page.location, digest=digest)
        if isinstance(page, Rejected):
            run.reject(source, page.code, page.message)
        elif not run.skip(source):
            try:
                clean = cleaned(page, settings)
            except InputError as error:
                run.reject(source, error.code, error.message)
                continue
            run.add(source, clean, pipeline.read(document(clean)).document.record())
    run.end("done")
    return run.number
