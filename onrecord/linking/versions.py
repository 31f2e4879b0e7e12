"""Later states of one address, linked to the state before them."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from onrecord.grouping.versions import Version, is_later
from onrecord.linking.rows import Row, held_rows, renew
from onrecord.store import schema
from onrecord.store.schema_arrivals import arrivals, versions

_LAST = 20  # states of an address that are held against one another, the last that arrived


def link_versions(connection: Connection, addresses: Collection[str], at: str) -> int:
    """Brings the chains of these addresses up to date; gives how many rows changed."""
    count = 0
    for address in sorted(addresses):
        found = _found(connection, address)
        if len(found) > 1:
            mine = {one.article for one in found}
            old = [row for row in held_rows(connection, versions, versions.c.article, mine) if row["earlier"] in mine]
            count += renew(connection, versions, old, _chain(address, found), at)
    return count


def _found(connection: Connection, address: str) -> list[Version]:
    columns = schema.articles.c
    query = (
        select(columns.id, columns.text, columns.page, columns.recorded)
        .join(arrivals, arrivals.c.article == columns.id)
        .where(arrivals.c.address == address)
        .order_by(columns.number.desc())
        .limit(_LAST)
    )
    return [
        Version(article=row.id, url=address, text=row.text, updated=row.page.updated, retrieved=row.recorded or None)
        for row in connection.execute(query)
    ]


def _chain(address: str, found: list[Version]) -> list[Row]:
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
