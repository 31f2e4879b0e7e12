"""Stories: texts of one affair, by the words they share, weighed by how rare those are (TF-IDF, average link)."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

import numpy as np
import numpy.typing as npt

from onrecord.grouping.texts import Text

_LINK = 0.2  # least mean cosine between the texts of two groups that are joined; set on ECB+'s development part
_TITLE = 2  # times that the words of a headline count
_LEAST_LENGTH = 3

Matrix = npt.NDArray[np.float32]


def stories(texts: Sequence[Text]) -> dict[str, str]:
    """Id → id of its story: the first 12 hex digits of the SHA-256 of the ids of its texts."""
    ordered = sorted(texts, key=Text.key)
    labels = _linked(_cosines(ordered))
    members: dict[int, list[str]] = {}
    for text, label in zip(ordered, labels, strict=True):
        members.setdefault(label, []).append(text.id)
    names = {label: sha256("\n".join(sorted(ids)).encode()).hexdigest()[:12] for label, ids in members.items()}
    return {text.id: names[label] for text, label in zip(ordered, labels, strict=True)}


def _terms(text: Text) -> Counter[str]:
    words = text.words() + text.title.lower().split() * _TITLE
    return Counter(word for word in words if len(word) >= _LEAST_LENGTH)


def _cosines(texts: Sequence[Text]) -> Matrix:
    counts = [_terms(text) for text in texts]
    held = Counter(word for count in counts for word in count)
    words = {word: at for at, word in enumerate(sorted(word for word, number in held.items() if number > 1))}
    matrix = np.zeros((len(texts), max(1, len(words))), dtype=np.float32)
    for row, count in enumerate(counts):
        for word, number in count.items():
            if word in words:
                matrix[row, words[word]] = (1 + np.log(number)) * np.log(len(texts) / held[word])
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix /= np.where(norms == 0, 1, norms)
    return np.asarray(matrix @ matrix.T, dtype=np.float32)


def _linked(similar: Matrix) -> list[int]:
    """Joins the two groups nearest on average until none are near enough; a label for each row."""
    number = len(similar)
    labels = np.arange(number)
    sizes = np.ones(number, dtype=np.float32)
    mean = similar.copy()
    np.fill_diagonal(mean, -1)
    best = mean.max(axis=1) if number else np.zeros(0, dtype=np.float32)
    while number > 1:
        one = int(best.argmax())
        if best[one] < _LINK:
            break
        other = int(mean[one].argmax())
        joined = (mean[one] * sizes[one] + mean[other] * sizes[other]) / (sizes[one] + sizes[other])
        sizes[one] += sizes[other]
        mean[one], mean[:, one] = joined, joined
        mean[other], mean[:, other] = -1, -1
        mean[one, one] = mean[other, other] = -1
        mean[one, mean[:, one] < -0.5] = -1
        labels[labels == other] = one
        best = mean.max(axis=1)
    return [int(label) for label in labels]
