"""Second passes: the same whether articles come at once or one by one, and undone by decisions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, select

from onrecord.decisions import Subject, decide, subject_of
from onrecord.grouping import facts as grouping
from onrecord.linking import blocks
from onrecord.linking.passes import link
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.query import Asking
from onrecord.store import Input, Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions
from onrecord.store.readings import Reading, held, put_reading
from onrecord.store.schema import articles
from onrecord.store.schema_arrivals import arrivals, copy_keys, story_decisions, story_moves, versions
from onrecord.store.schema_facts import (
    entities,
    entity_mentions,
    fact_keys,
    fact_links,
    fact_reports,
    facts,
    stories,
    story_articles,
)
from tests.linking.telling import KNOWN, VERBS, put, report

Report = tuple[Input, CleanPage, Record]
ATTACK = ("rebels", "attacked", "Norway", "2024-05-01")


def content(store: Store, *tables: Table) -> list[list[Any]]:
    """What the tables say now, whatever the order and the time."""
    out = []
    with transaction(store.engine) as connection:
        for table in tables:
            condition = held(table) if "until" in table.c else True
            rows = connection.execute(select(table).where(condition)).mappings()  # type: ignore[arg-type]
            kept = [{k: v for k, v in row.items() if k not in ("number", "recorded", "until")} for row in rows]
            out.append(sorted(kept, key=lambda row: msgspec.json.encode(row, order="sorted")))
    return out


ALL = (facts, fact_reports, fact_links, fact_keys, entities, entity_mentions)
ARRIVED = (arrivals, copy_keys, story_decisions, story_moves, versions, stories, story_articles)
_SENTENCES = st.tuples(
    st.sampled_from(sorted(KNOWN)),
    st.sampled_from(sorted(VERBS)),
    st.sampled_from(["Norway", "Chile", "nine soldiers", "two men"]),
    st.sampled_from([None, "2024-05-01", "2024-05-02", "2024-05-20"]),
)
_REPORTS = st.lists(
    st.tuples(
        st.lists(_SENTENCES, min_size=1, max_size=3),
        st.sampled_from(["The Post", "Le Matin", None]),
        st.sampled_from([None, "2024-05-01", "2024-05-02", "2024-05-21"]),
    ),
    min_size=2,
    max_size=7,
).map(lambda told: [report(f"r{at}", s, outlet=o, published=p) for at, (s, o, p) in enumerate(told)])


@pytest.fixture
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Store]:
    return lambda: open_store(tmp_path_factory.mktemp("link") / "record.db", create=True)


@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_one_by_one_in_any_order_is_as_all_at_once(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    reports = data.draw(_REPORTS)
    once = open_store(tmp_path_factory.mktemp("link") / "record.db", create=True)
    often = open_store(tmp_path_factory.mktemp("link") / "record.db", create=True)
    with pytest.MonkeyPatch.context() as patch:
        for module in (grouping, blocks):
            patch.setattr(module, "LEADERS", 2)
        put(once, *reports)
        link(once, "2024-06-01")
        for number, one in enumerate(data.draw(st.permutations(reports))):
            put(often, one)
            link(often, f"2024-06-{number + 1:02}")
        assert content(often, *ALL) == content(once, *ALL)
        assert link(often, "2024-07-01").rows == {"stories": 0, "entities": 0, "facts": 0}
        assert link(often, "2024-07-02", again=True).rows == {"stories": 0, "entities": 0, "facts": 0}
    once.close()
    often.close()


def attacks(store: Store) -> list[dict[str, Any]]:
    with transaction(store.engine) as connection:
        query = select(facts).where(held(facts), facts.c.type == "ASSAULT").order_by(facts.c.published, facts.c.id)
        return [dict(row) for row in connection.execute(query).mappings()]


def test_a_fact_counts_who_says_so_independently(make: Callable[[], Store]) -> None:
    store = make()
    put(
        store,
        report("first", [ATTACK], outlet="The Post", published="2024-05-01"),
        report("second", [ATTACK, ("Chile", "met", "Norway", None)], outlet="Le Matin"),
        report("repost", [ATTACK, ("Anna Berg", "met", "Chile", None)], outlet="Blog", original="The Post"),
        report("unknown", [ATTACK, ("Ola Berg", "met", "Chile", None)], outlet=None),
        report("denial", [ATTACK], outlet="Gazette", denier="Chile", published="2024-05-03"),
    )
    link(store, "2024-06-01")
    (fact,) = attacks(store)
    assert (fact["reports"], fact["outlets"], fact["denials"]) == (5, 3, 1)
    assert (fact["published"], fact["first_day"], fact["status"]) == ("2024-05-01", "2024-05-01", "actual")
    assert [voice["by"] for voice in fact["telling"]["voices"]][-1] == "Chile"


def test_another_day_is_another_fact(make: Callable[[], Store]) -> None:
    store = make()
    later = ("rebels", "attacked", "Norway", "2024-05-20")
    put(store, report("first", [ATTACK]), report("second", [later], published="2024-05-21", outlet="Le Matin"))
    link(store, "2024-06-01")
    assert [fact["reports"] for fact in attacks(store)] == [1, 1]


def split(store: Store, kind: str, one: Subject, other: Subject, time: str, action: str = "split") -> str:
    decision = decide(action, "Ana", time, subject=one, others=(other,))  # type: ignore[arg-type]
    with transaction(store.engine, write=True) as connection:
        put_decisions(connection, [decision], time)
    return decision.id


def undo(store: Store, identity: str, time: str) -> None:
    with transaction(store.engine, write=True) as connection:
        put_decisions(connection, [decide("undo", "Ana", time, undoes=identity)], time)


def test_decisions_split_and_merge_facts_and_can_be_undone(make: Callable[[], Store]) -> None:
    store = make()
    one, two = report("first", [ATTACK], published="2024-05-01"), report("second", [ATTACK], outlet="Le Matin")
    far = report("third", [("rebels", "attacked", "Chile", "2024-05-20")], published="2024-05-21")
    put(store, one, two, far)
    link(store, "2024-06-01")
    before = content(store, facts, fact_reports)
    subjects = [
        msgspec.structs.replace(subject_of(record.id, record.events[0]), kind="fact")
        for _, _, record in (one, two, far)
    ]
    apart = split(store, "fact", subjects[1], subjects[0], "2024-06-02")
    joined = split(store, "fact", subjects[1], subjects[2], "2024-06-03", "merge")
    link(store, "2024-06-03")
    assert [fact["reports"] for fact in attacks(store)] == [1, 2]
    undo(store, apart, "2024-06-04")
    undo(store, joined, "2024-06-05")
    link(store, "2024-06-05")
    assert content(store, facts, fact_reports) == before


def test_two_of_one_surname_stay_two_and_people_can_say_otherwise(make: Callable[[], Store]) -> None:
    store = make()
    one = report("first", [("Anna Berg", "met", "Chile", None)])
    two = report("second", [("Anna Berg", "accused", "Chile", None), ("Ola Berg", "met", "Norway", None)])
    put(store, one, two)
    link(store, "2024-06-01")

    def people() -> dict[str, int]:
        with transaction(store.engine) as connection:
            query = select(entities).where(held(entities), entities.c.kind == "person").order_by(entities.c.name)
            return {row.id: row.articles for row in connection.execute(query)}

    assert sorted(people().values()) == [1, 2]
    before = content(store, entities, entity_mentions)
    anna, other = (
        msgspec.structs.replace(subject_of(record.id, record.actors[0]), kind="entity") for _, _, record in (one, two)
    )
    apart = split(store, "entity", anna, other, "2024-06-02")
    link(store, "2024-06-02")
    assert sorted(people().values()) == [1, 1, 1]
    undo(store, apart, "2024-06-03")
    link(store, "2024-06-03")
    assert content(store, entities, entity_mentions) == before


def test_a_reread_article_moves_its_links_and_a_forgotten_one_takes_them_along(make: Callable[[], Store]) -> None:
    store = make()
    one, two = report("first", [ATTACK], published="2024-05-01"), report("second", [ATTACK], outlet="Le Matin")
    put(store, one, two)
    link(store, "2024-06-01")
    with transaction(store.engine, write=True) as connection:
        reread = msgspec.structs.replace(two[2], events=())
        put_reading(connection, two[1].text, reread, Reading("reread", "2", "{}", "2024-06-02"))
    link(store, "2024-06-02")
    assert [fact["reports"] for fact in attacks(store)] == [1]
    with transaction(store.engine) as connection:
        past = select(facts.c.reports).where(held(facts, "2024-06-01"))
        assert connection.execute(past).scalars().all() == [2]
    with transaction(store.engine, write=True) as connection:
        put_reading(connection, two[1].text, two[2], Reading("reread", "3", "{}", "2024-06-03"))
    link(store, "2024-06-03")
    assert [fact["reports"] for fact in attacks(store)] == [2]
    with transaction(store.engine, write=True) as connection:
        connection.exec_driver_sql("UPDATE inputs SET article = NULL")
        connection.execute(articles.delete().where(articles.c.id == "first"))
    link(store, "2024-06-04")
    assert [(fact["reports"], fact["published"]) for fact in attacks(store)] == [(1, "2024-05-02")]


def test_people_split_and_merge_stories(make: Callable[[], Store]) -> None:
    store = make()
    put(
        store,
        report("first", [ATTACK]),
        report("second", [ATTACK]),
        report("third", [("Ola Berg", "met", "Chile", None)]),
    )

    def told() -> list[set[str]]:
        link(store, "2024-06-01")
        with transaction(store.engine) as connection:
            rows = connection.execute(select(story_articles).where(held(story_articles))).all()
        return sorted(
            ({row.article for row in rows if row.story == story} for story in {row.story for row in rows}), key=len
        )

    one, two, three = (Subject("story", name) for name in ("first", "second", "third"))
    before = told()
    assert before == [{"third"}, {"first", "second"}]
    joined = split(store, "story", two, three, "2024-06-02", "merge")
    assert told() == [{"first", "second", "third"}]
    apart = split(store, "story", two, one, "2024-06-03")
    assert told() == [{"first"}, {"second", "third"}]
    undo(store, apart, "2024-06-04")
    undo(store, joined, "2024-06-05")
    assert told() == before


def test_what_an_article_shared_is_told_anew_once_it_is_forgotten(make: Callable[[], Store]) -> None:
    store, whole = make(), make()
    kept = [report("second", [ATTACK], outlet="Le Matin"), report("third", [("Anna Berg", "met", "Norway", None)])]
    put(store, report("first", [ATTACK, ("Ola Berg", "met", "Chile", None)], published="2024-05-01"), *kept)
    link(store, "2024-06-01")
    with transaction(store.engine, write=True) as connection:
        for shared, members, name in ((facts, fact_reports, "fact"), (entities, entity_mentions, "entity")):
            mine = select(members.c[name]).where(members.c.article == "first")
            connection.execute(shared.delete().where(shared.c.id.in_(mine)))
        connection.exec_driver_sql("UPDATE inputs SET article = NULL")
        connection.execute(articles.delete().where(articles.c.id == "first"))
    link(store, "2024-06-02")
    put(whole, *kept)
    link(whole, "2024-06-01")
    assert content(store, *ALL) == content(whole, *ALL)


def test_a_story_can_be_asked_for(tmp_path: Path) -> None:
    attack = ("rebels", "attacked", "Norway", "2024-05-01")
    with open_store(tmp_path / "told.db", create=True) as store:
        put(store, report("first", [attack]), report("second", [("Chile", "met", "Anna Berg", None)]))
        link(store, "2024-06-01T00:00:00+00:00")
        asking = Asking(store)
        with transaction(store.engine) as connection:
            told = connection.execute(select(story_articles.c.story, story_articles.c.article)).all()
        for story, article in told:
            assert article in {row.article for row in asking.events(story=story)}
        assert asking.events(story="none").count() == 0
        assert sum(asking.articles(story=story).count() for story in {story for story, _ in told}) == 2
