from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from advisor.case import Case
from advisor.tipping import STANCE
from tests.advisor.made_cases import PLAYBOOK, START, assessment, long_case
from ui.comparison_choice import ComparisonChoice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox
    from pytestqt.qtbot import QtBot


@pytest.fixture
def choice(qtbot: QtBot) -> ComparisonChoice:
    """Three assessments, the last open and compared with the one before it."""
    made = ComparisonChoice(PLAYBOOK)
    qtbot.addWidget(made)
    made.show_case(long_case(3), "A2", ("A1", "A2"))
    made.show()
    return made


def items(box: QComboBox) -> list[str]:
    return [box.itemText(place) for place in range(box.count())]


def test_all_assessments_are_offered_the_latest_first(choice: ComparisonChoice) -> None:
    assert items(choice.since) == items(choice.until) == ["16 Jul 2010", "16 Apr 2010", "15 Jan 2010"]
    assert (choice.since.currentText(), choice.until.currentText()) == ("16 Apr 2010", "16 Jul 2010")


def test_two_assessments_of_one_day_are_told_apart(choice: ComparisonChoice) -> None:
    case = Case("S", (assessment("a", START), assessment("b", START)))
    choice.show_case(case, "b", ("a", "b"))
    assert items(choice.until) == ["15 Jan 2010 (2)", "15 Jan 2010 (1)"]
    assert choice.until.currentData() == "b"


def test_choosing_a_date_picks_both(qtbot: QtBot, choice: ComparisonChoice) -> None:
    choice.since.setCurrentIndex(2)
    with qtbot.waitSignal(choice.picked) as picked:
        choice.since.activated.emit(2)
    assert picked.args == ["A0", "A2"]


def test_showing_a_case_tells_nobody(qtbot: QtBot, choice: ComparisonChoice) -> None:
    with qtbot.assertNotEmitted(choice.picked), qtbot.assertNotEmitted(choice.subject_changed):
        choice.show_case(long_case(5), "A4", ("A0", "A3"))
    assert (choice.since.currentData(), choice.until.currentData()) == ("A0", "A3")


def test_the_stance_comes_first_and_then_every_option(qtbot: QtBot, choice: ComparisonChoice) -> None:
    assert items(choice.subject) == ["Stance", *(option.name for option in PLAYBOOK.options)]
    assert choice.chosen_subject == STANCE
    with qtbot.waitSignal(choice.subject_changed):
        choice.choose_subject("alt_dev")
    assert choice.chosen_subject == "alt_dev"


def test_the_way_to_the_later_assessment_is_there_where_another_is_open(qtbot: QtBot, choice: ComparisonChoice) -> None:
    assert not choice.open.isVisible()
    choice.show_case(long_case(3), "A2", ("A0", "A1"))
    assert choice.open.isVisible()
    with qtbot.waitSignal(choice.assessment_wanted) as wanted:
        choice.open.click()
    assert wanted.args == ["A1"]


@pytest.mark.parametrize("focused", [False, True])
def test_the_wheel_scrolls_the_panel_unless_the_keyboard_is_on_the_box(choice: ComparisonChoice, focused: bool) -> None:
    choice.activateWindow()
    (choice.subject if focused else choice.since).setFocus()
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice.subject, down)
    assert (choice.chosen_subject != STANCE) is focused


def test_every_box_says_what_it_chooses(choice: ComparisonChoice) -> None:
    names = [box.accessibleName() for box in (choice.since, choice.until, choice.subject)]
    assert names == ["From the assessment of", "To the assessment of", "Change of"]
