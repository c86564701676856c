from __future__ import annotations

from typing import TYPE_CHECKING

from ui.tokens import font
from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_what_is_cut_off_stands_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(font(12))
    qtbot.addWidget(label)
    label.resize(600, 20)
    label.show()
    label.set_text("Whether to recast the national peace plan")
    assert label.toolTip() == ""
    label.resize(60, 20)
    assert label.toolTip() == label.text == label.accessibleName()
    assert not label.grab().isNull()


def test_what_there_is_more_to_say_stands_in_the_tooltip_whatever_fits(qtbot: QtBot) -> None:
    label = ElidedLabel(font(12))
    qtbot.addWidget(label)
    label.set_text("Open for reading only", "The file is write-protected.")
    label.resize(600, 20)
    label.show()
    assert label.toolTip() == label.accessibleDescription() == "The file is write-protected."
    label.set_text("All changes saved")
    assert label.toolTip() == ""
