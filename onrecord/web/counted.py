"""What stands beside a table: how many there are, over the years and by each column."""

from collections import Counter
from typing import Any

import msgspec

from onrecord.query import LESS_EXACT, Answers, Count

_MOST = 10_000  # counted at once where no index counts them quickly
_SHOWN = 8  # values of a column


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """How many answers there are, at least that many if not ``is_all``; ``others`` can be counted by, on demand."""

    total: int
    is_all: bool
    years: tuple[Count, ...] = ()
    groups: tuple[tuple[str, tuple[Count, ...]], ...] = ()
    others: tuple[str, ...] = ()


def counts_of(answers: Answers[Any]) -> Counted:
    """The counts of answers: in one look by the year and the first column, by the others when they are opened."""
    first, *rest = answers.kind.groups
    if not answers.is_indexed:
        total, is_all = answers.count_to(_MOST)
        if not is_all:
            return Counted(total=total, is_all=False)
    if not answers.is_dated:
        return Counted(total=answers.count(), is_all=True, others=("year", *answers.kind.groups))
    if answers.is_everything:  # of all there is each has an index of its own
        over, by = answers.over_time("year"), answers.by(first, _SHOWN)
        total = sum(each.count for each in over)
        groups = ((first, tuple(by)),)
        return Counted(total=total, is_all=True, years=tuple(over), groups=groups, others=tuple(rest))
    years, values = Counter[str | None](), Counter[str | None]()
    for year, value, count in answers.across([first], "year"):
        years[year] += count
        values[value] += count
    ordered = sorted(years.items(), key=lambda each: (each[0] is None, each[0] == LESS_EXACT, each[0] or ""))
    most = sorted(values.items(), key=lambda each: (-each[1], each[0] or ""))[:_SHOWN]
    return Counted(
        total=sum(years.values()), is_all=True, years=tuple(Count(*each) for each in ordered),
        groups=((first, tuple(Count(*each) for each in most)),), others=tuple(rest),
    )  # fmt: skip


def by_group(answers: Answers[Any], group: str) -> list[Count] | None:
    """The values of a column with most answers; null if there are too many answers to be counted while one waits.

    Raises:
        InputError: they are not counted by that.
    """
    if not answers.is_indexed and not answers.count_to(_MOST)[1]:
        return None
    return answers.over_time("year") if group == "year" else answers.by(group, _SHOWN)
