"""Full text: which articles hold which words, kept with the articles by SQLite's FTS5 or PostgreSQL's text search.

Both take words as they stand, in any case, without stems, so that both give the same answer.
"""

import re

from sqlalchemy import ColumnElement, Connection, column, func, literal_column, select, table, text

from onrecord.errors import InputError
from onrecord.store.columns import storable
from onrecord.store.schema import articles

_TABLE = "articles_words"
_WORDS = table(_TABLE, column("rowid"), column(_TABLE))
_SQLITE = f"""
CREATE VIRTUAL TABLE IF NOT EXISTS {_TABLE} USING
    fts5(title, text, content='articles', content_rowid='number', tokenize='unicode61 remove_diacritics 0')
"""
_WORDS_OF = "to_tsvector('simple', left(coalesce(title, '') || ' ' || text, 400000))"  # a vector has a limit
_POSTGRESQL = (
    f"ALTER TABLE articles ADD COLUMN IF NOT EXISTS words tsvector GENERATED ALWAYS AS ({_WORDS_OF}) STORED",
    "CREATE INDEX IF NOT EXISTS articles_words ON articles USING gin (words)",
)
# A term of a search: -"a phrase", -word, word or word*.
_TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_WORD = re.compile(r"\w+")


def make_index(connection: Connection) -> None:
    """Makes the index, empty."""
    for command in (_SQLITE,) if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.execute(text(command))


def next_number(connection: Connection) -> int:
    """The number of the next article that is stored; the transaction must hold the right to write."""
    return (connection.execute(select(func.max(articles.c.number))).scalar() or 0) + 1


def index_article(connection: Connection, identity: str) -> None:
    """Takes an article into the index; PostgreSQL does so by itself."""
    if connection.dialect.name == "sqlite":
        command = f"INSERT INTO {_TABLE} (rowid, title, text) SELECT number, title, text FROM articles WHERE id = :id"
        connection.execute(text(command), {"id": identity})


def unindex_article(connection: Connection, identity: str) -> None:
    """Takes an article out of the index, before it is deleted or its text changed."""
    if connection.dialect.name == "sqlite":
        command = (
            f"INSERT INTO {_TABLE} ({_TABLE}, rowid, title, text) "
            "SELECT 'delete', number, title, text FROM articles WHERE id = :id"
        )
        connection.execute(text(command), {"id": identity})


def rebuild(connection: Connection) -> None:
    """Makes the index anew, so that no word of what is gone is left in it; PostgreSQL's needs none."""
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"INSERT INTO {_TABLE} ({_TABLE}) VALUES ('rebuild')"))


def holding(words: str, dialect: str) -> ColumnElement[bool]:
    """Whether an article holds all of ``words``: words, ``"a phrase"``, ``beg*`` and ``-not``, or those after ``OR``.

    Raises:
        InputError: there is no word in it that is not excluded.
    """
    asked = [_terms(part) for part in re.split(r"\s+OR\s+", words)]
    if not any(asked) or any(not any(not no for no, _, _ in terms) for terms in asked):
        raise InputError(f"{words!r}: no word to search for; a search needs one that is not excluded")
    if dialect == "sqlite":
        query = " OR ".join(_fts5(terms) for terms in asked)
        found = select(_WORDS.c.rowid).where(text(f"{_TABLE} MATCH :fts").bindparams(fts=storable(query)))
        return articles.c.number.in_(found)
    query = " | ".join(_tsquery(terms) for terms in asked)
    matches: ColumnElement[bool] = literal_column("articles.words").bool_op("@@")(func.to_tsquery("simple", query))
    return matches


Term = tuple[bool, tuple[str, ...], bool]  # whether it is excluded, its words, whether the last is a beginning


def _terms(part: str) -> list[Term]:
    found = []
    for minus, phrase, word in _TERM.findall(part):
        words = tuple(_WORD.findall(phrase or word))
        if words:
            found.append((bool(minus), words, not phrase and word.endswith("*")))
    return found


def _fts5(terms: list[Term]) -> str:
    yes, no = ([_fts5_term(term) for term in terms if term[0] is excluded] for excluded in (False, True))
    wanted = " AND ".join(yes)
    return f"(({wanted}) NOT ({' OR '.join(no)}))" if no else f"({wanted})"


def _fts5_term(term: Term) -> str:
    _, words, is_start = term
    return '"' + " ".join(words) + '"' + ("*" if is_start else "")


def _tsquery(terms: list[Term]) -> str:
    return "(" + " & ".join(_tsquery_term(term) for term in terms) + ")"


def _tsquery_term(term: Term) -> str:
    excluded, words, is_start = term
    phrase = " <-> ".join(f"'{word}'" for word in words) + (":*" if is_start else "")
    return f"!({phrase})" if excluded else f"({phrase})"
