from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from advisor.case_series import telling
from advisor.timeline import timeline
from tests.advisor.made_cases import PLAYBOOK
from tests.ui.charts.a_plot import BarPlot
from ui.charts.timeline_chart import TimelineChart
from ui.charts.timeline_plot import TimelinePlot
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from ui.charts.timeline_layout import TimelineLayout
    from ui.theme import Theme

PERU_2011, PERU_2012, PERU_2014 = "PER-2011H2", "PER-2012-2014", "PER-2014-2016"
Left, Shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme, cases: dict[str, Case]) -> TimelineChart:
    """Peru, the last two assessments compared."""
    made = TimelineChart()
    qtbot.addWidget(made)
    seen = timeline(PLAYBOOK, cases["Peru"], PERU_2014, {})
    made.show_plot(TimelinePlot(PLAYBOOK, seen, telling(seen.series, seen.window), (PERU_2012, PERU_2014)))
    made.resize(800, made.heightForWidth(800))
    with qtbot.waitExposed(made):
        made.show()
    return made


def plot(chart: TimelineChart) -> TimelinePlot:
    assert isinstance(chart.plot, TimelinePlot)
    return chart.plot


def layout(chart: TimelineChart) -> TimelineLayout:
    return plot(chart).layout(chart.width())


def place_of(chart: TimelineChart, assessment: str) -> QPoint:
    moment = plot(chart).timeline.moment(assessment)
    assert moment is not None
    return QPoint(round(layout(chart).scale.x(moment.as_of)), round(layout(chart).factors[2].middle))


def test_a_click_picks_an_assessment_to_compare_to_and_with_shift_from(qtbot: QtBot, chart: TimelineChart) -> None:
    with qtbot.waitSignal(chart.assessment_picked) as picked:
        QTest.mouseClick(chart, Left, pos=place_of(chart, PERU_2011))
    assert picked.args == [PERU_2011, False]
    with qtbot.waitSignal(chart.assessment_picked) as picked:
        QTest.mouseClick(chart, Left, Shift, place_of(chart, PERU_2011))
    assert picked.args == [PERU_2011, True]


def test_a_click_beside_every_assessment_picks_nothing(qtbot: QtBot, chart: TimelineChart) -> None:
    between = (place_of(chart, PERU_2012) + place_of(chart, PERU_2014)) / 2
    with qtbot.assertNotEmitted(chart.assessment_picked):
        QTest.mouseClick(chart, Left, pos=between)
        QTest.mouseClick(chart, Left, pos=QPoint(between.x(), 4))
        QTest.mouseClick(chart, Qt.MouseButton.RightButton, pos=place_of(chart, PERU_2011))


def test_a_hand_says_where_a_click_picks(chart: TimelineChart) -> None:
    QTest.mouseMove(chart, place_of(chart, PERU_2011))
    assert chart.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(chart, QPoint(20, 300))
    assert chart.cursor().shape() == Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize(
    ("key", "modifier", "picked"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, [PERU_2012, False]),
        (Qt.Key.Key_Left, Shift, [PERU_2011, True]),
        (Qt.Key.Key_Right, Shift, [PERU_2014, True]),
    ],
)
def test_arrow_keys_go_from_assessment_to_assessment(
    qtbot: QtBot, chart: TimelineChart, key: Qt.Key, modifier: Qt.KeyboardModifier, picked: list[object]
) -> None:
    with qtbot.waitSignal(chart.assessment_picked) as asked:
        QTest.keyClick(chart, key, modifier)
    assert asked.args == picked


def test_beyond_the_last_assessment_there_is_nothing_to_pick(qtbot: QtBot, chart: TimelineChart) -> None:
    with qtbot.assertNotEmitted(chart.assessment_picked):
        QTest.keyClick(chart, Qt.Key.Key_Right)
        QTest.keyClick(chart, Qt.Key.Key_PageDown)


def test_an_event_says_all_of_itself_and_several_at_one_place_are_all_named(chart: TimelineChart) -> None:
    named = next(one for one in layout(chart).placed if one.text and one.event.kind == "fact")
    assert named.event.text in chart.told_at(named.x, named.y)
    assert named.event.text in chart.told_at(named.text_left + 10, named.y)
    crowd = max(layout(chart).placed, key=lambda one: chart.told_at(one.x, one.y).count("\n"))
    assert chart.told_at(crowd.x, crowd.y).count("\n") >= 2


def test_an_assessment_says_its_stance(chart: TimelineChart) -> None:
    x = place_of(chart, PERU_2012).x()
    assert chart.told_at(x, layout(chart).stance.middle).startswith("31 December 2011: aligned")


def test_readings_say_their_value_and_source_bars_over_their_whole_width(chart: TimelineChart) -> None:
    area, _, approval, _ = layout(chart).series
    in_2012 = layout(chart).scale.x(plot(chart).series[0].readings[4].period.middle)
    for x in (in_2012 - 60, in_2012, in_2012 + 60):
        assert chart.told_at(x, area.middle).startswith("Coca area at year end, 2012: 60,400 ha")
    quarter = layout(chart).scale.x(plot(chart).series[2].readings[1].period.middle)
    assert chart.told_at(quarter, approval.middle).startswith("Approval of President Humala, 2011-Q4: 47 percent")


def test_where_nothing_stands_nothing_is_said(chart: TimelineChart) -> None:
    assert chart.told_at(20, layout(chart).events.top + 4) == ""
    assert chart.told_at(20, 5) == ""


def test_the_tooltip_is_what_is_said(chart: TimelineChart, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: shown.append(text))
    place = place_of(chart, PERU_2012)
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
    assert shown == [f"<p>{chart.told_at(place.x(), place.y())}</p>"]


def test_a_ring_shows_where_the_keyboard_is(chart: TimelineChart) -> None:
    def ringed() -> bool:
        return bool(chart.grab().toImage().pixelColor(1, 200) == QColor(LIGHT.focus))

    chart.activateWindow()
    chart.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ringed()
    chart.clearFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed()
    chart.clearFocus()
    assert not ringed()


def test_without_a_timeline_it_says_and_picks_nothing(qtbot: QtBot, chart: TimelineChart) -> None:
    for other in (None, BarPlot()):
        chart.show_plot(other)
        with qtbot.assertNotEmitted(chart.assessment_picked):
            QTest.mouseClick(chart, Left, pos=QPoint(300, 100))
            QTest.keyClick(chart, Qt.Key.Key_Left)
        assert chart.told_at(300, 100) == ""
