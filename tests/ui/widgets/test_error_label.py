from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.error_label import ErrorLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_takes_room_only_while_something_is_wrong(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    label = ErrorLabel()
    QVBoxLayout(around).addWidget(label)
    around.show()
    assert not label.isVisible()
    label.setText("Enter a name")
    assert label.isVisible()
    assert not label.grab().isNull()
    label.setText("")
    assert not label.isVisible()
