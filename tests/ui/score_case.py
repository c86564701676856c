"""The Score page on the library of a test, and hands to work it with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import PERU_2014
from ui.score_page import ScorePage

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from pytestqt.qtbot import QtBot

    from advisor.scores import Score
    from data.library import Library
    from ui.session import Session

WIDE, NARROW = (968, 900), (700, 600)


def opened_page(qtbot: QtBot, session: Session) -> ScorePage:
    """Return the page, shown and active, wide enough for two columns."""
    page = ScorePage(session)
    qtbot.addWidget(page)
    page.resize(*WIDE)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def saved(library: Library, indicator: str) -> Score | None:
    """Return a score of Peru 2014 as the library holds it."""
    return library.assessment(PERU_2014).sheet.get(indicator)


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    keyboard = QApplication.focusWidget()
    assert keyboard is not None
    QTest.keyClick(keyboard, key)


def write(text: str) -> None:
    """Type a text where the keyboard is."""
    keyboard = QApplication.focusWidget()
    assert keyboard is not None
    QTest.keyClicks(keyboard, text)


def place_of(page: ScorePage, indicator: str, value: float) -> QPoint:
    """Return where a value stands on the slider of an indicator."""
    slider = page.rows[indicator].slider
    return QPoint(round(slider.axis.x(value)), slider.height() // 2)
