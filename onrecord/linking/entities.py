"""Entities kept as rows: who is one across articles, brought up to date for what is new or changed."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from onrecord.decisions import Subject, find
from onrecord.grouping.entities_across import Identity, Profile, identities, is_entity, is_shared
from onrecord.linking.forgotten import left_over
from onrecord.linking.reading import Read, decided, read
from onrecord.linking.rows import Row, held_rows, parts, renew
from onrecord.model.record import Actor
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
    """One row for each actor that can be met again, its entity still open."""
    rows = []
    for actor in article.record.actors:
        if is_entity(actor.name, actor.kind, actor.wikidata):
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
    """Writes the mentions of ``articles`` anew, and the entities of all who share a name or item with them."""
    old = {row["number"]: row for row in held_rows(connection, entity_mentions, entity_mentions.c.article, articles)}
    mine = set(articles)
    decided_ = {mention[0] for listed in pairs for pair in listed for mention in pair}
    started = held_rows(connection, entity_mentions, entity_mentions.c.article, decided_)
    edge = [*fresh, *old.values(), *started]
    names, items = {row["name_key"] for row in edge}, {row["wikidata"] for row in edge if row["wikidata"]}
    asked: set[str] = set()
    while names - asked or edge:
        new = names - asked
        edge = held_rows(connection, entity_mentions, entity_mentions.c.name_key, new)
        edge += held_rows(connection, entity_mentions, entity_mentions.c.wikidata, items)
        edge = [row for row in edge if row["number"] not in old]
        asked |= new
        old |= {row["number"]: row for row in edge}
        names |= {row["name_key"] for row in edge}
        items = {row["wikidata"] for row in edge if row["wikidata"]}
    block = [*fresh, *(_open(row) for row in old.values() if row["article"] not in mine)]
    named, rows = _settled(block, pairs)
    before = held_rows(connection, entities, entities.c.id, {row["entity"] for row in old.values()})
    return renew(connection, entity_mentions, old.values(), named, at) + renew(connection, entities, before, rows, at)


def _open(row: Row) -> Row:
    return {name: row[name] for name in ("article", "actor", "wikidata", "name_key", "profile")}


def _settled(block: Sequence[Row], pairs: Sequence[Sequence[tuple[_Mention, _Mention]]]) -> tuple[list[Row], list[Row]]:
    """The mentions with their entities, and the entities."""
    profiles = {(row["article"], row["actor"]): _profile_of(row) for row in block}
    together, apart = (
        [(profiles[one].key, profiles[other].key) for one, other in listed if one in profiles and other in profiles]
        for listed in pairs
    )
    found = identities(list(profiles.values()), together, apart)
    where = {key: (identity, score, reasons) for identity in found for key, score, reasons in identity.members}
    named, of = [], defaultdict(list)
    for row in block:
        identity, score, reasons = where[profiles[row["article"], row["actor"]].key]
        named.append({**row, "entity": identity.id, "score": score, "reasons": reasons})
        of[identity.id].append(row)
    return named, [_entity(identity, of[identity.id]) for identity in found]


def _profile_of(row: Row) -> Profile:
    return msgspec.convert({name: value for name, value in row["profile"].items() if name != "code"}, Profile)


def _entity(identity: Identity, rows: Sequence[Row]) -> Row:
    def most(name: str) -> str | None:
        return _most(row["profile"].get(name) for row in rows)

    return {
        "id": identity.id, "name": most("name"), "kind": most("kind"), "country": most("country"),
        "wikidata": most("wikidata"), "articles": len({row["article"] for row in rows}),
        "codes": tuple(sorted({row["profile"]["code"] for row in rows if row["profile"].get("code")})),
    }  # fmt: skip


def _most(values: Iterable[str | None]) -> str | None:
    """The value that most have; of equals the first by letter."""
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value), default=None)
