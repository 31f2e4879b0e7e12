"""Logistic regression with a ridge penalty, by Newton's method on the Gram matrix: exact, and the same on every run.

For fewer examples than features, as judged events are; needs numpy alone.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
_STEPS = 30
_STEADY = 1e-4
_LEAST_SPREAD = 1e-6  # of an example that is all but certain


def fitted(features: Floats, right: Floats, strength: float) -> tuple[Floats, float]:
    """Weights and bias for ``(examples, features)`` and answers 0 or 1; the bias is not penalized.

    ``strength`` is the inverse of the penalty: the less, the more the weights are drawn to 0.
    """
    count = len(right)
    system = np.zeros((count + 1, count + 1))
    system[:count, :count] = features @ features.T
    system[count, :count] = system[:count, count] = 1.0
    gram = system[:count, :count].copy()
    dual, bias = np.zeros(count), 0.0
    for _ in range(_STEPS):
        odds = gram @ dual + bias
        share = chance(odds)
        spread = np.maximum(share * (1 - share), _LEAST_SPREAD)
        system[:count, :count] = gram + np.diag(1 / (strength * spread))
        found = np.linalg.solve(system, np.append(odds + (right - share) / spread, 0.0))
        moved = np.abs(gram @ (found[:count] - dual)).max() + abs(found[count] - bias)
        dual, bias = found[:count], float(found[count])
        if moved < _STEADY:
            break
    return features.T @ dual, bias


def chance(odds: Floats) -> Floats:
    """Log-odds as probability."""
    out: Floats = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return out
