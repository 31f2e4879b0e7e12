"""Full text: which articles hold which words, kept with the articles by SQLite's FTS5 or PostgreSQL's text search.

Both take words as they stand, in any case, without stems, and part them at every mark, so that both give the same
answer: ``U.S.`` is the words ``U`` and ``S`` side by side. PostgreSQL's own parser takes ``3.5`` and ``COVID-19`` for
numbers, and its vectors hold only so many words: there the words are parted here, and a text is kept in short parts.
"""

import re
from collections.abc import Iterator

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    and_,
    cast,
    column,
    exists,
    func,
    inspect,
    literal,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from onrecord.errors import InputError, NoTextError
from onrecord.model.masking import MASK, is_masked
from onrecord.store.columns import storable
from onrecord.store.schema import articles

TABLE = "articles_words"
_FTS5 = table(TABLE, column("rowid"), column(TABLE))
_SQLITE = f"""
CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING
    fts5(title, text, content='articles', content_rowid='number', tokenize='unicode61 remove_diacritics 0')
"""
_PARTS = table(TABLE, column("number", Integer), column("part", Integer), column("words", TSVECTOR))
_POSTGRESQL = (
    f"""
CREATE TABLE IF NOT EXISTS {TABLE} (
    number INTEGER REFERENCES articles (number) ON DELETE CASCADE, part INTEGER, words TSVECTOR NOT NULL,
    PRIMARY KEY (number, part)
)
""",
    f"CREATE INDEX IF NOT EXISTS {TABLE}_words ON {TABLE} USING gin (words)",
)
# PostgreSQL keeps at most 255 places of a word and 1 MB of words together, and no word of more than 2046 bytes.
# The parts of a text overlap, so that a phrase stands whole in one of them; a longer phrase is asked for in pieces.
_PART, _OVERLAP, _LONGEST = 250, 50, 500
# A term of a search: -"a phrase", -word, word or word*.
_TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
# As FTS5's unicode61 parts words: letters, digits and private characters, with the accents that follow them.
_WORD = re.compile(r"(?:[^\W_]|[\ue000-\uf8ff])(?:[^\W_]|[\ue000-\uf8ff\u0300-\u0331])*")


def make_index(connection: Connection) -> None:
    """Makes the index, empty."""
    for command in (_SQLITE,) if _is_sqlite(connection) else _POSTGRESQL:
        connection.execute(text(command))


def next_number(connection: Connection) -> int:
    """The number of the next article that is stored; the transaction must hold the right to write."""
    return (connection.execute(select(func.max(articles.c.number))).scalar() or 0) + 1


def index_article(connection: Connection, identity: str) -> None:
    """Takes an article into the index, which must not hold it yet."""
    if _is_sqlite(connection):
        command = f"INSERT INTO {TABLE} (rowid, title, text) SELECT number, title, text FROM articles WHERE id = :id"
        connection.execute(text(command), {"id": identity})
        return
    query = select(articles.c.number, articles.c.title, articles.c.text).where(articles.c.id == identity)
    number, title, words = connection.execute(query).one()
    parts = [*_vectors(title or ""), *_vectors(words)]
    rows = [{"number": number, "part": at, "vector": part} for at, part in enumerate(parts)]
    if rows:
        command = f"INSERT INTO {TABLE} (number, part, words) VALUES (:number, :part, CAST(:vector AS tsvector))"
        connection.execute(text(command), rows)


def unindex_article(connection: Connection, identity: str) -> None:
    """Takes an article out of the index, before it is deleted or its text changed."""
    if _is_sqlite(connection):
        command = (
            f"INSERT INTO {TABLE} ({TABLE}, rowid, title, text) "
            "SELECT 'delete', number, title, text FROM articles WHERE id = :id"
        )
        connection.execute(text(command), {"id": identity})
        return
    mine = select(articles.c.number).where(articles.c.id == identity)
    connection.execute(_PARTS.delete().where(_PARTS.c.number.in_(mine)))


def rebuild(connection: Connection) -> None:
    """Makes the index anew, so that no word of what is gone is left in it."""
    if _is_sqlite(connection):
        connection.execute(text(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('rebuild')"))
        return
    connection.execute(_PARTS.delete())
    for identity in connection.execute(select(articles.c.id)).scalars().all():
        index_article(connection, identity)


def drop_deleted(connection: Connection) -> None:
    """Leaves no word of what was taken out in the index; FTS5 only marks it, PostgreSQL deletes it."""
    if _is_sqlite(connection):
        rebuild(connection)


def part_words(connection: Connection) -> None:
    """Brings the index of an older store up to date: in PostgreSQL it was a column that the server itself filled."""
    if _is_sqlite(connection) or inspect(connection).has_table(TABLE):
        return
    connection.execute(text("ALTER TABLE articles DROP COLUMN IF EXISTS words"))
    make_index(connection)
    rebuild(connection)


def note_without_text(connection: Connection) -> None:
    """Notes in an older store which articles it keeps without their words."""
    columns = articles.c
    rows = connection.execute(select(columns.id, columns.text).where(columns.text.contains(MASK))).all()
    for row in rows:
        if is_masked(row.text):
            connection.execute(articles.update().where(columns.id == row.id).values(no_text=1))


def can_be_searched(connection: Connection) -> bool:
    """Whether words can be looked for in all that the store holds.

    Raises:
        NoTextError: all of it was kept without text.
    """
    bare = articles.c.no_text
    with_text, without = (
        connection.execute(select(literal(1)).where(exists().where(wanted))).first() is not None
        for wanted in (bare.is_(None), bare.is_not(None))
    )
    if without and not with_text:
        raise NoTextError(
            "this store was kept without text (--no-text), so no words can be looked for; ask by actor, type, place or "
            "time, or read the sources into a store that keeps the text"
        )
    return not without


def holding(words: str, dialect: str) -> ColumnElement[bool]:
    """Whether an article holds all of ``words``: words, ``"a phrase"``, ``beg*`` and ``-not``, or those after ``OR``.

    Raises:
        InputError: there is no word in it that is not excluded.
    """
    asked = [_terms(storable(part)) for part in re.split(r"\s+OR\s+", words)]
    if not any(asked) or any(not any(not no for no, _, _ in terms) for terms in asked):
        raise InputError(f"{words!r}: no word to search for; a search needs one that is not excluded")
    if dialect == "sqlite":
        query = " OR ".join(_fts5(terms) for terms in asked)
        found = select(_FTS5.c.rowid).where(text(f"{TABLE} MATCH :fts").bindparams(fts=query))
        return articles.c.number.in_(found)
    return or_(*(and_(*map(_in_parts, terms)) for terms in asked))


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


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


def _in_parts(term: Term) -> ColumnElement[bool]:
    excluded, words, is_start = term
    pieces = [words[start : start + _OVERLAP] for start in range(0, len(words), _OVERLAP)]
    queries = [" <-> ".join(f"'{_folded(word)}'" for word in piece) for piece in pieces]
    queries[-1] += ":*" if is_start else ""
    found = and_(
        *(
            articles.c.number.in_(select(_PARTS.c.number).where(_PARTS.c.words.bool_op("@@")(cast(query, TSQUERY))))
            for query in queries
        )
    )
    return ~found if excluded else found


def _vectors(words: str) -> Iterator[str]:
    """The parts of a text, each with its words and their places, as PostgreSQL reads a vector."""
    found = [_folded(word) for word in _WORD.findall(storable(words))]
    for start in range(0, max(len(found) - _OVERLAP, min(len(found), 1)), _PART - _OVERLAP):
        places: dict[str, list[int]] = {}
        for place, word in enumerate(found[start : start + _PART], 1):
            places.setdefault(word, []).append(place)
        yield " ".join(f"'{word}':{','.join(map(str, at))}" for word, at in places.items())


def _folded(word: str) -> str:
    """In small letters, as FTS5 makes them: the final sigma is a sigma."""
    return word.lower().replace("ς", "σ")[:_LONGEST]
