"""How a fact is told: by how many independently, on whose word, since when, and where reports do not agree."""

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.grouping.happenings import Happening, counted, names, stem

_DENYING = frozenset(
    map(stem, "deny denied denies dismissed dismisses refuted refutes rejected rejects disputed".split())
)
_OUTCOMES = frozenset({"actual", "ongoing"})


class Voice(msgspec.Struct, frozen=True):
    """Whose word one report rests on, and on which terms; nulls are the outlet's own voice."""

    event: str
    article: str
    by: str | None
    terms: str | None


class Step(msgspec.Struct, frozen=True):
    """From when on a fact had another status than before, by the report that first says so."""

    published: str | None
    status: str
    event: str


class Contradiction(msgspec.Struct, frozen=True):
    """What reports do not agree on: ``number`` or ``actor``, of what, and each version with its events."""

    kind: str
    of: str
    versions: tuple[tuple[str, tuple[str, ...]], ...]


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """What the reports of one fact say together.

    ``reports`` counts articles, ``outlets`` those behind them who are independent: copies and reposts add none, nor
    does a report whose outlet is unknown, unless there is no other. ``first`` is the event of the first report.
    ``first_day`` to ``last_day`` are the narrowest that a report's text tells, else those of the first publication.
    """

    first: str
    type: str
    reports: int
    outlets: int
    first_day: str | None
    last_day: str | None
    place: str | None
    country: str | None
    status: str
    history: tuple[Step, ...]
    voices: tuple[Voice, ...]
    denials: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]


def told(members: Sequence[Happening]) -> Telling:
    """The telling of a fact of at least one event, in any order."""
    ordered = sorted(members, key=Happening.order)
    history = _history(ordered)
    when = min((m for m in ordered if m.is_dated), key=_width, default=ordered[0])
    where = next((m for m in ordered if m.place), next((m for m in ordered if m.country), ordered[0]))
    return Telling(
        first=ordered[0].key,
        type=ordered[0].type,
        reports=len({member.article for member in ordered}),
        outlets=max(1, len({member.origin for member in ordered if member.origin})),
        first_day=when.first_day,
        last_day=when.last_day,
        place=where.place,
        country=where.country,
        status=history[-1].status,
        history=history,
        voices=tuple(Voice(m.key, m.article, m.by, m.terms) for m in ordered),
        denials=tuple(member.key for member in ordered if is_denial(member)),
        contradictions=(*_numbers(ordered), *_actors(ordered)),
    )


def is_denial(happening: Happening) -> bool:
    """Whether a report says that it was not so, or that somebody says so."""
    cues = {stem(word) for word in (happening.cue or "").split()}
    return happening.status == "negated" or bool(cues & _DENYING)


def _history(ordered: Sequence[Happening]) -> tuple[Step, ...]:
    """Denials aside; what was once said to have happened is not planned again by a later report."""
    steps: list[Step] = []
    for member in [m for m in ordered if not is_denial(m)] or ordered:
        has_happened = bool(steps) and steps[-1].status in _OUTCOMES
        if not steps or (steps[-1].status != member.status and not (has_happened and member.status not in _OUTCOMES)):
            steps.append(Step(member.published, member.status, member.key))
    return tuple(steps)


def _width(member: Happening) -> tuple[int, tuple[str, str, str]]:
    return (0 if member.first_day == member.last_day else 1), member.order()


def _numbers(ordered: Sequence[Happening]) -> Iterable[Contradiction]:
    versions: dict[str, dict[str, list[str]]] = {}
    for member in ordered:
        for head, number in counted(member.target).items():
            versions.setdefault(head, {}).setdefault(str(number), []).append(member.key)
    for head, told_ in sorted(versions.items()):
        if len(told_) > 1:
            yield _contradiction("number", head, told_)


def _actors(ordered: Sequence[Happening]) -> Iterable[Contradiction]:
    """Sources with no name and no country in common, where each has one."""
    versions: dict[str, list[str]] = {}
    known: list[tuple[frozenset[str], str]] = []
    for member in ordered:
        mine = names(member.source) | {p.code[:3] for p in member.source if p.code and p.code[0] != "-"}
        if not mine or not names(member.source) or is_denial(member):
            continue
        shown = next((name for others, name in known if {stem(o) for o in others} & {stem(o) for o in mine}), None)
        if shown is None:
            shown = ", ".join(party.name or party.words for party in member.source)
            known.append((frozenset(mine), shown))
        versions.setdefault(shown, []).append(member.key)
    if len(versions) > 1:
        yield _contradiction("actor", "source", versions)


def _contradiction(kind: str, of: str, versions: dict[str, list[str]]) -> Contradiction:
    return Contradiction(kind, of, tuple((name, tuple(keys)) for name, keys in versions.items()))
