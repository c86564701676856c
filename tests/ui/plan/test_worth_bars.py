from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer

from advisor.worth_table import WorthRow, worth_rows
from tests.advisor.solved_plans import PLAYBOOK, weighed
from ui.plan.worth_bars import WorthBars
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme

NAME = "What flexibility is worth, Peru, over 48 months"


def rows() -> tuple[WorthRow, ...]:
    return worth_rows(PLAYBOOK, weighed().worth)


@pytest.fixture
def bars(qtbot: QtBot, theme: Theme) -> WorthBars:
    made = WorthBars()
    qtbot.addWidget(made)
    made.show_rows(rows(), NAME)
    made.resize(258, made.sizeHint().height())
    made.show()
    return made


def reach(bars: WorthBars, colour: str, row: int) -> tuple[int, int]:
    """Return where a colour begins and ends in a row."""
    image = bars.grab().toImage()
    y = round((row + 0.5) * bars.height() / len(bars.rows)) - 3
    found = [x for x in range(image.width()) if image.pixelColor(x, y) == QColor(colour)]
    return found[0], found[-1]


def test_there_is_a_bar_for_each_way_of_acting_and_the_flexible_one_stands_out(bars: WorthBars) -> None:
    assert [row.strategy for row in bars.rows][2:] == ["Rigid", "Flexible", "Perfect foresight"]
    (_, flexible), (_, foresight) = reach(bars, LIGHT.verdicts["lead"].fill, 3), reach(bars, LIGHT.outline, 4)
    (_, untailored) = reach(bars, LIGHT.outline, 0)
    assert untailored < flexible < foresight


def test_what_is_worth_less_than_nothing_points_to_the_left(bars: WorthBars) -> None:
    usual = bars.rows[1]
    assert usual.share is not None
    assert usual.share < 0
    start, end = reach(bars, LIGHT.outline, 1)
    zero, _ = reach(bars, LIGHT.outline, 0)
    assert start < end <= zero + 1


def test_numbers_are_read_out_with_what_they_are_of(bars: WorthBars) -> None:
    assert bars.accessibleName() == bars.name == NAME
    assert "Flexible 9" in bars.accessibleDescription()
    assert "The usual request −3" in bars.accessibleDescription()
    assert "Rigid: Today's package, kept" in bars.toolTip()


def test_an_error_is_drawn_as_wide_as_it_is(bars: WorthBars) -> None:
    before = bars.grab().toImage()
    bars.show_rows([replace(row, share_error=0.1) for row in rows()], NAME)
    assert bars.grab().toImage() != before


def test_where_foresight_gains_nothing_there_are_dashes_and_no_bars(bars: WorthBars) -> None:
    bars.show_rows([replace(row, share=None, share_error=None) for row in rows()], NAME)
    assert "Rigid –" in bars.accessibleDescription()
    assert bars.grab().toImage().pixelColor(bars.width() - 60, 3 * bars.height() // 5 + 10) == QColor(LIGHT.bg)


def test_it_is_taken_elsewhere_as_picture_and_table(bars: WorthBars, theme: Theme) -> None:
    theme.choose("dark")
    assert bars.picture().pixelColor(0, 0) == QColor(LIGHT.surface)
    assert not QImage.fromData(bars.png()).isNull()
    svg = bytes(bars.svg().data())
    assert QSvgRenderer(bars.svg()).isValid()
    assert b"Perfect foresight" in svg
    assert len(bars.table()) == 6


def test_of_an_earlier_plan_no_bar_stands_out(bars: WorthBars) -> None:
    bars.set_dimmed(dimmed=True)
    with pytest.raises(IndexError):
        reach(bars, LIGHT.verdicts["lead"].fill, 3)
