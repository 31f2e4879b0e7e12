"""``onrecord decide``, ``decisions``, ``link``, ``vote``: what they write, and what they refuse."""

import json
from pathlib import Path

import pytest

from onrecord.store import open_store
from tests.cli.conftest import Command
from tests.linking.telling import put, report

ATTACK = ("rebels", "attacked", "Norway", "2024-05-01")


@pytest.fixture
def linked(tmp_path: Path, command: Command) -> Path:
    path = tmp_path / "linked.db"
    with open_store(path, create=True) as store:
        put(
            store,
            report("first", [ATTACK, ("Anna Berg", "met", "Chile", None)], published="2024-05-01"),
            report("second", [ATTACK, ("Anna Berg", "accused", "Chile", None)], outlet="Le Matin"),
        )
    assert command("link", path, "--at", "2024-06-01").code == 0
    return path


def rows(command: Command, *arguments: object) -> list[dict[str, object]]:
    return [json.loads(line) for line in command(*arguments, "--format", "jsonl").out.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("explode", "first/e0"), "one of accept"),
        (("accept", "nobody"), "no such article"),
        (("accept", "first/e9"), "no value"),
        (("accept", "first"), "of the kind article"),
        (("edit", "first/e0", "--field", "status"), "--value"),
        (("edit", "first/e0", "--field", "status", "--value", "perhaps"), "perhaps"),
        (("edit", "first/e0", "--field", "evidence", "--value", "[0,100000]"), "no place in the text"),
        (("edit", "first/e0", "--field", "id", "--value", "e7"), "cannot be edited"),
        (("merge", "first/a0"), "two or more"),
        (("split", "first/e0", "first/e1"), "split takes"),
        (("split", "first/a0", "--mentions", "0-1"), "none or all"),
        (("add", "first", "--value", "{}"), "--kind"),
        (("undo", "none"), "no decision"),
        (("accept", "first/e0", "--at", "yesterday"), "no ISO date-time"),
    ],
)
def test_what_cannot_be_decided_is_not_kept(
    linked: Path, command: Command, arguments: tuple[str, ...], message: str
) -> None:
    outcome = command("decide", linked, *arguments, "--by", "Ana")
    assert outcome.code == 2
    assert message in " ".join(outcome.err.replace("│", " ").split())
    assert rows(command, "decisions", linked) == []


def test_an_added_event_stands_in_the_record_until_its_addition_is_undone(linked: Path, command: Command) -> None:
    event = {"type": "AID", "trigger": [[0, 6]], "status": "planned", "evidence": [0, 6], "quad": 2}
    given = ("--kind", "event", "--value", json.dumps(event), "--by", "Ana", "--at", "2024-06-02T12:00:00+02:00")
    identity = command("decide", linked, "add", "first", *given).out.strip()
    (added,) = rows(command, "events", linked, "--type", "AID")
    assert (added["evidence"], added["rule"], added["confidence"]) == ("rebels", "decision", 1.0)
    (listed,) = rows(command, "decisions", linked)
    assert (listed["id"], listed["time"], listed["state"]) == (identity, "2024-06-02T10:00:00+00:00", "applied")
    assert command("decide", linked, "undo", identity, "--by", "Bo").code == 0
    assert rows(command, "events", linked, "--type", "AID") == []
    assert [row["state"] for row in rows(command, "decisions", linked)] == ["undone", "holds"]


def test_entities_are_split_and_merged_by_name(linked: Path, command: Command) -> None:
    def people() -> list[dict[str, object]]:
        return rows(command, "entities", linked, "--kind", "person")

    (anna,) = people()
    mention = anna["mentions"][1]  # type: ignore[index]
    name = f"{mention['article']}/{mention['actor']}"
    assert command("decide", linked, "split", f"entity:{anna['id']}", name, "--by", "Ana").code == 0
    command("link", linked)
    assert [one["articles"] for one in people()] == [1, 1]
    both = [f"entity:{one['id']}" for one in people()]
    assert command("decide", linked, "merge", *both, "--by", "Ana").code == 0
    command("link", linked)
    assert [one["articles"] for one in people()] == [2]


def test_decisions_go_to_another_store(linked: Path, tmp_path: Path, command: Command) -> None:
    command("decide", linked, "reject", "first/e0", "--by", "Ana", "--reason", "a drill")
    lines = tmp_path / "decisions.jsonl"
    lines.write_text(command("decisions", linked, "--json").out, encoding="utf-8")
    other = tmp_path / "other.db"
    with open_store(other, create=True) as store:
        put(store, report("first", [ATTACK, ("Anna Berg", "met", "Chile", None)], published="2024-05-01"))
    for new in ("1 new", "0 new"):
        assert new in command("decisions", other, "--import", lines).err
    assert [row["type"] for row in rows(command, "events", other)] == ["CONSULT"]
    lines.write_text("{}\n", encoding="utf-8")
    assert "OR-LINE" in command("decisions", other, "--import", lines).err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("vote", "first", "sideways", "--by", "me"), "one of up"),
        (("vote", "first/e0", "up", "--by", "me"), "votes are for"),
        (("rank", "--now", "soon"), "no ISO date"),
        (("rank", "--now", "2024-06-01", "--kind", "people"), "one of articles"),
    ],
)
def test_wrong_votes_and_ranks(linked: Path, command: Command, arguments: tuple[str, ...], message: str) -> None:
    outcome = command(arguments[0], linked, *arguments[1:])
    assert outcome.code == 2
    assert message in " ".join(outcome.err.replace("│", " ").split())


@pytest.mark.parametrize("form", ["table", "csv"])
@pytest.mark.parametrize("name", ["facts", "entities"])
def test_every_form_can_be_written(linked: Path, command: Command, name: str, form: str) -> None:
    outcome = command(name, linked, "--format", form)
    assert outcome.code == 0
    assert len(outcome.out.splitlines()) > 1
