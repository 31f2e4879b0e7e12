"""What a story consists of: its first report, the outlets that reported on their own, and the copies."""

from collections.abc import Sequence

import msgspec


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a story. ``copy_of`` is the article whose text it has; ``original_outlet`` who is said to have
    reported it first."""

    article: str
    published: str | None = None
    outlet: str | None = None
    original_outlet: str | None = None
    copy_of: str | None = None


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """A story, counted.

    Attributes:
        first: the earliest report that is no copy; of copies alone, the earliest of them.
        outlets: who reported on their own, once each, sorted: a copy counts for the outlet that it was taken from.
        copies: articles with another's text, or another outlet's report; sorted.
        unattributed: articles that are no copies and of unknown outlet; they count for no outlet.
    """

    first: str
    outlets: tuple[str, ...]
    copies: tuple[str, ...]
    unattributed: tuple[str, ...]


def summarised(reports: Sequence[Report]) -> Summary:
    """The summary of the ``reports`` of one story, whatever their order.

    Raises:
        ValueError: there are no reports.
    """
    known = {report.article: report for report in reports}
    copies = {report.article for report in reports if _is_copy(report)}
    own = [report for report in reports if report.article not in copies] or list(reports)
    named = sorted(name for report in reports if (name := _origin(report, known)))
    return Summary(
        first=min(own, key=_order).article,
        outlets=tuple(sorted({_fold(name): name for name in reversed(named)}.values())),
        copies=tuple(sorted(copies)),
        unattributed=tuple(
            sorted(report.article for report in reports if report.article not in copies and not report.outlet)
        ),
    )


def _is_copy(report: Report) -> bool:
    is_reposted = bool(report.original_outlet) and _fold(report.original_outlet or "") != _fold(report.outlet or "")
    return is_reposted or report.copy_of is not None


def _origin(report: Report, known: dict[str, Report]) -> str | None:
    """The outlet whose reporting it is; null if that is not known."""
    passed = set()
    while report.original_outlet is None and report.copy_of in known and report.article not in passed:
        passed.add(report.article)
        report = known[report.copy_of]
    if report.original_outlet or report.copy_of is None:
        return report.original_outlet or report.outlet
    return None


def _order(report: Report) -> tuple[str, str]:
    return report.published or "9999", report.article


def _fold(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
