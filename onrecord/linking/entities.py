"""Entities kept as rows: who is one across articles, brought up to date for what is new or changed."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, RowMapping, func, or_, select

from onrecord.decisions import Subject, find
from onrecord.grouping.entities_across import Profile, identities, is_entity, is_shared
from onrecord.linking.forgotten import left_over
from onrecord.linking.reading import Read, decided, read
from onrecord.linking.rows import Row, held_rows, parts, renew
from onrecord.model.record import WITHIN, Actor
from onrecord.store.readings import held
from onrecord.store.schema_facts import entities, entity_mentions

_AT_ONCE = 2000  # articles whose names are looked at together
_Mention = tuple[str, str]  # article, id of the actor


def link_entities(connection: Connection, changed: Collection[str], at: str, *, is_shrunk: bool) -> int:
    """Brings entities up to date for the ``changed`` articles; gives how many rows changed.

    ``is_shrunk``: articles were taken out since, so that what they left over is looked for.
    """
    decisions = decided(connection, "entity")
    lost = left_over(connection, entities, entity_mentions, "entity", "articles") if is_shrunk else ()
    left = {row["article"] for row in lost}
    looked_at = {subject.article for subject in decisions.subjects}
    found = {article.record.id: article for article in read(connection, looked_at)}
    pairs = [
        [(one, other) for a, b in listed if (one := _named(a, found)) and (other := _named(b, found))]
        for listed in (decisions.together, decisions.apart)
    ]
    alone = {mention for listed in pairs for pair in listed for mention in pair}
    count = 0
    for part in parts([*sorted(looked_at), *sorted({*changed, *left} - looked_at)], _AT_ONCE):
        fresh = [row for article in read(connection, part) for row in _mentions(article, alone)]
        count += _renew(connection, part, fresh, pairs, at)
    return count


def _named(subject: Subject, found: Mapping[str, Read]) -> _Mention | None:
    if subject.article not in found:
        return None
    about = Subject("actor", subject.article, subject.spans)
    actor = find(found[subject.article].record, about, of_type=False)
    return (subject.article, actor.id) if actor else None


def _mentions(article: Read, alone: Collection[_Mention]) -> list[Row]:
    """One row for each actor that speaks or acts and can be met again, its entity still open."""
    rows = []
    for actor in article.record.actors:
        if actor.rule != WITHIN and is_entity(actor.name, actor.kind, actor.wikidata):
            profile = _profile(article.record.id, actor, alone)
            rows.append(
                {
                    "article": article.record.id, "actor": actor.id, "wikidata": actor.wikidata,
                    "name_key": profile.name_key if is_shared(profile) else profile.alone,
                    "profile": {**msgspec.to_builtins(profile), "code": actor.code},
                }
            )  # fmt: skip
    return rows


def _profile(article: str, actor: Actor, alone: Collection[_Mention]) -> Profile:
    profile = Profile(
        name=actor.name, kind=actor.kind, country=actor.country, sectors=actor.sectors, wikidata=actor.wikidata
    )
    is_alone = (article, actor.id) in alone or not is_shared(profile)
    return msgspec.structs.replace(profile, alone=f"{article}/{actor.id}") if is_alone else profile


def _renew(
    connection: Connection,
    articles: Sequence[str],
    fresh: Sequence[Row],
    pairs: Sequence[Sequence[tuple[_Mention, _Mention]]],
    at: str,
) -> int:
    """Writes the mentions of ``articles`` anew, and the entities of all who share a name or item with them.

    Mentions of other articles are looked at by their profiles, each with how many have it; of those only the ones are
    taken out of the store that are another entity now.
    """
    old = {row["number"]: row for row in held_rows(connection, entity_mentions, entity_mentions.c.article, articles)}
    others = _others(connection, set(articles), [*fresh, *old.values()], pairs)
    named, changed = _settled([*fresh, *others], pairs)
    moved = [row for group in changed for row in _mentions_like(connection, group, set(articles))]
    again = [{**_open(row), **_verdict(named, row)} for row in moved]
    mine = [{**row, **_verdict(named, row)} for row in fresh]
    count = renew(connection, entity_mentions, [*old.values(), *moved], [*mine, *again], at)
    were = {row["entity"] for row in (*old.values(), *others)}
    rows = _entities(connection, [*fresh, *others], named)
    before = held_rows(connection, entities, entities.c.id, were | {row["id"] for row in rows})
    return count + renew(connection, entities, before, rows, at)


def _others(
    connection: Connection,
    articles: Collection[str],
    edge: Sequence[Row],
    pairs: Sequence[Sequence[tuple[_Mention, _Mention]]],
) -> list[Row]:
    """The profiles in other articles that these have a name or item in common with, and those that hang on them."""
    decided_on = {mention[0] for listed in pairs for pair in listed for mention in pair}
    edge = [*edge, *held_rows(connection, entity_mentions, entity_mentions.c.article, decided_on)]
    asked: dict[str, set[str]] = {"name_key": set(), "wikidata": set()}
    found: dict[bytes, Row] = {}
    while edge:
        new = {name: {row[name] for row in edge if row[name]} - asked[name] for name in asked}
        edge = [row for name, values in new.items() for row in _grouped(connection, articles, name, values)]
        for name, values in new.items():
            asked[name] |= values
        found |= {msgspec.json.encode(row, order="sorted"): row for row in edge}
    return list(found.values())


def _grouped(connection: Connection, articles: Collection[str], name: str, values: Collection[str]) -> list[Row]:
    """Profiles with what they are by now, and how many mentions in other than these articles have them."""
    columns = entity_mentions.c
    kept = (columns.name_key, columns.wikidata, columns.profile, columns.entity, columns.score, columns.reasons)
    rows: dict[bytes, Row] = {}
    for part in parts(sorted(values)):
        query = select(*kept, func.count().label("mentions")).where(columns[name].in_(part), held(entity_mentions))
        rows |= {_profile_key(row): dict(row) for row in connection.execute(query.group_by(*kept)).mappings()}
        mine = [columns.article.in_(some) for some in parts(sorted(articles))]
        less = query.where(or_(*mine)).group_by(*kept)
        for row in connection.execute(less).mappings():
            rows[_profile_key(row)]["mentions"] -= row["mentions"]
    return [row for row in rows.values() if row["mentions"]]


def _profile_key(row: Row | RowMapping) -> bytes:
    return msgspec.json.encode([row["profile"], row["entity"], row["score"], row["reasons"]], order="sorted")


def _mentions_like(connection: Connection, group: Row, articles: Collection[str]) -> list[Row]:
    columns = entity_mentions.c
    same = columns.name_key == group["name_key"], columns.profile == group["profile"], columns.entity == group["entity"]
    rows = connection.execute(select(entity_mentions).where(*same, held(entity_mentions))).mappings()
    return [dict(row) for row in rows if row["article"] not in articles]


def _open(row: Row) -> Row:
    return {name: row[name] for name in ("article", "actor", "wikidata", "name_key", "profile")}


_Verdicts = dict[str, tuple[str, float | None, tuple[tuple[str, float], ...]]]  # profile → entity, score, reasons


def _settled(block: Sequence[Row], pairs: Sequence[Sequence[tuple[_Mention, _Mention]]]) -> tuple[_Verdicts, list[Row]]:
    """What each profile is, and the rows of other articles that are something else by now."""
    profiles = [_profile_of(row) for row in block]
    decided_on = {profile.alone: profile.key for profile in profiles if profile.alone}
    together, apart = (
        [
            (decided_on["/".join(one)], decided_on["/".join(other)])
            for one, other in listed
            if {"/".join(one), "/".join(other)} <= decided_on.keys()
        ]
        for listed in pairs
    )
    found: _Verdicts = {
        key: (identity.id, score, reasons)
        for identity in identities(profiles, together, apart)
        for key, score, reasons in identity.members
    }
    changed = [
        row
        for row, profile in zip(block, profiles, strict=True)
        if "mentions" in row and found[profile.key] != (row["entity"], row["score"], row["reasons"])
    ]
    return found, changed


def _verdict(named: _Verdicts, row: Row) -> Row:
    entity, score, reasons = named[_profile_of(row).key]
    return {"entity": entity, "score": score, "reasons": reasons}


def _entities(connection: Connection, block: Sequence[Row], named: _Verdicts) -> list[Row]:
    """The entities of a block, once its mentions are written."""
    of: dict[str, list[Row]] = defaultdict(list)
    for row in block:
        of[named[_profile_of(row).key][0]].append(row)
    articles: dict[str, int] = {}
    column = entity_mentions.c.entity
    for part in parts(sorted(of)):
        query = select(column, func.count(entity_mentions.c.article.distinct()))
        query = query.where(column.in_(part), held(entity_mentions)).group_by(column)
        articles |= {row[0]: row[1] for row in connection.execute(query)}
    return [_entity(identity, rows, articles[identity]) for identity, rows in sorted(of.items())]


def _profile_of(row: Row) -> Profile:
    return msgspec.convert({name: value for name, value in row["profile"].items() if name != "code"}, Profile)


def _entity(identity: str, rows: Sequence[Row], articles: int) -> Row:
    def most(name: str) -> str | None:
        counted: Counter[str] = Counter()
        for row in rows:
            if value := row["profile"].get(name):
                counted[value] += row.get("mentions", 1)
        return min(counted, key=lambda value: (-counted[value], value), default=None)  # of equals the first by letter

    return {
        "id": identity, "name": most("name"), "kind": most("kind"), "country": most("country"),
        "wikidata": most("wikidata"), "articles": articles,
        "codes": tuple(sorted({row["profile"]["code"] for row in rows if row["profile"].get("code")})),
    }  # fmt: skip
