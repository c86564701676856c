from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from data.library import HistoryEntry
from ui.history.edit_list import PAGE, EditList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOW = dt.datetime.now(dt.UTC)
LENGTH = 450
ENTRIES = tuple(
    HistoryEntry(number, NOW, "Ana", f"Peru: edit {number}", 1, number == LENGTH) for number in range(LENGTH, 0, -1)
)


def page(before: int | None) -> tuple[HistoryEntry, ...]:
    return tuple(one for one in ENTRIES if before is None or one.id < before)[:PAGE]


def test_a_long_history_is_read_page_by_page_as_it_is_scrolled(qtbot: QtBot) -> None:
    edits = EditList()
    qtbot.addWidget(edits)
    edits.show_history(page, "Peru")
    model = edits.edits
    assert model.rowCount() == PAGE + 1
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == LENGTH + 1
    assert model.place_of(1) == LENGTH


def test_the_newest_edit_that_holds_is_chosen_and_arrows_go_on(qtbot: QtBot) -> None:
    edits = EditList()
    qtbot.addWidget(edits)
    edits.resize(600, 300)
    heard: list[int] = []
    edits.chosen.connect(heard.append)
    edits.show_history(page, "Peru")
    edits.show()
    QTest.keyClick(edits, Qt.Key.Key_Down)
    edits.show_history(page, "Peru")
    QTest.keyClick(edits, Qt.Key.Key_Down)
    assert heard == [LENGTH - 1, LENGTH - 2, LENGTH - 2, LENGTH - 3]
    edits.copy()
    assert QGuiApplication.clipboard().text().splitlines()[1].split("\t")[2:] == ["Ana", f"Edit {LENGTH}", "undone"]
