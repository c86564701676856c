"""All problems stand in one list, with file and cell, and can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from advisor.incoming import Trouble
from ui.importing.trouble_list import TroubleList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TROUBLES = (
    Trouble("ana.xlsx", "Pressures!D12", "'seven' is not a number between 0 and 10"),
    Trouble("gone.csv", "", "there is no such file"),
)


def test_every_problem_is_shown_and_copied_with_its_place(qtbot: QtBot) -> None:
    problems = TroubleList()
    qtbot.addWidget(problems)
    problems.show_troubles(TROUBLES)
    assert problems.box.text().startswith("2 problems stand in the way.")
    assert [[cell.plain for cell in row] for row in problems.table.cells] == [
        ["ana.xlsx", "Pressures!D12", "'seven' is not a number between 0 and 10"],
        ["gone.csv", "", "There is no such file"],
    ]
    problems.copy.click()
    assert QGuiApplication.clipboard().text() == (
        "ana.xlsx: Pressures!D12: 'seven' is not a number between 0 and 10\ngone.csv: there is no such file"
    )


def test_without_a_problem_it_takes_no_room(qtbot: QtBot) -> None:
    problems = TroubleList()
    qtbot.addWidget(problems)
    problems.show_troubles(TROUBLES[:1])
    assert problems.box.text().startswith("1 problem stands in the way.")
    problems.show_troubles(())
    assert problems.isHidden()
