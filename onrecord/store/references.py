"""References between the tables of a store that lead nowhere, found by the database itself, none held in memory."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    ForeignKeyConstraint,
    Select,
    Table,
    exists,
    func,
    null,
    or_,
    select,
)

from onrecord.store import schema_facts as across
from onrecord.store.faults import Fault
from onrecord.store.indexed import words_faults
from onrecord.store.readings import NAMED, held
from onrecord.store.schema import actors, articles, events, inputs, metadata, names, readings, runs
from onrecord.store.schema_arrivals import unlinked
from onrecord.store.schema_decisions import decisions, votes

_SHOWN = 60  # characters of a name
_NAMED = (*((table.c[name], table.c.article) for table, columns in NAMED.items() for name in columns),)
_RELINK = "; onrecord link RECORD makes it anew"

# What articles have in common: the table, its links to articles, the column between them, how many articles it counts.
_SHARED = (
    (across.facts, across.fact_reports, "fact", "reports"),
    (across.entities, across.entity_mentions, "entity", "articles"),
    (across.stories, across.story_articles, "story", "articles"),
)


def all_references(connection: Connection) -> Iterator[Fault]:
    """Every reference between tables that leads nowhere, and what is counted wrongly."""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        yield from (Fault(None, f"the file: {each}") for each in found if each != "ok")
    for table in metadata.sorted_tables:
        for key in table.foreign_key_constraints:
            yield from _keys(connection, table, key)
    yield from _readings(connection)
    yield from _names(connection)
    yield from words_faults(connection)
    yield from _runs(connection)
    yield from _decisions(connection)
    for shared, links, name, count in _SHARED:
        yield from _shared(connection, shared, links, name, count)
    yield from _linked(connection)


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    yield from connection.execution_options(yield_per=500).execute(query)


def _keys(connection: Connection, table: Table, key: ForeignKeyConstraint) -> Iterator[Fault]:
    pairs = [(element.parent, element.column) for element in key.elements]
    parent = pairs[0][1].table.alias()
    here = [parent.c[other.name] == column for column, other in pairs]
    query = select(_article_of(table)).where(*(column.is_not(None) for column, _ in pairs), ~exists().where(*here))
    for (article,) in _rows(connection, query):
        yield Fault(article, f"{table.name}: a row whose {key.referred_table.name} is not there")


def _article_of(table: Table) -> Any:
    """The column that names the article of a row; of none where rows are of none."""
    return table.c.article if "article" in table.c else null()


def _readings(connection: Connection) -> Iterator[Fault]:
    column = readings.c
    missing = select(articles.c.id).where(articles.c.id.not_in(select(column.article).where(held(readings))))
    for (identity,) in _rows(connection, missing):
        yield Fault(identity, "readings: none that holds")
    counted = select(column.article).group_by(column.article)
    twice = counted.where(held(readings)).having(func.count() > 1)
    for (identity,) in _rows(connection, twice):
        yield Fault(identity, "readings: more than one that holds")
    for (identity,) in _rows(connection, counted.having(func.count() != func.max(column.number))):
        yield Fault(identity, "readings: one of them is missing")
    later = readings.alias()
    ends = later.c.article == column.article, later.c.number == column.number + 1
    wrong = or_(column.until.is_(None), column.until != later.c.recorded)
    for identity, number in _rows(
        connection, select(column.article, column.number).join(later, _all(ends)).where(wrong)
    ):
        yield Fault(identity, f"readings: {number} does not end when the next begins")


def _all(conditions: tuple[ColumnElement[bool], ...]) -> ColumnElement[bool]:
    first, *rest = conditions
    for each in rest:
        first = first & each
    return first


def _names(connection: Connection) -> Iterator[Fault]:
    """Every name is in the table of names, in small letters too, and no other is."""
    used: list[tuple[Column[Any], Column[Any]]] = [*_NAMED, (articles.c.outlet, articles.c.id)]
    for column, article in used:
        lacking = column.is_not(None), column != "", ~exists().where(names.c.name == column)
        for identity, name in _rows(connection, select(article, column).where(*lacking)):
            yield Fault(identity, f"names: {name[:_SHOWN]!r} of {column} is not there")
    for name, folded in _rows(connection, select(names.c.name, names.c.folded)):
        if name.lower() != folded:
            yield Fault(None, f"names: {name[:_SHOWN]!r} has other small letters")
    nowhere = [~exists().where(column == names.c.name) for column, _ in used]
    for (name,) in _rows(connection, select(names.c.name).where(*nowhere)):
        yield Fault(None, f"names: {name[:_SHOWN]!r} stands nowhere")


def _runs(connection: Connection) -> Iterator[Fault]:
    """What a run that ended counted is what became of its inputs."""
    for outcome in ("stored", "duplicate", "rejected"):
        mine = select(func.count()).where(inputs.c.run == runs.c.id, inputs.c.outcome == outcome).scalar_subquery()
        for (number,) in _rows(connection, select(runs.c.id).where(runs.c.state == "done", runs.c[outcome] != mine)):
            yield Fault(None, f"runs: {number} counts other inputs as {outcome} than it has")


def _decisions(connection: Connection) -> Iterator[Fault]:
    known = set(connection.execute(select(decisions.c.id)).scalars())
    for identity, article, decision in _rows(
        connection, select(decisions.c.id, decisions.c.article, decisions.c.decision)
    ):
        if decision.id != identity:
            yield Fault(article, f"decisions: {identity} says that it is {decision.id}")
        if decision.undoes is not None and decision.undoes not in known:
            yield Fault(article, f"decisions: {identity} undoes {decision.undoes}, which is not there")
    for article, subject, vote in _rows(connection, select(votes.c.article, votes.c.subject, votes.c.vote)):
        if subject.article != article or vote not in (1, -1):
            yield Fault(article, "votes: one that is none, or on another article")


def _shared(connection: Connection, shared: Table, links: Table, name: str, count: str) -> Iterator[Fault]:
    mine, link = shared.c, links.c
    there = exists().where(mine.id == link[name], held(shared))
    for article, group in _rows(connection, select(link.article, link[name]).where(held(links), ~there)):
        yield Fault(article, f"{links.name}: its {name} {group} is not there{_RELINK}")
    for (twice,) in _rows(connection, select(mine.id).where(held(shared)).group_by(mine.id).having(func.count() > 1)):
        yield Fault(None, f"{shared.name}: {twice} holds twice{_RELINK}")
    number = select(func.count(link.article.distinct())).where(link[name] == mine.id, held(links)).scalar_subquery()
    for (wrong,) in _rows(connection, select(mine.id).where(held(shared), mine[count] != number)):
        yield Fault(None, f"{shared.name}: {wrong} counts other articles than are in it{_RELINK}")


def _linked(connection: Connection) -> Iterator[Fault]:
    """What links say of an article's values; of articles that were read anew since, the next linking says it."""
    for links, column, table in (
        (across.fact_reports, across.fact_reports.c.event_id, events),
        (across.entity_mentions, across.entity_mentions.c.actor, actors),
    ):
        value = exists().where(table.c.article == links.c.article, table.c.id == column, held(table))
        mine = ~exists().where(unlinked.c.article == links.c.article)
        for article, identity in _rows(connection, select(links.c.article, column).where(held(links), mine, ~value)):
            yield Fault(article, f"{links.name}: its {table.name[:-1]} {identity} is not there{_RELINK}")
    original = across.story_articles.c.copy_of
    lost = held(across.story_articles), original.is_not(None), ~exists().where(articles.c.id == original)
    for article, copied in _rows(connection, select(across.story_articles.c.article, original).where(*lost)):
        yield Fault(article, f"story_articles: the article {copied} that it copies is not there{_RELINK}")
    told = across.fact_reports.c.event
    for links, column, article_of in (
        (across.fact_keys, across.fact_keys.c.event, across.fact_keys.c.article),
        (across.fact_links, across.fact_links.c.one, across.fact_links.c.one_article),
        (across.fact_links, across.fact_links.c.other, across.fact_links.c.other_article),
    ):
        is_held = [held(links)] if "until" in links.c else []
        nowhere = ~exists().where(told == column, held(across.fact_reports))
        for article, event in _rows(connection, select(article_of, column).where(*is_held, nowhere)):
            yield Fault(article, f"{links.name}: the event {event} is in no fact{_RELINK}")
