from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from tests.ui.charts.a_plot import BarPlot
from ui.charts.chart_frame import ChartFrame
from ui.charts.figure_chart import FigureChart
from ui.charts.taking import Taking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture
def frame(qtbot: QtBot, theme: Theme) -> ChartFrame:
    chart = FigureChart()
    chart.show_plot(BarPlot())
    made = ChartFrame("Pressures", chart, chart)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def test_the_button_shows_the_numbers_in_place_of_the_chart_and_back(frame: ChartFrame) -> None:
    chart = frame.findChild(FigureChart)
    assert chart is not None
    QTest.mouseClick(frame.toggle, Qt.MouseButton.LeftButton)
    assert (chart.isVisible(), frame.table.isVisible(), frame.toggle.text()) == (False, True, "Chart")
    assert frame.table.rowCount() == 2
    QTest.keyClick(frame.toggle, Qt.Key.Key_Space)
    assert (chart.isVisible(), frame.table.isVisible(), frame.toggle.text()) == (True, False, "Table")


def test_in_a_narrow_frame_the_buttons_stand_below_the_chart(qtbot: QtBot, theme: Theme, frame: ChartFrame) -> None:
    chart = FigureChart()
    chart.show_plot(BarPlot())
    narrow = ChartFrame("Pressures", chart, chart, narrow=True)
    qtbot.addWidget(narrow)
    narrow.resize(240, 300)
    narrow.show()
    usual = frame.findChild(FigureChart)
    assert usual is not None
    assert narrow.toggle.y() > chart.geometry().bottom()
    assert frame.toggle.geometry().bottom() < usual.y()


def test_the_numbers_follow_the_chart(frame: ChartFrame) -> None:
    frame.toggle.click()
    chart = frame.findChild(FigureChart)
    assert chart is not None
    chart.show_plot(None)
    frame.refresh()
    assert frame.table.rowCount() == 0


# The offscreen platform can neither raise the menu nor give it the keyboard, and says so.
@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_button_offers_to_take_the_chart_elsewhere(frame: ChartFrame) -> None:
    frame.more.click()
    menu = frame.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Copy as table", "Copy picture", "Save as PNG, SVG or PDF…"]
    menu.close()


def test_a_caption_stands_below_the_heading_only_where_there_is_one(frame: ChartFrame) -> None:
    assert not frame.caption.isVisible()
    frame.set_caption("Bars show shares.")
    assert frame.caption.isVisible()
    frame.set_caption("")
    assert not frame.caption.isVisible()


@pytest.mark.parametrize(("dimmed", "ink"), [(True, "ink3"), (False, "ink2")])
def test_a_chart_of_earlier_scores_is_dimmed(frame: ChartFrame, dimmed: bool, ink: str) -> None:
    frame.set_dimmed(dimmed=not dimmed)
    frame.set_dimmed(dimmed=dimmed)
    assert frame.heading.ink == ink


def test_every_button_says_which_chart_it_is_of(frame: ChartFrame) -> None:
    assert frame.toggle.accessibleName().startswith("Pressures: ")
    assert frame.more.accessibleName().startswith("Pressures: ")


def test_a_control_stands_below_the_heading_and_what_is_added_below_the_chart(frame: ChartFrame) -> None:
    control, below, row = QWidget(), QWidget(), QHBoxLayout()
    for added in (control, below):
        added.setFixedSize(20, 10)
    row.addWidget(below)
    frame.hide()
    frame.add_control(control)
    frame.add_below(row)
    frame.show()
    chart = frame.findChild(FigureChart)
    assert chart is not None
    assert frame.heading.geometry().bottom() < control.y() < chart.y() < below.y()


# The offscreen platform can neither raise the menu nor give it the keyboard, and says so.
@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_chart_that_can_be_taken_elsewhere_by_itself_is_offered_once(qtbot: QtBot, theme: Theme) -> None:
    chart = FigureChart()
    chart.show_plot(BarPlot())
    taking = Taking(chart, chart)
    made = ChartFrame("Pressures", chart, chart, taking=taking)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    assert made.taking is taking
    QGuiApplication.clipboard().clear()
    made.activateWindow()
    made.toggle.setFocus()
    QTest.keyClick(made.toggle, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Factor")
    made.more.click()
    menu = made.findChild(QMenu)
    assert menu is not None
    assert menu.actions() == list(taking.actions)
    menu.close()
