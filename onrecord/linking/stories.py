"""Which articles are copies and which tell one story: the grouping of all articles, kept as rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, select

from onrecord.grouping import Text, duplicates
from onrecord.grouping import stories as grouped
from onrecord.grouping.facts import components
from onrecord.grouping.stories import story_id
from onrecord.linking.reading import Decided, decided
from onrecord.linking.rows import Row, renew
from onrecord.store import schema
from onrecord.store.readings import held
from onrecord.store.schema_facts import stories, story_articles

# Likeness is told for all pairs of a set; of more texts than this those of each week are taken by themselves.
_TOGETHER = 4000


def link_stories(connection: Connection, at: str) -> int:
    """Brings copies and stories up to date; gives how many rows changed."""
    columns = schema.articles.c
    query = select(columns.id, columns.text, columns.title, columns.published).order_by(columns.id)
    texts = [Text(row.id, row.text, row.title or "", row.published or "") for row in connection.execute(query)]
    copies = duplicates(texts)
    told = decided_stories(_grouped(texts, copies), decided(connection, "story"))
    members = [{"story": told[text.id], "article": text.id, "copy_of": copies.get(text.id)} for text in texts]
    days: dict[str, list[str | None]] = defaultdict(list)
    for text in texts:
        days[told[text.id]].append(text.published[:10] or None)
    groups: list[Row] = [
        {
            "id": story,
            "articles": len(found),
            "first_day": min(filter(None, found), default=None),
            "last_day": max(filter(None, found), default=None),
        }
        for story, found in days.items()
    ]
    old_members = [
        dict(row) for row in connection.execute(select(story_articles).where(held(story_articles))).mappings()
    ]
    old_groups = [dict(row) for row in connection.execute(select(stories).where(held(stories))).mappings()]
    return renew(connection, story_articles, old_members, members, at) + renew(
        connection, stories, old_groups, groups, at
    )


def decided_stories(told: Mapping[str, str], decisions: Decided) -> dict[str, str]:
    """Article → story as people have it: what they merged is one story, what they split off stands in another.

    Articles that are split off by one word stay together.
    """
    together = [(one.article, other.article) for one, other in decisions.together]
    first: dict[str, str] = {}
    for article in sorted(told):
        first.setdefault(told[article], article)
    held_together = [(article, first[story]) for article, story in told.items() if article != first[story]]
    apart: dict[str, set[str]] = defaultdict(set)
    leaving = {one.article for one, _ in decisions.apart}
    for subject, other in decisions.apart:
        apart[subject.article].add(other.article)
        apart[other.article].add(subject.article)
    atom = {article: atom for atom in components(told, together) for article in atom}  # one by people's word
    found: dict[str, str] = {}
    for members in components(told, [*held_together, *together]):
        parts: list[list[str]] = []
        for one in sorted(
            {tuple(atom[article]) for article in members}, key=lambda one: (bool(leaving & set(one)), one)
        ):
            against = {other for article in one for other in apart[article]}
            part = next((part for part in parts if not against & set(part)), None)
            if part is None:
                parts.append(list(one))
            else:
                part.extend(one)
        found |= {article: story_id(part) for part in parts for article in part}
    return found


def _grouped(texts: Sequence[Text], copies: Mapping[str, str]) -> dict[str, str]:
    if len(texts) <= _TOGETHER:
        return grouped(texts, copies)
    originals = {text.id: text for text in texts}
    weeks: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        weeks[_week(originals[copies.get(text.id, text.id)].published)].append(text)
    found: dict[str, str] = {}
    for _, part in sorted(weeks.items()):
        there = {text.id for text in part}
        found |= grouped(part, {copy: original for copy, original in copies.items() if copy in there})
    return found


def _week(published: str) -> str:
    """The ISO week of a day; what is no day stands with its like."""
    try:
        year, week, _ = date.fromisoformat(published[:10]).isocalendar()
    except ValueError:
        return published[:7]
    return f"{year}-{week:02}"


def origins(connection: Connection) -> dict[str, str]:
    """Article → who is behind it: who reported it first, else its outlet; of a copy that of its original; or empty."""
    columns = schema.articles.c
    query = select(columns.id, columns.original_outlet, columns.outlet)
    own = {row.id: row.original_outlet or row.outlet or "" for row in connection.execute(query)}
    pairs = select(story_articles.c.article, story_articles.c.copy_of).where(
        held(story_articles), story_articles.c.copy_of.is_not(None)
    )
    copies = {row.article: row.copy_of for row in connection.execute(pairs)}
    return {article: own.get(copies.get(article, article)) or origin for article, origin in own.items()}
