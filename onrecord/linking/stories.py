"""Copies and stories kept as rows: what was decided on arrival, with what people decided since."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from onrecord.grouping.decisions import story_id
from onrecord.grouping.facts import components
from onrecord.linking.arriving import arrive, forget_lost
from onrecord.linking.forgotten import left_over
from onrecord.linking.reading import Decided, decided
from onrecord.linking.rows import Row, held_rows, parts, renew
from onrecord.store import schema
from onrecord.store.schema_arrivals import arrivals
from onrecord.store.schema_facts import stories, story_articles


def link_stories(connection: Connection, at: str, *, is_shrunk: bool) -> tuple[int, set[str]]:
    """Takes in what has arrived and brings copies and stories up to date.

    Gives how many rows changed, and the articles that are copies of another article than before. ``is_shrunk``:
    articles were taken out since, so that what they left over is looked for.
    """
    touched = forget_lost(connection) if is_shrunk else set()
    touched |= arrive(connection, at)
    if is_shrunk:
        touched |= {row["article"] for row in left_over(connection, stories, story_articles, "story", "articles")}
    decisions = decided(connection, "story")
    touched |= {subject.article for subject in decisions.subjects}
    count, changed = 0, set()
    before = {row["article"]: row["copy_of"] for row in _members(connection, touched)}
    for some in _affected(connection, touched, decisions):
        count += _tell(connection, some, decisions, at)
    for row in _members(connection, touched):
        if before.get(row["article"]) != row["copy_of"]:
            changed.add(row["article"])
    return count, changed


def _members(connection: Connection, articles: Iterable[str]) -> list[Row]:
    return held_rows(connection, story_articles, story_articles.c.article, articles)


def _affected(connection: Connection, touched: Collection[str], decisions: Decided) -> Iterable[Sequence[Row]]:
    """The arrivals of all stories that the touched articles are or were in, in parts that can be told by themselves."""
    old = {row["story"] for row in _members(connection, touched)}
    were = {row["article"] for row in held_rows(connection, story_articles, story_articles.c.story, old)}
    decided_on = {subject.article for subject in decisions.subjects}
    found = {row["story"] for row in _arrived(connection, "article", {*touched, *were})}
    bound = {row["story"] for row in _arrived(connection, "article", decided_on)}
    if bound:
        found |= bound
        yield _arrived(connection, "story", bound)
    for part in parts(sorted(found - bound)):
        yield _arrived(connection, "story", part)


def _arrived(connection: Connection, name: str, values: Iterable[str]) -> list[Row]:
    columns, found = arrivals.c, []
    query = select(columns.article, columns.story, columns.original, schema.articles.c.published)
    query = query.join(schema.articles, schema.articles.c.id == columns.article)
    for part in parts(sorted(set(values))):
        rows = connection.execute(query.where(columns[name].in_(part))).mappings()
        found += [dict(row) for row in rows]
    return sorted(found, key=lambda row: row["article"])


def _tell(connection: Connection, arrived: Sequence[Row], decisions: Decided, at: str) -> int:
    told = decided_stories({row["article"]: row["story"] for row in arrived}, decisions)
    members = [
        {"story": told[row["article"]], "article": row["article"], "copy_of": row["original"]} for row in arrived
    ]
    days: dict[str, list[str | None]] = defaultdict(list)
    for row in arrived:
        days[told[row["article"]]].append((row["published"] or "")[:10] or None)
    groups: list[Row] = [
        {
            "id": story,
            "articles": len(found),
            "first_day": min(filter(None, found), default=None),
            "last_day": max(filter(None, found), default=None),
        }
        for story, found in days.items()
    ]
    old_members = _members(connection, told)
    names = {row["story"] for row in old_members} | days.keys()
    old_groups = held_rows(connection, stories, stories.c.id, names)
    return renew(connection, story_articles, old_members, members, at) + renew(
        connection, stories, old_groups, groups, at
    )


def decided_stories(told: Mapping[str, str], decisions: Decided) -> dict[str, str]:
    """Article → story as people have it: what they merged is one story, what they split off stands in another.

    Articles that are split off by one word stay together. A story keeps its id whatever joins or leaves it.
    """
    together = [(one.article, other.article) for one, other in decisions.together]
    first: dict[str, str] = {}
    for article in sorted(told):
        first.setdefault(told[article], article)
    held_together = [(article, first[story]) for article, story in told.items() if article != first[story]]
    apart: dict[str, set[str]] = defaultdict(set)
    leaving = {one.article for one, _ in decisions.apart}
    joining = {other for _, other in together}
    for subject, other in decisions.apart:
        apart[subject.article].add(other.article)
        apart[other.article].add(subject.article)
    atom = {article: atom for atom in components(told, together) for article in atom}  # one by people's word
    found: dict[str, str] = {}
    for members in components(told, [*held_together, *together]):
        sides: list[list[str]] = []
        for one in sorted(
            {tuple(atom[article]) for article in members}, key=lambda one: (bool(leaving & set(one)), one)
        ):
            against = {other for article in one for other in apart[article]}
            side = next((side for side in sides if not against & set(side)), None)
            if side is None:
                sides.append(list(one))
            else:
                side.extend(one)
        taken: set[str] = set()
        for side in sides:
            story = _name(side, told, taken, leaving, joining)
            taken.add(story)
            found |= dict.fromkeys(side, story)
    return found


def _name(side: Sequence[str], told: Mapping[str, str], taken: set[str], leaving: set[str], joining: set[str]) -> str:
    """The story whose id a side keeps: one that others joined before those that joined, then the largest."""
    counted = Counter(told[article] for article in side)
    joined = {told[article] for article in side if article in joining}
    for story in sorted(counted, key=lambda story: (story in joined, -counted[story], story)):
        if story not in taken:
            return story
    return story_id("split", min(counted), *sorted(leaving & set(side)))
