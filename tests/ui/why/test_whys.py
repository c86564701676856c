"""The window asks everywhere, and names the assessment where it is not the open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.answers import Subject
from tests.ui.conftest import PERU_2012

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def test_pages_are_marked_once_and_another_assessment_is_named_above_its_answer(window: MainWindow) -> None:
    whys = window.desk.whys
    assert not whys.mark_page()
    QTest.mouseClick(window.status.playbook, Qt.MouseButton.LeftButton)
    assert whys.panel.subject == Subject("playbook")
    window.go_to_page("Evidence")
    assert whys.panel.isHidden()
    assert whys.asking.subject_of(window.pages.evidence.weighing) == Subject("evidence")
    panel = whys.panel
    panel.ask(Subject("stance"))
    assert panel.heading.text() == "Why"
    panel.ask(Subject("stance", of=PERU_2012))
    assert panel.heading.text() == "Why: Peru, 31 Dec 2011"
