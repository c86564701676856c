from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.scores import Score
from ui.widgets.axis import FOCUS_RADIUS, Axis, slider_axis

AXIS = Axis(10, 200)


@given(value=st.floats(0, 10))
def test_a_value_and_its_place_are_one_to_one(value: float) -> None:
    assert AXIS.value(AXIS.x(value)) == pytest.approx(value)


def test_a_place_beyond_the_axis_is_its_nearer_end() -> None:
    assert (AXIS.value(-50), AXIS.value(900)) == (0, 10)


def test_every_handle_can_be_taken_from_where_it_stands() -> None:
    score = Score(2, 5, 9)
    assert [AXIS.handle_at(AXIS.x(value), score) for value in (2, 5, 9)] == ["low", "best", "high"]


def test_a_handle_is_reached_within_24_pixels() -> None:
    score = Score(2, 5, 9)
    assert AXIS.handle_at(AXIS.x(2) - 12, score) == AXIS.handle_at(AXIS.x(2) + 12, score) == "low"
    assert AXIS.handle_at(AXIS.x(2) - 13, score) is None


def test_handles_that_lie_on_one_another_stay_apart_by_side() -> None:
    score, place = Score(5, 5, 5), AXIS.x(5)
    assert [AXIS.handle_at(place + offset, score) for offset in (-8, 0, 8)] == ["low", "best", "high"]


def test_the_nearer_of_two_handles_is_taken() -> None:
    score = Score(4, 5, 6)
    assert AXIS.handle_at(AXIS.x(5) - 9, score) == "best"
    assert AXIS.handle_at(AXIS.x(5) - 11, score) == "low"


def test_the_bare_axis_holds_no_handle() -> None:
    assert AXIS.handle_at(AXIS.x(9), Score(1, 2, 3)) is None


def test_the_axis_of_a_slider_leaves_room_for_the_focus_ring() -> None:
    axis = slider_axis(120)
    assert axis.x(0) >= FOCUS_RADIUS
    assert axis.x(10) <= 120 - FOCUS_RADIUS
