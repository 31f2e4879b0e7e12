"""What is forgotten is gone from every table and from the file, and does not come back, in each kind of database."""

import subprocess
import sys
from pathlib import Path

import msgspec
import psycopg
import pytest
from sqlalchemy import select

from onrecord.decisions import decide, subject_of
from onrecord.errors import ForgottenError, LeftOverError, StoreError
from onrecord.linking.passes import link
from onrecord.model.page import CleanPage, Validators
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.query import Asking
from onrecord.store import Input, Store, open_store
from onrecord.store.checking import check
from onrecord.store.connection import transaction
from onrecord.store.decided import put_decisions
from onrecord.store.forgetting import Order, forget
from onrecord.store.rereading import Machine, replace
from onrecord.store.schema import addresses, inputs, metadata, names
from onrecord.store.schema_decisions import decisions
from onrecord.store.schema_tombstones import tombstones
from onrecord.store.schema_watches import matches, watches
from onrecord.store.voting import put_vote
from onrecord.store.watching import Match, Watching
from tests.export.conftest import article as quispe
from tests.store.filling import article

STARTED = "2024-05-05T00:00:00+00:00"
LATER = "2024-06-01T00:00:00+00:00"
PAGE, RECORD = quispe()
URL = "https://example.org/rosa-quispe?from=feed"
IN_TEXT_ALONE = (
    "A letter.\nWhat ROSA\nQUISPE wrote was read by Mariarosa and Quispela. Quispe left, said Rosa-Quispe's friend."
)


def fill(place: str, *numbers: int) -> list[str]:
    with open_store(place, create=True) as store:
        run = store.begin("old", "{}", (), STARTED)
        kinds = [run.add(*article(number, 2)).kind for number in numbers]
        run.end("done")
    return kinds


def told(kind: str, what: str) -> Order:
    return Order(kind=kind, what=what, author="Ines", reason="asked to", made=STARTED)  # type: ignore[arg-type]


def everything(place: str, *, asked: bool = True) -> None:
    """A store that holds something of the article on Rosa Quispe in every table; ``asked``: a watch names her, too."""
    with open_store(place, create=True) as store:
        sources = ("pages/quispe.html", "pages")
        run = store.begin("old", msgspec.json.encode({"sources": sources}).decode(), sources, STARTED)
        run.reject(Input(position=0, location="pages/quispe.html", digest="e" * 64), "OR-TOO-SLOW", "Quispe was slow")
        run.add(Input(position=1, location="pages/quispe.html", digest="d" * 64), PAGE, RECORD)
        run.add(*_third(article(2)))
        letter = CleanPage(text=IN_TEXT_ALONE, title="A letter of Rosa Quispe", outlet="The Lima Post")
        first = Input(position=3, location="letter.txt", digest="f" * 64)
        run.add(first, letter, Record(id="letter", title=letter.title))
        run.end("done")
        store.visited().keep(URL, Validators("d" * 64, '"1"', None))
        _decided(store)
        _watched(store, asked)
        link(store, STARTED)


def _third(kept: tuple[Input, CleanPage, Record]) -> tuple[Input, CleanPage, Record]:
    return msgspec.structs.replace(kept[0], position=2), *kept[1:]


def _decided(store: Store) -> None:
    who, what = subject_of(RECORD.id, RECORD.actors[0]), subject_of(RECORD.id, RECORD.events[0])
    named = decide("edit", "Ana", STARTED, subject=who, field="name", value="Rosa Quispe Mamani")
    made = [
        named,
        decide("undo", "Ana", LATER, undoes=named.id, reason="not so"),
        decide("accept", "Ana", STARTED, subject=what),
        decide("merge", "Ana", STARTED, subject=subject_of("article-2", article(2)[2].events[0]), others=(what,)),
    ]
    with transaction(store.engine, write=True) as connection:
        put_decisions(connection, made, STARTED)
        put_vote(connection, "Ana", what, "up", STARTED)


def _watched(store: Store, asked: bool) -> None:
    watching = Watching(store.engine)
    if asked:
        watching.set("hers", '{"actor":"rosa quispe"}', STARTED)
    watching.set("all", '{"type":"REQUEST"}', STARTED)
    told = {"watch": "all", "found": STARTED}
    found = [
        Match(**told, key="event:1", kind="event", article=RECORD.id, what="Rosa Quispe → Chile", title=RECORD.title,
              sentence="Quispe had asked Chile", url=RECORD.url, outlet="El Faro"),
        Match(**told, key="actor:PERGOV:rosa quispe", kind="actor", article=RECORD.id, what="new: Rosa Quispe PERGOV"),
        Match(**told, key="denial:2", kind="denial", article="article-2", what="denied by The Lima Post, El Faro: x"),
        Match(**told, key="level:3", kind="level", what=f"rise: 9 {'of Rosa Quispe' * asked}"),
    ]  # fmt: skip
    watching.enter("all", found, STARTED)
    watching.sent("lines", found[:2])


def readable(place: str) -> bytes:
    """All that the files of a store hold, in small letters."""
    if not place.startswith("postgresql"):
        return b"".join(file.read_bytes() for file in Path(place).parent.iterdir()).lower()
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        files = connection.execute("SELECT pg_relation_filepath(oid) FROM pg_class WHERE relfilenode <> 0").fetchall()
        read = "SELECT pg_read_binary_file(%s)"
        found = b"".join(connection.execute(read, file).fetchone()[0] for file in files)  # type: ignore[index]
        tables = [*(table.name for table in metadata.sorted_tables), "articles_words"]
        rows = [connection.execute(f"SELECT CAST(t AS text) FROM {name} t").fetchall() for name in tables]  # type: ignore[arg-type]
    return (found + repr(rows).encode()).lower()


def faults(store: Store) -> list[str]:
    return [fault.what for fault in check(store)]


def left(place: str, *words: str) -> list[str]:
    found = readable(place)
    return [word for word in words if word.lower().encode() in found]


def test_nothing_of_an_article_is_left_in_any_table_or_file(place: str) -> None:
    everything(place, asked=False)
    words = ("quispe", "asked chile", "el faro", "andina", "d" * 64)
    assert left(place, *words, "lima post") == [*words, "lima post"]
    with open_store(place) as store:
        forget(store, told("outlet", "El Faro"))
        forget(store, told("article", "letter"))
        assert left(place, *words, "lima post") == ["lima post"]
        assert faults(store) == []
        with transaction(store.engine) as connection:
            kept = connection.execute(select(inputs.c.location).order_by(inputs.c.position)).scalars().all()
            assert kept == ["forgotten", "forgotten", "2.txt", "forgotten"]
            assert connection.execute(select(decisions)).all() == []
    assert left(place, *words, "lima post") == ["lima post"]


def test_nothing_is_left_where_nothing_stays(place: str) -> None:
    everything(place, asked=False)
    if place.startswith("postgresql"):  # the server then keeps the values that it has seen most
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute("ANALYZE")
    with open_store(place) as store:
        for outlet in ("El Faro", "The Lima Post"):
            forget(store, told("outlet", outlet))
        assert len(store) == 0
        assert faults(store) == []
    assert left(place, "quispe", "rosa", "asked chile", "el faro", "lima") == []


def test_nothing_of_an_actor_is_left_in_any_table_or_file(place: str) -> None:
    everything(place)
    with open_store(place) as store:
        assert forget(store, told("actor", "Rosa Quispe")) == 2
        assert left(place, "quispe ", "quispe,", "rosa q", "rosa-q", "rosa\nq", '"q1"', "chile") == ["chile"]
        assert "Mariarosa and Quispela" in store.article("letter").text
        assert len(store.article("letter").text) == len(IN_TEXT_ALONE)
        assert store.article("letter").title == "A letter of ████ ██████"
        assert store.record(RECORD.id).events[0].confidence == 1.0  # what was decided on other values still holds
        assert store.record(RECORD.id).events[1] == RECORD.events[1]
        assert faults(store) == []
        with transaction(store.engine) as connection:
            assert connection.execute(select(watches.c.name)).scalars().all() == ["all"]
            kept = connection.execute(select(matches.c.key).order_by("key")).scalars().all()
            assert kept == ["denial:2", "event:1", "level:3"]
            assert sorted(row.decision.action for row in connection.execute(select(decisions))) == ["accept", "merge"]
        link(store, LATER, again=True)
    assert left(place, "quispe ", "quispe,", "rosa q", "rosa-q") == []


def test_forgetting_twice_is_forgetting_once_and_what_was_never_there_is_told(place: str) -> None:
    everything(place)
    with open_store(place) as store:
        assert [forget(store, told("actor", "Q1")) for _ in range(2)] == [2, 0]
        with pytest.raises(StoreError, match="nothing to forget"):
            forget(store, told("actor", "Ana Paz"))


def test_a_name_of_one_word_is_no_word_of_a_sentence(place: str) -> None:
    text = "May resigned in may. MAY may not return, says the Mayor."
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", ())
        run.add(Input(position=0, location="a", digest="a"), CleanPage(text=text), Record(id="a"))
        assert forget(store, told("actor", "May")) == 1
        assert store.article("a").text == "███ resigned in may. ███ may not return, says the Mayor."
        run.add(Input(position=1, location="b", digest="b"), CleanPage(text=f"New. {text}"), Record(id="b"))
        assert store.article("b").text == "New. ███ resigned in may. ███ may not return, says the Mayor."


def test_an_actor_named_in_a_text_alone_does_not_come_in(place: str) -> None:
    everything(place)
    with open_store(place) as store:
        forget(store, told("actor", "Rosa Quispe"))
        run = store.begin("later", "{}", ())
        page = CleanPage(text=f"News. {IN_TEXT_ALONE}", title="ROSA QUISPE", authors=("Rosa Quispe", "Juan Soto"))
        run.add(Input(position=0, location="c", digest="c"), page, Record(id="c", title="ROSA QUISPE"))
        kept = store.article("c")
        assert kept.text == "News. " + store.article("letter").text
        assert (kept.title, kept.record.title, kept.page.authors) == ("████ ██████", "████ ██████", ("Juan Soto",))


@pytest.mark.parametrize("url", [RECORD.url, URL, "http://www.example.org/rosa-quispe/?utm_source=x&from=feed#top"])
def test_an_address_does_not_come_in_with_other_words(place: str, url: str) -> None:
    everything(place)
    with open_store(place) as store:
        forget(store, told("article", RECORD.id))
        run = store.begin("later", msgspec.json.encode({"sources": [url]}).decode(), (url,))
        assert run.skip(Input(position=0, location=url, digest="new"))
        run.reject(Input(position=1, location=url), "OR-STATUS", f"{url} is gone")
        page = CleanPage(text="Other words.", url=url, outlet="Another")
        assert run.add(Input(position=2, location="feed.xml:2", digest="x"), page, Record(id="x")).kind == "forgotten"
        store.visited().keep(url, Validators("new"))
        assert run.end("stopped").reasons == {"OR-FORGOTTEN": 3}
        with transaction(store.engine) as connection:
            assert connection.execute(select(addresses)).all() == []
        with pytest.raises(StoreError, match="cannot be continued: what it read was forgotten"):
            store.resume("later")
    assert left(place, "example.org", "is gone") == []


def test_a_run_over_a_folder_goes_on_past_what_was_forgotten(place: str) -> None:
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", ("folder",))
        for number in range(2):
            run.add(*article(number))
        run.end("stopped")
        forget(store, told("article", "article-0"))
        again = store.resume("test")
        assert [again.has(article(number)[0]) for number in range(3)] == [True, True, False]


def test_what_waits_to_be_noted_is_forgotten_too(place: str) -> None:
    everything(place)
    with open_store(place) as store:
        run = store.begin("later", "{}", ("pages",))
        assert run.skip(Input(position=0, location="copy/quispe.html", digest="d" * 64))
        run.reject(Input(position=1, location="pages/other.html"), "OR-EMPTY", "nothing in it")
        forget(store, told("article", RECORD.id))
        assert run.end("done").reasons == {"OR-EMPTY": 1, "OR-FORGOTTEN": 1}
        assert faults(store) == []
    assert left(place, "copy/quispe") == []


def test_a_reread_that_began_before_brings_nothing_back(place: str) -> None:
    everything(place)
    short = Record(id="letter", title="A letter of Rosa Quispe", actors=(
        msgspec.structs.replace(RECORD.actors[0], name="Quispe", mentions=(at("Quispe left"[:6]),)),))  # fmt: skip
    with open_store(place) as store:
        made = Machine(pipeline="new", settings="{}", recorded=LATER)
        forget(store, told("actor", "Rosa Quispe"))
        for record in (RECORD, short):
            replace(store, record.id, record, made)
            assert "Quispe" not in repr(store.article(record.id)).replace("Quispela", "")
        assert store.record(RECORD.id).events == (
            msgspec.structs.replace(RECORD.events[0], confidence=1.0), RECORD.events[1],
        )  # fmt: skip
        assert faults(store) == []
        forget(store, told("article", RECORD.id))
        with pytest.raises(ForgottenError):
            replace(store, RECORD.id, RECORD, made)
    assert left(place, "rosa q") == []


def at(words: str) -> Span:
    start = IN_TEXT_ALONE.index(words)
    return Span(start, start + len(words))


def test_somebody_who_reads_keeps_it_in_the_file_and_that_is_said(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.store.forgetting.PATIENCE_S", 0.3)
    everything(place)
    with open_store(place) as store, open_store(place) as other:
        reading = iter(other)
        next(reading)
        with pytest.raises(LeftOverError, match="still reads"):
            forget(store, told("article", RECORD.id))
        assert left_over(store)
        assert len(store) == 2
        list(reading)
        assert forget(store, told("article", RECORD.id)) == 0
        assert not left_over(store)
    assert left(place, "asked chile") == []


def left_over(store: Store) -> bool:
    with transaction(store.engine) as connection:
        return bool(connection.execute(select(tombstones).where(tombstones.c.erased.is_(None))).all())


DYING = """
import os, signal, sys
from onrecord.store import erasing, forgetting, open_store
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
where = {"commit": (forgetting, "drop_deleted"), "erase": (forgetting, "erase"), "note": (erasing, "note_erased")}
setattr(*where[sys.argv[2]], die)
with open_store(sys.argv[1]) as store:
    forgetting.forget(store, forgetting.Order(kind="article", what=sys.argv[3], author="I", reason="r", made="2024"))
"""


@pytest.mark.parametrize("moment", ["commit", "erase", "note"])
def test_killed_while_it_forgets_it_is_whole_or_not_at_all(place: str, moment: str) -> None:
    everything(place)
    before = len(readable(place))
    died = subprocess.run([sys.executable, "-c", DYING, place, moment, RECORD.id], check=False)
    assert died.returncode == -9
    assert before
    with open_store(place) as store:
        assert len(store) == (3 if moment == "commit" else 2)
        assert not left_over(store)
        assert left(place, "asked chile") == (["asked chile"] if moment == "commit" else [])
        assert forget(store, told("article", RECORD.id)) == (1 if moment == "commit" else 0)
        assert faults(store) == []
    assert left(place, "asked chile", "el faro: x") == ["el faro: x"]


def test_a_forgotten_article_is_gone_and_is_not_read_in_again(place: str) -> None:
    fill(place, 0, 1)
    with open_store(place) as store:
        assert forget(store, told("article", "article-0")) == 1
        assert [each.id for each in store] == ["article-1"]
        assert Asking(store).articles(words="Report 0").count() == 0
        assert faults(store) == []
    assert fill(place, 0, 1) == ["forgotten", "duplicate"]
    with open_store(place) as store:
        run = store.begin("later", "{}", ())
        assert run.skip(article(0, 2)[0])
        counts = run.end("done")
        assert (counts.rejected, counts.reasons) == (1, {"OR-FORGOTTEN": 1})


def test_an_outlet_is_forgotten_with_what_it_will_send(place: str) -> None:
    fill(place, 0, 1)
    with open_store(place) as store:
        assert forget(store, told("outlet", "The Lima Post")) == 2
        assert len(store) == 0
        with transaction(store.engine) as connection:
            assert connection.execute(names.select()).all() == []
    assert fill(place, 7) == ["forgotten"]


def test_an_actor_is_forgotten_everywhere(place: str) -> None:
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", (), STARTED)
        run.add(Input(position=0, location="quispe.html", digest="d"), *quispe())
        assert forget(store, told("actor", "Rosa Quispe")) == 1
        kept = store.article(quispe()[1].id)
        assert "Quispe" not in repr(kept)
        assert kept.record.events == quispe()[1].events
        assert Asking(store).actors(name="quispe").count() == 0
        assert Asking(store).articles(words="quispe").count() == 0
        assert faults(store) == []
        again = msgspec.structs.replace(quispe()[1], id="again")
        page = msgspec.structs.replace(quispe()[0], text=quispe()[0].text + " Rosa Quispe left.")
        run.add(Input(position=1, location="b", digest="e"), page, again)
        assert "Quispe" not in repr(store.article("again"))


def test_a_tombstone_keeps_digests_alone(place: str) -> None:
    fill(place, 0)
    with open_store(place) as store:
        forget(store, told("outlet", "The Lima Post"))
        with transaction(store.engine) as connection:
            rows = connection.execute(tombstones.select()).mappings().all()
        assert {(row["author"], row["reason"], len(row["key"])) for row in rows} == {("Ines", "asked to", 64)}
