from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.ui.conftest import PERU_2012, PERU_2014, UNREST
from ui.library_edits import LibraryEdits

if TYPE_CHECKING:
    from ui.session import Session


def case_id(session: Session, name: str = "Peru") -> int:
    return next(case.id for case in session.library.cases() if case.name == name)


def test_a_new_country_is_blank_and_open(session: Session) -> None:
    LibraryEdits(session).new_case("Paraguay", "Radar coverage", dt.date(2026, 3, 1))
    assert session.case is not None
    assert session.assessment is not None
    assert (session.case.name, session.assessment.issue) == ("Paraguay", "Radar coverage")
    assert session.best is not None
    assert session.best.scored == 0


def test_a_new_country_is_one_step_of_the_history(session: Session) -> None:
    LibraryEdits(session).new_case("Paraguay", "", dt.date(2026, 3, 1))
    session.undo()
    assert "Paraguay" not in [case.name for case in session.library.cases()]


def test_an_assessment_copied_from_another_has_its_scores(session: Session) -> None:
    assert session.sheet is not None
    copied = session.sheet.get(UNREST)
    LibraryEdits(session).new_assessment(case_id(session), dt.date(2014, 9, 1), PERU_2014)
    assert session.assessment is not None
    assert session.assessment.as_of == dt.date(2014, 9, 1)
    assert session.sheet.get(UNREST) == copied


def test_a_blank_assessment_has_no_scores(session: Session) -> None:
    LibraryEdits(session).new_assessment(case_id(session), dt.date(2014, 9, 1))
    assert session.best is not None
    assert session.best.scored == 0


def test_a_deleted_country_is_closed_and_undo_opens_it_again(session: Session) -> None:
    LibraryEdits(session).delete_case(case_id(session))
    assert session.assessment is None
    session.undo()
    assert session.assessment is not None
    assert session.assessment.id == PERU_2014


def test_when_the_open_assessment_is_deleted_the_latest_of_the_country_opens(session: Session) -> None:
    LibraryEdits(session).delete_assessment(PERU_2014)
    assert session.assessment is not None
    assert session.assessment.id == PERU_2012
    session.undo()
    assert session.assessment is not None
    assert session.assessment.id == PERU_2014


def test_a_renamed_country_shows_its_new_name(session: Session) -> None:
    LibraryEdits(session).rename_case(case_id(session), "República del Perú")
    assert session.case is not None
    assert session.case.name == "República del Perú"


def test_an_assessment_gets_another_date(session: Session) -> None:
    LibraryEdits(session).redate(PERU_2014, dt.date(2014, 6, 1))
    assert session.assessment is not None
    assert session.assessment.as_of == dt.date(2014, 6, 1)
