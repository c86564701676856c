"""Whatever the machine lacks, and whenever it is closed, the window stays usable."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QScrollArea

from ui.background import Background
from ui.frame import LEAST_SIZE, Frame
from ui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow

PATIENCE_SECONDS = 20.0


@pytest.fixture
def framed(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Frame:
    """The window as it is on the screen: the work in its frame."""
    frame = Frame(Settings(tmp_path / "frame"))
    qtbot.addWidget(frame)
    frame.hold(window)
    frame.show()
    return frame


def test_on_a_tiny_screen_everything_is_reached_by_scrolling(qtbot: QtBot, framed: Frame, window: MainWindow) -> None:
    framed.resize(LEAST_SIZE)
    area = framed.centralWidget()
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() > 0)
    assert window.size() == window.minimumSize()
    area.ensureWidgetVisible(window.header.brief)
    seen = window.header.brief.visibleRegion().boundingRect().size()
    assert seen == window.header.brief.size()


def test_quit_closes_the_frame_and_keeps_where_it_stood(framed: Frame, window: MainWindow) -> None:
    framed.setGeometry(30, 40, 700, 500)
    window.menus.quit.trigger()
    assert not framed.isVisible()
    assert not window.isVisible()


def test_closing_while_everything_is_computed_is_safe_and_ends_at_once(framed: Frame, window: MainWindow) -> None:
    window.planner.want(window)
    window.surveyor.want(window)
    window.session.what_if("su_level")
    framed.close()
    threads = [one for one in threading.enumerate() if one.name.startswith("background")]
    for thread in threads:
        thread.join(PATIENCE_SECONDS)
    assert not any(thread.is_alive() for thread in threads)


def test_work_that_ignores_the_close_does_not_hold_the_window_up() -> None:
    go_on = threading.Event()
    background = Background()
    background.start(go_on.wait)  # type: ignore[arg-type]
    assert not background.close(patience=0.05)
    go_on.set()
    assert background.close(patience=PATIENCE_SECONDS)
