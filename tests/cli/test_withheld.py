"""Events that are too unsure are held back from the record, and none is lost."""

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from onrecord.cli.annotate import work
from onrecord.config import Settings
from onrecord.model.document import Document
from onrecord.pipeline.confidence import Confidence
from tests.cli.conftest import Command

Read = Callable[..., Document]
TEXT = (
    "President Barack Obama praised Senator Ann Lund. Kenya pledged that it would pay. Egypt fought Libya for a week."
)


def test_what_is_held_back_and_what_is_kept_is_what_was_read(read: Read) -> None:
    document = read(TEXT)
    rated = Confidence(0.0)(document)
    assert not rated.withheld
    assert len(rated.events) == len(document.events) > 1
    least = sorted(event.confidence for event in rated.events)[1]
    cut = Confidence(least)(document)
    assert {*cut.events, *cut.withheld} == {*rated.events}
    assert all(event.confidence >= least for event in cut.events)
    assert all(event.confidence < least for event in cut.withheld)
    assert cut.withheld
    assert cut.record().events == cut.events


def test_events_of_a_type_of_ones_own_are_never_held_back(read: Read) -> None:
    document = read(TEXT)
    own = tuple(msgspec.structs.replace(event, type="FISHING") for event in document.events)
    rated = Confidence(1.0)(document.with_layers(events=own))
    assert len(rated.events) == len(own)
    assert not rated.withheld


@pytest.mark.parametrize("least", [0.0, 0.999])
def test_the_setting_decides_and_the_result_counts(least: float) -> None:
    line = json.dumps({"text": TEXT}).encode()
    result = work(Settings(event_confidence=least))((1, line))
    assert bool(result.answer["events"]) == (least == 0.0)
    assert bool(result.withheld) == (least > 0.0)


def test_a_run_says_how_many_were_held_back(tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_EVENT_CONFIDENCE", "0.999")
    lines = tmp_path / "in.jsonl"
    lines.write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    outcome = command("annotate", lines, "--out", tmp_path / "out.jsonl", "--workers", 1)
    assert "events held back" in outcome.err
