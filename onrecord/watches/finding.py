"""Holds watches against a store."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from onrecord.query import EventRow, FactQuestion, StatementRow, ask_events, ask_facts, ask_statements
from onrecord.store import Store
from onrecord.store.watching import Match, Watching, WatchRow
from onrecord.watches.levels import change
from onrecord.watches.rule import Rule

Row = EventRow | StatementRow

# With more changed articles than this the question is put to the whole store, which is then faster.
_FEW = 200


def look(store: Store, now: str) -> list[Match]:
    """What every watch of a store finds that it has not found before; ``now`` is an ISO date-time.

    Raises:
        StoreError: the store cannot be read or written.
    """
    watching = Watching(store.engine)
    return [match for row in watching.all() for match in _look(store, watching, row, now)]


def set_watch(store: Store, rule: Rule, now: str) -> None:
    """Sets a watch. What a watch for new actors or levels would find at once is what it starts from.

    Raises:
        StoreError: the store cannot be read or written.
    """
    watching = Watching(store.engine)
    watching.set(rule.name, msgspec.json.encode(rule).decode(), now)
    row = next(row for row in watching.all() if row.name == rule.name)
    if rule.when == "new_actor" and not row.seen:
        _look(store, watching, row, now, silent=True)


def _look(store: Store, watching: Watching, row: WatchRow, now: str, *, silent: bool = False) -> list[Match]:
    rule = msgspec.json.decode(row.rule, type=Rule)
    changed, last = watching.changed(row.seen, _FEW)
    if rule.when == "level":
        found = list(_level(store, rule, now))
    elif rule.when in ("confirmed", "denied"):
        found = list(_facts(store, rule, now))
    else:
        rows = _rows(store, rule, changed)
        find = {"match": _matched, "new_actor": _actors}[rule.when]
        found = [match for each in rows for match in find(rule, each, now)]
    return watching.enter(rule.name, found, last, silent=silent)


def _rows(store: Store, rule: Rule, changed: list[str] | None) -> Iterator[Row]:
    """The answers to the question: those of the changed articles, or all."""
    for article in [None] if changed is None else changed:
        if rule.events is not None:
            question = rule.events if article is None else msgspec.structs.replace(rule.events, article=article)
            yield from ask_events(store, question)
        elif rule.statements is not None:
            asked = rule.statements if article is None else msgspec.structs.replace(rule.statements, article=article)
            yield from ask_statements(store, asked)


def _matched(rule: Rule, row: Row, now: str) -> Iterator[Match]:
    if isinstance(row, EventRow):
        yield _match(rule, row, now, "event", _key(row), _event(row))
    else:
        yield _match(rule, row, now, "statement", _key(row), f"{row.source}: {row.terms}, {row.kind}")


def _actors(rule: Rule, row: Row, now: str) -> Iterator[Match]:
    if isinstance(row, StatementRow):
        named = [(row.actor_name, row.code)]
    else:
        named = [(side.name, side.code) for side in (*row.source, *row.target)]
    for name, code in named:
        if name:
            yield _match(rule, row, now, "actor", f"actor:{code or ''}:{name.casefold()}", f"new: {name} {code or ''}")


def _match(rule: Rule, row: Row, now: str, kind: str, key: str, what: str) -> Match:
    sentence = row.evidence if isinstance(row, EventRow) else f"{row.source} {row.cue} {row.content}"
    return Match(
        watch=rule.name, key=key, kind=kind, article=row.article, day=row.first_day, found=now, what=what.strip(),
        sentence=sentence, title=row.title, outlet=row.outlet, url=row.url,
    )  # fmt: skip


def _event(row: EventRow) -> str:
    sides = [", ".join(side.shown for side in side_) or "?" for side_ in (row.source, row.target)]
    return f"{sides[0]} → {sides[1]}: {row.type}{f' {row.mode}' if row.mode else ''}, {row.status}"


def _key(row: Row) -> str:
    """By place and kind, not by id: the same when the article is reread."""
    if isinstance(row, EventRow):
        return f"event:{row.article}:{row.type}:{_places(row.trigger_spans)}"
    return f"statement:{row.article}:{_places(row.content_spans or row.source_spans)}"


def _places(spans: Iterable[tuple[int, int]]) -> str:
    return ",".join(f"{start}-{end}" for start, end in spans)


def _facts(store: Store, rule: Rule, now: str) -> Iterator[Match]:
    """Facts that an answer tells of and that a second independent outlet confirms, or a report denies."""
    is_denial = rule.when == "denied"
    rows = {(row.article, row.id): row for row in _rows(store, rule, None) if isinstance(row, EventRow)}
    for fact in ask_facts(store, FactQuestion(is_denied=is_denial, min_outlets=0 if is_denial else 2)):
        told = [report for report in fact.told if (report.role == "denies") == is_denial]
        mine = next((rows[key] for report in fact.told if (key := (report.article, report.event)) in rows), None)
        if mine is None or not told:
            continue
        outlets = ", ".join(dict.fromkeys(report.outlet for report in told if report.outlet))
        what = f"{'denied' if is_denial else 'confirmed'} by {outlets or 'others'}: {_event(mine)}"
        kind = "denial" if is_denial else "confirmation"
        yield _match(rule, mine, now, kind, f"{kind}:{_key(mine)}", what)


def _level(store: Store, rule: Rule, now: str) -> Iterator[Match]:
    """The last whole week before ``now``, against the weeks before it; weeks begin on Monday."""
    today = date.fromisoformat(now[:10])
    week = today - timedelta(days=today.weekday() + 7)
    counts = [_count(store, rule, week - timedelta(weeks=back)) for back in range(rule.weeks + 1)]
    if found := change(counts[0], counts[1:]):
        usual = sum(counts[1:]) / rule.weeks
        what = f"{found}: {counts[0]} in the week of {week}, {usual:.1f} a week in the {rule.weeks} weeks before"
        yield Match(watch=rule.name, key=f"level:{week}", kind="level", day=week.isoformat(), found=now, what=what)


def _count(store: Store, rule: Rule, week: date) -> int:
    days = {"since": week.isoformat(), "until": (week + timedelta(days=6)).isoformat()}
    if rule.events is not None:
        question = msgspec.structs.replace(rule.events, **days)
        return sum(_is_within(row, week) for row in ask_events(store, question))
    asked = msgspec.structs.replace(rule.statements, **days) if rule.statements else None
    return sum(_is_within(row, week) for row in ask_statements(store, asked)) if asked else 0


def _is_within(row: Row, week: date) -> bool:
    """Whether it counts in the week in which it may first have been: each counts once."""
    return row.first_day is not None and week <= date.fromisoformat(row.first_day) < week + timedelta(weeks=1)
