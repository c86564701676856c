from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score
from ui.history.grouping import EditRow
from ui.history_page import NOTHING, NOTHING_FOUND, HistoryPage
from ui.library_edits import LibraryEdits

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session

UNREST = "su_level"


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> HistoryPage:
    made = HistoryPage(session)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def shown(page: HistoryPage) -> list[str]:
    return [row.text for row in page.edits.edits.rows if isinstance(row, EditRow)]


def test_every_edit_is_listed_with_what_it_was_and_became(page: HistoryPage, session: Session) -> None:
    assert page.nothing.text() == NOTHING
    session.analyst = "M. Quispe"
    session.set_score(UNREST, Score(1, 2, 3, "low"))
    assert shown(page) == ["Current unrest 7 → 2"]
    assert "by M. Quispe" in page.panel.made.text()
    altered = [[cell.plain for cell in row] for row in page.panel.table.cells]
    assert ["Score of Current unrest, best", "7", "2"] in altered
    session.undo()
    assert "undone since" in page.panel.made.text()


def test_a_moment_is_looked_at_and_returned_to_as_a_new_assessment(
    qtbot: QtBot, page: HistoryPage, session: Session
) -> None:
    for best in (2.0, 5.0):
        session.set_score(UNREST, Score(best - 1, best, best + 1, "low"))
        session.merge_key("another edit")
    assert shown(page) == ["Current unrest 2 → 5", "Current unrest 7 → 2"]
    page.edits.setCurrentIndex(page.edits.edits.index(2))
    assert [[cell.plain for cell in row] for row in page.panel.scores.cells] == [["Current unrest", "2", "5"]]
    assert session.case is not None
    before = len(session.case.assessments)
    with qtbot.waitSignal(page.told) as told:
        page.panel.again.click()
    assert session.sheet is not None
    score = session.sheet.get(UNREST)
    assert score is not None
    assert (len(session.case.assessments), score.best) == (before + 1, 2.0)
    told.args[2]()
    assert len(session.case.assessments) == before


def test_the_history_is_filtered_by_what_and_by_whom(qtbot: QtBot, page: HistoryPage, session: Session) -> None:
    session.set_score(UNREST, Score(1, 2, 3, "low"))
    LibraryEdits(session).redate(session.assessment.id, session.assessment.as_of.replace(day=1))  # type: ignore[union-attr]
    for wanted, found in (("UNREST 2", ["Current unrest 7 → 2"]), ("nobody", [])):
        page.filter.setText(wanted)
        qtbot.waitUntil(lambda found=found: shown(page) == found)  # type: ignore[misc]
    assert page.nothing.text() == NOTHING_FOUND
