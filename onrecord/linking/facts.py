"""Facts kept as rows: links, and what they make of the events, brought up to date for what is new or changed.

What stands in the tables is the same whether articles came all at once or one by one, in whatever order: links are a
function of the set of events (see ``grouping.facts``), and facts one of links and decisions.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select

from onrecord.decisions import Subject
from onrecord.grouping.facts import BAR, Group, Pair, components, grouped, pair_of
from onrecord.grouping.happenings import Happening
from onrecord.grouping.likeness import Likeness, linked
from onrecord.grouping.telling import is_denial, told
from onrecord.linking.blocks import Blocks
from onrecord.linking.events import Events
from onrecord.linking.forgotten import left_over
from onrecord.linking.happenings import article_of
from onrecord.linking.reading import decided
from onrecord.linking.rows import Row, held_rows, parts, renew
from onrecord.store import schema
from onrecord.store.days import days
from onrecord.store.schema_facts import fact_links, fact_reports, facts

Links = dict[Pair, Likeness]
_AT_ONCE = 500  # articles whose events are compared together


def link_facts(connection: Connection, changed: Collection[str], at: str, *, is_shrunk: bool) -> int:
    """Brings links and facts up to date for the ``changed`` articles; gives how many rows changed.

    ``is_shrunk``: articles were taken out since, so that what they left over is looked for.
    """
    decisions = decided(connection, "fact")
    events = Events(connection)
    touched = {key for subject in decisions.subjects if (key := events.named(subject))}
    if is_shrunk:
        touched |= {row["event"] for row in left_over(connection, facts, fact_reports, "fact", "reports")}
    together, apart = (_pairs(pairs, events) for pairs in (decisions.together, decisions.apart))
    count, mine = _link(connection, changed, events, at)
    touched |= mine
    told: set[str] = set()  # of facts with more than one event: they come up more than once
    for part in parts(_in_order(connection, changed), _AT_ONCE):
        keys_ = {happening.key for happening in events.of(part)}
        keys_ |= {row["event"] for row in held_rows(connection, fact_reports, fact_reports.c.article, part)}
        count += _retell(connection, keys_, told, together, apart, events, at)
    return count + _retell(connection, touched, told, together, apart, events, at)


def _link(connection: Connection, changed: Collection[str], events: Events, at: str) -> tuple[int, set[str]]:
    """Gives how many rows changed, and the events of other articles whose links are other ones now."""
    ordered = [list(part) for part in parts(_in_order(connection, changed), _AT_ONCE)]
    rank = {article: number for number, part in enumerate(ordered) for article in part}
    blocks = Blocks(connection)
    moved = {event for part in ordered for event in blocks.replace(part, events.of(part))}
    others = sorted({article for event in moved if (article := article_of(event)) not in rank})
    count, touched = 0, set()
    for number, part in enumerate([*ordered, *parts(others, _AT_ONCE)]):
        mine = [one for one in events.of(part) if one.article in rank or one.key in moved]
        later = {article for article in rank if rank[article] > number}
        company = blocks.company(mine, rank.keys())
        near = {one: {key for key, article in found.items() if article not in later} for one, found in company.items()}
        wanted = _likely(near, events)
        there = _links_of(connection, mine, [article for article in part if article in rank])
        old = [row for row in there if not {row["one_article"], row["other_article"]} & later]
        rows = [
            {
                "one": one, "other": other, "one_article": article_of(one), "other_article": article_of(other),
                "score": like.score, "reasons": like.reasons,
            }
            for (one, other), like in wanted.items()
        ]  # fmt: skip
        count += renew(connection, fact_links, old, rows, at)
        ends = {row[end] for row in (*old, *rows) for end in ("one", "other")}
        touched |= {end for end in ends if article_of(end) not in rank}
    return count, touched


def _in_order(connection: Connection, articles: Iterable[str]) -> list[str]:
    """As ``Happening.order`` has them: of two events with a key in common the first of the key comes first."""
    columns = schema.articles.c
    found: list[tuple[str, str]] = []
    for part in parts(sorted(set(articles))):
        rows = connection.execute(select(columns.id, columns.published).where(columns.id.in_(part)))
        found += [((days(row.published) or ("9999",))[0], row.id) for row in rows]
    return [article for _, article in sorted(found)]


def _likely(near: Mapping[str, Collection[str]], events: Events) -> Links:
    articles = {article_of(other) for found in near.values() for other in found}
    events.of(articles | {article_of(one) for one in near})
    wanted: Links = {}
    for pair in sorted({pair_of(one, other) for one, found in near.items() for other in found}):
        if like := linked(events.traits(pair[0]), events.traits(pair[1]), BAR):
            wanted[pair] = like
    return wanted


def _links_of(connection: Connection, mine: Sequence[Happening], articles: Collection[str]) -> list[Row]:
    """The links of these events, and those that events had which are gone from these articles."""
    columns, keys_ = fact_links.c, {one.key for one in mine}
    found: dict[int, Row] = {}
    for end, article in ((columns.one, columns.one_article), (columns.other, columns.other_article)):
        found |= {row["number"]: row for row in held_rows(connection, fact_links, end, keys_)}
        gone = held_rows(connection, fact_links, article, articles)
        found |= {row["number"]: row for row in gone}
    return list(found.values())


def _retell(
    connection: Connection,
    touched: Collection[str],
    told: set[str],
    together: Sequence[Pair],
    apart: Sequence[Pair],
    events: Events,
    at: str,
) -> int:
    """Tells anew the facts of the touched events, those aside that were told; gives how many rows changed."""
    found = _touched_components(connection, set(touched) - told, together)
    events.of({article_of(key) for members, _ in found for key in members})
    groups = [group for members, links in found for group in _groups(events, members, links, together, apart)]
    told |= {key for members, _ in found if len(members) > 1 for key in members}
    return _tell(connection, groups, {key for members, _ in found for key in members}, events, at)


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
    sets = components(seen, [*found, *together])
    first = {key: part[0] for part in sets for key in part}
    for pair, like in found.items():
        of.setdefault(first[pair[0]], {})[pair] = like
    return [(part, of.get(part[0], {})) for part in sets]


def _groups(
    events: Events, members: Sequence[str], found: Links, together: Sequence[Pair], apart: Sequence[Pair]
) -> list[tuple[Group, Links]]:
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
