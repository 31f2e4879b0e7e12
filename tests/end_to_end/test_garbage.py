"""Never an exception: whatever comes in, one line goes out, and the batch goes on."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.cli.lines import plain
from onrecord.model.document import Document
from tests.end_to_end.spans import spans_of

GOOD = "The mayor said on Monday that the bridge would close."
TEXTS = {
    "empty": "",
    "one line": "word " * 2_000_000,
    "surrogate": "The mayor \ud800 said \udfff that “it” rained.",
    "right to left": "قال الوزير يوم الاثنين إن الجسر سيغلق \u202e abc",
    "emoji": "😀 The mayor 👩‍👩‍👧 said “🔥” on Monday 🎉",
    "marks": "“”\"\"''‘’«»„",
    "null": "The mayor\0 said\x07 no.",
    "spaces": " \t\n\u00a0\u200b ",
    "german": "Die Bürgermeisterin sagte am Montag, dass die Brücke im Frühjahr geschlossen werde.",
    "good": GOOD,
}  # fmt: skip


def annotate(raw: bytes, *options: str) -> tuple[int, list[dict[str, object]]]:
    command = [sys.executable, "-m", "onrecord", "annotate", "-", *options]
    done = subprocess.run(command, input=raw, capture_output=True, check=False)
    return done.returncode, [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_one_line_out_for_every_line_in() -> None:
    lines = [json.dumps({"id": name, "text": text}).encode() for name, text in TEXTS.items()]
    broken = [
        b"",
        b"null",
        b"[1]",
        b'{"text": 5}',
        b"\xff\xfe\x00",
        b'{"id": "cut", "text": "abc',
        b'{"id": "no text"}',
    ]
    code, records = annotate(b"\n".join([*lines, *broken]) + b"\n")
    assert code == 1
    assert len(records) == len(lines) + len(broken)
    by_id = {str(record["id"]): record for record in records}
    assert [r["code"] for r in by_id["one line"]["failures"]] == ["OR-TOO-LARGE"]  # type: ignore[attr-defined]
    assert [r["code"] for r in by_id["german"]["failures"]] == ["OR-LANGUAGE"]  # type: ignore[attr-defined]
    assert len(by_id["good"]["statements"]) == 1  # type: ignore[arg-type]
    assert all(record["failures"] for record in records[len(lines) :])


def test_files_of_garbage_are_accounted_for(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "cut.txt").write_bytes("The mayor said “no”.\n\nShe left early — ".encode()[:-2])
    (folder / "empty.html").write_bytes(b"")
    (folder / "page.html").write_bytes(b"<html><body><p></p></body></html>")
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "what.xyz").write_text("?", encoding="utf-8")
    command = [sys.executable, "-m", "onrecord", "read", str(folder), "--into", str(tmp_path / "r.db"), "--json"]
    done = subprocess.run(command, capture_output=True, check=False)
    summary = json.loads(done.stdout)
    assert done.returncode == 1
    counts = {name: summary[name] for name in ("inputs", "stored", "duplicate", "rejected") if name in summary}
    assert counts["inputs"] == 6
    assert counts["stored"] == 2


WORDS = st.sampled_from(
    ["The", "minister", "said", "“", "”", '"', "that", "Russia", "asked", "China", "for", "aid", "on", "Monday", ".",
     "\n\n", "\n", "President", "Vladimir Putin", "he", "would", "not", "attack", "sanctions", "against", "police",
     "arrested", "40", "protesters", "in", "Paris", "Texas", "two weeks", "ago", "who", "declined", "to", "comment",
     "according to", "😀", "\u202e", "\ud800", "’", "–", "U.S.", "-led", "talks", "between", "and", "if", "😀😀"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40).map(" ".join), st.sampled_from([None, "2022-03-13", "soon"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_span_of_every_record_slices(read: Callable[..., Document], text: str, published: str | None) -> None:
    record = read(text, published=published).record()
    assert record.failures == () or record.failures[0].code == "OR-LANGUAGE"
    for span in spans_of(plain(record)):
        assert 0 <= span[0] < span[1] <= len(text)


@pytest.mark.services
@given(st.text(max_size=300))
@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_at_all(read: Callable[..., Document], text: str) -> None:
    record = read(text).record()
    assert not [failure for failure in record.failures if failure.code == "OR-STAGE"]
    for span in spans_of(plain(record)):
        assert 0 <= span[0] < span[1] <= len(text)


def test_batch_order_and_workers_change_nothing(tmp_path: Path) -> None:
    texts = [f"{GOOD} The council of Town {n} asked Turkey for aid {n} days ago." for n in range(20)]
    lines = [
        json.dumps({"id": str(n), "text": text, "published": "2022-03-13"}).encode() for n, text in enumerate(texts)
    ]
    _, alone = annotate(b"\n".join(lines), "--workers", "1")
    _, together = annotate(b"\n".join(reversed(lines)), "--workers", "2")
    assert alone == together[::-1]
