from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListWidget, QTableWidget, QTableWidgetItem, QTreeView

from ui.copying import offer_copying, rows_of
from ui.styles import wear_styles

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def table(qtbot: QtBot) -> QTableWidget:
    made = QTableWidget(1, 2)
    made.setHorizontalHeaderLabels(["Option", "Now"])
    for column, text in enumerate(("=Compact", "64 %")):
        made.setItem(0, column, QTableWidgetItem(text))
    qtbot.addWidget(made)
    return made


def test_a_table_is_copied_with_its_titles_and_nothing_starts_a_formula(table: QTableWidget) -> None:
    wear_styles("day_first", "point")
    offer_copying(table, lambda: rows_of(table)).trigger()
    assert QGuiApplication.clipboard().text() == "Option\tNow\n'=Compact\t64 %\n"
    assert table.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu


def test_a_context_menu_that_is_there_stays(table: QTableWidget) -> None:
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    offer_copying(table, lambda: rows_of(table))
    assert table.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu


def test_lists_and_trees_are_copied_row_by_row(qtbot: QtBot) -> None:
    listed, tree, model = QListWidget(), QTreeView(), QStandardItemModel()
    listed.addItems(["a", "b"])
    peru = QStandardItem("Peru")
    peru.appendRow(QStandardItem("15 May 2014"))
    model.appendRow(peru)
    tree.setModel(model)
    for view in (listed, tree):
        qtbot.addWidget(view)
    assert rows_of(listed) == [["a"], ["b"]]
    assert rows_of(tree) == [["Peru"], ["Peru", "15 May 2014"]]
