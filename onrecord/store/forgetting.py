"""Forgetting: articles, outlets and actors go from every table and from the file, and do not come in again."""

from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import Connection, Select, Text, or_, select, type_coerce

from onrecord.errors import LeftOverError, StoreError
from onrecord.model.masking import naming, naming_in, without_actor
from onrecord.store import schema, schema_facts
from onrecord.store.columns import storable
from onrecord.store.connection import transaction
from onrecord.store.database import Store, StoredArticle, article_in, machine_in
from onrecord.store.decided import reapply
from onrecord.store.erasing import erase, overwrite_deleted
from onrecord.store.readings import NAMED, Reading, put_names, put_reading, to_be_linked
from onrecord.store.saving import forget_questions
from onrecord.store.schema_arrivals import arrivals, copy_keys, story_moves
from onrecord.store.schema_decisions import decisions
from onrecord.store.schema_tombstones import tombstones
from onrecord.store.search import drop_deleted, index_article, unindex_article
from onrecord.store.tombstones import Buried, Kind, address, is_buried, key
from onrecord.store.traces import (
    CHANGED,
    FORGOTTEN,
    drop_article,
    drop_names,
    drop_outlet,
    drop_places,
    drop_undos,
    may_hold,
    strings,
)

PATIENCE_S = 10.0  # how long those are waited for who look at the store as it was


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be forgotten: an article by its id, an outlet by its name, an actor by name or Wikidata item."""

    kind: Kind
    what: str
    author: str
    reason: str
    made: str


def forget(store: Store, order: Order) -> int:
    """Forgets, and gives how many articles were taken out or, of an actor, changed; 0 if that was done before.

    An actor's every mention becomes blocks, in the text, too, and every earlier reading of these articles goes.

    Raises:
        LeftOverError: it is forgotten, but somebody reads the file, in which it still is.
        StoreError: there is nothing of this kind, or the store cannot be written; then nothing is changed.
    """
    with transaction(store.engine, write=True) as connection:
        overwrite_deleted(connection)
        count = _forgotten(connection, order)
    if not erase(store.engine, PATIENCE_S):
        raise LeftOverError(
            "it is out of the record, but somebody still reads the store, and until they are done its words are in the "
            "file: run it again then, or open the store"
        )
    return count


def _forgotten(connection: Connection, order: Order) -> int:
    named = _names_of(connection, order.what) if order.kind == "actor" else {order.what}
    found = _found(connection, order, named)
    if not found:
        if is_buried(connection, order.kind, order.what):
            return 0
        raise StoreError(f"nothing to forget: no {order.kind} {order.what!r} in this store")
    for name in sorted(named):
        _bury(connection, order, order.kind, name)
        forget_questions(connection, name)
    places, digests = set(), set()
    for identity in found:
        names, article = _names(connection, identity), article_in(connection, identity)
        mine = _places(connection, article)
        places |= mine[0]
        digests |= mine[1]
        if order.kind == "actor":
            _change(connection, article, named)
        else:
            _bury_article(connection, article, *mine, order)
            _remove(connection, identity)
        _drop_unused(connection, names)
    drop_places(connection, places, digests, CHANGED if order.kind == "actor" else FORGOTTEN)
    if order.kind == "actor":
        drop_names(connection, named)
    elif order.kind == "outlet":
        drop_outlet(connection, order.what)
    drop_undos(connection)
    drop_deleted(connection)
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
        mine = set(connection.execute(select(links.c[name]).where(links.c.article == identity)).scalars())
        beside = select(links.c.article).where(links.c[name].in_(mine)).distinct()
        for article in connection.execute(beside).scalars().all():
            to_be_linked(connection, article)
        if links is schema_facts.fact_reports:
            _drop_pairs(connection, select(links.c.event).where(links.c.fact.in_(mine)))
        connection.execute(links.delete().where(links.c[name].in_(mine)))
        connection.execute(shared.delete().where(shared.c.id.in_(mine)))
    members = schema_facts.story_articles
    connection.execute(members.update().where(members.c.copy_of == identity).values(copy_of=None))
    connection.execute(arrivals.delete().where(arrivals.c.article == identity))
    number = select(schema.articles.c.number).where(schema.articles.c.id == identity).scalar_subquery()
    connection.execute(copy_keys.delete().where(copy_keys.c.article_number == number))
    connection.execute(story_moves.delete().where(story_moves.c.article == identity))


def _drop_pairs(connection: Connection, events: Select[tuple[str]]) -> None:
    """Takes away by what these events find each other, and which were found to be one."""
    keys, pairs = schema_facts.fact_keys, schema_facts.fact_links
    connection.execute(keys.delete().where(keys.c.event.in_(events)))
    connection.execute(pairs.delete().where(or_(pairs.c.one.in_(events), pairs.c.other.in_(events))))


def _remove(connection: Connection, identity: str) -> None:
    """Takes an article out of every table."""
    _unlink(connection, identity)
    named = type_coerce(decisions.c.decision, Text).contains(storable(f'"{identity}"'), autoescape=True)
    connection.execute(decisions.delete().where(named))
    unindex_article(connection, identity)
    inputs = schema.inputs
    gone = {"article": None, "location": FORGOTTEN, "message": None, "digest": None}
    connection.execute(inputs.update().where(inputs.c.article == identity).values(gone))
    connection.execute(schema.articles.delete().where(schema.articles.c.id == identity))


def _places(connection: Connection, article: StoredArticle) -> tuple[set[str], set[str]]:
    """Where an article was read, that nothing else was read from, and the digests of what was there."""
    inputs, addresses = schema.inputs.c, schema.addresses.c
    query = select(inputs.location, inputs.digest).where(inputs.article == article.id)
    rows = [(article.location, article.digest), *map(tuple, connection.execute(query))]
    digests = {digest for _, digest in rows if digest}
    fetched = connection.execute(select(addresses.url).where(addresses.digest.in_(digests))).scalars()
    told = {article.page.url, article.record.url, *fetched, *(location for location, _ in rows)}
    # "-" and an entry of a feed ("feed.xml:3") are other inputs at other times.
    return {each for each in told if each and each != "-" and not each.rpartition(":")[2].isdigit()}, digests


def _names_of(connection: Connection, what: str) -> set[str]:
    """Every name of an actor that is told by a name or Wikidata item: of one item all names, of a name its one item."""
    actors = schema.actors.c
    items = select(actors.wikidata).where(actors.name == what, actors.wikidata.is_not(None)).distinct()
    found = list(connection.execute(items).scalars()) or [what]
    if len(found) > 1:  # several people of this name
        return {what}
    named = connection.execute(select(actors.name).where(actors.wikidata == found[0]).distinct()).scalars()
    return {what, found[0], *named} - {""}


def _found(connection: Connection, order: Order, named: Collection[str]) -> list[str]:
    articles = schema.articles.c
    if order.kind == "actor":
        return _naming(connection, named)
    mine = articles.id == order.what
    if order.kind == "outlet":
        mine = or_(articles.outlet == order.what, articles.original_outlet == order.what)
    return sorted(connection.execute(select(articles.id).where(mine)).scalars())


def _naming(connection: Connection, named: Collection[str]) -> list[str]:
    """The articles that name an actor, in whatever they are read from or in what was read."""
    actors, articles, readings = schema.actors.c, schema.articles.c, schema.readings.c
    known = select(actors.article).where(or_(actors.name.in_(named), actors.wikidata.in_(named))).distinct()
    found = set(connection.execute(known).scalars())
    pattern = naming(named)
    told = (articles.text, articles.title, articles.url, articles.location, articles.page, readings.record)
    for column in told if pattern else ():
        identity = readings.article if column is readings.record else articles.id
        for article, value in connection.execute(select(identity, column).where(may_hold(column, named))):
            if article not in found and pattern and any(map(pattern.search, strings(value))):
                found.add(article)
    return sorted(found)


def _bury(connection: Connection, order: Order, kind: Buried, what: str) -> None:
    told = {"kind": kind, "made": order.made, "author": order.author, "reason": order.reason}
    spelled = {what, what.upper()} if kind == "actor" else {what}
    for digest in sorted({key(kind, each) for each in spelled}):
        connection.execute(tombstones.insert().values(key=digest, **told))


def _bury_article(
    connection: Connection, article: StoredArticle, places: Iterable[str], digests: Iterable[str], order: Order
) -> None:
    for what in (article.id, *sorted(digests)):
        _bury(connection, order, "article", what)
    for url in sorted(filter(None, map(address, places))):
        _bury(connection, order, "address", url)


def _change(connection: Connection, article: StoredArticle, named: Collection[str]) -> None:
    """Takes an actor out of an article."""
    machine = machine_in(connection, article.id).record
    _unlink(connection, article.id)
    page, record = without_actor(article.page, machine, *named)
    unindex_article(connection, article.id)
    connection.execute(schema.readings.delete().where(schema.readings.c.article == article.id))
    values = {"title": page.title, "url": None, "location": CHANGED, "text": page.text, "outlet": page.outlet}
    kept = msgspec.structs.replace(page, text="", url=None)
    mine = schema.articles.c.id == article.id
    connection.execute(
        schema.articles.update().where(mine).values(page=kept, original_outlet=page.original_outlet, **values)
    )
    made = Reading("read", article.pipeline, "{}", article.recorded)
    put_reading(connection, page.text, msgspec.structs.replace(record, url=None), made)
    if pattern := naming_in(machine, named):
        drop_article(connection, article.id, pattern)
    drop_undos(connection)
    reapply(connection, article.id, article.recorded)
    index_article(connection, article.id)


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
