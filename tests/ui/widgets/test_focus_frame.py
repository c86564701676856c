from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.focus_frame import FocusFrame

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_is_seen_while_the_widget_has_the_keyboard_and_follows_its_size(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    widget, other = QWidget(window), QWidget(window)
    for one in (widget, other):
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    frame = FocusFrame(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    widget.setFocus()
    assert frame.isVisible()
    widget.resize(120, 40)
    assert frame.size() == widget.size()
    other.setFocus()
    assert frame.isHidden()
