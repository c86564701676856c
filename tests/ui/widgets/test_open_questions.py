from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.scorecard import OpenQuestion
from advisor.scores import Score
from data.playbook_files import shipped_playbook
from ui.widgets.open_questions import LINES, OpenQuestions

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# The platform without a screen says so of every window whose size is limited.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

QUESTIONS = [
    OpenQuestion("de_access", None, 0.5),
    OpenQuestion("su_level", Score(6, 7, 8.5, "low"), 0.25),
    OpenQuestion("pa_foreign", Score(1, 2, 3), None),
]


@pytest.fixture
def questions(qtbot: QtBot) -> OpenQuestions:
    made = OpenQuestions(shipped_playbook().indicator)
    qtbot.addWidget(made)
    made.set_questions(QUESTIONS)
    made.show()
    return made


def test_every_line_has_a_name_a_range_or_unknown_and_a_share(questions: OpenQuestions) -> None:
    assert [line.words for line in questions.lines] == [
        ("Trust and access", "unknown", "50 %"),
        ("Current unrest", "6–8.5", "25 %"),
        ("Rival foreign patron", "1–3", ""),
    ]
    assert questions.lines[1].accessibleName() == "Current unrest, 6–8.5, 25 %, low confidence"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_click_or_a_key_on_a_line_chooses_its_indicator(questions: OpenQuestions, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(questions.chosen) as chosen:
        QTest.mouseClick(questions.lines[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["su_level"]
    with qtbot.waitSignal(questions.chosen) as chosen:
        QTest.keyClick(questions.lines[0], key)
    assert chosen.args == ["de_access"]


def test_unknown_indicators_that_are_not_listed_are_counted(questions: OpenQuestions) -> None:
    names = list(shipped_playbook().indicator_ids)
    questions.set_questions([OpenQuestion(name, None, None) for name in names])
    assert len(questions.lines) == LINES
    assert questions.more == f"and {len(names) - LINES} more unknown"
    questions.set_questions(QUESTIONS)
    assert questions.more == ""


def test_shares_of_an_earlier_edit_are_dimmed(questions: OpenQuestions) -> None:
    sharp = questions.lines[0].grab().toImage()
    questions.set_pending(True)
    assert questions.lines[0].dimmed
    assert questions.lines[0].grab().toImage() != sharp
    questions.set_pending(False)
    assert questions.lines[0].grab().toImage() == sharp
