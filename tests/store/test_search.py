"""Full text gives the answer that reading the words one by one gives, in each kind of database."""

import random
import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import NoTextError
from onrecord.model.masking import without_text
from onrecord.model.page import CleanPage
from onrecord.model.record import Record
from onrecord.query import Asking
from onrecord.store import Input, Store, open_store
from tests.conftest import DATABASES
from tests.store.filling import article

WORDS = ("army", "Army", "U.S.", "F-16", "COVID-19", "9/11", "and/or", "3.5%", "$5bn", "example.org", "state@gov.pe",
         "Élysée", "well-known", "foo_bar", "O'Brien’s", "<b>", "AT&T", "a", "s", "16", "“no”", "on—off",
         "cafe\u0301")  # fmt: skip
SIMPLE = [*WORDS, "gov", "bn", "élysée", "know*", "e*", "9*"]
queries = st.lists(st.sampled_from(SIMPLE), min_size=1, max_size=3)
TEXTS = {
    f"t{seed}": tuple(" ".join(random.Random(f"{seed}{part}").choices(WORDS, k=6)) for part in ("title", "text"))
    for seed in range(30)
}


@pytest.fixture(scope="module", params=DATABASES)
def store(request: pytest.FixtureRequest, new_place: Callable[[str], str]) -> Iterator[Store]:
    with open_store(new_place(request.param), create=True) as store:
        run = store.begin("test", "{}", ())
        for position, (identity, (title, text)) in enumerate(TEXTS.items()):
            source = Input(position=position, location=identity, digest=identity)
            run.add(source, CleanPage(text=text, title=title), Record(id=identity, title=title))
        yield store


def parted(words: str) -> list[str]:
    return re.findall(r"[^\W_\u0301][^\W_]*(?:\u0301[^\W_]*)*", words.lower())


def holds(identity: str, phrase: str) -> bool:
    """Whether the words stand side by side in the headline or in the text."""
    wanted = parted(phrase)
    for part in map(parted, TEXTS[identity]):
        for at in range(len(part) - len(wanted) + 1):
            *whole, last = part[at : at + len(wanted)]
            begins = last.startswith(wanted[-1]) if phrase.endswith("*") else last == wanted[-1]
            if whole == wanted[:-1] and begins:
                return True
    return False


def found(store: Store, words: str) -> set[str]:
    return {row.article for row in Asking(store).articles(words=words)}


@given(queries, st.lists(st.sampled_from(SIMPLE), max_size=2))
@settings(max_examples=60, deadline=None)
def test_all_of_the_words_and_none_of_the_excluded(store: Store, wanted: list[str], without: list[str]) -> None:
    answer = found(store, " ".join([*wanted, *(f"-{word}" for word in without)]))
    for identity in TEXTS:
        fits = all(holds(identity, word) for word in wanted) and not any(holds(identity, word) for word in without)
        assert (identity in answer) == fits, TEXTS[identity]


@given(queries, queries)
@settings(max_examples=60, deadline=None)
def test_a_phrase_or_another(store: Store, one: list[str], other: list[str]) -> None:
    phrases = [" ".join(words).replace("*", "") for words in (one, other)]
    answer = found(store, " OR ".join(f'"{phrase}"' for phrase in phrases))
    assert answer == {identity for identity in TEXTS if any(holds(identity, phrase) for phrase in phrases)}


def test_a_long_text_of_rare_words_is_taken(store: Store) -> None:
    words = [f"\u4e00{chr(0x4E01 + at % 5000)}{chr(0x4E01 + at // 7)}" for at in range(90_000)]
    put(store, "long", " ".join(words))
    assert found(store, words[0]) == found(store, words[-1]) == {"long"}
    assert found(store, '"' + " ".join(words[80_000:80_070]) + '"') == {"long"}
    assert found(store, f'"{words[80_001]} {words[80_000]}"') == set()


def test_a_word_that_stands_often_and_one_that_never_ends(store: Store) -> None:
    put(store, "often", "over and " * 3000 + "out " + "x" * 100_000)
    assert found(store, '"over and out"') == {"often"}
    assert found(store, "x" * 100_000) == found(store, "xxxxxx*") == {"often"}


def put(store: Store, identity: str, text: str) -> None:
    source = Input(position=0, location=identity, digest=identity)
    assert store.begin("test", "{}", ()).add(source, CleanPage(text=text), Record(id=identity)).kind == "stored"


def test_what_is_asked_of_a_store_without_text_says_why(place: str) -> None:
    with open_store(place, create=True) as store:
        run = store.begin("test", "{}", ())
        source, page, record = article(0)
        run.add(source, *without_text(page, record))
        for ask in (Asking(store).articles, Asking(store).events):
            with pytest.raises(NoTextError, match="kept without text"):
                ask(words="army")
        with pytest.raises(NoTextError):
            Asking(store).statements(text="army")
        assert Asking(store).events(source="PERMIL").count() == 12
        run.add(*article(1))
        assert Asking(store).articles(words="army").count() == 1
