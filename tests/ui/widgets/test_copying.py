from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget

from ui.widgets.copying import add_copying

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_ctrl_c_copies_and_the_context_menu_offers_it(qtbot: QtBot) -> None:
    view, copied = QTableWidget(1, 1), []
    qtbot.addWidget(view)
    add_copying(view, lambda: copied.append(True))
    view.show()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied == [True]
    assert [action.text() for action in view.actions()] == ["Copy table"]
    assert view.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
