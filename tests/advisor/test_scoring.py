from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.scores import Score
from advisor.scoring import (
    best_of,
    first_score,
    snapped,
    with_best,
    with_high,
    with_low,
    with_next_confidence,
    within_scale,
)

anywhere = st.floats(-5, 15)


@st.composite
def scores(draw: st.DrawFn) -> Score:
    low, best, high = sorted(draw(st.tuples(*[st.floats(0, 10)] * 3)))
    return Score(low, best, high)


@pytest.mark.parametrize(("best", "low", "high"), [(6.5, 5.5, 7.5), (0.5, 0, 1.5), (10, 9, 10)])
def test_a_first_score_reaches_a_point_either_way_and_is_of_low_confidence(
    best: float, low: float, high: float
) -> None:
    assert first_score(best) == Score(low, best, high, "low")


def test_the_best_estimate_moves_freely_within_its_range() -> None:
    assert with_best(Score(5, 6, 8, "high", "why"), 7.5) == Score(5, 7.5, 8, "high", "why")


def test_a_best_estimate_outside_its_range_takes_the_range_along() -> None:
    assert with_best(Score(5, 6, 8), 9) == Score(8, 9, 10)
    assert with_best(Score(6.5, 7.5, 8.5), 2) == Score(1, 2, 3)
    assert with_best(Score(5, 8, 8), 8.5) == Score(5.5, 8.5, 8.5)


def test_the_best_estimate_of_an_unknown_indicator_is_its_first_score() -> None:
    assert with_best(None, 4) == first_score(4)
    assert best_of(None) == 5


def test_the_ends_of_the_range_stop_at_the_best_estimate() -> None:
    assert with_low(Score(5, 6, 8), 9) == Score(6, 6, 8)
    assert with_high(Score(5, 6, 8), 1) == Score(5, 6, 6)


@given(score=scores(), value=anywhere)
def test_no_movement_puts_a_range_out_of_order_or_off_the_scale(score: Score, value: float) -> None:
    for moved in (with_best(score, value), with_low(score, value), with_high(score, value), first_score(value)):
        assert 0 <= moved.low <= moved.best <= moved.high <= 10


def test_confidence_goes_round_from_low_to_high_and_back_to_low() -> None:
    score = Score(5, 6, 7, "low")
    seen = []
    for _ in range(3):
        score = with_next_confidence(score)
        seen.append(score.confidence)
    assert seen == ["moderate", "high", "low"]


@given(value=st.floats(0, 10), step=st.sampled_from([0.1, 0.5, 1.0]))
def test_a_snapped_value_is_the_nearest_multiple_of_the_step(value: float, step: float) -> None:
    near = snapped(value, step)
    assert abs(near - value) <= step / 2 + 1e-9
    assert near / step == pytest.approx(round(near / step))


def test_moving_by_tenths_leaves_no_dust() -> None:
    value = 0.0
    for _ in range(63):
        value = within_scale(value + 0.1)
    assert value == 6.3
