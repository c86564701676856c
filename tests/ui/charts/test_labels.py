from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.charts.labels import Lanes, wrapped
from ui.widgets.line_text import Type, advance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TEXT = Type(12)
INTERVALS = st.tuples(st.floats(-20, 120), st.floats(0.5, 60)).map(lambda one: (one[0], one[0] + one[1]))


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


@given(st.lists(INTERVALS, max_size=30), st.integers(1, 4))
def test_no_two_labels_of_a_lane_overlap_and_none_leaves_it(places: list[tuple[float, float]], count: int) -> None:
    lanes = Lanes(0, 100, count)
    taken: list[tuple[int, float, float]] = []
    for start, end in places:
        found = lanes.first_free([(start, end)])
        if found is not None:
            taken.append((found[0], start, end))
    assert all(start >= 0 and end <= 100 for _, start, end in taken)
    for place, (lane, start, end) in enumerate(taken):
        others = [(begin, stop) for other, begin, stop in taken[:place] if other == lane]
        assert all(end <= begin or start >= stop for begin, stop in others)


def test_the_upper_lane_is_taken_first_and_the_wanted_place_before_the_second_choice() -> None:
    lanes = Lanes(0, 100, 2)
    assert lanes.first_free([(10, 40), (50, 90)]) == (0, 10)
    assert lanes.first_free([(10, 40), (50, 90)]) == (0, 50)
    assert lanes.first_free([(10, 40), (50, 90)]) == (1, 10)


def test_without_room_there_is_no_place() -> None:
    lanes = Lanes(0, 100)
    lanes.take(0, 100)
    assert lanes.first_free([(10, 20)]) is None
    assert lanes.first_free([]) is None


def test_text_is_broken_between_words_and_fits() -> None:
    lines = wrapped(TEXT, "Coca area at year end in the whole country", 90, 5)
    assert " ".join(lines) == "Coca area at year end in the whole country"
    assert all(advance(TEXT, line) <= 90 for line in lines)


def test_what_does_not_fit_on_the_last_line_ends_in_an_ellipsis() -> None:
    lines = wrapped(TEXT, "Coca area at year end in the whole country", 90, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert advance(TEXT, lines[-1]) <= 90


def test_a_word_wider_than_the_line_is_cut() -> None:
    lines = wrapped(TEXT, "Antidisestablishmentarianism again", 60, 3)
    assert lines[0].endswith("…")
    assert lines[1] == "again"


def test_nothing_takes_no_line() -> None:
    assert wrapped(TEXT, "   ", 60, 3) == []
