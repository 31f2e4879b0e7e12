"""From a cleaned page to the document that the stages read."""

from hashlib import sha256

from onrecord.clean import clean
from onrecord.errors import CleaningError, InputError
from onrecord.model.document import Document
from onrecord.model.page import CleanPage, Page


def cleaned(page: Page) -> CleanPage:
    """The article of ``page``; the boundary behind which a page may break its extractor without breaking the batch.

    Raises:
        InputError: there is no article in it, or the extractor broke (CleaningError).
    """
    try:
        return clean(page)
    except InputError:
        raise
    except Exception as error:  # the per-document boundary: the batch goes on
        raise CleaningError(f"{type(error).__name__}: {error}") from error


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
