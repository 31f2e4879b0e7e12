"""Whose words: sources that are pronouns, held against GUM's coreference chains."""

from collections.abc import Iterator
from pathlib import Path

from bench.quality import gold as data
from onrecord.model.record import Actor, Record, Statement
from onrecord.model.span import Span

_FILES = ("gum-interview.jsonl", "gum-news-dev.jsonl")
_PRONOUNS = frozenset("he she they it i we who".split())

Chains = list[list[Span]]


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """Of pronoun sources whose chain has a name or description: share led to an actor, and share of those right."""
    verdicts = [verdict for _, _, verdict in judged(gold, records)]
    led = [verdict for verdict in verdicts if verdict is not None]
    return {
        "speakers.coverage": 100 * len(led) / max(1, len(verdicts)),
        "speakers.precision": 100 * sum(led) / max(1, len(led)),
    }


def judged(gold: Path, records: data.Records) -> Iterator[tuple[data.Row, Statement, bool | None]]:
    """Every such statement, and whether its actor is right; null where it is led to nobody."""
    for name in _FILES:
        rows = data.load(gold / "coref" / name)
        for row, record in zip(rows, records(rows), strict=True):
            chains = [[Span(m["start"], m["end"]) for m in entity["mentions"]] for entity in row["entities"]]
            yield from ((row, said, verdict) for said, verdict in _verdicts(row["text"], chains, record))


def _verdicts(text: str, chains: Chains, record: Record) -> Iterator[tuple[Statement, bool | None]]:
    actors = {actor.id: actor for actor in record.actors}
    for said in record.statements:
        if len(said.source) != 1 or said.source[0].of(text).lower() not in _PRONOUNS:
            continue
        chain = next((chain for chain in chains if said.source[0] in chain), None)
        if chain is None or all(span.of(text).lower() in _PRONOUNS for span in chain):
            continue
        yield said, _is_in(actors[said.actor], chain, chains) if said.actor else None


def _is_in(actor: Actor, chain: list[Span], chains: Chains) -> bool:
    """Whether the gold mention that fits one of the actor's mentions best is of the chain."""
    return any(_best(mention, chains) is chain for mention in actor.mentions)


def _best(mention: Span, chains: Chains) -> list[Span] | None:
    fits = [
        (mention.shared(span) / (max(mention.end, span.end) - min(mention.start, span.start)), number)
        for number, chain in enumerate(chains)
        for span in chain
        if mention.overlaps(span)
    ]
    return chains[max(fits)[1]] if fits else None
