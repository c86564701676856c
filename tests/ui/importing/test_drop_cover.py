"""Files may be dropped anywhere on the window, and it says so while they are carried over it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.importing.drop_cover import DropCover, files_in
from ui.widgets.marking_banner import HEIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def carried(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


@pytest.fixture
def cover(qtbot: QtBot) -> DropCover:
    window = QWidget()
    window.resize(400, 300)
    QVBoxLayout(window).addWidget(QLineEdit())
    qtbot.addWidget(window)
    made = DropCover(window)
    window.show()
    return made


def enter(cover: DropCover, data: QMimeData) -> None:
    """Carry something into the window, as the system tells of it."""
    handle = cover.window().windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QDragEnterEvent(QPoint(50, 20), COPY, data, LEFT, NONE))


def test_files_over_any_field_cover_the_window_but_not_its_markings(cover: DropCover) -> None:
    data = carried("file:///data/ana.xlsx")
    enter(cover, data)
    assert cover.isVisible()
    assert (cover.y(), cover.height()) == (HEIGHT, 300 - 2 * HEIGHT)
    QApplication.sendEvent(cover, QDragLeaveEvent())
    assert not cover.isVisible()


def test_text_and_pages_of_the_web_are_no_files(cover: DropCover) -> None:
    for data in (carried("https://example.org/a.csv"), QMimeData()):
        enter(cover, data)
        assert not cover.isVisible()


def test_dropped_files_are_passed_on(qtbot: QtBot, cover: DropCover) -> None:
    data = carried("file:///data/ana%20ruiz.xlsx", "file:///data/poll.csv")
    enter(cover, data)
    with qtbot.waitSignal(cover.dropped) as dropped:
        QApplication.sendEvent(cover, QDropEvent(QPointF(50, 20), COPY, data, LEFT, NONE))
    assert dropped.args == [[Path("/data/ana ruiz.xlsx"), Path("/data/poll.csv")]]
    assert not cover.isVisible()
    assert files_in(data) == dropped.args[0]
    cover.cover()
    cover.grab()
    QTest.mouseClick(cover, LEFT)
    assert not cover.isVisible()
