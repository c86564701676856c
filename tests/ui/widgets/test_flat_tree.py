from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from ui.widgets.flat_tree import flatten

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_group_is_not_folded_and_a_whole_row_is_chosen(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setColumnCount(2)
    group = QTreeWidgetItem(tree, ["Options", ""])
    row = QTreeWidgetItem(group, ["Vetted units", "Lead"])
    tree.expandAll()
    flatten(tree)
    tree.show()
    assert tree.visualItemRect(row).left() == tree.visualItemRect(group).left()
    tree.setCurrentItem(group)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert group.isExpanded()
    tree.setCurrentItem(row)
    assert [index.column() for index in tree.selectedIndexes()] == [0, 1]
