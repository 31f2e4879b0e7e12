"""What is decided on arrival: the same in one call or in many, kept, and mended when texts turn out to be copies."""

import io
from collections.abc import Callable
from hashlib import sha256
from random import Random

import pytest
from sqlalchemy import select

from onrecord.decisions import Subject
from onrecord.export.chosen import Chosen
from onrecord.export.records import Kept, read_records, write_records
from onrecord.grouping import online
from onrecord.linking import arriving
from onrecord.linking.passes import link
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.query import ArticleQuestion
from onrecord.store import Input, Store, open_store
from onrecord.store.connection import transaction
from onrecord.store.forgetting import Order, forget
from onrecord.store.readings import held
from onrecord.store.schema_arrivals import arrivals, copy_keys, story_decisions, story_moves, unlinked, versions
from onrecord.store.schema_facts import stories, story_articles
from tests.linking.telling import put
from tests.linking.test_passes import content, split, undo

ARRIVED = (arrivals, copy_keys, story_decisions, story_moves, versions, stories, story_articles)
_AFFAIRS = (
    "harbour Amsel dockers strike ferries Brandt crane pension wages piers night lorries union council talks".split(),
    "Lubenia voters parliament ballots Keller turnout board districts opposition taxes fuel trains chairman".split(),
    "Veldt flood dyke pumps river evacuation Haas bridge village rescue boats sandbags gauge rainfall mayor".split(),
)
Report = tuple[Input, CleanPage, Record]


def article(
    name: str, text: str, *, published: str | None = "2024-05-02", url: str | None = None, updated: str | None = None
) -> Report:
    """An article with a text and nothing read from it."""
    page = CleanPage(text=text, title=None, published=published, outlet="The Post", url=url, updated=updated)
    digest = sha256(f"{name} {text}".encode()).hexdigest()
    return Input(position=0, location=name, digest=digest), page, Record(id=name, published=published, url=url)


def affair(number: int, seed: int, own: int = 4, of_it: int = 8) -> str:
    """A report of an affair: some of its words, and some that no other report has."""
    words = Random(seed).sample(_AFFAIRS[number], of_it)
    return " ".join((*words, *(f"x{seed}y{at}" for at in range(own))))


def many(count: int, seed: int) -> list[Report]:
    """Reports of three affairs over two months, one in four a copy of an earlier one, some a later state of it."""
    chance, found = Random(seed), []
    for number in range(count):
        day = f"2024-0{5 + number * 2 // count}-{1 + number % 28:02}"
        if found and chance.random() < 0.25:
            earlier = chance.choice(found)[1]
            url = earlier.url if chance.random() < 0.5 else None
            text = f"{earlier.text} and more of it"
            found.append(article(f"a{number}", text, published=day, url=url, updated=day))
        else:
            text = affair(chance.randrange(3), seed * 1000 + number, own=chance.choice((4, 40)))
            url = f"https://post.example/{number}"
            found.append(article(f"a{number}", text, published=day, url=url, updated=day))
    return found


@pytest.fixture
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Store]:
    return lambda: open_store(tmp_path_factory.mktemp("link") / "record.db", create=True)


def told(store: Store) -> dict[str, tuple[str, str | None]]:
    """Article → its story, and what it is a copy of."""
    with transaction(store.engine) as connection:
        rows = connection.execute(select(story_articles).where(held(story_articles))).all()
    return {row.article: (row.story, row.copy_of) for row in rows}


@pytest.mark.parametrize("seed", range(4))
def test_one_call_or_many_give_the_same(make: Callable[[], Store], monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(online, "HELD", 20)
    monkeypatch.setattr(arriving, "_TOGETHER", 7)
    monkeypatch.setattr(arriving, "_AT_ONCE", 3)
    reports, once, often = many(45, seed), make(), make()
    put(once, *reports)
    link(once, "2024-08-01")
    chance, at = Random(seed), 0
    while at < len(reports):
        some = reports[at : at + chance.randint(1, 9)]
        put(often, *some)
        link(often, "2024-08-01")
        at += len(some)
    assert content(often, *ARRIVED) == content(once, *ARRIVED)
    assert link(often, "2024-08-02").rows == {"stories": 0, "entities": 0, "facts": 0}
    assert link(often, "2024-08-02", again=True).rows == {"stories": 0, "entities": 0, "facts": 0}
    with transaction(often.engine) as connection:
        assert connection.execute(select(story_decisions)).first() is not None
        assert connection.execute(select(versions)).first() is not None
        assert connection.execute(select(unlinked)).first() is None


@pytest.mark.services
def test_postgresql_tells_the_same(make: Callable[[], Store], postgres: Callable[[], str]) -> None:
    reports, here = many(45, 3), make()
    with open_store(postgres(), create=True) as there:
        for at in range(0, len(reports), 20):
            for store in (here, there):
                put(store, *reports[at : at + 20])
                link(store, "2024-08-01")
        assert content(there, *ARRIVED) == content(here, *ARRIVED)


def test_the_original_is_the_first_that_was_published_whichever_arrives_first(make: Callable[[], Store]) -> None:
    store, text = make(), affair(0, 1, 60)
    put(store, article("late", text, published="2024-05-03"))
    link(store, "2024-06-01")
    story = told(store)["late"][0]
    put(store, article("early", f"{text} Share this", published="2024-05-01"))
    link(store, "2024-06-02")
    assert told(store) == {"late": (story, "early"), "early": (story, None)}


def test_a_text_that_two_others_are_parts_of_brings_them_together(make: Callable[[], Store]) -> None:
    store = make()
    one, other = affair(0, 1, 60), affair(1, 2, 60)
    put(store, article("one", one, published="2024-05-01"), article("other", other, published="2024-05-02"))
    link(store, "2024-06-01")
    apart = told(store)
    assert apart["one"][0] != apart["other"][0]
    put(store, article("both", f"{one} {other}", published="2024-05-03"))
    link(store, "2024-06-02")
    story = apart["one"][0]
    assert told(store) == {"one": (story, None), "other": (story, "one"), "both": (story, "one")}
    with transaction(store.engine) as connection:
        (made,) = connection.execute(select(story_decisions)).all()
    assert (made.kind, made.story, made.into, made.reason) == ("split", apart["other"][0], story, "a copy of one")


def test_a_later_state_of_an_address_is_linked_to_the_one_before(make: Callable[[], Store]) -> None:
    store, url = make(), "https://post.example/port"
    put(store, article("a", "Three were hurt.", url=url, updated="2024-05-01"))
    put(store, article("c", "Two were hurt, one badly.", url=f"{url}?utm_source=x", updated="2024-05-03"))
    link(store, "2024-06-01")
    put(
        store, article("b", "Two were hurt.", url=url, updated="2024-05-02"), article("d", "Elsewhere.", url=f"{url}/2")
    )
    link(store, "2024-06-02")
    with transaction(store.engine) as connection:
        rows = connection.execute(select(versions).where(held(versions))).all()
        past = connection.execute(select(versions).where(held(versions, "2024-06-01"))).all()
    assert sorted((row.earlier, row.article) for row in rows) == [("a", "b"), ("b", "c")]
    assert [(row.earlier, row.article) for row in past] == [("a", "c")]


def test_a_story_keeps_its_id_whatever_people_decide_and_as_it_grows(make: Callable[[], Store]) -> None:
    store = make()
    put(
        store,
        article("h0", affair(0, 0, of_it=13)),
        article("h1", affair(0, 1, of_it=13)),
        article("v0", affair(1, 9, of_it=13)),
    )
    put(store, article("h2", affair(0, 2, of_it=13)))
    link(store, "2024-06-01")
    before = told(store)
    harbour, vote = before["h0"][0], before["v0"][0]
    assert {before[f"h{at}"][0] for at in range(3)} == {harbour} != {vote}
    joined = split(store, "story", Subject("story", "v0"), Subject("story", "h0"), "2024-06-02", "merge")
    link(store, "2024-06-02")
    assert {story for story, _ in told(store).values()} == {vote}
    put(store, article("h3", affair(0, 3, of_it=13)))
    link(store, "2024-06-03")
    assert told(store)["h3"][0] == vote
    undo(store, joined, "2024-06-04")
    link(store, "2024-06-04")
    assert told(store) == {**before, "h3": (harbour, None)}
    split(store, "story", Subject("story", "h1"), Subject("story", "h0"), "2024-06-05")
    link(store, "2024-06-05")
    mine = told(store)["h1"][0]
    assert mine not in (harbour, vote)
    put(store, article("h4", affair(0, 4, of_it=13)))
    link(store, "2024-06-06")
    assert (told(store)["h1"][0], told(store)["h0"][0]) == (mine, harbour)


def test_copies_of_what_was_forgotten_have_another_original(make: Callable[[], Store]) -> None:
    store, text = make(), affair(0, 1, 60)
    put(store, *(article(f"a{at}", f"{text} Part {at}", published=f"2024-05-0{at + 1}") for at in range(3)))
    link(store, "2024-06-01")
    assert {copy for _, copy in told(store).values()} == {None, "a0"}
    forget(store, Order(kind="article", what="a0", author="me", reason="test", made="2024-06-01"))
    link(store, "2024-06-02")
    assert {name: copy for name, (_, copy) in told(store).items()} == {"a1": None, "a2": "a1"}
    with transaction(store.engine) as connection:
        for table in ARRIVED:
            for row in connection.execute(select(table)).mappings():
                assert "a0" not in {value for name, value in row.items() if name != "reason"}


def test_what_is_taken_out_and_read_in_again_makes_the_same_stories(make: Callable[[], Store]) -> None:
    store, other, out = make(), make(), io.BytesIO()
    put(store, *many(30, 5)[::-1])
    link(store, "2024-08-01")
    write_records(Chosen(store, ArticleQuestion()), out)
    run = other.begin("import", "{}", ())
    for number, kept in enumerate(read_records(out.getvalue().splitlines())):
        assert isinstance(kept, Kept)
        source = Input(position=number, location=kept.location, digest=kept.digest)
        run.add(source, kept.page, kept.record, pipeline=kept.pipeline, recorded=kept.recorded)
    link(other, "2024-08-02")
    assert content(other, *ARRIVED) == content(store, *ARRIVED)


def test_texts_that_were_not_kept_are_nobodys_copies(make: Callable[[], Store]) -> None:
    store = make()
    put(store, article("a", "████ ██ █████."), article("b", "████ ███████."))
    link(store, "2024-06-01")
    assert {copy for _, copy in told(store).values()} == {None}
