from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from ui.plan.problem_box import ProblemBox
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


def test_it_takes_no_room_while_nothing_is_wrong_and_says_what_is(qtbot: QtBot, theme: Theme) -> None:
    box = ProblemBox()
    qtbot.addWidget(box)
    assert box.isHidden()
    box.show_problem("The budget is too small.")
    assert not box.isHidden()
    assert box.accessibleName() == "Problem: The budget is too small."
    box.resize(240, 40)
    assert box.grab().toImage().pixelColor(1, 20) == QColor(LIGHT.error)
    box.show_problem("")
    assert box.isHidden()


def test_a_long_sentence_wraps(qtbot: QtBot, theme: Theme) -> None:
    box = ProblemBox()
    qtbot.addWidget(box)
    box.show_problem("What is pinned comes to 130 USD million, and the budget is 120; unpin an option.")
    assert box.heightForWidth(200) > box.heightForWidth(600)
