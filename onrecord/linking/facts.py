"""Facts kept as rows: links, and what they make of the events, brought up to date for what is new or changed.

What stands in the tables is the same whether articles came all at once or one by one, in whatever order: links are a
function of the set of events (see ``grouping.facts``), and facts one of links and decisions.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from onrecord.decisions import Subject
from onrecord.grouping.facts import BAR, Group, Pair, components, grouped, links, pair_of
from onrecord.grouping.happenings import Happening, Likeness, likeness
from onrecord.grouping.telling import is_denial, told
from onrecord.linking.blocks import Blocks
from onrecord.linking.events import Events
from onrecord.linking.forgotten import left_over
from onrecord.linking.happenings import article_of
from onrecord.linking.reading import decided
from onrecord.linking.rows import Row, held_rows, renew
from onrecord.store import schema
from onrecord.store.readings import held
from onrecord.store.schema_facts import fact_links, fact_reports, facts

Links = dict[Pair, Likeness]


def link_facts(connection: Connection, changed: Collection[str], origins: Mapping[str, str], at: str) -> int:
    """Brings links and facts up to date for the ``changed`` articles; gives how many rows changed."""
    decisions = decided(connection, "fact")
    events = Events(connection, origins)
    before = held_rows(connection, fact_reports, fact_reports.c.article, changed)
    mine = events.of(changed)
    total = connection.execute(select(func.count()).select_from(schema.articles)).scalar_one()
    renewed = _all_links if 2 * len(changed) > total else _some_links
    touched, count = renewed(connection, changed, events, at)
    touched |= {row["event"] for row in before} | {happening.key for happening in mine}
    touched |= {key for subject in decisions.subjects if (key := events.named(subject))}
    touched |= {row["event"] for row in left_over(connection, facts, fact_reports, "fact", "reports")}
    together, apart = (_pairs(pairs, events) for pairs in (decisions.together, decisions.apart))
    parts = _touched_components(connection, touched, together)
    groups = [group for members, found in parts for group in _groups(events, members, found, together, apart)]
    return count + _tell(connection, groups, {key for members, _ in parts for key in members} | touched, events, at)


def _all_links(connection: Connection, changed: Collection[str], events: Events, at: str) -> tuple[set[str], int]:
    everything = events.of(connection.execute(select(schema.articles.c.id)).scalars().all())
    Blocks(connection).fill(everything)
    old = [dict(row) for row in connection.execute(select(fact_links).where(held(fact_links))).mappings()]
    return _renew_links(connection, old, links(everything), events, at)


def _some_links(connection: Connection, changed: Collection[str], events: Events, at: str) -> tuple[set[str], int]:
    blocks = Blocks(connection)
    affected = blocks.replace(changed, events.of(changed))
    company = {event: blocks.company(event) for event in sorted(affected)}
    events.of(
        {article for found in company.values() for article in found.values()}
        | {article_of(event) for event in affected}
    )
    wanted: Links = {}
    for pair in sorted({pair_of(one, other) for one, found in company.items() for other in found}):
        like = likeness(events[pair[0]], events[pair[1]])
        if like.score >= BAR:
            wanted[pair] = like
    columns = fact_links.c
    asked = [
        (columns.one, affected),
        (columns.other, affected),
        (columns.one_article, changed),
        (columns.other_article, changed),
    ]
    old = {row["number"]: row for column, values in asked for row in held_rows(connection, fact_links, column, values)}
    return _renew_links(connection, list(old.values()), wanted, events, at)


def _renew_links(
    connection: Connection, old: Sequence[Row], wanted: Links, events: Events, at: str
) -> tuple[set[str], int]:
    """Gives the events at the ends of links that were or are, and how many rows changed."""
    rows = [
        {
            "one": one, "other": other, "one_article": events[one].article, "other_article": events[other].article,
            "score": like.score, "reasons": like.reasons,
        }
        for (one, other), like in wanted.items()
    ]  # fmt: skip
    count = renew(connection, fact_links, old, rows, at)
    return {row[end] for row in (*old, *rows) for end in ("one", "other")}, count


def _pairs(subjects: Iterable[tuple[Subject, Subject]], events: Events) -> list[Pair]:
    found = ((events.named(one), events.named(other)) for one, other in subjects)
    return [pair_of(one, other) for one, other in found if one and other]


def _touched_components(
    connection: Connection, touched: Collection[str], together: Sequence[Pair]
) -> list[tuple[list[str], Links]]:
    """The sets of events that links and decisions hold together, each that has a touched one, with its links."""
    found: Links = {}
    seen: set[str] = set()
    edge = set(touched)
    while edge:
        seen |= edge
        rows = [
            row
            for column in (fact_links.c.one, fact_links.c.other)
            for row in held_rows(connection, fact_links, column, edge)
        ]
        found |= {(row["one"], row["other"]): Likeness(row["score"], row["reasons"]) for row in rows}
        near = {row[end] for row in rows for end in ("one", "other")}
        near |= {key for pair in together if set(pair) & edge for key in pair}
        edge = near - seen
    of: dict[str, Links] = {}
    parts = components(seen, [*found, *together])
    first = {key: part[0] for part in parts for key in part}
    for pair, like in found.items():
        of.setdefault(first[pair[0]], {})[pair] = like
    return [(part, of.get(part[0], {})) for part in parts]


def _groups(
    events: Events, members: Sequence[str], found: Links, together: Sequence[Pair], apart: Sequence[Pair]
) -> list[tuple[Group, Links]]:
    events.of({article_of(key) for key in members})
    there = [events[key] for key in members if key in events]
    return [(group, found) for group in grouped(there, found, together, apart)]


def _tell(
    connection: Connection, groups: Sequence[tuple[Group, Links]], touched: Collection[str], events: Events, at: str
) -> int:
    """Writes the facts of the groups in the place of those that any of the ``touched`` events was in."""
    old_reports = held_rows(connection, fact_reports, fact_reports.c.event, touched)
    old_facts = held_rows(connection, facts, facts.c.id, {row["fact"] for row in old_reports})
    reports, rows = [], []
    for group, found in groups:
        members = [events[key] for key in group.members]
        rows.append(_fact(group.id, members))
        reports += [_report(group, member, found, events) for member in members]
    return renew(connection, fact_reports, old_reports, reports, at) + renew(connection, facts, old_facts, rows, at)


def _fact(identity: str, members: Sequence[Happening]) -> Row:
    telling = told(members)
    detail = msgspec.to_builtins(telling)
    return {
        "id": identity, "type": telling.type, "status": telling.status, "reports": telling.reports,
        "outlets": telling.outlets, "denials": len(telling.denials), "contradictions": len(telling.contradictions),
        "published": members[0].published, "first_day": telling.first_day, "last_day": telling.last_day,
        "place": telling.place, "country": telling.country,
        "telling": {name: detail[name] for name in ("history", "voices", "denials", "contradictions")},
    }  # fmt: skip


def _report(group: Group, member: Happening, found: Links, events: Events) -> Row:
    """With the best link to another event of the fact; a person's word has none."""
    pairs = (pair_of(member.key, other) for other in group.members if other != member.key)
    best = max((found[pair] for pair in pairs if pair in found), key=lambda like: like.score, default=None)
    by_decision = () if len(group.members) == 1 else (("decision", 1.0),)
    return {
        "fact": group.id, "event": member.key, "article": member.article, "event_id": events.identity(member.key),
        "role": "denies" if is_denial(member) else "tells", "origin": member.origin,
        "score": best.score if best else None, "reasons": best.reasons if best else by_decision,
    }  # fmt: skip
