"""The import in the window: menu and keys, files dropped, the status line, and the notice that offers to undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.conftest import PERU_2014
from tests.ui.reading_order import jumps, unnamed
from ui.importing.drop_cover import DropCover
from ui.importing.wiring import NAME, add_import

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.importing.conftest import FakePort
    from ui.importing.importing import Importing
    from ui.main_window import MainWindow

ANA = Path("ana.xlsx")


@pytest.fixture
def added(window: MainWindow, port: FakePort) -> Importing:
    return add_import(window, port)


def test_the_keys_show_the_view_and_ask_for_files(qtbot: QtBot, window: MainWindow, added: Importing) -> None:
    window.activateWindow()
    with qtbot.waitSignal(window.views.shown) as shown:
        QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert shown.args == [NAME]
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    assert "Import…" in [action.text() for action in window.menus.file.actions()]


def test_from_the_drop_to_the_new_assessment_and_back(
    qtbot: QtBot, window: MainWindow, added: Importing, port: FakePort
) -> None:
    port.waits = True
    cover = window.findChild(DropCover)
    assert cover is not None
    with qtbot.waitSignal(added.progressed, check_params_cb=lambda share, _: share == 0.5):
        cover.dropped.emit([ANA])
    assert window.views.isVisible()
    work = window.status.work.current
    assert work is not None
    assert (work.text, work.share) == ("Reading ana.xlsx…", 0.5)
    port.waits = False
    qtbot.waitUntil(lambda: not added.busy)
    QApplication.processEvents()
    assert (unnamed(window.views), jumps(window.views.view(NAME))) == (set(), [])
    with qtbot.waitSignal(window.session.likelihoods_changed):
        added.keep()
    assert window.session.assessment is not None
    assert window.session.assessment.id != PERU_2014
    assert window.pages.isVisible()
    assert (window.notice.text.text(), window.notice.action.text()) == ("Imported it.", "Undo")
    with qtbot.waitSignal(window.session.likelihoods_changed):
        window.notice.action.click()
    assert window.session.library.undo_label is None


def test_cancel_in_the_status_line_stops_reading(
    qtbot: QtBot, window: MainWindow, added: Importing, port: FakePort
) -> None:
    port.waits = True
    with qtbot.waitSignal(added.progressed, check_params_cb=lambda share, _: share == 0.5):
        added.add([ANA])
    window.status.work.cancel.click()
    assert not added.busy
    assert added.files == {}
    port.waits = False
