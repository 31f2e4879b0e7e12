"""Rules of watches, in a line or in TOML: a question, and what about its answers is watched."""

import re
import tomllib
from typing import Any, Literal, get_args

import msgspec

from onrecord.errors import SettingsError
from onrecord.events.ontology import contexts
from onrecord.model.record import Certainty, StatementKind, Status, Terms
from onrecord.query import EventQuestion, StatementQuestion
from onrecord.resources.plover import modes, quads

Watched = Literal["match", "level", "new_actor", "confirmed", "denied"]
_SAYS = frozenset({"says", "said"})
_PART = re.compile(r'"([^"]*)"|(\S+)')


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A watch: a question about events or about statements, and ``when`` it speaks up.

    ``match``: each answer; ``level``: a week with unusually many or few against the ``weeks`` before; ``new_actor``:
    a side or source that is new among the answers; ``confirmed``: a second independent outlet reports the event;
    ``denied``: a report contradicts it.
    """

    name: str
    events: EventQuestion | None = None
    statements: StatementQuestion | None = None
    when: Watched = "match"
    weeks: Literal[4, 52] = 4

    def __post_init__(self) -> None:
        if (self.events is None) == (self.statements is None):
            raise ValueError("a watch asks for events or for statements, one of them")
        if self.events is None and self.when in ("confirmed", "denied"):
            raise ValueError(f"{self.when} is watched of events")


def rule(name: str, line: str, when: Watched = "match", weeks: int = 4) -> Rule:
    """A rule in a line: ``RUSGOV > CHN REQUEST military``, or ``RUSGOV says anonymous "words"``.

    Who is a code, the start of one with ``*``, or a name in quotation marks; then types, modes, contexts and
    statuses in any order (of statements: terms, kind, certainty), and words of the sentence in quotation marks.

    Raises:
        SettingsError: a word of it is none of these.
    """
    parts = [(found[1] if found[1] is not None else found[2], found[1] is not None) for found in _PART.finditer(line)]
    words = [word for word, _ in parts]
    sign = next((at for at, (word, quoted) in enumerate(parts) if not quoted and word in {">", *_SAYS}), None)
    if sign is None:
        asked: dict[str, Any] = {"events": _events(parts, None, None)}
    elif words[sign] == ">":
        target, rest = (words[sign + 1], parts[sign + 2 :]) if _names(parts, sign + 1) else (None, parts[sign + 1 :])
        asked = {"events": _events(rest, " ".join(words[:sign]) or None, target)}
    else:
        asked = {"statements": _statements(parts[sign + 1 :], " ".join(words[:sign]) or None)}
    return _made({"name": name, "when": when, "weeks": weeks} | asked, line)


def rules(text: str) -> tuple[Rule, ...]:
    """The rules of a TOML text: tables ``[[watch]]`` with ``name``, ``when``, and ``rule`` (a line) or a question.

    Raises:
        SettingsError: it is no TOML, or something in it is unknown; the message names it.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"no TOML: {error}") from error
    if unknown := sorted(tables.keys() - {"watch"}):
        raise SettingsError(f"unknown table {unknown[0]!r}; expected [[watch]]")
    found = tuple(_of_table(table) for table in tables.get("watch", ()))
    names = [each.name for each in found]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise SettingsError(f"two watches are named {twice!r}")
    return found


def _of_table(table: dict[str, Any]) -> Rule:
    about = f"watch {table.get('name', '')!r}"
    if "rule" not in table:
        return _made(table, about)
    if unknown := sorted(table.keys() - {"name", "rule", "when", "weeks"}):
        raise SettingsError(f"{about}: {unknown[0]!r} beside a rule; expected name, when, weeks")
    made = rule(str(table.get("name", "")), str(table["rule"]))
    return _made(msgspec.to_builtins(made) | {name: table[name] for name in ("when", "weeks") if name in table}, about)


def _made(values: dict[str, Any], about: str) -> Rule:
    for kind, fields in (("events", EventQuestion), ("statements", StatementQuestion)):
        asked = values.get(kind)
        if isinstance(asked, dict) and (unknown := sorted(asked.keys() - set(fields.__struct_fields__))):
            raise SettingsError(f"{about}: no {unknown[0]!r} in a question about {kind}")
    try:
        return msgspec.convert(values, Rule, from_attributes=True)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{about}: {error}") from error


def _names(parts: list[tuple[str, bool]], at: int) -> bool:
    """Whether the word there names somebody: in quotation marks, or no word of the ontology."""
    return at < len(parts) and (parts[at][1] or _field_of(parts[at][0]) is None)


def _events(parts: list[tuple[str, bool]], source: str | None, target: str | None) -> EventQuestion:
    found: dict[str, list[str]] = {}
    text = [word for word, quoted in parts if quoted]
    actor = None
    for at, (word, quoted) in enumerate(parts):
        if quoted:
            continue
        field = _field_of(word)
        if field is None and at == 0 and source is None and target is None:
            actor = word
        elif field is None:
            raise SettingsError(f'{word!r} is no type, mode, context or status; put words of the sentence in "…"')
        else:
            found.setdefault(field, []).append(word)
    question = EventQuestion(actor=actor, source=source, target=target, text=" ".join(text) or None)
    return msgspec.structs.replace(question, **{field: tuple(words) for field, words in found.items()})


def _field_of(word: str) -> str | None:
    if word in quads():
        return "type"
    if word in get_args(Status):
        return "status"
    if word in contexts():
        return "context"
    return "mode" if any(word == mode for _, mode in modes()) else None


def _statements(parts: list[tuple[str, bool]], actor: str | None) -> StatementQuestion:
    found: dict[str, list[str]] = {}
    for word, quoted in parts:
        kinds = {"terms": Terms, "kind": StatementKind, "certainty": Certainty}
        field = next((name for name, known in kinds.items() if word in get_args(known)), None)
        if not quoted and field is None:
            raise SettingsError(f'{word!r} is no terms, kind or certainty; put words of the statement in "…"')
        if not quoted and field is not None:
            found.setdefault(field, []).append(word)
    text = " ".join(word for word, quoted in parts if quoted)
    question = StatementQuestion(actor=actor, text=text or None)
    return msgspec.structs.replace(question, **{field: tuple(words) for field, words in found.items()})
