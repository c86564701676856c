from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.callout import Callout, beside

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SIZE, BOUNDS = QSize(300, 150), QRect(0, 0, 1000, 700)


@pytest.mark.parametrize(
    ("target", "side"),
    [
        (QRect(50, 300, 200, 30), "right"),
        (QRect(800, 300, 150, 30), "left"),
        (QRect(0, 20, 1000, 30), "below"),
        (QRect(0, 650, 1000, 30), "above"),
        (QRect(0, 0, 1000, 700), "none"),
        (QRect(), "none"),
    ],
)
def test_it_stands_where_there_is_room_and_never_over_the_edge(target: QRect, side: str) -> None:
    found, place = beside(target, SIZE, BOUNDS)
    assert found == side
    assert BOUNDS.contains(place)
    assert side == "none" or not place.intersects(target)


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[QWidget, QPushButton, Callout]:
    window = QWidget()
    window.resize(1000, 700)
    target = QPushButton("Scores", window)
    target.setGeometry(50, 300, 200, 30)
    qtbot.addWidget(window)
    window.show()
    callout = Callout(window)
    callout.point_at(target, "Score the pressures", "Each line is one pressure.", 1, 3)
    return window, target, callout


def test_it_says_what_it_is_about_and_how_many_come(shown: tuple[QWidget, QPushButton, Callout]) -> None:
    _, _, callout = shown
    assert callout.accessibleName() == "Tour, 1 of 3: Score the pressures"
    assert callout.go_on.text() == "Next"
    assert not callout.grab().isNull()


def test_it_follows_the_thing_it_is_about(shown: tuple[QWidget, QPushButton, Callout]) -> None:
    _, target, callout = shown
    before = callout.geometry()
    target.move(50, 500)
    assert callout.geometry().top() > before.top()
    target.hide()
    assert callout.side == "none"
    callout.leave()
    assert not callout.isVisible()


def test_what_is_under_it_goes_on_working(qtbot: QtBot, shown: tuple[QWidget, QPushButton, Callout]) -> None:
    _, target, _ = shown
    with qtbot.waitSignal(target.clicked):
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def test_keys_go_on_and_put_off(qtbot: QtBot, shown: tuple[QWidget, QPushButton, Callout]) -> None:
    _, _, callout = shown
    for key, signal in ((Qt.Key.Key_Return, callout.forward), (Qt.Key.Key_Escape, callout.later)):
        with qtbot.waitSignal(signal):
            QTest.keyClick(callout, key)
