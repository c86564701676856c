from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import PERU_2012
from ui.case_header import CaseHeader
from ui.library_edits import LibraryEdits

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session


@pytest.fixture
def header(qtbot: QtBot, session: Session) -> CaseHeader:
    made = CaseHeader(session)
    qtbot.addWidget(made)
    return made


def test_it_names_country_issue_and_date(header: CaseHeader) -> None:
    assert header.name.text == "Peru"
    assert header.issue.text == "Coca policy: forced eradication in the VRAEM"
    assert header.as_of.currentText() == "15 May 2014"


def test_the_dates_run_from_the_newest_to_the_oldest(header: CaseHeader) -> None:
    dates = [header.as_of.itemText(place) for place in range(header.as_of.count())]
    assert dates == ["15 May 2014", "31 Dec 2011", "10 Aug 2011"]


def test_choosing_a_date_opens_its_assessment(header: CaseHeader, session: Session) -> None:
    header.as_of.activated.emit(1)
    assert session.assessment is not None
    assert session.assessment.id == PERU_2012
    assert header.as_of.currentText() == "31 Dec 2011"


def test_a_new_name_is_shown(header: CaseHeader, session: Session) -> None:
    assert session.case_id is not None
    LibraryEdits(session).rename_case(session.case_id, "Perú")
    assert header.name.text == "Perú"


def test_with_nothing_open_it_is_gone(header: CaseHeader, session: Session) -> None:
    session.close_assessment()
    assert header.isHidden()


def test_the_button_asks_for_the_briefing(qtbot: QtBot, header: CaseHeader) -> None:
    with qtbot.waitSignal(header.brief_wanted):
        header.brief.click()
