"""Copies told as articles arrive, against all that are in the store, by sketches and keys that are kept there."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, func, or_, select, update

from onrecord.grouping.copies import COMMON, Compared, Sketch, is_rare, keys_of, unpacked
from onrecord.linking.rows import parts
from onrecord.store import schema
from onrecord.store.schema_arrivals import arrivals, copy_keys

_KEYS_AT_ONCE = 5_000


class Sketched(msgspec.Struct, frozen=True):
    """An article that arrives, its number in the store, and ``precedence``: of copies the lowest is the original."""

    article: str
    number: int
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
        self._keys = {one.number: _signed(keys_of(one.sketch)) for one in arriving}
        self._compared = {one.number: Compared(one.sketch) for one in arriving}
        self._having = _having(connection, {key for keys in self._keys.values() for key in keys})
        self._arrived: dict[int, Sketch] = {}  # of those that are arriving, by number
        self._stored = self._copies_stored({one.number: self._near(one.number) for one in arriving})
        self._group_of: dict[int, Group] = {}
        self._told_in: dict[str, list[Group]] = defaultdict(list)  # story → groups that are in it, or were
        self._load_groups({number for copies in self._stored.values() for number in copies})
        self._new_keys: list[dict[str, int]] = []

    def matches(self, arriving: Sketched) -> list[Group]:
        """The groups that a text is a copy of, the one with the first original first; it is known from now on."""
        number, compared = arriving.number, self._compared[arriving.number]
        near = self._near(number, {*self._arrived, *self._stored[number]})
        copies = (
            other for other in sorted(near) if other in self._stored[number] or compared.is_copy(self._arrived[other])
        )
        found = {id(group): group for group in (self._group_of[other] for other in copies)}
        self._arrived[number] = arriving.sketch
        for key in self._keys[number]:
            if len(self._having[key]) <= COMMON:  # one that more have brings no pair together
                self._having[key].append(number)
                self._new_keys.append({"key": key, "article_number": number})
        return sorted(found.values(), key=lambda group: group.precedence)

    def begin(self, arriving: Sketched, story: str) -> None:
        """Makes a group of a text that is no copy."""
        group = Group(arriving.article, arriving.precedence, story)
        self._know(group)
        self._group_of[arriving.number] = group

    def join(self, arriving: Sketched, group: Group) -> None:
        """Puts a text into a group whose original comes before it; nothing else changes."""
        self._group_of[arriving.number] = group

    def unite(self, arriving: Sketched, groups: Sequence[Group], story: str) -> Group:
        """Makes one group of a text and the groups that it is a copy of; each article's own row is written by then."""
        group = Group(arriving.article, arriving.precedence, story)
        if groups[0].precedence < group.precedence:
            group.original, group.precedence = groups[0].original, groups[0].precedence
        for original in (*(other.original for other in groups), arriving.article):
            if original != group.original:
                self._lead(original, group.original)
        gone = set(map(id, groups))
        for number in [number for number, old in self._group_of.items() if id(old) in gone]:
            self._group_of[number] = group
        self._know(group)
        self._group_of[arriving.number] = group
        return group

    def moved(self, from_story: str, into: str, originals: Collection[str] | None = None) -> None:
        """Notes that the groups of a story, or those of them with these originals, are in another by now."""
        groups = [group for group in self._told_in.pop(from_story, ()) if group.story == from_story]
        for group in groups:
            if originals is None or group.original in originals:
                group.story = into
            self._told_in[group.story].append(group)

    def write_keys(self) -> None:
        """Keeps the keys of what arrived."""
        self._new_keys.sort(key=lambda row: (row["key"], row["article_number"]))  # neighbours are on one page
        for part in parts(self._new_keys, _KEYS_AT_ONCE):
            self._connection.execute(copy_keys.insert(), part)
        self._new_keys = []

    def _near(self, number: int, among: set[int] | None = None) -> set[int]:
        """The texts, of all or ``among`` some, that may be copies of one.

        Of two short texts every shingle is a key, so that those they have in common are counted by their keys.
        """
        shared: Counter[int] = Counter()
        short: set[int] = set()
        common = 0
        for key in self._keys[number]:
            having = self._having[key]
            if len(having) > COMMON:
                common += 1
                continue
            there = having if among is None else among.intersection(having)
            shared.update(there)
            if not is_rare(key):
                short.update(there)
        least = self._compared[number].least_shared - common
        return {other for other, count in shared.items() if count >= least or other not in short}

    def _copies_stored(self, near: Mapping[int, Collection[int]]) -> dict[int, set[int]]:
        """Arriving text → those in the store that it is a copy of; ``near``: those that it is to be compared with."""
        of: dict[int, list[int]] = defaultdict(list)
        for one, others in near.items():
            for other in others:
                of[other].append(one)
        number, columns = schema.articles.c.number, arrivals.c
        query = select(number, columns.sketch).join(arrivals, columns.article == schema.articles.c.id)
        found: dict[int, set[int]] = {one: set() for one in near}
        for part in parts(sorted(of)):
            for other, kept in self._connection.execute(query.where(number.in_(part))):
                sketch = unpacked(kept)
                for one in of[other]:
                    if self._compared[one].is_copy(sketch):
                        found[one].add(other)
        return found

    def _load_groups(self, wanted: Iterable[int]) -> None:
        """Takes the groups of texts out of the store."""
        original, columns, number = arrivals.alias(), arrivals.c, schema.articles.c.number
        first = func.coalesce(columns.original, columns.article)
        query = (
            select(number, original.c.article, original.c.precedence, original.c.story)
            .join(arrivals, columns.article == schema.articles.c.id)
            .join(original, original.c.article == first)
        )
        led_by: dict[str, Group] = {}
        for part in parts(sorted(wanted)):
            for at, *told in self._connection.execute(query.where(number.in_(part))):
                if told[0] not in led_by:
                    led_by[told[0]] = self._know(Group(*told))
                self._group_of[at] = led_by[told[0]]

    def _know(self, group: Group) -> Group:
        self._told_in[group.story].append(group)
        return group

    def _lead(self, old: str, new: str) -> None:
        columns = arrivals.c
        mine = or_(columns.original == old, columns.article == old)
        self._connection.execute(update(arrivals).where(mine).values(original=new))
        self._connection.execute(update(arrivals).where(columns.article == new).values(original=None))


def _having(connection: Connection, keys: Collection[int]) -> dict[int, list[int]]:
    """Key → the texts that have it, by their numbers."""
    having: dict[int, list[int]] = {key: [] for key in keys}
    for some in parts(sorted(keys), _KEYS_AT_ONCE):
        for key, number in connection.execute(_WHO_HAS, {"keys": some}):
            having[key].append(number)
    return having


# The keys stand in the statement itself: so many parameters cost more than the search.
_WHO_HAS = select(copy_keys.c.key, copy_keys.c.article_number).where(
    copy_keys.c.key.in_(bindparam("keys", expanding=True, literal_execute=True))
)


def _signed(keys: Sketch) -> list[int]:
    """Keys as a database's whole numbers."""
    found: list[int] = keys.astype("<u8").view("<i8").tolist()
    return found
