"""The logistic regression that confidence is learned with."""

import numpy as np
import pytest

from training.logistic import chance, fitted


def test_without_features_that_say_anything_the_bias_is_the_share() -> None:
    _, bias = fitted(np.zeros((10, 1)), np.array([1.0] * 7 + [0.0] * 3), 1.0)
    assert chance(np.array([bias]))[0] == pytest.approx(0.7, abs=1e-3)


def test_the_gradient_of_what_is_minimized_is_nought() -> None:
    random = np.random.default_rng(5)
    features = (random.random((40, 60)) < 0.2).astype(float)
    right = (random.random(40) < 0.5).astype(float)
    strength = 0.3
    weights, bias = fitted(features, right, strength)
    gap = chance(features @ weights + bias) - right
    assert features.T @ gap + weights / strength == pytest.approx(np.zeros(60), abs=1e-3)
    assert gap.sum() == pytest.approx(0.0, abs=1e-3)


def test_a_feature_of_right_answers_weighs_for_them_the_more_the_less_it_is_drawn_to_nought() -> None:
    features = np.array([[1.0], [1.0], [1.0], [0.0], [0.0], [0.0]])
    right = np.array([1.0, 1.0, 0.0, 0.0, 0.0, 1.0])
    weak, strong = fitted(features, right, 0.1)[0][0], fitted(features, right, 10.0)[0][0]
    assert 0 < weak < strong
