"""From a cleaned page to the document that the stages read."""

from hashlib import sha256

import msgspec

from onrecord.clean import clean
from onrecord.clean.learned import without
from onrecord.config import Settings
from onrecord.errors import CleaningError, InputError
from onrecord.model.document import Document
from onrecord.model.page import CleanPage, Page
from onrecord.pipeline.limits import check, deadline
from onrecord.resources import date_shares
from onrecord.resources.learned import learned

_DEFAULTS = Settings()


def cleaned(page: Page, settings: Settings = _DEFAULTS) -> CleanPage:
    """The article of ``page``; the boundary behind which a page may break its extractor without breaking the batch.

    Raises:
        InputError: there is no article in it, it costs too much, or the extractor broke (CleaningError).
        SettingsError: the table of furniture that is set cannot be read.
    """
    check(page, settings)
    lines = learned(settings.furniture)
    try:
        with deadline(settings.max_seconds):
            return _told(page, without(clean(page, settings.repairs_off), lines))
    except InputError:
        raise
    except Exception as error:  # the per-document boundary: the batch goes on
        raise CleaningError(f"{type(error).__name__}: {error}") from error


def _told(page: Page, article: CleanPage) -> CleanPage:
    """The article with what its source says of it besides; hints fill in only what the page leaves open."""
    told, hints = page.metadata, page.hints
    published_from = article.published_from
    published = article.published
    if published_from == "source":
        published_from = told.get("published_from", "source")
    elif published is None and "published" in hints:
        published, published_from = hints["published"], hints.get("published_from", "source")
    info = msgspec.structs.replace(
        article.page,
        tags=article.page.tags or _listed(told.get("tags") or hints.get("tags")),
        section=article.page.section or told.get("section") or hints.get("section"),
    )
    return msgspec.structs.replace(
        article,
        title=article.title or hints.get("title"),
        authors=article.authors or _listed(hints.get("author")),
        published=published,
        published_from=published_from,
        published_confidence=date_shares().get(published_from or ""),
        updated=told.get("updated") or article.updated or hints.get("updated"),
        language=article.language or hints.get("language"),
        page=info,
    )


def _listed(value: str | None) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, (value or "").split("\n"))))


def article_id(page: CleanPage) -> str:
    """The first 16 hex digits of the SHA-256 of title and text, white space collapsed: the same words, the same id."""
    words = " ".join(f"{page.title or ''}\n{page.text}".split())
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def document(page: CleanPage, identity: str | None = None) -> Document:
    """The document of ``page``; its language is left to be found from the text."""
    return Document(
        id=identity or article_id(page),
        text=page.text,
        title=page.title,
        url=page.url,
        outlet=page.outlet,
        published=page.published,
    )
