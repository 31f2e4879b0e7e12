"""Later states of one address, linked to the state before them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, func, select

from onrecord.grouping.versions import Version, is_later
from onrecord.linking.rows import Row, held_rows, parts, renew
from onrecord.store import schema
from onrecord.store.schema_arrivals import arrivals, versions

_LAST = 20  # states of an address that are held against one another, the last that arrived


def link_versions(connection: Connection, addresses: Collection[str], at: str) -> int:
    """Brings the chains of these addresses up to date; gives how many rows changed."""
    old, new = [], []
    for part in parts(_with_several(connection, addresses)):
        found = _found(connection, part)
        of = {one.article: address for address, states in found.items() for one in states}
        rows = held_rows(connection, versions, versions.c.article, of)
        old += [row for row in rows if of.get(row["earlier"]) == of[row["article"]]]
        new += [row for address, states in found.items() for row in _chain(address, states)]
    return renew(connection, versions, old, new, at)


def _with_several(connection: Connection, addresses: Collection[str]) -> list[str]:
    """The addresses that more than one article has."""
    column = arrivals.c.address
    found: list[str] = []
    for part in parts(sorted(addresses)):
        query = select(column).where(column.in_(part)).group_by(column).having(func.count() > 1)
        found += connection.execute(query.order_by(column)).scalars()
    return found


def _found(connection: Connection, addresses: Sequence[str]) -> Mapping[str, list[Version]]:
    """The last states of each address, the last first."""
    column, article = arrivals.c.address, schema.articles.c
    place = func.row_number().over(partition_by=column, order_by=article.number.desc()).label("place")
    ranked = select(column, arrivals.c.article, place).join(schema.articles, article.id == arrivals.c.article)
    last = ranked.where(column.in_(addresses)).subquery()
    query = (
        select(last.c.address, article.id, article.text, article.page, article.recorded)
        .join(last, last.c.article == article.id)
        .where(last.c.place <= _LAST)
        .order_by(article.number.desc())
    )
    found: dict[str, list[Version]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.address].append(
            Version(
                article=row.id, url=row.address, text=row.text, updated=row.page.updated, retrieved=row.recorded or None
            )
        )
    return found


def _chain(address: str, found: Sequence[Version]) -> list[Row]:
    """For each state the last of those that it is later than; of equals the one that arrived last."""
    before = {one.article: {other.article for other in found if is_later(one, other)} for one in found}
    rows = []
    for one in found:
        earlier = max(
            (other.article for other in found if other.article in before[one.article]),
            key=lambda article: len(before[article]),
            default=None,
        )
        if earlier is not None:
            rows.append({"address": address, "article": one.article, "earlier": earlier})
    return rows
