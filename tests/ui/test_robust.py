"""Whatever the machine lacks, and whenever it is closed, the window stays usable."""

from __future__ import annotations

import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QScrollArea

from ui.background import Background
from ui.frame import LEAST_SIZE, Frame
from ui.pages import NAMES
from ui.settings import Settings
from ui.theme import load_fonts
from ui.tokens import font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow

PATIENCE_SECONDS = 20.0
SMALL_SCREEN = QSize(640, 480)
ROOT = Path(__file__).resolve().parents[2]
WITHOUT_OPENGL = {"QtCore", "QtGui", "QtWidgets", "QtSvg"}
"""The parts of Qt that paint without a graphics card."""


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


def test_on_a_small_screen_pages_can_be_gone_to_and_read(framed: Frame, window: MainWindow) -> None:
    framed.resize(SMALL_SCREEN)
    area = framed.centralWidget()
    assert isinstance(area, QScrollArea)
    for name in (NAMES[0], NAMES[-1]):
        window.go_to_page(name)
        tab = window.pages.tabs.tabRect(NAMES.index(name))
        area.ensureWidgetVisible(window.pages.tabs)
        assert window.pages.tabs.visibleRegion().boundingRect().contains(tab)
        area.ensureWidgetVisible(window.shown_page, 0, 0)
        assert window.shown_page.visibleRegion().boundingRect().height() > SMALL_SCREEN.height() // 4


@pytest.fixture
def no_fonts() -> Iterator[None]:
    """A computer on which the shipped fonts cannot be loaded."""
    QFontDatabase.removeAllApplicationFonts()
    yield
    load_fonts()


@pytest.mark.usefixtures("no_fonts")
def test_without_the_shipped_fonts_another_one_is_taken(window: MainWindow) -> None:
    assert not window.grab().isNull()
    for face in (font(12.5), font(24, serif=True, bold=True), font(12.5, tabular=True)):
        assert all(QFontMetrics(face).inFont(letter) for letter in "Peru 4.7")


def test_nothing_needs_opengl() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (*(ROOT / "ui").rglob("*.py"), *ROOT.glob("*.py"))]
    used = {name for text in texts for name in re.findall(r"PySide6\.(Qt\w+)", text)}
    assert {"QtCore", "QtGui", "QtWidgets"} <= used <= WITHOUT_OPENGL


def test_closing_takes_the_window_off_the_screen_before_it_waits_for_what_is_at_work(
    framed: Frame, window: MainWindow
) -> None:
    seen: list[bool] = []
    window.closing.connect(lambda: seen.append(framed.isVisible()))
    framed.close()
    assert seen == [False]


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
