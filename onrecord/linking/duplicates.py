"""Copies told as articles arrive, against all that are in the store, by sketches and keys that are kept there."""

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from sqlalchemy import Connection, or_, select, update

from onrecord.grouping.copies import COMMON, Sketch, are_copies, keys_of, unpacked
from onrecord.linking.rows import parts
from onrecord.store.schema_arrivals import arrivals, copy_keys


class Sketched(msgspec.Struct, frozen=True):
    """An article that arrives: its sketch, and ``precedence``: of copies the lowest is the original."""

    article: str
    sketch: Sketch
    precedence: str


class Group(msgspec.Struct):
    """Copies of one text: the original, its precedence, and the story they are in by rule."""

    original: str
    precedence: str
    story: str


class Duplicates:
    """The texts of a store, and those of a part that is arriving; of the store only what these need is in memory."""

    def __init__(self, connection: Connection, arriving: Sequence[Sketched]) -> None:
        self._connection = connection
        self._keys = {one.article: _signed(keys_of(one.sketch)) for one in arriving}
        self._having: dict[int, list[str]] = {key: [] for keys in self._keys.values() for key in keys}
        for some in parts(sorted(self._having)):
            having = select(copy_keys.c.key, copy_keys.c.article).where(copy_keys.c.key.in_(some))
            for key, article in connection.execute(having):
                self._having[key].append(article)
        copies: dict[str, str] = {}
        wanted = {article for having in self._having.values() if len(having) <= COMMON for article in having}
        self._sketches: dict[str, Sketch] = {}
        self._group_of: dict[str, Group] = {}
        for part in parts(sorted(wanted)):
            columns = arrivals.c
            query = select(columns.article, columns.sketch, columns.original, columns.precedence, columns.story)
            for row in connection.execute(query.where(columns.article.in_(part))):
                self._sketches[row.article] = unpacked(row.sketch)
                if row.original is None:
                    self._group_of[row.article] = Group(row.article, row.precedence, row.story)
                else:
                    copies[row.article] = row.original
        for article, original in sorted(copies.items()):
            self._group_of[article] = self._group(original)
        self._new_keys: list[dict[str, object]] = []

    def matches(self, arriving: Sketched) -> list[Group]:
        """The groups that a text is a copy of, the one with the first original first; it is known from now on."""
        article, keys = arriving.article, self._keys[arriving.article]
        near = {other for key in keys if len(self._having[key]) <= COMMON for other in self._having[key]}
        found = {
            id(group): group
            for other in sorted(near)
            if are_copies(arriving.sketch, self._sketches[other])
            for group in (self._group_of[other],)
        }
        self._sketches[article] = arriving.sketch
        for key in keys:
            if len(self._having[key]) <= COMMON:  # one that more have brings no pair together
                self._having[key].append(article)
                self._new_keys.append({"key": key, "article": article})
        return sorted(found.values(), key=lambda group: group.precedence)

    def take(self, arriving: Sketched, groups: Sequence[Group], story: str) -> Group:
        """Makes one group of a text and the groups that it is a copy of; each article's own row is written by then."""
        group = Group(arriving.article, arriving.precedence, story)
        for other in groups:
            if other.precedence < group.precedence:
                group.original, group.precedence = other.original, other.precedence
        for other in groups:
            if other.original != group.original:
                self._lead(other.original, group.original)
        if group.original != arriving.article:
            self._lead(arriving.article, group.original)
        gone = set(map(id, groups))
        for article in [article for article, old in self._group_of.items() if id(old) in gone] if gone else ():
            self._group_of[article] = group
        self._group_of[arriving.article] = group
        return group

    def moved(self, from_story: str, into: str, originals: Iterable[str] | None = None) -> None:
        """Notes that the groups of a story, or those of them with these originals, are in another by now."""
        chosen = None if originals is None else set(originals)
        for group in self._group_of.values():
            if group.story == from_story and (chosen is None or group.original in chosen):
                group.story = into

    def write_keys(self) -> None:
        """Keeps the keys of what arrived."""
        for part in parts(self._new_keys, 5000):
            self._connection.execute(copy_keys.insert(), part)
        self._new_keys = []

    def _group(self, original: str) -> Group:
        known = self._group_of.get(original)
        if known is not None and known.original == original:
            return known
        columns = arrivals.c
        row = self._connection.execute(
            select(columns.precedence, columns.story).where(columns.article == original)
        ).one()
        self._group_of[original] = Group(original, row.precedence, row.story)
        return self._group_of[original]

    def _lead(self, old: str, new: str) -> None:
        columns = arrivals.c
        mine = or_(columns.original == old, columns.article == old)
        self._connection.execute(update(arrivals).where(mine).values(original=new))
        self._connection.execute(update(arrivals).where(columns.article == new).values(original=None))


def _signed(keys: Sketch) -> list[int]:
    """Keys as a database's whole numbers."""
    return [int(key) for key in keys.astype(np.uint64).view(np.int64)]
