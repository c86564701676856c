from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.answers import Part, Subject
from ui.why.part_row import PartRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_part_with_reasons_of_its_own_is_asked_about_by_click_and_return(qtbot: QtBot) -> None:
    row, asked = PartRow(Part("Military", "−1.87", "7.5 of 10", Subject("factor", "military"))), list[object]()
    qtbot.addWidget(row)
    row.show()
    row.asked.connect(asked.append)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert asked == [Subject("factor", "military")] * 2
    assert row.accessibleName() == "Military −1.87 7.5 of 10. Why?"


def test_one_without_is_only_read(qtbot: QtBot) -> None:
    row = PartRow(Part("Divergent", "64 %"))
    qtbot.addWidget(row)
    assert row.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert row.accessibleName() == "Divergent 64 %"


def test_a_long_note_takes_the_lines_it_needs(qtbot: QtBot) -> None:
    row = PartRow(Part("Justification", "", "word " * 80))
    qtbot.addWidget(row)
    assert row.heightForWidth(200) > row.heightForWidth(800)
