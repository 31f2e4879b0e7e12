"""Stories: texts of one affair, by the words they share, weighed by how rare those are (TF-IDF, average link)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from onrecord.grouping.common_words import COMMON
from onrecord.grouping.texts import Text

# Least mean likeness between the texts of two groups that are joined: the best over samples of ECB+'s development
# part, from sets of ten topics (where 0.48 would do) to all 33 of them (where 0.52 would).
_LINK = 0.5
_COMPANY = 0.55  # share in a likeness of the company the two texts keep: how alike each is to every other text
_TITLE = 2  # times that the words of a headline count
_LEAD = 60  # words at the start, which tell what a report is about, and count once more
_NAMED = 3.0  # weight of a word written with a capital or a digit: who and how many tell two like affairs apart
_LEAST_LENGTH = 3
# Texts that are taken to stand behind the set: in a set of two, a word of both is still worth something.
_BEHIND = 50
_BLOCK = 2048  # words whose weights are in memory at a time
_WORD = re.compile(r"\w+")
_NO_COPIES: Mapping[str, str] = MappingProxyType({})

Matrix = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Weights = dict[str, float]
K = TypeVar("K", str, int)  # a word, or its hash


def stories(texts: Sequence[Text], copies: Mapping[str, str] = _NO_COPIES) -> dict[str, str]:
    """Id → id of its story: the first 12 hex digits of the SHA-256 of the ids of its texts.

    ``copies`` (id → id of the original, as ``duplicates`` gives them) go where their original goes.
    """
    ordered = sorted((text for text in texts if text.id not in copies), key=Text.key)
    label = dict(zip((text.id for text in ordered), labelled([terms(text) for text in ordered]), strict=True))
    label |= {copy: label[original] for copy, original in copies.items()}
    members: dict[int, list[str]] = {}
    for name, number in label.items():
        members.setdefault(number, []).append(name)
    names = {number: story_id(ids) for number, ids in members.items()}
    return {text.id: names[label[text.id]] for text in texts}


def labelled(weighed: Sequence[Mapping[K, float]], apart: Mask | None = None) -> list[int]:
    """A label for each text, the same for those of one story; texts are given by their words as ``terms`` weighs them.

    Two texts for which ``apart`` (text by text) is true have nothing in common, whatever their words.
    """
    cosines = _cosines(weighed)
    if apart is not None:
        cosines[apart] = 0.0
    return _linked(_likeness(cosines))


def story_id(articles: Iterable[str]) -> str:
    """The id of the story that these articles are."""
    return sha256("\n".join(sorted(articles)).encode()).hexdigest()[:12]


def terms(text: Text) -> Weights:
    """Word → its weight in the text alone: how often, and whether as a name."""
    words = _WORD.findall(text.text)
    count = Counter(word.lower() for word in (*words, *words[:_LEAD], *_WORD.findall(text.title) * _TITLE))
    named = {word.lower() for word in words if word[0].isupper() or word[0].isdigit()}
    return {
        word: float(1 + np.log(number)) * (_NAMED if word in named else 1.0)
        for word, number in count.items()
        if word not in COMMON and (len(word) >= _LEAST_LENGTH or word.isdigit())
    }


def _cosines(weighed: Sequence[Mapping[K, float]]) -> Matrix:
    """Each text with each; words of one text alone count for its length, and meet no other."""
    held = Counter(word for weights in weighed for word in weights)
    rare = {word: float(np.log((len(weighed) + _BEHIND) / number)) for word, number in held.items()}
    lengths = [
        sum((weight * rare[word]) ** 2 for word, weight in sorted(weights.items())) ** 0.5 for weights in weighed
    ]
    shared = {word: at for at, word in enumerate(sorted(word for word, number in held.items() if number > 1))}
    entries: dict[int, list[tuple[int, int, float]]] = {}
    for row, (weights, length) in enumerate(zip(weighed, lengths, strict=True)):
        for word in weights.keys() & shared.keys():
            block, column = divmod(shared[word], _BLOCK)
            entries.setdefault(block, []).append((row, column, weights[word] * rare[word] / max(length, 1e-9)))
    return _products(len(weighed), entries)


def _likeness(cosines: Matrix) -> Matrix:
    """Two reports with few words in common are near still if they are near the same other reports."""
    lengths = np.linalg.norm(cosines, axis=1, keepdims=True)
    profiles = cosines / np.where(lengths == 0, 1, lengths)
    return np.asarray((1 - _COMPANY) * cosines + _COMPANY * (profiles @ profiles.T), dtype=np.float32)


def _products(number: int, entries: Mapping[int, list[tuple[int, int, float]]]) -> Matrix:
    similar = np.zeros((number, number), dtype=np.float32)
    for block in sorted(entries):
        rows, columns, values = zip(*entries[block], strict=True)
        weights = np.zeros((number, _BLOCK), dtype=np.float32)
        weights[np.array(rows), np.array(columns)] = values
        similar += weights @ weights.T
    return similar


def _linked(similar: Matrix) -> list[int]:
    """Joins the two groups nearest on average until none are near enough; a label for each row."""
    number = len(similar)
    labels = np.arange(number)
    sizes = np.ones(number, dtype=np.float32)
    mean = similar.copy()
    np.fill_diagonal(mean, -1)
    best = mean.max(axis=1, initial=-1)
    nearest = mean.argmax(axis=1) if number else labels
    while number and best[one := int(best.argmax())] >= _LINK:
        other = int(nearest[one])
        joined = (mean[one] * sizes[one] + mean[other] * sizes[other]) / (sizes[one] + sizes[other])
        sizes[one] += sizes[other]
        joined[mean[one] < 0] = -1  # groups that are gone, and the group itself
        joined[other] = -1
        mean[one], mean[:, one] = joined, joined
        mean[other], mean[:, other] = -1, -1
        labels[labels == other] = one
        _renew(mean, best, nearest, np.flatnonzero((nearest == one) | (nearest == other)))
        _renew(mean, best, nearest, np.array([one, other]))
        # A mean is never above both of the means it is made of, so no other row has found a nearer group.
    return [int(label) for label in labels]


def _renew(mean: Matrix, best: Matrix, nearest: npt.NDArray[np.int64], rows: npt.NDArray[np.int64]) -> None:
    nearest[rows] = mean[rows].argmax(axis=1)
    best[rows] = mean[rows].max(axis=1)
