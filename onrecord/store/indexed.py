"""Whether the index of words holds every article, and nothing else. PostgreSQL makes its own out of each row."""

from collections.abc import Iterator

from sqlalchemy import Connection, text

from onrecord.store.faults import Fault

_LACKING = "SELECT id FROM articles WHERE number NOT IN (SELECT id FROM articles_words_docsize)"
_LEFT = "SELECT id FROM articles_words_docsize WHERE id NOT IN (SELECT number FROM articles)"


def words_faults(connection: Connection) -> Iterator[Fault]:
    """Articles that the index lacks, and those in it that are not there any more."""
    if connection.dialect.name != "sqlite":
        return
    for (article,) in connection.execute(text(_LACKING)):
        yield Fault(article, "articles_words: the article is not in the index of words")
    for (number,) in connection.execute(text(_LEFT)):
        yield Fault(None, f"articles_words: the index of words holds article number {number}, which is not there")
