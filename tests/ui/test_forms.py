from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import PERU_2012, PERU_2014
from ui.dates import to_qt
from ui.forms import NAME_MISSING, NAME_TAKEN, NewAssessmentForm, NewCaseForm, RedateForm, RenameForm

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from tests.conftest import LogGuard
    from ui.ports import CaseSummary
    from ui.session import Session


def peru(session: Session) -> CaseSummary:
    return next(case for case in session.library.cases() if case.name == "Peru")


def test_a_country_without_a_name_is_refused_beside_the_field(qtbot: QtBot, session: Session) -> None:
    form = NewCaseForm(session)
    qtbot.addWidget(form)
    form.name.setText("   ")
    with qtbot.assertNotEmitted(form.closed):
        form.submit()
    assert form.problem(form.name) == NAME_MISSING
    assert form.name.accessibleDescription() == NAME_MISSING
    form.name.setText("Paraguay")
    with qtbot.waitSignal(form.closed):
        form.submit()
    assert form.problem(form.name) == ""


def test_a_new_country_takes_issue_and_date(qtbot: QtBot, session: Session) -> None:
    form = NewCaseForm(session)
    qtbot.addWidget(form)
    form.name.setText(" Paraguay ")
    form.issue.setText("Radar coverage")
    form.as_of.setDate(to_qt(dt.date(2026, 3, 1)))
    QTest.keyClick(form.issue, Qt.Key.Key_Return)
    assert session.assessment is not None
    assert (session.assessment.country, session.assessment.issue) == ("Paraguay", "Radar coverage")
    assert session.assessment.as_of == dt.date(2026, 3, 1)


def test_a_new_assessment_is_a_copy_of_the_one_chosen(qtbot: QtBot, session: Session) -> None:
    form = NewAssessmentForm(session, peru(session), PERU_2012)
    qtbot.addWidget(form)
    assert form.start.currentText() == "Copied from 31 Dec 2011"
    form.as_of.setDate(to_qt(dt.date(2012, 6, 1)))
    form.submit()
    assert session.assessment is not None
    assert session.assessment.as_of == dt.date(2012, 6, 1)
    copied = session.read(PERU_2012)
    assert copied is not None
    assert session.assessment.sheet == copied.sheet


def test_buttons_go_below_the_fields_where_room_is_short_and_are_never_cut(qtbot: QtBot, session: Session) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    form = NewAssessmentForm(session, peru(session), PERU_2012)
    form.setParent(page)
    page.show()
    field, button = form.analyst, form.submit_button

    def is_beside() -> bool:
        return button.mapTo(form, button.rect().center()).y() < field.geometry().bottom()

    for width, beside in ((900, True), (500, False), (900, True)):
        form.resize(width, form.sizeHint().height())
        qtbot.waitUntil(is_beside if beside else lambda: not is_beside())
        assert button.width() >= button.sizeHint().width()


def test_or_it_is_blank(qtbot: QtBot, session: Session) -> None:
    form = NewAssessmentForm(session, peru(session), PERU_2014)
    qtbot.addWidget(form)
    form.start.setCurrentText("Blank")
    form.submit()
    assert session.best is not None
    assert session.best.scored == 0


def test_a_colleague_signs_an_assessment_of_the_same_date_beside_mine(qtbot: QtBot, session: Session) -> None:
    session.analyst = "Ana"
    form = NewAssessmentForm(session, peru(session), PERU_2014)
    qtbot.addWidget(form)
    assert form.analyst.text() == "Ana"
    form.analyst.setText(" Ben Holt ")
    form.start.setCurrentText("Blank")
    form.submit()
    assert session.assessment is not None
    assert session.assessment.analyst == "Ben Holt"
    assert session.analyst == "Ana"
    again = NewAssessmentForm(session, peru(session), PERU_2014)
    qtbot.addWidget(again)
    completer = again.analyst.completer()
    completer.setCompletionPrefix("ben")
    assert completer.currentCompletion() == "Ben Holt"


def test_a_country_is_renamed(qtbot: QtBot, session: Session) -> None:
    form = RenameForm(session, peru(session))
    qtbot.addWidget(form)
    assert form.name.text() == "Peru"
    form.name.setText("Perú")
    form.submit()
    assert [case.name for case in session.library.cases()] == ["Bolivia", "Perú"]


def test_a_name_cannot_be_taken_away(qtbot: QtBot, session: Session) -> None:
    form = RenameForm(session, peru(session))
    qtbot.addWidget(form)
    form.name.clear()
    form.submit()
    assert form.problem(form.name) == NAME_MISSING
    assert peru(session).id


def test_a_name_that_another_country_has_is_refused_beside_the_field(qtbot: QtBot, session: Session) -> None:
    for form in (NewCaseForm(session), RenameForm(session, peru(session))):
        qtbot.addWidget(form)
        form.name.setText(" bolivia ")
        with qtbot.assertNotEmitted(form.closed):
            form.submit()
        assert form.problem(form.name) == NAME_TAKEN.format("Bolivia")
    assert [case.name for case in session.library.cases()] == ["Bolivia", "Peru"]


def test_a_country_may_keep_its_own_name(qtbot: QtBot, session: Session) -> None:
    form = RenameForm(session, peru(session))
    qtbot.addWidget(form)
    form.name.setText("PERU")
    with qtbot.waitSignal(form.closed):
        form.submit()
    assert [case.name for case in session.library.cases()] == ["Bolivia", "PERU"]


def test_a_date_is_changed(qtbot: QtBot, session: Session) -> None:
    case = peru(session)
    form = RedateForm(session, case, next(one for one in case.assessments if one.id == PERU_2014))
    qtbot.addWidget(form)
    assert form.as_of.text() == "15 May 2014"
    form.as_of.setDate(to_qt(dt.date(2014, 6, 1)))
    form.submit()
    changed = session.read(PERU_2014)
    assert changed is not None
    assert changed.as_of == dt.date(2014, 6, 1)


def test_a_form_stays_open_where_the_library_refuses(
    qtbot: QtBot, session: Session, library: Library, monkeypatch: pytest.MonkeyPatch, log_guard: LogGuard
) -> None:
    log_guard.expect("The country was not renamed")

    def refuse(*_given: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(library, "rename_case", refuse)
    form = RenameForm(session, peru(session))
    qtbot.addWidget(form)
    form.name.setText("Perú")
    with qtbot.waitSignal(session.failed), qtbot.assertNotEmitted(form.closed):
        form.submit()


def test_cancel_and_escape_leave_everything_as_it_was(qtbot: QtBot, session: Session) -> None:
    ways: list[Callable[[RenameForm], None]] = [
        lambda form: form.cancel_button.click(),
        lambda form: QTest.keyClick(form.name, Qt.Key.Key_Escape),
    ]
    for leave in ways:
        form = RenameForm(session, peru(session))
        qtbot.addWidget(form)
        form.name.setText("Perú")
        with qtbot.waitSignal(form.closed):
            leave(form)
        assert peru(session).id
