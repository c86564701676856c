"""Classes, probabilities and scores of the stance model, against SciPy and by hand."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from advisor.stance import brier, class_numbers, class_probabilities, classify, concordance
from advisor.stance_fit import StanceModel

MODEL = StanceModel({}, cut_divergent=-1.0, cut_aligned=2.0, sigma=1.5)


@pytest.mark.parametrize(
    ("index", "stance"),
    [(-1.5, "divergent"), (-1.0, "divergent"), (-0.9, "contested"), (2.0, "contested"), (2.1, "aligned")],
)
def test_the_class_follows_the_cuts(index: float, stance: str) -> None:
    assert classify(index, MODEL) == stance


def test_the_dust_of_binary_fractions_turns_no_stance() -> None:
    assert classify(-1.0 + 1e-15, MODEL) == "divergent"
    assert classify(-1.0 + 1e-8, MODEL) == "contested"


def test_probabilities_are_the_normal_shares_between_the_cuts() -> None:
    index = np.array([-3.0, 0.0, 0.7, 4.0])
    shares = class_probabilities(index, MODEL)
    below = stats.norm(index, 1.5).cdf(-1.0)
    above = stats.norm(index, 1.5).sf(2.0)
    np.testing.assert_allclose(shares, np.stack([below, 1 - below - above, above], axis=1), atol=1e-12)


def test_class_numbers_run_over_arrays() -> None:
    assert class_numbers(np.array([-5.0, 0.0, 5.0]), MODEL).tolist() == [0, 1, 2]


def test_the_brier_score_is_0_for_certainty_and_2_for_certain_error() -> None:
    certain = np.array([[1.0, 0.0, 0.0]])
    assert brier(certain, np.array([0.0])) == 0
    assert brier(certain, np.array([2.0])) == 2


def test_the_brier_score_counts_weights() -> None:
    certain = np.array([[1.0, 0.0, 0.0], [1.0, 0.0, 0.0]])
    assert brier(certain, np.array([0.0, 2.0]), np.array([3.0, 1.0])) == pytest.approx(0.5)


def test_concordance_is_the_share_of_pairs_in_the_right_order_and_a_tie_is_a_miss() -> None:
    outcome = np.array([0.0, 1.0, 2.0])
    assert concordance(np.array([1.0, 2.0, 3.0]), outcome) == 1
    assert concordance(np.array([1.0, 1.0, 3.0]), outcome) == pytest.approx(2 / 3)
    assert concordance(np.array([1.0, 2.0]), np.array([1.0, 1.0])) is None
