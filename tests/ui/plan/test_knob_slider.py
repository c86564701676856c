from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from advisor.knob_ranges import KnobRange
from ui.plan.knob_slider import KnobRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme

BUDGET = KnobRange(240.0, 5.0, 118.0)


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> KnobRow:
    made = KnobRow("Budget a year", "Budget a year", BUDGET, lambda value: f"${value:g}m")
    qtbot.addWidget(made)
    made.resize(250, 30)
    made.show()
    made.activateWindow()
    return made


def wheel(row: KnobRow) -> QWheelEvent:
    place = QPointF(row.slider.rect().center())
    return QWheelEvent(
        place,
        place,
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_untouched_it_shows_the_number_of_the_playbook_to_the_dot(row: KnobRow) -> None:
    assert row.value is None
    assert row.number.text() == "$118m"
    assert row.slider.accessibleName() == "Budget a year: $118m"
    assert row.slider.value() == BUDGET.nearest(118.0)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 125.0),
        (Qt.Key.Key_Left, 115.0),
        (Qt.Key.Key_PageUp, 150.0),
        (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_End, 240.0),
    ],
)
def test_keys_turn_it(qtbot: QtBot, row: KnobRow, key: Qt.Key, value: float) -> None:
    with qtbot.waitSignal(row.turned) as told:
        QTest.keyClick(row.slider, key)
    assert told.args == [value]
    assert row.number.text() == f"${value:g}m"
    assert row.slider.accessibleName() == f"Budget a year: ${value:g}m, playbook $118m"


def test_back_at_the_number_of_the_playbook_it_is_as_if_never_turned(qtbot: QtBot, row: KnobRow) -> None:
    QTest.keyClick(row.slider, Qt.Key.Key_Right)
    with qtbot.waitSignal(row.turned) as told:
        QTest.keyClick(row.slider, Qt.Key.Key_Left)
    assert told.args == [None]
    assert row.number.text() == "$118m"


def test_a_press_puts_the_handle_there_and_a_drag_takes_it_along(qtbot: QtBot, row: KnobRow) -> None:
    slider = row.slider
    with qtbot.waitSignal(row.turned) as told:
        QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=slider.place_of(10).toPoint())
    assert told.args is not None
    assert abs(told.args[0] - 50.0) <= 5
    with qtbot.waitSignal(row.turned) as told:
        QTest.mouseMove(slider, slider.place_of(40).toPoint())
    assert told.args is not None
    assert abs(told.args[0] - 200.0) <= 5
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(row.turned):
        QTest.mouseMove(slider, slider.place_of(0).toPoint())


def test_a_number_from_elsewhere_is_shown_and_not_told(qtbot: QtBot, row: KnobRow) -> None:
    with qtbot.assertNotEmitted(row.turned):
        row.show_value(37.0)
    assert row.number.text() == "$37m"
    assert row.value == 37.0


def test_the_wheel_is_left_to_the_page(row: KnobRow) -> None:
    event = wheel(row)
    row.slider.wheelEvent(event)
    assert not event.isAccepted()
    assert row.value is None


def test_a_note_stands_below_only_where_there_is_one(row: KnobRow) -> None:
    assert not row.note.isVisible()
    row.show_note("116.5 used")
    assert row.note.isVisible()
    assert row.slider.accessibleDescription() == "116.5 used"


def test_the_keyboard_is_seen(row: KnobRow) -> None:
    row.slider.clearFocus()
    before = row.slider.grab().toImage()
    row.slider.setFocus()
    assert row.slider.grab().toImage() != before


def test_a_range_of_nothing_still_has_a_handle(qtbot: QtBot) -> None:
    row = KnobRow("A", "A", KnobRange(0.0, 1.0, 0.0), str)
    qtbot.addWidget(row)
    row.show()
    assert row.slider.place_of(0).x() > 0
