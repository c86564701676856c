"""The analysts of a date side by side: what they gave, what it changes, and one sheet out of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score
from data.examples import FIRST, SECOND
from ui.analysts.analysts_view import NOTHING_OPEN, WORKING, AnalystsView
from ui.charts.spread_plot import SpreadPlot
from ui.library_edits import LibraryEdits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.session import Session


@pytest.fixture
def view(qtbot: QtBot, example_session: Session) -> Iterator[AnalystsView]:
    made = AnalystsView(example_session)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitSignal(made.worker.found, timeout=15_000):
        made.show()
        assert made.plan.text() == WORKING
    yield made
    made.close_work()


def names(view: AnalystsView) -> list[str | float | None]:
    return [row[0].plain for row in view.side.positions.cells]


def test_who_comes_out_where_what_they_split_on_and_how_far_they_agree(view: AnalystsView) -> None:
    assert view.subject.text() == "Peru, two analysts, as of 15 May 2014"
    assert view.headline.text() == "The differences change 2 verdicts by best scores."
    assert names(view) == [FIRST, SECOND]
    assert [row[1].plain for row in view.side.positions.cells] == ["◀ Divergent (−1.75)", "◀ Divergent (−1.40)"]
    assert view.side.splits.texts[0].startswith("Forced eradication outside the contested area: Lead by Second analyst")
    assert "differ by 1.20 points" in view.side.statistics.texts[0]
    assert view.plan.text().startswith("The plan ")
    assert isinstance(view.chart.plot, SpreadPlot)


def test_an_edit_is_compared_at_once(view: AnalystsView, example_session: Session) -> None:
    session = example_session
    assert view.opinions is not None
    mine, theirs = view.opinions.assessments

    def agree() -> None:
        with session.library.edit("Agree"):
            for name, score in theirs.sheet.scores.items():
                session.library.set_score(mine.id, name, score)

    session.edit("", agree)
    assert view.headline.text() == "The differences change neither the stance nor any verdict by best scores."
    assert view.side.splits.isHidden()
    assert view.plan.text() == WORKING


def test_merging_opens_one_sheet_that_holds_both_and_one_undo_takes_it_back(
    view: AnalystsView, example_session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.merged) as told:
        view.merge.click()
    assert told.args == ["Merged 2 analysts' scores of 15 May 2014."]
    opened = example_session.assessment
    assert opened is not None
    assert opened.analyst == f"{FIRST} and {SECOND}"
    unrest = opened.sheet.get("su_level")
    assert unrest is not None
    assert (unrest.low, unrest.best, unrest.high) == (5.5, 6.75, 8)
    assert unrest.justification.startswith("First analyst, 7 (6–8), moderate: 212 conflicts in April 2014")
    assert names(view) == [FIRST, SECOND]
    example_session.undo()
    assert example_session.case is not None
    assert len(example_session.case.assessments) == 2


def test_a_narrow_view_stacks_its_columns(view: AnalystsView) -> None:
    assert view.two_columns
    view.resize(700, 600)
    assert not view.two_columns


def test_one_analyst_alone_is_told_what_to_do(view: AnalystsView, example_session: Session) -> None:
    assert example_session.case is not None
    LibraryEdits(example_session).delete_assessment(example_session.case.assessments[1].id)
    assert view.empty.sentence.text() == "Each date of Peru, two analysts has been scored by one analyst alone."
    assert [button.isVisible() for button in view.empty.buttons] == [True, True]
    example_session.close_assessment()
    assert view.empty.sentence.text() == NOTHING_OPEN
    assert not any(button.isVisible() for button in view.empty.buttons)


def test_of_several_dates_the_one_chosen_stays_through_an_edit(view: AnalystsView, example_session: Session) -> None:
    case, session = example_session.case, example_session
    case_id = session.case_id
    assert case is not None
    assert case_id is not None
    later = case.latest.as_of.replace(year=2015)

    def score_again() -> None:
        with session.library.edit("Another date"):
            for one in case.assessments:
                session.library.add_assessment(case_id, later, copy_of=one.id, analyst=one.analyst)

    session.edit("", score_again)
    assert view.date.count() == 2
    assert view.subject.text() == "Peru, two analysts, as of"
    view.date.setCurrentIndex(0)
    view.date.activated.emit(0)
    assert view.opinions is not None
    assert view.opinions.as_of == later
    session.set_score("su_level", Score(1, 2, 3))
    assert view.opinions.as_of == later
