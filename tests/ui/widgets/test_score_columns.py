from __future__ import annotations

from itertools import pairwise

import pytest

from ui.widgets.score_columns import score_columns


@pytest.mark.parametrize("width", [390, 455, 700, 1200])
def test_columns_stand_beside_one_another_within_the_row(width: int) -> None:
    columns = score_columns(width, 27)
    for left, right in pairwise(columns):
        assert left.right() < right.left()
    assert columns.name.left() >= 0
    assert columns.notes.right() <= width


def test_a_wide_row_gives_room_to_the_slider_first() -> None:
    assert score_columns(560, 27).slider.width() > score_columns(480, 27).slider.width()
    assert score_columns(560, 27).name.width() == score_columns(480, 27).name.width()


def test_words_take_the_place_of_number_and_range() -> None:
    columns = score_columns(455, 27)
    assert columns.words.left() == columns.number.left()
    assert columns.words.right() == columns.range.right()
