"""What else a store says of something beside its articles: runs and inputs, addresses, watches, decisions, facts."""

from collections.abc import Callable, Collection, Iterable, Iterator
from re import Pattern, findall
from typing import Any

import msgspec
from sqlalchemy import Column, ColumnElement, Connection, Table, Text, func, or_, select, true, type_coerce

from onrecord.model.masking import MASK, blocked, naming
from onrecord.store import schema, schema_facts
from onrecord.store.columns import Json, Token, Words, storable
from onrecord.store.readings import VALUES, to_be_linked
from onrecord.store.schema_decisions import decisions
from onrecord.store.schema_questions import questions
from onrecord.store.schema_watches import matches, watches

_AT_ONCE = 400  # values in one condition
# In the place of where an input was.
FORGOTTEN, CHANGED = "forgotten", "changed"

# Where everything is made of the articles themselves, and where a name leaves nothing of sense but blocks.
_OF_ARTICLES = frozenset({schema.articles, schema.readings, schema.participants, schema.store_version, *VALUES})
_SENSELESS = frozenset({decisions, questions, watches, schema.addresses, schema.names})
# Fields of JSON that hold words of ours, which a name may be spelled like.
_OURS = frozenset(
    "id kind type mode code codes country sectors rule status terms action field undoes article fact entity".split()
)


def is_redacted(location: str) -> bool:
    """Whether a location or source was taken out of the store, in whole or in part."""
    return location in (FORGOTTEN, CHANGED) or MASK in location


def strings(value: Any) -> Iterator[str]:
    """Every string in a value of ours."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from strings(each)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from strings(getattr(value, name))


def may_hold(column: Column[Any], names: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column may hold one of the names: by the longest of the plain letters in it, in any case."""
    parts = [max(findall("[a-z0-9]+", name.lower()), key=len, default="") for name in names]
    if not all(parts):
        return true()
    raw = func.lower(type_coerce(column, Text))
    return or_(*(raw.contains(storable(part), autoescape=True) for part in parts))


def drop_names(connection: Connection, names: Collection[str]) -> None:
    """Takes names out of everything that is not made of the articles, and what makes no sense without them."""
    pattern = naming(names)
    if pattern is None:
        return
    _drop_from_settings(connection, names, pattern)
    for table in schema.metadata.sorted_tables:
        if table not in _OF_ARTICLES:
            for column in table.columns:
                is_key = column.primary_key and isinstance(column.type, Words)
                if is_key or (isinstance(column.type, Words | Json) and not isinstance(column.type, Token)):
                    _drop_from(connection, table, column, names, pattern)
    drop_undos(connection)


def _drop_from(
    connection: Connection, table: Table, column: Column[Any], names: Iterable[str], pattern: Pattern[str]
) -> None:
    key = list(table.primary_key)
    for *place, value in connection.execute(select(*key, column).where(may_hold(column, names))).all():
        changed = _changed(value, lambda words: blocked(words, pattern))
        if changed == value or value is None:
            continue
        mine = [part == at for part, at in zip(key, place, strict=True)]
        if column.primary_key or table in _SENSELESS:
            connection.execute(table.delete().where(*mine))
        else:
            connection.execute(table.update().where(*mine).values({column.name: changed}))


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, msgspec.Struct):
        return msgspec.convert(_changed(msgspec.to_builtins(value), change), type(value))
    if isinstance(value, dict):
        return {_key(name, change): each if name in _OURS else _changed(each, change) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(_changed(each, change) for each in value)
    return change(value) if isinstance(value, str) else value


def _key(name: str, change: Callable[[str], str]) -> str:
    """A name of a field is kept, a name of somebody is not."""
    return name if name.isidentifier() and name.islower() else change(name)


def _drop_from_settings(connection: Connection, names: Iterable[str], pattern: Pattern[str]) -> None:
    """A reading repeats the settings of its run, sources included."""
    runs, readings = schema.runs.c, schema.readings
    for settings in connection.execute(
        select(runs.settings).where(may_hold(runs.settings, names)).distinct()
    ).scalars():
        if (changed := blocked(settings, pattern)) != settings:
            connection.execute(readings.update().where(readings.c.settings == settings).values(settings=changed))


def drop_undos(connection: Connection) -> None:
    """Takes away the undos of decisions that are not there any longer."""
    while True:
        rows = connection.execute(select(decisions.c.id, decisions.c.decision)).all()
        there = {row.id for row in rows}
        gone = [row.id for row in rows if row.decision.undoes and row.decision.undoes not in there]
        if not gone:
            return
        connection.execute(decisions.delete().where(decisions.c.id.in_(gone)))


def drop_article(connection: Connection, identity: str, pattern: Pattern[str]) -> None:
    """Takes what ``pattern`` finds out of what watches and people say of an article that is kept."""
    for row in connection.execute(select(decisions).where(decisions.c.article == identity)).mappings().all():
        if any(map(pattern.search, strings(row["decision"]))):
            connection.execute(decisions.delete().where(decisions.c.id == row["id"]))
    for row in connection.execute(select(matches).where(matches.c.article == identity)).mappings().all():
        mine = matches.c.watch == row["watch"], matches.c.key == row["key"]
        if pattern.search(row["key"]):
            connection.execute(matches.delete().where(*mine))
            continue
        told = {name: row[name] and blocked(row[name], pattern) for name in ("what", "sentence", "title", "outlet")}
        connection.execute(matches.update().where(*mine).values(**told, url=None))


def drop_outlet(connection: Connection, name: str) -> None:
    """Takes an outlet out of what rests on other articles, too; what was linked with it is linked anew."""
    facts, reports = schema_facts.facts, schema_facts.fact_reports
    for article in (
        connection.execute(select(reports.c.article).where(reports.c.origin == name).distinct()).scalars().all()
    ):
        to_be_linked(connection, article)
    mine = select(reports.c.fact).where(reports.c.origin == name)
    connection.execute(facts.delete().where(facts.c.id.in_(mine)))
    connection.execute(reports.delete().where(reports.c.origin == name))
    pattern = naming([name])
    if pattern:
        for table, columns in ((matches, (matches.c.what,)), (watches, (watches.c.rule, watches.c.name))):
            for column in columns:
                _drop_from(connection, table, column, [name], pattern)


def drop_places(connection: Connection, places: Collection[str], digests: Collection[str], instead: str) -> None:
    """Takes the locations and addresses of articles, and what was fetched there, out of runs, inputs and addresses."""
    addresses, inputs = schema.addresses, schema.inputs
    bare = {"location": instead, "message": None} | ({"digest": None} if instead == FORGOTTEN else {})
    for told, of_address, of_input in (
        (places, addresses.c.url, inputs.c.location),
        (digests, addresses.c.digest, inputs.c.digest),
    ):
        listed = sorted(told)
        for start in range(0, len(listed), _AT_ONCE):
            part = listed[start : start + _AT_ONCE]
            connection.execute(addresses.delete().where(of_address.in_(part)))
            connection.execute(inputs.update().where(of_input.in_(part)).values(bare))
    runs, readings = schema.runs.c, schema.readings
    for row in connection.execute(select(runs.id, runs.sources, runs.settings)).all():
        sources = tuple(instead if source in places else source for source in row.sources)
        if sources == row.sources:
            continue
        settings = without_places(row.settings, places, instead)
        connection.execute(schema.runs.update().where(runs.id == row.id).values(sources=sources, settings=settings))
        same = readings.c.settings == row.settings
        connection.execute(readings.update().where(same).values(settings=settings))


def without_places(settings: str, places: Collection[str], instead: str = FORGOTTEN) -> str:
    """The settings of a run (JSON) without the sources that are ``places``."""
    try:
        told = msgspec.json.decode(settings)
    except msgspec.DecodeError:
        return settings
    return msgspec.json.encode(_changed(told, lambda words: instead if words in places else words)).decode()
