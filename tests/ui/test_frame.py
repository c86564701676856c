"""The window before it has anything to show, on screens of any kind, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QMainWindow, QScrollArea, QWidget

from ui.frame import LEAST_SIZE, TITLE, Frame, reachable
from ui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LARGE, SMALL = QRect(0, 0, 1920, 1080), QRect(0, 0, 1000, 640)
BESIDE = QRect(1920, 0, 2560, 1440)


@pytest.fixture
def frame(qtbot: QtBot, tmp_path: Path) -> Frame:
    made = Frame(Settings(tmp_path))
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.painted):
        made.show()
    return made


def test_the_window_is_there_before_its_work(frame: Frame) -> None:
    assert frame.windowTitle() == TITLE
    assert frame.work is None
    blank = frame.centralWidget()
    assert blank is not None
    assert blank.accessibleName() == "Opening the library…"


def test_the_work_fills_the_window_gives_it_its_title_and_ends_with_it(frame: Frame) -> None:
    work = QMainWindow()
    work.setWindowTitle("Peru - Second Image")
    frame.hold(work)
    assert frame.windowTitle() == "Peru - Second Image"
    work.setWindowTitle("Bolivia - Second Image")
    assert frame.windowTitle() == "Bolivia - Second Image"
    frame.close()
    assert not work.isVisible()


def test_work_larger_than_the_screen_can_be_scrolled(qtbot: QtBot, frame: Frame) -> None:
    work = QWidget()
    work.setMinimumSize(1000, 640)
    frame.hold(work)
    frame.resize(LEAST_SIZE)
    area = frame.centralWidget()
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() > 0)
    assert area.verticalScrollBar().maximum() > 0
    assert work.size() == QSize(1000, 640)


def test_the_window_stands_where_it_stood(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    first = Frame(settings)
    qtbot.addWidget(first)
    first.setGeometry(40, 50, 600, 400)
    first.show()
    first.close()
    again = Frame(settings)
    qtbot.addWidget(again)
    assert again.geometry() == QRect(40, 50, 600, 400)


@pytest.mark.parametrize(
    ("wanted", "screens", "place"),
    [
        (QRect(100, 80, 1440, 900), [LARGE], QRect(100, 80, 1440, 900)),
        (QRect(2200, 100, 1440, 900), [LARGE, BESIDE], QRect(2200, 100, 1440, 900)),
        (QRect(-40, 10, 1440, 900), [LARGE], QRect(-40, 10, 1440, 900)),
        (QRect(100, 80, 1440, 900), [], QRect(100, 80, 1440, 900)),
    ],
)
def test_a_window_that_can_be_taken_hold_of_stays_where_it_is(
    wanted: QRect, screens: list[QRect], place: QRect
) -> None:
    assert reachable(wanted, screens) == place


@pytest.mark.parametrize(
    "wanted", [QRect(2200, 100, 1440, 900), QRect(300, -1200, 1440, 900), QRect(1900, 100, 1440, 900)]
)
def test_a_window_whose_screen_was_unplugged_comes_back(wanted: QRect) -> None:
    assert LARGE.contains(reachable(wanted, [LARGE]))


def test_a_window_is_no_larger_than_a_small_screen() -> None:
    assert SMALL.contains(reachable(QRect(2000, 0, 1440, 900), [SMALL]))
    assert reachable(QRect(0, 0, 1440, 900), [SMALL]).size() == SMALL.size()
