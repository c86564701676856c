from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from advisor.answers import Answer, Part, Subject
from ui.why.why_panel import WhyPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

STANCE, FACTOR = Subject("stance"), Subject("factor", "military")
ANSWERS = {
    STANCE: Answer("Stance", "index −1.75", "A sum.", (Part("Military", "−1.87", "", FACTOR),), ("If it falls.",)),
    FACTOR: Answer("Military", "7.5", "A mean."),
}


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 500)
    QLineEdit(made)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.findChildren(QLineEdit)[0].setFocus()
    return made


@pytest.fixture
def answers() -> dict[Subject, Answer]:
    return dict(ANSWERS)


@pytest.fixture
def panel(around: QWidget, answers: dict[Subject, Answer]) -> WhyPanel:
    made = WhyPanel(answers.get, around)
    made.ask(STANCE)
    return made


def test_it_shows_the_answer_at_the_right_of_the_window(panel: WhyPanel, around: QWidget) -> None:
    assert panel.isVisible()
    assert panel.title.text() == "Stance"
    assert panel.geometry().right() == around.rect().right()
    around.resize(300, 400)
    assert around.rect().contains(panel.geometry())


def test_a_line_leads_on_and_back_returns(qtbot: QtBot, panel: WhyPanel) -> None:
    assert not panel.back.isEnabled()
    QTest.keyClick(panel.rows[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.title.text() == "Military")
    panel.back.click()
    assert panel.title.text() == "Stance"


def test_escape_gives_the_keyboard_back(panel: WhyPanel, around: QWidget) -> None:
    QTest.keyClick(panel.close_button, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert around.focusWidget() is around.findChildren(QLineEdit)[0]


def test_the_answer_is_copied_as_text(panel: WhyPanel) -> None:
    panel.copy.click()
    assert QGuiApplication.clipboard().text() == ANSWERS[STANCE].text


def test_it_follows_the_scores_and_goes_where_nothing_is_left_to_answer(
    panel: WhyPanel, answers: dict[Subject, Answer]
) -> None:
    answers[STANCE] = Answer("Stance", "index +0.10", "A sum.")
    panel.refresh()
    assert panel.value.text() == "index +0.10"
    answers.clear()
    panel.refresh()
    assert panel.isHidden()
