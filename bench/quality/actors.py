"""Actor phrases to country and sector, and the merging of names."""

from pathlib import Path

from bench.quality import gold as data
from onrecord.entities.phrases import code_phrase
from onrecord.model.span import Span


def score(gold: Path, records: data.Records) -> dict[str, float]:
    """Figures in percent, under ``actors.`` and ``names.``."""
    return _phrases(data.load(gold / "actors" / "actor-phrases.jsonl")) | _names(
        data.load(gold / "coref" / "gum-news-names-dev.jsonl"), records
    )


_DATES = ("query_date", "arg2", "date")


def _phrases(rows: list[data.Row]) -> dict[str, float]:
    """Country and sector where one is expected; null where an empty country is. Phrases marked xfail are left out."""
    hits: dict[str, list[bool]] = {"country": [], "sector": [], "null": []}
    for row in rows:
        expected = row["expected"]
        if row["xfail"] or row["call"] == "query_wiki":
            continue
        date = next((row["args"][name] for name in _DATES if row["args"].get(name) not in (None, "", "today")), None)
        actor = code_phrase(row["text"], date)
        country = next((expected[key] for key in ("cc", "country") if key in expected), None)
        if country:
            hits["country"].append(country in (actor.country, actor.code))
        elif country == "":
            hits["null"].append(actor.country is None)
        if expected.get("code_1"):
            hits["sector"].append(expected["code_1"] in actor.sectors or actor.code == expected["code_1"])
    return {f"actors.phrases.{name}": 100 * sum(right) / len(right) for name, right in hits.items() if right}


def _alike(one: tuple[int, int], other: Span) -> float:
    """Characters in common over characters in either."""
    both = min(one[1], other.end) - max(one[0], other.start)
    return both / (max(one[1], other.end) - min(one[0], other.start)) if both > 0 else 0.0


def _names(rows: list[data.Row], records: data.Records) -> dict[str, float]:
    """B-cubed over the gold names that an actor's mention overlaps (the most alike counts), and how many those are."""
    precision = recall = covered = wanted = 0.0
    for row, record in zip(rows, records(rows), strict=True):
        mine: dict[tuple[int, int], str] = {}
        theirs: dict[tuple[int, int], int] = {}
        for number, entity in enumerate(row["entities"]):
            for mention in entity["mentions"]:
                span = (mention["start"], mention["end"])
                wanted += 1
                at = [(_alike(span, m), a.id) for a in record.actors for m in a.mentions]
                best = max(at, default=(0.0, ""))
                if best[0] > 0:
                    theirs[span], mine[span] = number, best[1]
        for span in theirs:
            same_mine = {s for s in mine if mine[s] == mine[span]}
            same_theirs = {s for s in theirs if theirs[s] == theirs[span]}
            both = len(same_mine & same_theirs)
            precision += both / len(same_mine)
            recall += both / len(same_theirs)
        covered += len(theirs)
    p, r = precision / max(1, covered), recall / max(1, covered)
    return {
        "names.gum.b3_f1": 200 * p * r / (p + r) if p + r else 0.0,
        "names.gum.coverage": 100 * covered / max(1, wanted),
    }
