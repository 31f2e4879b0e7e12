"""Forgetting: articles, outlets and actors go from every table and from the file, and do not come in again."""

import msgspec
from sqlalchemy import Connection, select, text

from onrecord.errors import StoreError
from onrecord.model.masking import without_actor
from onrecord.store import schema, schema_facts
from onrecord.store.connection import compact, transaction
from onrecord.store.database import Store, StoredArticle
from onrecord.store.readings import NAMED, Reading, put_names, put_reading
from onrecord.store.saving import forget_questions
from onrecord.store.schema_decisions import decisions
from onrecord.store.schema_tombstones import tombstones
from onrecord.store.search import index_article, rebuild, unindex_article
from onrecord.store.tombstones import Kind, key


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be forgotten: an article by its id, an outlet by its name, an actor by name or Wikidata item."""

    kind: Kind
    what: str
    author: str
    reason: str
    made: str


def forget(store: Store, order: Order) -> int:
    """Forgets, and gives how many articles were taken out or, of an actor, changed.

    An actor's every mention becomes blocks, in the text, too, and every earlier reading of these articles goes.

    Raises:
        StoreError: there is nothing of this kind, or the store cannot be written.
    """
    found = _found(store, order)
    if not found:
        raise StoreError(f"nothing to forget: no {order.kind} {order.what!r} in this store")
    with transaction(store.engine, write=True) as connection:
        _bury(connection, order, order.kind, order.what)
        forget_questions(connection, order.what)
        for article in found:
            names = _names(connection, article.id)
            if order.kind == "actor":
                _change(connection, article, order)
            else:
                for what in (article.digest, article.id):
                    _bury(connection, order, "article", what)
                remove(connection, article.id)
            _drop_unused(connection, names)
    _overwrite(store)
    return len(found)


# What articles have in common, which may hold a name: the table, its links to articles, and the column between them.
_SHARED = (
    (schema_facts.facts, schema_facts.fact_reports, "fact"),
    (schema_facts.entities, schema_facts.entity_mentions, "entity"),
    (schema_facts.stories, schema_facts.story_articles, "story"),
)


def _unlink(connection: Connection, identity: str) -> None:
    """Takes away what rests on an article and others: it is made anew by the next linking."""
    for shared, links, name in _SHARED:
        mine = select(links.c[name]).where(links.c.article == identity)
        connection.execute(shared.delete().where(shared.c.id.in_(mine)))
        connection.execute(links.delete().where(links.c.article == identity))
    connection.execute(schema_facts.linked.delete().where(schema_facts.linked.c.article == identity))
    connection.execute(decisions.delete().where(decisions.c.article == identity))


def remove(connection: Connection, identity: str) -> None:
    """Takes an article out of every table."""
    _unlink(connection, identity)
    unindex_article(connection, identity)
    inputs = schema.inputs
    mine = inputs.c.article == identity
    gone = {"article": None, "location": "forgotten", "message": None, "digest": None}
    connection.execute(inputs.update().where(mine).values(gone))
    connection.execute(schema.articles.delete().where(schema.articles.c.id == identity))


def _found(store: Store, order: Order) -> list[StoredArticle]:
    articles, actors = schema.articles.c, schema.actors.c
    query = {
        "article": select(articles.id).where(articles.id == order.what),
        "outlet": select(articles.id).where(articles.outlet == order.what),
        "actor": select(actors.article).where((actors.name == order.what) | (actors.wikidata == order.what)).distinct(),
    }[order.kind]
    with transaction(store.engine) as connection:
        found = connection.execute(query).scalars().all()
    return [store.article(identity) for identity in sorted(found)]


def _bury(connection: Connection, order: Order, kind: Kind, what: str) -> None:
    told = {"kind": kind, "made": order.made, "author": order.author, "reason": order.reason}
    connection.execute(tombstones.insert().values(key=key(kind, what), **told))


def _change(connection: Connection, article: StoredArticle, order: Order) -> None:
    _unlink(connection, article.id)
    page, record = without_actor(article.page, article.record, order.what)
    unindex_article(connection, article.id)
    connection.execute(schema.readings.delete().where(schema.readings.c.article == article.id))
    values = {"title": page.title, "url": None, "location": "changed", "text": page.text}
    kept = msgspec.structs.replace(page, text="")
    mine = schema.articles.c.id == article.id
    connection.execute(schema.articles.update().where(mine).values(page=kept, **values))
    made = Reading("read", article.pipeline, "{}", article.recorded)
    put_reading(connection, page.text, record, made)
    index_article(connection, article.id)
    inputs = schema.inputs
    connection.execute(inputs.update().where(inputs.c.article == article.id).values(location="changed"))


def _names(connection: Connection, identity: str) -> set[str]:
    """Every name that stands in the tables because of an article."""
    found: set[str] = set()
    for table, columns in NAMED.items():
        for name in columns:
            query = select(table.c[name]).where(table.c.article == identity, table.c[name].is_not(None)).distinct()
            found.update(connection.execute(query).scalars())
    outlet = connection.execute(select(schema.articles.c.outlet).where(schema.articles.c.id == identity)).scalar()
    return found | ({outlet} if outlet else set())


def _drop_unused(connection: Connection, found: set[str]) -> None:
    """Takes the names out of their table that nothing else has."""
    if not found:
        return
    connection.execute(schema.names.delete().where(schema.names.c.name.in_(sorted(found))))
    left: set[str] = set()
    for table, columns in NAMED.items():
        for name in columns:
            left.update(connection.execute(select(table.c[name]).where(table.c[name].in_(sorted(found)))).scalars())
    outlet = schema.articles.c.outlet
    left.update(connection.execute(select(outlet).where(outlet.in_(sorted(found)))).scalars())
    put_names(connection, left)


def _overwrite(store: Store) -> None:
    """What was deleted is not in the file any longer, nor in the index of words."""
    with transaction(store.engine, write=True) as connection:
        rebuild(connection)
    if store.engine.dialect.name == "sqlite":
        compact(store.engine)
        return
    with store.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM"))
