from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.plan.runs import Run, minor
from ui.plan.text_table import HEADER_HEIGHT, Cell, Column, TextTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme

COLUMNS = (Column("When", 100, 1), Column("Then", 100, 3))
ROWS = (
    (Cell((Run("Trust and access"), minor("now 7")), tip="seen in the press"), Cell((Run("=drop vetted units"),))),
    (Cell((Run("Current unrest"),)), Cell((Run("go on " * 12),), value=3.5)),
)


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> TextTable:
    made = TextTable("Watch", COLUMNS)
    qtbot.addWidget(made)
    made.show_rows(ROWS)
    made.resize(600, made.sizeHint().height())
    made.show()
    made.activateWindow()
    return made


def test_columns_share_the_width(table: TextTable) -> None:
    assert (table.columnWidth(0), table.columnWidth(1)) == (200, 400)
    table.resize(400, table.height())
    assert (table.columnWidth(0), table.columnWidth(1)) == (150, 250)
    table.spare = 100
    table.resize(600, table.height())
    assert (table.columnWidth(0), table.columnWidth(1)) == (175, 425)


def test_rows_are_as_high_as_their_texts_and_the_table_as_its_rows(table: TextTable) -> None:
    table.resize(600, table.height())
    low = table.rowHeight(1)
    table.resize(200, table.height())
    assert table.rowHeight(1) > low
    assert table.sizeHint().height() == HEADER_HEIGHT + table.rowHeight(0) + table.rowHeight(1)


def test_fewer_rows_take_less_room(table: TextTable) -> None:
    before, second = table.sizeHint().height(), table.rowHeight(1)
    table.show_rows(ROWS[:1])
    assert table.sizeHint().height() == before - second
    assert table.cells == ROWS[:1]


def test_arrow_keys_walk_through_the_rows_and_tab_leaves(qtbot: QtBot, theme: Theme) -> None:
    page, after = QWidget(), QPushButton("After")
    qtbot.addWidget(page)
    table = TextTable("Watch", COLUMNS)
    table.show_rows(ROWS)
    column = QVBoxLayout(page)
    column.addWidget(table)
    column.addWidget(after)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.currentRow() == 0
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentRow() == 1
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert page.focusWidget() is after


def test_ctrl_c_copies_the_whole_table_and_no_text_turns_into_a_formula(table: TextTable) -> None:
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "When\tThen\nTrust and access now 7\t'=drop vetted units\nCurrent unrest\t3.5\n"
    )


def test_a_screen_reader_finds_the_texts_and_tips_stand_on_the_cells(table: TextTable) -> None:
    item = table.item(0, 0)
    assert item is not None
    assert (item.text(), item.toolTip()) == ("Trust and access now 7", "seen in the press")
    assert table.accessibleName() == "Watch"


def test_a_title_can_change(table: TextTable) -> None:
    table.set_title(1, "In 24 months")
    table.copy()
    assert QGuiApplication.clipboard().text().startswith("When\tIn 24 months\n")


def test_a_dimmed_table_is_painted_otherwise(table: TextTable) -> None:
    before = table.grab().toImage()
    table.set_dimmed(dimmed=True)
    assert table.grab().toImage() != before
    table.set_dimmed(dimmed=False)
    assert table.grab().toImage() == before
