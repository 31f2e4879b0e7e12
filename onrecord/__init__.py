"""onrecord reads news and puts it on the record: who said what, on what terms, and who did what to whom.

>>> import onrecord
>>> record = onrecord.annotate("Kenya's president said on Monday that talks would go on.", published="2024-05-08")
>>> with onrecord.open_store("record.db") as store:
...     for article in store:
...         print(article.title, len(article.record.events))
...     print(onrecord.ask(store).events(type=("REQUEST",), dyad="RUS*>CHN*").count())
"""

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.config import Settings
from onrecord.errors import OnrecordError
from onrecord.model.document import Document
from onrecord.model.record import Record

if TYPE_CHECKING:
    from onrecord.query import Asking
    from onrecord.store import Store

__version__ = "0.1.0"
__all__ = ["Document", "OnrecordError", "Record", "Settings", "__version__", "annotate", "ask", "open_store"]


def annotate(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    settings: Settings | None = None,
) -> Record:
    """The record of one article; spans point into ``text`` as given.

    ``published`` is an ISO date, month or date-time; without it times stay open (``XXXX-WXX-7``). What cannot be read
    is in the record's ``failures``. The first call loads the language model, a second or two.
    """
    # Late, here and below: importing onrecord alone must not load a language model or a database.
    from onrecord.model.page import CleanPage
    from onrecord.pipeline import reader
    from onrecord.pipeline.intake import document

    page = CleanPage(text=text, title=title, url=url, published=published)
    record = reader(settings or Settings()).read(document(page)).document.record()
    return record.at_least(settings.min_confidence) if settings else record


def open_store(path: str | Path) -> "Store":
    """The record store in the file ``path``, to be read and asked; ``onrecord read`` makes one.

    Raises:
        StoreError: there is no such file, it is no record store, or it was made by a later version.
    """
    from onrecord.store import open_store as opened

    return opened(path)


def ask(store: "Store") -> "Asking":
    """Questions to a store: ``ask(store).events(type=("REQUEST",), dyad="RUS*>CHN*")``.

    Answers are lazy: iterate over them, or call their ``count``, ``by``, ``over_time``, ``between``, ``page``,
    ``to_arrow``, ``to_pandas`` or ``to_polars``. What can be asked is in :mod:`onrecord.query`.
    """
    from onrecord.query import Asking

    return Asking(store)
