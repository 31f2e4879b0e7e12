"""Repairs one by one: each can be left out, and a clean text has none."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.repair import _RULES, repair
from onrecord.config import RepairRule, Settings, load
from onrecord.errors import InputError, SettingsError
from onrecord.ingest import pages
from onrecord.model.page import Page
from onrecord.pipeline.intake import cleaned
from tests.strategies import texts

_NAMES = get_args(RepairRule)
_SAMPLES = Path(__file__).parents[2] / "samples"
_BROKEN = {
    "line-break": "one\r\ntwo",
    "entity": "Brandt &amp; Keller",
    "mojibake": "the cafÃ© in Amsel",
    "entity-remnant": "it wasn”;t so",
    "invisible": "har\u200bbour",
    "space-kind": "nine\u00a0ferries",
    "hyphenation": "har-\nbour",
    "hard-wrap": "\n".join(["the harbour of Amsel is closed and nine ferries lie at their piers"] * 12),
    "double-space": "nine  ferries",
    "trailing-space": "nine ferries \nlay",
}


def _clean_texts() -> list[str]:
    """The articles of the samples, as cleaning gives them."""
    found = []
    for page in pages([str(_SAMPLES)], Settings()):
        if isinstance(page, Page):
            try:
                found.append(cleaned(page).text)
            except InputError:
                continue
    return found


def test_settings_name_every_rule() -> None:
    assert tuple(name for name, _ in _RULES) == _NAMES
    assert set(_BROKEN) == set(_NAMES)


@pytest.mark.parametrize("name", _NAMES)
def test_a_rule_that_is_off_leaves_its_fault(name: str) -> None:
    assert name in {one.rule for one in repair(_BROKEN[name]).repairs}
    assert name not in {one.rule for one in repair(_BROKEN[name], off={name}).repairs}


@given(texts, st.sets(st.sampled_from(_NAMES)))
def test_no_rule_that_is_off_is_applied(text: str, off: set[str]) -> None:
    assert not off & {one.rule for one in repair(text, off).repairs}


@given(texts)
def test_without_rules_a_text_stays(text: str) -> None:
    assert repair(text, _NAMES).text == text


def test_a_clean_text_comes_out_as_it_went_in() -> None:
    clean = _clean_texts()
    assert len(clean) > 20
    for text in clean:
        assert repair(text).text == text


def test_the_setting_reaches_the_page() -> None:
    page = Page(location="a.txt", raw=b"Nine  ferries lay", digest="0" * 64, media_type="text/plain")
    assert cleaned(page).text == "Nine ferries lay"
    settings = load(environment={"ONRECORD_REPAIRS_OFF": "double-space, entity"})
    assert settings.repairs_off == ("double-space", "entity")
    assert cleaned(page, settings).text == "Nine  ferries lay"


def test_an_unknown_repair_is_an_error() -> None:
    with pytest.raises(SettingsError, match="double-spice"):
        load(environment={"ONRECORD_REPAIRS_OFF": "double-spice"})
