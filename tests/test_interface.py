"""The Python interface: what ``import onrecord`` offers, and that it stays light."""

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.store import Input


def test_names_are_sorted_and_there() -> None:
    assert onrecord.__all__ == sorted(onrecord.__all__)
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)


def test_importing_loads_neither_model_nor_database() -> None:
    code = (
        "import onrecord, sys; print([n for n in ('spacy', 'sqlalchemy', 'trafilatura', 'numpy') if n in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_annotate_reads_against_the_date_given_and_never_today() -> None:
    text = "Kenya's president said on Monday that talks would go on."
    record = onrecord.annotate(text, published="2024-05-08", title="Talks", url="https://example.org/talks")
    assert [time.value for time in record.times] == ["2024-05-06"]
    assert (record.title, record.url, record.published) == ("Talks", "https://example.org/talks", "2024-05-08")
    assert [time.value for time in onrecord.annotate(text).times] == ["XXXX-WXX-1"]
    assert onrecord.annotate(text) == onrecord.annotate(text)


def test_annotate_leaves_out_what_is_not_sure_enough() -> None:
    text = "Kenya's president said on Monday that talks would go on."
    assert not onrecord.annotate(text, settings=onrecord.Settings(min_confidence=1.0)).statements


@pytest.mark.parametrize("text", ["", "“”", "\ud800", "😀" * 50, "שלום", "\x00"])
def test_annotate_never_raises(text: str) -> None:
    record = onrecord.annotate(text)
    assert record.schema == "onrecord/1"


def test_a_store_is_opened_and_read(tmp_path: Path) -> None:
    from onrecord.model.page import CleanPage
    from onrecord.store import open_store

    path = tmp_path / "record.db"
    record = onrecord.annotate("The mayor of Lyon said no.")
    with open_store(path, create=True) as store:
        page = CleanPage(text="The mayor of Lyon said no.")
        store.begin("test", "{}", ()).add(Input(position=0, location="x", digest="x"), page, record)
    with onrecord.open_store(path) as store:
        assert [article.record for article in store] == [record]
    with pytest.raises(onrecord.OnrecordError):
        onrecord.open_store(tmp_path / "missing.db")
