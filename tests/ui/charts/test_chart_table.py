from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView

from ui.charts.chart_table import HEADER_HEIGHT, ROW_HEIGHT, ChartTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROWS = (("Option", "Share", "Rank"), ("Precursors", -0.12345, 3), ("Titles", 2.0, None))


@pytest.fixture
def table(qtbot: QtBot) -> ChartTable:
    made = ChartTable()
    qtbot.addWidget(made)
    made.show_rows(ROWS)
    return made


def text(table: ChartTable, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


def test_titles_stand_above_the_numbers(table: ChartTable) -> None:
    titles = [item.text() for column in range(3) if (item := table.horizontalHeaderItem(column))]
    assert titles == ["Option", "Share", "Rank"]


def test_numbers_are_short_and_stand_at_the_right_and_a_gap_stays_empty(table: ChartTable) -> None:
    assert [text(table, 0, column) for column in range(3)] == ["Precursors", "−0.123", "3"]
    assert [text(table, 1, column) for column in range(3)] == ["Titles", "2", ""]
    number = table.item(0, 1)
    assert number is not None
    assert number.textAlignment() & Qt.AlignmentFlag.AlignRight


def test_the_table_is_as_high_as_its_rows(table: ChartTable) -> None:
    assert table.sizeHint().height() >= HEADER_HEIGHT + 2 * ROW_HEIGHT
    before = table.sizeHint().height()
    table.show_rows((*ROWS, ("Interdiction", 0.5, 1)))
    assert table.sizeHint().height() == before + ROW_HEIGHT


def test_nothing_to_show_is_an_empty_table(table: ChartTable) -> None:
    table.show_rows(())
    assert (table.rowCount(), table.columnCount()) == (0, 0)


def test_columns_are_measured_once_they_are_filled_and_not_for_every_cell(table: ChartTable) -> None:
    header, modes = table.horizontalHeader(), list[QHeaderView.ResizeMode]()
    table.itemChanged.connect(lambda _: modes.append(header.sectionResizeMode(0)))
    table.show_rows(ROWS)
    assert set(modes) == {QHeaderView.ResizeMode.Fixed}
    assert header.sectionResizeMode(0) == QHeaderView.ResizeMode.ResizeToContents
