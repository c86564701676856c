from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.folding import FOLDED_BELOW

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def resize(window: MainWindow, width: int) -> None:
    window.resize(width, 640)
    QApplication.processEvents()


def test_library_and_live_result_fold_away_where_the_window_is_narrow(window: MainWindow) -> None:
    resize(window, FOLDED_BELOW)
    assert window.library.isVisible()
    assert window.live_result.isVisible()
    resize(window, FOLDED_BELOW - 100)
    assert not window.library.isVisible()
    assert not window.live_result.isVisible()
    assert window.pages.strip.isVisible()
    window.menus.library.trigger()
    assert window.library.isVisible()
    resize(window, FOLDED_BELOW - 120)
    assert window.library.isVisible(), "what was asked for stays"
    resize(window, FOLDED_BELOW + 100)
    assert window.library.isVisible()
    assert window.live_result.isVisible()
