from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

import pytest

from advisor.waterfall import Bar
from ui.widgets.line_text import advance
from ui.widgets.waterfall_layout import ROW, TOTAL, WIN_SET, Ground, Zone, lay_out

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TITLE = "Why the standing is −1.50"
BARS = (
    Bar("a", "Electoral base", "factor", "domestic", -2.5, 0.0, -2.5),
    Bar("b", "Growers could block the roads", "rule", "domestic", 1.0, -2.5, -1.5, indent=1),
    Bar("standing", "Standing", "sum", "domestic", -1.5, 0.0, -1.5),
)


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


@pytest.mark.parametrize("width", [260.0, 340.0, 640.0])
def test_labels_bars_and_numbers_share_the_width_without_touching(width: float) -> None:
    layout = lay_out(BARS, TITLE, width)
    left, right = layout.bars
    assert layout.label_width < left < right < width - 40
    assert right - left > 60


def test_every_running_total_and_zero_lie_within_the_space_for_bars() -> None:
    layout = lay_out(BARS, TITLE, 340)
    left, right = layout.bars
    places = [layout.x(value) for value in (-2.5, -1.5, 0.0)]
    assert left < places[0] < places[1] < places[2] < right


def test_equal_steps_are_equally_long() -> None:
    layout = lay_out(BARS, TITLE, 340)
    assert layout.x(1) - layout.x(0) == pytest.approx(layout.x(-1) - layout.x(-2))


def test_rows_follow_each_other_and_the_sum_stands_apart() -> None:
    layout = lay_out(BARS, TITLE, 340)
    assert layout.row(1).top() - layout.row(0).top() == ROW
    assert layout.row(2).top() - layout.row(1).top() > ROW
    assert layout.height > layout.row(2).bottom()


def test_a_height_names_the_row_that_is_painted_there() -> None:
    layout = lay_out(BARS, TITLE, 340)
    assert [layout.row_at(layout.row(number).center().y()) for number in range(3)] == [0, 1, 2]
    assert layout.row_at(layout.top - 1) is None
    assert layout.row_at(layout.height + 1) is None


def test_the_legend_stands_beside_the_title_or_below_it_where_that_is_narrow() -> None:
    wide, narrow = lay_out(BARS, TITLE, 640), lay_out(BARS, TITLE, 340)
    assert wide.legend.top() == 0
    assert wide.legend.right() == pytest.approx(640)
    assert narrow.legend.top() > 0
    assert narrow.legend.left() == 0
    assert narrow.height > wide.height


def test_a_label_that_is_too_long_does_not_eat_the_bars() -> None:
    long = (replace(BARS[0], label="A pledge to voters who grow the crop " * 4), *BARS[1:])
    assert lay_out(long, TITLE, 340).label_width == 170


def test_a_standing_of_nothing_has_a_layout_too() -> None:
    flat = (Bar("a", "Patrons", "factor", "domestic", 0, 0, 0), replace(BARS[2], points=0, end=0))
    layout = lay_out(flat, TITLE, 340)
    assert layout.bars[0] < layout.x(0) < layout.bars[1]


LEVELS = (
    Bar("before", "31 Dec 2011", "level", "domestic", 4.0, 4.0, 4.0),
    Bar("a", "Military", "factor", "domestic", -1.0, 4.0, 3.0),
    Bar("after", "15 May 2014", "level", "domestic", 3.0, 3.0, 3.0),
)
ZONES = Ground((Zone("divergent", -inf, -1.0), Zone("contested", -1.0, 1.4), Zone("aligned", 1.4, inf)), ("domestic",))


def test_standings_are_measured_from_zero_and_levels_of_the_stance_fill_the_width() -> None:
    from_zero, zoned = lay_out(LEVELS, "", 340), lay_out(LEVELS, "", 340, ZONES)
    assert (WIN_SET.is_win_set, ZONES.is_win_set) == (True, False)
    assert from_zero.low < 0
    assert zoned.low > 2.9
    assert zoned.x(4.0) - zoned.x(3.0) > 3 * (from_zero.x(4.0) - from_zero.x(3.0))


def test_a_shorter_legend_takes_less_room() -> None:
    assert lay_out(LEVELS, "", 340, ZONES).legend.width() < lay_out(LEVELS, "", 340).legend.width()


def test_what_the_bars_lead_from_and_to_is_measured_in_bold() -> None:
    ends = (LEVELS[0], LEVELS[2])
    assert lay_out(ends, "", 640, ZONES).label_width >= max(advance(TOTAL, bar.label) for bar in ends)


def test_nothing_at_all_has_a_layout_too() -> None:
    assert lay_out((), "", 340, ZONES).height > 0
