from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.work_indicator import Work, WorkIndicator

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def indicator(qtbot: QtBot) -> WorkIndicator:
    made = WorkIndicator()
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_is_shown_while_nothing_is_done(indicator: WorkIndicator) -> None:
    assert not any(part.isVisible() for part in (indicator.text, indicator.bar, indicator.cancel))


def test_work_is_told_in_words_with_how_far_it_is(indicator: WorkIndicator) -> None:
    indicator.tell("plan", Work("Solving the plan", 0.25))
    assert indicator.text.text() == "Solving the plan"
    assert indicator.bar.value() == indicator.bar.maximum() / 4
    assert not indicator.cancel.isVisible()


def test_work_without_a_known_end_has_no_bar(indicator: WorkIndicator) -> None:
    indicator.tell("brief", Work("Writing peru.xlsx"))
    assert indicator.text.isVisible()
    assert not indicator.bar.isVisible()


def test_the_button_stops_the_work_that_is_shown(indicator: WorkIndicator) -> None:
    stopped: list[str] = []
    indicator.tell("survey", Work("Drawing futures", 0.5, lambda: stopped.append("survey")))
    indicator.tell("plan", Work("Solving the plan", 0.1, lambda: stopped.append("plan")))
    QTest.mouseClick(indicator.cancel, Qt.MouseButton.LeftButton)
    indicator.tell("plan", None)
    QTest.mouseClick(indicator.cancel, Qt.MouseButton.LeftButton)
    assert stopped == ["plan", "survey"]


def test_what_ends_gives_way_to_what_still_goes_on(indicator: WorkIndicator) -> None:
    indicator.tell("survey", Work("Drawing futures", 0.5))
    indicator.tell("plan", Work("Solving the plan", 0.1))
    indicator.tell("plan", None)
    assert indicator.text.text() == "Drawing futures"
    indicator.tell("survey", None)
    assert not indicator.text.isVisible()


def test_progress_does_not_push_other_work_to_the_front(indicator: WorkIndicator) -> None:
    indicator.tell("survey", Work("Drawing futures", 0.5))
    indicator.tell("plan", Work("Solving the plan", 0.1))
    indicator.tell("survey", Work("Drawing futures", 0.6))
    assert indicator.text.text() == "Solving the plan"


def test_a_screen_reader_hears_what_would_be_stopped(indicator: WorkIndicator) -> None:
    indicator.tell("plan", Work("Solving the plan", 0.1, lambda: None))
    assert indicator.cancel.accessibleName() == "Cancel: Solving the plan"
