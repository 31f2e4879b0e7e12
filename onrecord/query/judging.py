"""Decisions as gold: of what the machine read, what share did people accept."""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from onrecord.decisions import active, subject_of
from onrecord.decisions.applying import found_by
from onrecord.decisions.subjects import LAYERS
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.decided import DecidedArticle, decided_article, decided_articles

_BANDS = 10  # of confidence
_JUDGED = ("accept", "reject", "edit")


class JudgedRow(msgspec.Struct, frozen=True, kw_only=True):
    """Values of one kind that one rule gave with one confidence, rounded down to a tenth, and what people made of them.

    ``share`` is that of the accepted among those judged (accepted, rejected, edited). ``missed`` are those that people
    added; they have no rule and no band.
    """

    kind: str
    rule: str | None
    band: float | None
    judged: int
    accepted: int
    rejected: int
    edited: int
    missed: int
    share: float | None


def ask_judged(store: Store) -> Iterator[JudgedRow]:
    """The share of the machine's values that people accepted, by kind, rule and confidence.

    Only decisions that hold and find what they are about count; of several on one value the last.

    Raises:
        StoreError: the store cannot be read.
    """
    counted: dict[tuple[str, str, float], dict[str, int]] = defaultdict(lambda: dict.fromkeys(_JUDGED, 0))
    missed: dict[str, int] = defaultdict(int)
    with transaction(store.engine) as connection:
        for article in decided_articles(connection):
            found = decided_article(connection, article)
            if found is not None:
                for key, verdict in _verdicts(found):
                    counted[key][verdict] += 1
                for decision in active(found.decisions):
                    if decision.action == "add" and decision.subject:
                        missed[decision.subject.kind] += 1
    for (kind, rule, band), verdicts in sorted(counted.items()):
        yield _row(kind, rule, band, verdicts, 0)
    for kind, number in sorted(missed.items()):
        yield _row(kind, None, None, dict.fromkeys(_JUDGED, 0), number)


def _verdicts(article: DecidedArticle) -> Iterator[tuple[tuple[str, str, float], str]]:
    last: dict[tuple[str, str], tuple[tuple[str, str, float], str]] = {}
    for decision in active(article.decisions):
        subject = decision.subject
        if subject is None or subject.kind not in LAYERS or decision.action not in _JUDGED:
            continue
        value = found_by(article.read, decision, article.decisions)
        if value is not None:
            kind = subject_of(article.read.id, value).kind
            band = min(_BANDS - 1, int(value.confidence * _BANDS)) / _BANDS
            last[kind, value.id] = (kind, value.rule, band), decision.action
    yield from last.values()


def _row(kind: str, rule: str | None, band: float | None, verdicts: dict[str, int], missed: int) -> JudgedRow:
    judged = sum(verdicts.values())
    return JudgedRow(
        kind=kind, rule=rule, band=band, judged=judged, accepted=verdicts["accept"], rejected=verdicts["reject"],
        edited=verdicts["edit"], missed=missed, share=verdicts["accept"] / judged if judged else None,
    )  # fmt: skip
