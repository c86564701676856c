"""What asks and what answers, beside a session and without a window around them."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QWidget

from advisor.answers import Known
from ui.why.answerer import Answerer
from ui.why.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractItemView
    from pytestqt.qtbot import QtBot

    from advisor.answers import Answer, Subject
    from ui.main_window import MainWindow
    from ui.session import Session


@dataclass(frozen=True, slots=True)
class Questions:
    """Marks parts as the window does, and asks about them."""

    session: Session
    asking: Asking
    answerer: Answerer

    def mark(self, marker: Callable[[Asking, Answerer, QWidget, MainWindow], None], part: QWidget) -> None:
        """Mark a page or view."""
        marker(self.asking, self.answerer, part, cast("MainWindow", SimpleNamespace(session=self.session)))

    def at(self, view: QAbstractItemView, row: int, column: int = 0) -> Subject | None:
        """Return what a cell is about."""
        index = view.model().index(row, column)
        view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        return self.asking.subject_of(view)

    def answer(self, subject: Subject | None) -> Answer:
        """Return an answer that there must be."""
        found = None if subject is None else self.answerer.answer(subject)
        assert found is not None, subject
        return found


def questions_on(session: Session, parent: QWidget) -> Questions:
    """Ask of a session."""

    def known() -> Known | None:
        if session.case is None or session.assessment is None or session.best is None:
            return None
        return Known(session.playbook, session.case, session.assessment, session.best)

    return Questions(session, Asking(parent), Answerer(session, known, parent))


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def questions(empty_session: Session, holder: QWidget) -> Questions:
    """Of a session with nothing open."""
    return questions_on(empty_session, holder)
