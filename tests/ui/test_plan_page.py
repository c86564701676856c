from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from advisor.knobs import Knobs
from advisor.plan_headline import headline
from advisor.scores import Score
from tests.ui.conftest import PERU_2012, UNREST
from ui.plan.option_row import OptionRow
from ui.plan.text_table import TextTable
from ui.plan.worth_section import NOT_MEASURED
from ui.plan_page import EMPTY, NO_PLAN, SOLVING, STOPPED, PlanPage
from ui.planner import Planner
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.session import Session
    from ui.theme import Theme

SIZES = [(1244, 720), (904, 560)]


@pytest.fixture
def planner(qtbot: QtBot, session: Session) -> Iterator[Planner]:
    made = Planner(session)
    yield made
    assert made.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session, planner: Planner, theme: Theme) -> PlanPage:
    """The page with the plan of Peru 2014 solved and its worth measured."""
    made = PlanPage(session, planner)
    qtbot.addWidget(made)
    made.resize(*SIZES[0])
    until(qtbot, planner, lambda: planner.complete, made.show)
    made.activateWindow()
    return made


def until(qtbot: QtBot, planner: Planner, holds: Callable[[], bool], act: Callable[[], object]) -> None:
    """Do something, and wait until the planner tells of a change after which a condition holds."""
    with qtbot.waitSignal(planner.changed, check_params_cb=holds):
        act()


def shown(page: PlanPage) -> list[str]:
    return [column.title.text() for column in page.board.cards.columns if column.isVisible()]


def ink(page: PlanPage) -> str:
    return page.board.headline.ink


def edit(session: Session, value: float) -> None:
    session.set_score(UNREST, Score(value, value, value))


def test_with_nothing_open_one_sentence_says_what_to_do(qtbot: QtBot, empty_session: Session, theme: Theme) -> None:
    planner = Planner(empty_session)
    page = PlanPage(empty_session, planner)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert [label.text() for label in page.findChildren(InkLabel) if label.isVisible()] == [EMPTY]
    assert planner.close()


def test_nothing_is_solved_while_the_page_is_not_shown(
    qtbot: QtBot, session: Session, planner: Planner, theme: Theme
) -> None:
    page = PlanPage(session, planner)
    qtbot.addWidget(page)
    assert not planner.busy
    until(qtbot, planner, lambda: planner.plan is not None, page.show)
    page.hide()
    until(qtbot, planner, lambda: planner.complete, lambda: None)
    edit(session, 2)
    assert planner.stale
    assert not planner.busy
    until(qtbot, planner, lambda: planner.complete, page.show)
    assert planner.plan is not None
    assert page.board.headline.text() == headline(session.playbook, planner.plan)


def test_until_the_first_plan_is_there_it_says_that_it_is_being_solved(
    qtbot: QtBot, session: Session, planner: Planner, theme: Theme
) -> None:
    page = PlanPage(session, planner)
    qtbot.addWidget(page)
    page.show()
    assert page.waiting.text() == SOLVING
    assert page.waiting.isVisible()
    assert not page.compute.isVisible()
    assert page.side.knobs.isVisible()
    planner.cancel()
    assert page.waiting.text() == STOPPED
    until(qtbot, planner, lambda: planner.plan is not None, page.compute.click)
    assert page.board.headline.isVisible()


def test_the_plan_is_shown_with_everything_that_belongs_to_it(page: PlanPage, planner: Planner) -> None:
    assert planner.plan is not None
    assert len(shown(page)) == 4
    assert page.board.headline.isVisible()
    assert page.board.switches.sentence.isVisible()
    assert page.board.map.pathways is not None
    assert page.side.worth.bars.isVisible()
    assert page.side.sequence.lines
    assert page.side.source.text() == "From the scores of 15 May 2014, in 256 futures."
    assert page.side.knobs.limits["budget"].note.text().startswith("116.5 used")


def test_while_the_worth_is_measured_the_section_says_so_and_a_stopped_one_is_asked_for_again(
    qtbot: QtBot, session: Session, planner: Planner, theme: Theme
) -> None:
    page = PlanPage(session, planner)
    qtbot.addWidget(page)
    until(qtbot, planner, lambda: planner.plan is not None, page.show)
    worth = page.side.worth
    assert worth.progress.isVisible()
    assert not worth.bars.isVisible()
    planner.cancel()
    assert worth.state.text() == NOT_MEASURED
    assert worth.compute.isVisible()
    until(qtbot, planner, lambda: planner.complete, worth.compute.click)
    assert worth.bars.isVisible()
    assert not worth.compute.isVisible()


def test_a_turned_knob_greys_the_plan_until_the_next_one_is_there(
    qtbot: QtBot, page: PlanPage, planner: Planner
) -> None:
    before = page.board.headline.text()
    page.side.knobs.limits["budget"].slider.setFocus()
    QTest.keyClick(page.side.knobs.limits["budget"].slider, Qt.Key.Key_Home)
    assert planner.knobs == Knobs(budget=0.0)
    assert page.board.headline.text() == before
    assert ink(page) == "ink3"
    assert page.board.age.text().startswith("Out of date: solved at ")
    assert not page.board.again.isVisible(), "it is being solved again by itself"
    until(qtbot, planner, lambda: planner.complete, lambda: None)
    assert page.board.headline.text().startswith("Nothing to commit to")
    assert ink(page) == "ink"
    assert not page.board.age.isVisible()


def test_a_score_edited_elsewhere_greys_the_plan_too(
    qtbot: QtBot, page: PlanPage, planner: Planner, session: Session
) -> None:
    edit(session, 1)
    assert ink(page) == "ink3"
    until(qtbot, planner, lambda: planner.complete, lambda: None)
    assert ink(page) == "ink"


def test_stopped_while_it_is_out_of_date_it_can_be_solved_again(
    qtbot: QtBot, page: PlanPage, planner: Planner, session: Session
) -> None:
    edit(session, 1)
    planner.cancel()
    assert page.board.again.isVisible()
    assert not page.side.worth.compute.isVisible(), "first the plan, then its worth"
    until(qtbot, planner, lambda: planner.complete, page.board.again.click)
    assert not page.board.again.isVisible()


def test_an_option_is_pinned_from_its_menu_and_freed_in_the_panel(
    qtbot: QtBot, page: PlanPage, planner: Planner
) -> None:
    row = page.board.cards.row_of("justice")
    assert row is not None
    until(qtbot, planner, lambda: planner.complete, row.menu().actions()[0].trigger)
    assert planner.plan is not None
    assert "justice" in planner.plan.options
    row = page.board.cards.row_of("justice")
    assert row is not None
    assert row in page.board.cards.columns[0].rows
    assert row.accessibleName().endswith("pinned")
    (button,) = page.side.knobs.pins.buttons
    until(qtbot, planner, lambda: planner.complete, lambda: QTest.keyClick(button, Qt.Key.Key_Space))
    assert planner.knobs == Knobs()
    assert "justice" not in planner.plan.options


def test_contradictory_pins_end_in_a_sentence_beside_the_knobs(qtbot: QtBot, page: PlanPage, planner: Planner) -> None:
    page.side.knobs.pin("erad_core", "pinned")
    until(qtbot, planner, lambda: bool(planner.problem), lambda: page.side.knobs.pin("pause_metrics", "pinned"))
    problem = page.side.knobs.problem
    assert problem.isVisible()
    assert problem.text() == (
        '"Forced eradication in the core area" and "Agreed pause with metrics" exclude each other; unpin one of them.'
    )
    assert page.board.age.text().endswith("under these knobs there is none.")
    assert not any(part.isVisible() for part in (page.board.again, page.side.worth.compute))
    until(qtbot, planner, lambda: planner.complete, page.side.knobs.reset.click)
    assert not problem.isVisible()


def test_opened_under_knobs_that_allow_no_plan_it_says_so(
    qtbot: QtBot, page: PlanPage, planner: Planner, session: Session
) -> None:
    page.side.knobs.pin("erad_core", "pinned")
    page.side.knobs.pin("pause_metrics", "pinned")
    until(qtbot, planner, lambda: bool(planner.problem), lambda: session.open_assessment(PERU_2012))
    assert page.waiting.text() == NO_PLAN
    assert not page.compute.isVisible()
    assert page.side.knobs.problem.isVisible()


@pytest.mark.parametrize(
    ("knob", "value"),
    [("budget", 0.0), ("footprint", 0.0), ("horizon_months", 0.0), ("horizon_months", 120.0), ("budget", 240.0)],
)
def test_every_end_of_every_limit_ends_in_a_plan(
    qtbot: QtBot, page: PlanPage, planner: Planner, session: Session, knob: str, value: float
) -> None:
    row = page.side.knobs.limits[knob]
    end = 0 if value == 0 else row.slider.maximum()
    until(qtbot, planner, lambda: planner.complete, lambda: row.slider.setValue(end))
    assert getattr(planner.knobs, knob) == value
    assert planner.plan is not None
    assert page.board.headline.text() == headline(session.playbook, planner.plan)


def test_with_every_weight_at_nothing_a_sentence_says_so(qtbot: QtBot, page: PlanPage, planner: Planner) -> None:
    def all_to_nothing() -> None:
        for row in page.side.knobs.weights.values():
            row.slider.setValue(0)

    until(qtbot, planner, lambda: bool(planner.problem), all_to_nothing)
    assert page.side.knobs.problem.text() == ("Every objective has weight 0; give at least one a weight above 0.")


def test_with_everything_ruled_out_there_is_a_plan_of_nothing(
    qtbot: QtBot, page: PlanPage, planner: Planner, session: Session
) -> None:
    def rule_all_out() -> None:
        for option in session.playbook.option_ids:
            page.side.knobs.pin(option, "ruled_out")

    until(qtbot, planner, lambda: planner.complete, rule_all_out)
    assert page.board.headline.text().startswith("Nothing to commit to")
    rows = [row for column in page.board.cards.columns for row in column.rows]
    assert len(rows) == len(session.playbook.options)
    assert all(row.accessibleName().endswith("ruled out") for row in rows)
    assert page.side.worth.bars.accessibleDescription().count("–") == 5


def test_another_assessment_shows_its_own_plan(
    qtbot: QtBot, page: PlanPage, planner: Planner, session: Session
) -> None:
    session.open_assessment(PERU_2012)
    assert page.waiting.text() == SOLVING
    assert page.waiting.isVisible()
    until(qtbot, planner, lambda: planner.complete, lambda: None)
    assert page.side.source.text().startswith("From the scores of 31 Dec 2011")
    assert page.board.switches.table.isVisible()
    assert page.board.map.name == "Pathways, Peru, from 31 Dec 2011"


def test_a_closed_assessment_leaves_the_empty_page(page: PlanPage, session: Session) -> None:
    session.close_assessment()
    assert [label.text() for label in page.findChildren(InkLabel) if label.isVisible()] == [EMPTY]


def test_a_picture_that_cannot_be_saved_is_told_to_the_window(
    qtbot: QtBot, page: PlanPage, session: Session, tmp_path: Path
) -> None:
    for frame in (page.board.pathways, page.side.worth.frame):
        with qtbot.waitSignal(session.failed) as told:
            frame.taking.save(str(tmp_path / "no such folder" / "x.png"))
        assert told.args is not None
        assert "not saved" in told.args[0]


def test_the_keyboard_comes_to_everything_in_the_order_in_which_it_stands(page: PlanPage) -> None:
    page.take_keyboard()
    first = QApplication.focusWidget()
    stops = [first]
    while True:
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
        stops.append(QApplication.focusWidget())
    kinds = [type(stop) for stop in stops]
    assert kinds[:4] == [OptionRow] * 4
    knobs = page.side.knobs
    assert stops.index(page.board.pathways.toggle) < stops.index(page.board.lists.refused.table)
    assert stops.index(page.board.lists.prices.table) < stops.index(knobs.weights["cultivation"].slider)
    assert stops.index(knobs.limits["horizon_months"].slider) < stops.index(page.side.worth.frame.toggle)
    assert all(stop is not None and stop.accessibleName() for stop in stops)
    assert TextTable in kinds
    assert QPushButton in kinds


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_plan_and_panel_share_the_page_and_nothing_is_cut_off(
    qtbot: QtBot, page: PlanPage, width: int, height: int
) -> None:
    page.resize(width, height)
    assert page.size().width() == width
    viewport = page.board.parentWidget()
    assert viewport is not None
    qtbot.waitUntil(lambda: page.board.width() == viewport.width())
    assert page.board.cards.across == (4 if width > 1000 else 2)
    assert page.minimumSizeHint().width() <= 904
