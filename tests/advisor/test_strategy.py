"""Means, worst tenths and their standard errors."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.strategy import result_of


def test_mean_and_worst_tenth_of_a_known_distribution() -> None:
    worths = np.random.default_rng(3).normal(50, 10, 40_000)
    found = result_of(worths, np.full(40_000, 100.0))
    assert found.mean == pytest.approx(50, abs=0.2)
    assert found.standard_error == pytest.approx(0.05, rel=0.02)
    assert found.worst_tenth == pytest.approx(50 - 12.816, abs=0.2)
    assert found.share == pytest.approx(0.5, abs=0.002)


def test_errors_are_what_repetition_shows() -> None:
    random = np.random.default_rng(4)
    runs = [result_of(random.normal(50, 10, 2_000), random.normal(100, 5, 2_000)) for _ in range(200)]
    assert np.std([run.worst_tenth for run in runs]) == pytest.approx(runs[0].worst_tenth_error, rel=0.35)
    assert np.std([run.share or 0.0 for run in runs]) == pytest.approx(runs[0].share_error, rel=0.2)


def test_foresight_is_its_own_measure() -> None:
    worths = np.random.default_rng(5).normal(50, 10, 100)
    found = result_of(worths, worths)
    assert found.share == pytest.approx(1)
    assert found.share_error == pytest.approx(0)


@pytest.mark.parametrize("foresight", [0.0, -3.0])
def test_there_is_no_share_of_nothing(foresight: float) -> None:
    found = result_of(np.zeros(16), np.full(16, foresight))
    assert found.share is None
    assert found.share_error is None


def test_few_futures_still_give_an_answer() -> None:
    assert result_of(np.array([3.0]), np.array([4.0])).worst_tenth == 3.0
