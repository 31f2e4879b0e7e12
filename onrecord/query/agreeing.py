"""What each reviewer decided on each value, where they differ, and how far they agree."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import msgspec

from onrecord.decisions import Decision, active, find, subject_of
from onrecord.decisions.agreement import alpha, kappa, share
from onrecord.decisions.subjects import LAYERS, Value
from onrecord.store import Store
from onrecord.store.connection import transaction
from onrecord.store.decided import DecidedArticle, decided_article, decided_articles

JUDGING = ("accept", "reject", "edit", "merge")
ALL = "all"


class VerdictRow(msgspec.Struct, frozen=True, kw_only=True):
    """A value and what reviewers made of it: ``verdicts``: name → accept, reject, merge or ``edit field → value``.

    ``value`` is its id in the machine's last reading, null if that no longer has it; ``confidence`` the machine's.
    """

    article: str
    kind: str
    value: str | None
    words: str | None
    confidence: float | None
    verdicts: dict[str, str]
    differs: bool


class AgreementRow(msgspec.Struct, frozen=True, kw_only=True):
    """How far two or more reviewers agree on values of a kind (``all``: on any) that at least two of them judged.

    ``agreed`` of ``values`` have one verdict; ``share`` is that of agreeing pairs of verdicts. ``kappa`` is Cohen's, of
    two; ``alpha`` Krippendorff's, for nominal data. Each is null where it says nothing, as of verdicts all the same.
    """

    kind: str
    reviewers: tuple[str, ...]
    values: int
    agreed: int
    share: float | None
    kappa: float | None
    alpha: float | None


def ask_verdicts(store: Store, kind: str | None = None) -> Iterator[VerdictRow]:
    """Every value of an article that somebody judged, by article; verdicts that were undone do not count.

    Raises:
        StoreError: the store cannot be read.
    """
    with transaction(store.engine) as connection:
        for article in decided_articles(connection):
            found = decided_article(connection, article)
            if found is not None:
                yield from (row for row in verdicts_on(found) if kind in (None, row.kind))


def ask_agreement(store: Store) -> list[AgreementRow]:
    """Agreement of every two reviewers, and of all where there are more: on all values, then kind by kind.

    Raises:
        StoreError: the store cannot be read.
    """
    rows = list(ask_verdicts(store))
    kinds = [ALL, *sorted({row.kind for row in rows})]
    return [each for kind in kinds for each in _of_kind(kind, [row for row in rows if kind in (ALL, row.kind)])]


def _of_kind(kind: str, rows: list[VerdictRow]) -> Iterator[AgreementRow]:
    names = sorted({name for row in rows for name in row.verdicts})
    groups = [*combinations(names, 2), *([tuple(names)] if len(names) > 2 else [])]
    for group in groups:
        judged = [[row.verdicts[name] for name in group if name in row.verdicts] for row in rows]
        judged = [verdicts for verdicts in judged if len(verdicts) > 1]
        if judged:
            yield _agreement(kind, group, judged)


def _agreement(kind: str, group: tuple[str, ...], judged: list[list[str]]) -> AgreementRow:
    pairs = [pair for verdicts in judged for pair in combinations(verdicts, 2)]
    return AgreementRow(
        kind=kind, reviewers=group, values=len(judged), agreed=sum(len(set(each)) == 1 for each in judged),
        share=share(pairs), kappa=kappa(pairs) if len(group) == 2 else None, alpha=alpha(judged),
    )  # fmt: skip


def verdicts_on(article: DecidedArticle) -> Iterator[VerdictRow]:
    """The values of an article that somebody judged."""
    by_value: dict[Any, dict[str, list[Decision]]] = defaultdict(lambda: defaultdict(list))
    values: dict[Any, Value | None] = {}
    for decision in active(article.decisions):
        subject = decision.subject
        if subject is None or subject.kind not in LAYERS or decision.action not in JUDGING:
            continue
        value = find(article.read, subject, of_type=False)
        key = (subject.kind, value.id) if value else (subject.kind, subject.spans, subject.type)
        values[key] = value
        by_value[key][decision.author].append(decision)
    for key, by_author in by_value.items():
        verdicts = {author: _verdict(made) for author, made in sorted(by_author.items())}
        yield _row(article, key[0], values[key], next(iter(by_author.values()))[0], verdicts)


def _row(
    article: DecidedArticle, kind: str, value: Value | None, decision: Decision, verdicts: dict[str, str]
) -> VerdictRow:
    subject = subject_of(article.read.id, value) if value else decision.subject
    spans = subject.spans if subject else ()
    return VerdictRow(
        article=article.read.id, kind=kind, value=value.id if value else None,
        words=" … ".join(article.text[start:end] for start, end in spans) or None,
        confidence=value.confidence if value else None, verdicts=verdicts, differs=len(set(verdicts.values())) > 1,
    )  # fmt: skip


def _verdict(made: list[Decision]) -> str:
    """What one reviewer's decisions on a value come to: the last word, with every change that it leaves standing."""
    if made[-1].action == "reject":
        return "reject"
    changes = {one.field or "": one.value for one in made if one.action == "edit"}
    if changes:
        return "; ".join(f"edit {field} → {_said(changes[field])}" for field in sorted(changes))
    return "merge" if any(one.action == "merge" for one in made) else "accept"


def _said(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value, order="deterministic").decode()
