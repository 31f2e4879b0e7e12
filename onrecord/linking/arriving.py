"""What is decided of each article as it arrives, in the order of arrival: copies, versions of its address, its story.

Every decision rests on the articles before it alone, so that it makes no difference how many arrive at once.
"""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from sqlalchemy import Connection, delete, func, insert, or_, select, type_coerce, update

from onrecord.grouping import Text
from onrecord.grouping.copies import Sketch, packed, sketched
from onrecord.grouping.decisions import AnyDecision, Merged, Placed, Split
from onrecord.grouping.online import HELD, Arrival, Online, Report
from onrecord.grouping.versions import address
from onrecord.linking.duplicates import Duplicates, Group, Sketched
from onrecord.linking.rows import parts
from onrecord.linking.versions import link_versions
from onrecord.store import schema
from onrecord.store.columns import Json
from onrecord.store.readings import held
from onrecord.store.schema_arrivals import arrivals, story_decisions, story_moves, unlinked

_AT_ONCE = 250  # articles that are read together
_TOGETHER = 8_000  # articles after which what is held is taken from the store again, so that no more is in memory
_NOTHING: Sketch = np.array([], dtype=np.uint64)


class _Actor(msgspec.Struct, frozen=True):
    name: str


class _Place(msgspec.Struct, frozen=True):
    name: str
    use: str


class _Named(msgspec.Struct, frozen=True):
    """What stories need of a record: to build all of it takes longer than to tell a copy."""

    actors: tuple[_Actor, ...] = ()
    places: tuple[_Place, ...] = ()


class _New(msgspec.Struct, frozen=True):
    text: Text
    names: tuple[str, ...]
    address: str | None
    sketched: Sketched


def arrive(connection: Connection, at: str) -> set[str]:
    """Takes in all articles that have not arrived yet; gives those whose story or original may be another now."""
    columns = schema.articles.c
    pending = (
        select(columns.id)
        .join(unlinked, unlinked.c.article == columns.id)
        .join(arrivals, arrivals.c.article == columns.id, isouter=True)
        .where(arrivals.c.article.is_(None))
        .order_by(columns.number)
    )
    touched: set[str] = set()
    for part in parts(connection.execute(pending).scalars().all(), _TOGETHER):
        arriving = Arriving(connection, at)
        for some in parts(part, _AT_ONCE):
            arriving.take(_read(connection, some))
        touched |= arriving.touched
    return touched


def _read(connection: Connection, articles: Sequence[str]) -> list[_New]:
    columns = schema.articles.c
    named = type_coerce(schema.readings.c.record, Json(_Named)).label("named")
    query = (
        select(columns.id, columns.number, columns.text, columns.title, columns.published, columns.url, named)
        .join(schema.readings, schema.readings.c.article == columns.id)
        .where(columns.id.in_(articles), held(schema.readings))
        .order_by(columns.number)
    )
    found = []
    for row in connection.execute(query):
        text = Text(row.id, row.text, row.title or "", row.published or "")
        words = text.words()
        sketch = sketched(words) if words else _NOTHING  # a text that was not kept is nobody's copy
        known = Sketched(row.id, row.number, sketch, _precedence(text))
        found.append(_New(text, _names(row.named), address(row.url) if row.url else None, known))
    return found


def _precedence(text: Text) -> str:
    """``Text.key`` as one string: no longer text has a negative length."""
    published, length, digest, identity = text.key()
    return f"{published} {10**12 + length:013d} {digest} {identity}"


def _names(record: _Named) -> tuple[str, ...]:
    """Who acts and where, by name."""
    places = (place.name for place in record.places if place.use == "location")
    return tuple(dict.fromkeys(name for name in (*(actor.name for actor in record.actors), *places) if name))


class Arriving:
    """Takes articles in, with the stories that are still open in memory."""

    def __init__(self, connection: Connection, at: str) -> None:
        self.touched: set[str] = set()
        self._connection = connection
        self._at = at
        self._online = Online()
        self._online.restore(_held(connection))
        self._rows: list[dict[str, object]] = []  # not written yet

    def take(self, new: Sequence[_New]) -> None:
        """Takes in the next articles, in order."""
        duplicates = Duplicates(self._connection, [one.sketched for one in new])
        for one in new:
            groups = duplicates.matches(one.sketched)
            if groups:
                self._copy(one, groups, duplicates)
            else:
                self._report(one, duplicates)
            self.touched.add(one.text.id)
        self._write()
        duplicates.write_keys()
        link_versions(self._connection, {one.address for one in new if one.address}, self._at)

    def _copy(self, one: _New, groups: Sequence[Group], duplicates: Duplicates) -> None:
        """It goes where the first of the groups is; so do the others, whose text is that of the first by now."""
        first, story = groups[0], groups[0].story
        told = {"story": story, "reason": f"a copy of {first.original}", "score": 1.0}
        if len(groups) == 1 and first.precedence < one.sketched.precedence:
            self._insert(one, original=first.original, **told)
            duplicates.join(one.sketched, first)
            return
        self._insert(one, **told)
        self._write()
        for other in groups[1:]:
            for report in self._representatives(other.original):
                if other.story != story:
                    self._online.move(report, story, f"a copy of {first.original}")
                self._online.drop(report)
            self.keep_decisions(duplicates)
            self._rename(other.original, story)
        group = duplicates.unite(one.sketched, groups, story)
        columns = arrivals.c
        mine = select(columns.article).where(or_(columns.original == group.original, columns.article == group.original))
        self.touched |= set(self._connection.execute(mine).scalars())

    def _representatives(self, original: str) -> list[str]:
        """The report of a group by which its story is told; it will be told by another group's."""
        columns = arrivals.c
        mine = or_(columns.original == original, columns.article == original), columns.vector.is_not(None)
        found = list(self._connection.execute(select(columns.article).where(*mine)).scalars())
        nothing = {"words": None, "vector": None}
        self._connection.execute(update(arrivals).where(columns.article.in_(found)).values(nothing))
        return found

    def _rename(self, original: str, story: str) -> None:
        mine = or_(arrivals.c.original == original, arrivals.c.article == original)
        self._connection.execute(update(arrivals).where(mine).values(story=story))

    def _report(self, one: _New, duplicates: Duplicates) -> None:
        self._online.add(Arrival(text=one.text, names=one.names))
        placed = self._online.decisions.pop(0)
        report = self._online.report(one.text.id)
        if not isinstance(placed, Placed) or report is None:
            raise TypeError(f"an arrival was decided as {placed}")
        kept = {"position": report.position, "day": report.day, "words": report.words, "vector": report.vector}
        self._insert(one, story=placed.story, reason=placed.reason, score=placed.score, **kept)
        duplicates.begin(one.sketched, placed.story)
        self.keep_decisions(duplicates)

    def _insert(self, one: _New, **values: object) -> None:
        row = {"position": None, "day": None, "words": None, "vector": None, "original": None} | values
        row |= {"article": one.text.id, "address": one.address}
        row |= {"sketch": packed(one.sketched.sketch), "precedence": one.sketched.precedence}
        self._rows.append(row)

    def _write(self) -> None:
        """Writes the rows of what arrived: before any of them is looked for, and at the end."""
        if self._rows:
            self._connection.execute(arrivals.insert(), self._rows)
            self._rows = []

    def keep_decisions(self, duplicates: Duplicates) -> None:
        """Keeps what was decided after an arrival, and applies it to all whom it concerns."""
        if self._online.decisions:
            self._write()
        for decision in self._online.decisions:
            self._apply(decision, duplicates)
        self._online.decisions.clear()

    def _apply(self, decision: AnyDecision, duplicates: Duplicates) -> None:
        columns = arrivals.c
        if isinstance(decision, Merged):
            mine, originals = columns.story == decision.story, None
            into = decision.into
        elif isinstance(decision, Split):
            query = select(func.coalesce(columns.original, columns.article)).where(
                columns.article.in_(decision.articles)
            )
            originals = set(self._connection.execute(query).scalars())
            mine, into = or_(columns.article.in_(originals), columns.original.in_(originals)), decision.new
        else:
            raise TypeError(f"a decision after an arrival was {decision}")
        moved = list(self._connection.execute(select(columns.article).where(mine).order_by(columns.article)).scalars())
        self._connection.execute(update(arrivals).where(mine).values(story=into))
        duplicates.moved(decision.story, into, originals)
        self.touched |= set(moved)
        kind = "merged" if isinstance(decision, Merged) else "split"
        row = {"kind": kind, "story": decision.story, "into": into, "reason": decision.reason, "score": decision.score}
        made = self._connection.execute(insert(story_decisions).values(**row, recorded=self._at))
        number = made.inserted_primary_key[0] if made.inserted_primary_key else 0
        self._connection.execute(story_moves.insert(), [{"decision": number, "article": article} for article in moved])


def _held(connection: Connection) -> Iterator[Report]:
    """The reports by which stories are told, the last that arrived, in order; of some the vector is gone by now."""
    columns = arrivals.c
    last = connection.execute(select(func.max(columns.position))).scalar() or 0
    query = (
        select(columns.article, columns.position, columns.story, columns.day, columns.words, columns.vector)
        .where(columns.position > last - HELD)
        .order_by(columns.position)
    )
    for row in connection.execute(query).mappings():
        yield Report(**row)


def forget_lost(connection: Connection) -> set[str]:
    """Gives copies whose original is gone another original; gives the articles that this changes."""
    columns, there = arrivals.c, arrivals.alias()
    query = (
        select(columns.original)
        .join(there, there.c.article == columns.original, isouter=True)
        .where(columns.original.is_not(None), there.c.article.is_(None))
        .distinct()
    )
    changed: set[str] = set()
    for lost in connection.execute(query).scalars().all():
        mine = select(columns.article).where(columns.original == lost).order_by(columns.precedence)
        left = list(connection.execute(mine).scalars())
        connection.execute(update(arrivals).where(columns.original == lost).values(original=left[0]))
        connection.execute(update(arrivals).where(columns.article == left[0]).values(original=None))
        changed |= set(left)
    without = select(story_decisions.c.number).join(story_moves, isouter=True).where(story_moves.c.decision.is_(None))
    connection.execute(delete(story_decisions).where(story_decisions.c.number.in_(without)))
    return changed
