"""Near-duplicates and stories: pairs and groups, held against gold."""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from bench.quality import gold as data
from onrecord.grouping import Copies, Text, duplicates, stories
from onrecord.grouping.online import Arrival, Online

_ORDERS = 3  # of arrival, over which the figure of the online grouping is averaged


def score(gold: Path) -> dict[str, float]:
    """Pair F1 of near-duplicates and B-cubed F1 of stories, in percent, under ``stories.``."""
    copies = data.load(gold / "stories" / "near-duplicates-dev.jsonl")
    found = duplicates([Text(row["id"], row["text"]) for row in copies])
    mine = [found.get(row["id"]) or row["id"] for row in copies]
    reports = data.load(gold / "stories" / "ecbplus-dev.jsonl")
    texts = [Text(row["id"], row["text"]) for row in reports]
    twins = duplicates(texts)
    told = stories(texts, twins)
    theirs = {row["id"]: row["story"] for row in reports}
    orders = [
        sorted(texts, key=lambda text: sha256(f"{order} {text.id}".encode()).digest()) for order in range(_ORDERS)
    ]
    return {
        "stories.near_duplicates.pair_f1": _pairs(mine, [row["group"] for row in copies]),
        "stories.ecb.bcubed_f1": _bcubed([told[row["id"]] for row in reports], [row["story"] for row in reports]),
        "stories.ecb.online_bcubed_f1": sum(_online(order, theirs) for order in orders) / _ORDERS,
    }


def _online(texts: Sequence[Text], theirs: Mapping[str, str]) -> float:
    online, seen = Online(), Copies()
    for number, text in enumerate(texts):
        first = seen.add(text.words())
        online.add(Arrival(text=text, copy_of=texts[first].id if first < number else None))
    told = online.stories()
    return _bcubed([told[text.id] for text in texts], [theirs[text.id] for text in texts])


def _pairs(mine: list[str], theirs: list[str]) -> float:
    def pairs(labels: list[tuple[str, ...]]) -> int:
        return sum(number * (number - 1) // 2 for number in Counter(labels).values())

    both = pairs(list(zip(mine, theirs, strict=True)))
    total = pairs([(label,) for label in mine]) + pairs([(label,) for label in theirs])
    return 200 * both / max(1, total)


def _bcubed(mine: list[str], theirs: list[str]) -> float:
    one, other, both = Counter(mine), Counter(theirs), Counter(zip(mine, theirs, strict=True))
    pairs = list(zip(mine, theirs, strict=True))
    p = sum(both[a, b] / one[a] for a, b in pairs) / max(1, len(pairs))
    r = sum(both[a, b] / other[b] for a, b in pairs) / max(1, len(pairs))
    return 200 * p * r / (p + r) if p + r else 0.0
