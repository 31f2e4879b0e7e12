"""Fills a store with made-up articles: most as if they had arrived before, the last through arrival itself."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from bench.arrivals.articles import Articles, Made
from onrecord.grouping import Text, packed, sketched
from onrecord.grouping.copies import COMMON, keys_of
from onrecord.grouping.decisions import story_id
from onrecord.grouping.online import HELD
from onrecord.grouping.versions import address
from onrecord.linking.passes import arrived
from onrecord.linking.rows import parts
from onrecord.model.page import CleanPage
from onrecord.store import Store, schema
from onrecord.store.connection import transaction
from onrecord.store.schema_arrivals import arrivals, copy_keys, link_state, unlinked

AT = "2025-01-01T00:00:00+00:00"
_AT_ONCE = 2_000


def fill(store: Store, articles: Articles, count: int) -> None:
    """Puts the first ``count`` articles in; the stories of the last ones, which are held in memory, are decided."""
    run = store.begin("bench", "{}", (), AT)
    before = max(0, count - HELD)
    held: Counter[int] = Counter()
    for numbers in parts(range(before), _AT_ONCE):
        with transaction(store.engine, write=True) as connection:
            put(connection, articles, numbers, run.number)
            _put_arrivals(connection, [(number, articles[number]) for number in numbers], held)
    with transaction(store.engine, write=True) as connection:
        connection.execute(unlinked.delete())
        connection.execute(link_state.insert().values(name="articles", value=before))
        put(connection, articles, range(before, count), run.number)
    arrived(store, AT)
    run.end("done")
    with transaction(store.engine, write=True) as connection:
        connection.exec_driver_sql("ANALYZE")


def put(connection: Connection, articles: Articles, numbers: Iterable[int], run: int) -> None:
    """Puts articles in as reading leaves them: they have not arrived yet."""
    for some in parts(numbers, _AT_ONCE):
        made = [(number, articles[number]) for number in some]
        connection.execute(schema.articles.insert(), [_article(number, one, run) for number, one in made])
        reading = {"number": 1, "cause": "read", "pipeline": "bench", "settings": "{}", "recorded": AT, "until": None}
        connection.execute(
            schema.readings.insert(), [reading | {"article": one.id, "record": one.record} for _, one in made]
        )
        connection.execute(unlinked.insert(), [{"article": one.id} for _, one in made])


def _article(number: int, made: Made, run: int) -> dict[str, Any]:
    return {
        "id": made.id, "digest": made.id, "location": f"{number}.html", "title": None, "url": made.url,
        "outlet": made.outlet, "original_outlet": None, "published": made.published, "published_from": "meta",
        "language": "en", "text": made.text, "number": number + 1, "run": run, "recorded": AT,
        "page": CleanPage(text="", published=made.published, outlet=made.outlet, url=made.url, updated=made.published),
    }  # fmt: skip


def _put_arrivals(connection: Connection, made: Iterable[tuple[int, Made]], held: Counter[int]) -> None:
    """What arrival would have kept of articles that are nobody's copies, each a story of its own."""
    rows, keys = [], []
    for number, one in made:
        text = Text(one.id, one.text, "", one.published)
        sketch = sketched(text.words())
        published, length, digest, identity = text.key()
        rows.append(
            {
                "article": one.id, "address": address(one.url), "sketch": packed(sketch), "original": None,
                "precedence": f"{published} {10**12 + length:013d} {digest} {identity}", "position": None, "day": None,
                "words": None, "vector": None, "story": story_id(one.id), "score": 0.0, "reason": "like no story",
            }
        )  # fmt: skip
        for key in keys_of(sketch).astype("<u8").view("<i8").tolist():
            held[key] += 1
            if held[key] <= COMMON + 1:
                keys.append({"key": key, "article_number": number + 1})
    connection.execute(arrivals.insert(), rows)
    connection.execute(copy_keys.insert(), keys)
