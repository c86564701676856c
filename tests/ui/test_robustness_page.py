"""The page Robustness follows the assessment that is open, whatever its state, and leads to its scores."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.scores import Score
from advisor.survey_text import headline
from data.library import open_library
from tests.advisor.small_playbooks import with_options
from tests.ui.conftest import DRAWS, PERU_2012, PERU_2014, UNREST
from ui.charts.rank_plot import RankPlot
from ui.library_edits import LibraryEdits
from ui.robustness_page import COUNTING, EMPTY, NOT_COUNTED, RobustnessPage
from ui.session import Session
from ui.surveyor import Surveyor
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from advisor.survey import Survey
    from ui.theme import Theme

MORE = 1024
# What the offscreen platform says of every window that cannot be made smaller than it needs.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def page(qtbot: QtBot, session: Session, theme: Theme) -> Iterator[RobustnessPage]:
    """The page with Peru 2014 open, shown at the usual size, all futures counted."""
    made = page_on(qtbot, session)
    show(qtbot, made)
    yield made
    assert made.surveyor.close()


def page_on(qtbot: QtBot, session: Session) -> RobustnessPage:
    made = RobustnessPage(session, Surveyor(session))
    made.surveyor.many = MORE
    qtbot.addWidget(made)
    made.resize(1244, 640)
    return made


def show(qtbot: QtBot, page: RobustnessPage) -> None:
    with qtbot.waitSignal(page.surveyor.changed, check_params_cb=lambda: page.surveyor.complete):
        page.show()


def until_counted(qtbot: QtBot, page: RobustnessPage) -> None:
    with qtbot.waitSignal(page.surveyor.changed, check_params_cb=lambda: page.surveyor.complete):
        pass


def survey_in(page: RobustnessPage) -> Survey:
    assert page.surveyor.survey is not None
    return page.surveyor.survey


def inks(page: RobustnessPage) -> list[str]:
    """Return the inks of the headline and of a heading."""
    return [page.headline.ink, page.ranks.heading.ink]


def rank_plot(page: RobustnessPage) -> RankPlot:
    assert isinstance(page.ranks.chart.plot, RankPlot)
    return page.ranks.chart.plot


def test_without_an_assessment_one_sentence_says_what_to_do(qtbot: QtBot, empty_session: Session) -> None:
    made = RobustnessPage(empty_session, Surveyor(empty_session))
    qtbot.addWidget(made)
    made.show()
    assert [label.text() for label in made.findChildren(InkLabel) if label.isVisible()] == [EMPTY]
    assert not made.surveyor.busy
    assert made.surveyor.close()


def test_everything_is_shown_of_the_assessment_that_is_open(page: RobustnessPage, playbook: Playbook) -> None:
    survey = survey_in(page)
    assert survey.draws == MORE
    assert page.headline.text() == headline(playbook, survey)
    assert page.headline.text().startswith("The lean holds: divergent in 6")
    assert rank_plot(page).name.endswith("Peru, 15 May 2014")
    assert page.stance.chart.plot is not None
    assert page.drivers.chart.plot is not None
    assert page.firmings.lines[0].indicator == survey.doubtful.firmings[0].indicator
    assert [line.indicator for line in page.turns.lines] == [turn.indicator for turn in survey.turns[:3]]
    assert page.turns.note.text().startswith("Stance turns contested if everything moves toward aligning by ")


def test_first_the_few_futures_are_shown_and_then_the_many(qtbot: QtBot, session: Session) -> None:
    page = page_on(qtbot, session)
    page.show()
    assert page.headline.text() == COUNTING
    assert not page.ranks.isVisible()
    with qtbot.waitSignal(page.surveyor.changed, check_params_cb=lambda: page.surveyor.survey is not None):
        pass
    assert page.ranks.isVisible()
    assert page.futures.text.text().startswith(f"From {DRAWS} futures")
    until_counted(qtbot, page)
    assert page.futures.text.text().startswith(f"From {MORE:,} futures")
    assert page.surveyor.close()


def test_nothing_is_counted_or_drawn_while_the_page_is_hidden(qtbot: QtBot, session: Session) -> None:
    page = page_on(qtbot, session)
    session.preview_score(UNREST, Score(1, 2, 3))
    assert not page.surveyor.busy
    assert page.headline.text() == ""
    show(qtbot, page)
    page.hide()
    before = page.headline.text()
    session.preview_score(UNREST, Score(9, 9, 9))
    assert not page.surveyor.busy
    assert page.headline.text() == before
    show(qtbot, page)
    assert page.headline.text() != before
    assert page.surveyor.close()


def test_after_an_edit_what_is_shown_is_dimmed_until_it_is_counted_anew(
    qtbot: QtBot, page: RobustnessPage, session: Session
) -> None:
    before = page.headline.text()
    session.preview_score(UNREST, Score(1, 2, 3))
    assert page.headline.text() == before
    assert inks(page) == ["ink3", "ink3"]
    assert page.firmings.lines[0].dimmed
    assert page.futures.text.text().startswith("Of earlier scores, counted at ")
    until_counted(qtbot, page)
    assert page.headline.text() != before
    assert inks(page) == ["ink", "ink2"]
    assert not page.firmings.lines[0].dimmed


def test_cancelled_the_few_futures_stay_and_can_be_taken_up_again(qtbot: QtBot, session: Session) -> None:
    page = page_on(qtbot, session)
    page.show()
    with qtbot.waitSignal(page.surveyor.changed, check_params_cb=lambda: page.surveyor.survey is not None):
        pass
    page.surveyor.cancel()
    assert survey_in(page).draws == DRAWS
    assert page.ranks.isVisible()
    assert page.futures.button.isVisible()
    page.futures.button.click()
    until_counted(qtbot, page)
    assert not page.futures.button.isVisible()
    assert page.surveyor.close()


def test_cancelled_before_anything_is_counted_the_page_says_so(qtbot: QtBot, session: Session) -> None:
    page = page_on(qtbot, session)
    page.show()
    page.surveyor.cancel()
    assert page.headline.text() == NOT_COUNTED
    assert page.futures.button.isVisible()
    assert page.surveyor.close()


def test_another_assessment_is_counted_afresh(qtbot: QtBot, page: RobustnessPage, session: Session) -> None:
    session.open_assessment(PERU_2012)
    assert page.headline.text() == COUNTING
    until_counted(qtbot, page)
    assert page.headline.text().startswith("The lean holds: aligned in ")
    session.open_assessment(PERU_2014)
    until_counted(qtbot, page)
    assert page.headline.text().startswith("The lean holds: divergent in ")


def test_a_closed_assessment_leaves_the_empty_page(page: RobustnessPage, session: Session) -> None:
    session.close_assessment()
    assert not page.ranks.isVisible()
    assert [label.text() for label in page.findChildren(InkLabel) if label.isVisible()] == [EMPTY]


def test_a_blank_assessment_says_what_to_score_first(qtbot: QtBot, page: RobustnessPage, session: Session) -> None:
    LibraryEdits(session).new_case("Paraguay", "Radar coverage", dt.date(2026, 3, 1))
    until_counted(qtbot, page)
    assert page.headline.text().startswith("Nothing is scored yet, so these futures say nothing about this government")
    assert {line.words[1] for line in page.firmings.lines} == {"unknown"}
    assert not page.turns.isVisible()


def test_where_every_range_is_closed_nothing_is_to_be_firmed_up(
    qtbot: QtBot, page: RobustnessPage, session: Session
) -> None:
    assert session.sheet is not None
    for name, score in session.sheet.scores.items():
        session.preview_score(name, Score(score.best, score.best, score.best))
    until_counted(qtbot, page)
    assert page.firmings.lines == ()
    assert page.firmings.note.text() == "No range is wide enough to put a verdict in doubt."
    assert page.drivers.chart.plot is None


def test_a_click_on_what_to_firm_up_or_what_would_tip_asks_for_the_indicator(
    qtbot: QtBot, page: RobustnessPage
) -> None:
    for line in (page.firmings.lines[0], page.turns.lines[0]):
        with qtbot.waitSignal(page.indicator_wanted) as told:
            line.click()
        assert told.args == [line.indicator]


def test_a_failure_is_told_on_the_page_and_forgotten_when_it_is_tried_again(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise MemoryError("out of memory")

    page = page_on(qtbot, session)
    with monkeypatch.context() as patched:
        patched.setattr("ui.surveyor.survey", fail)
        with qtbot.waitSignal(page.surveyor.failed):
            page.show()
    assert page.error.text() == "The futures could not be counted: out of memory"
    assert "MemoryError" in page.error.toolTip()
    assert page.error.isVisible()
    page.futures.button.click()
    until_counted(qtbot, page)
    assert not page.error.isVisible()
    assert page.surveyor.close()


def test_a_picture_that_cannot_be_saved_is_told_to_the_window(
    qtbot: QtBot, page: RobustnessPage, session: Session, tmp_path: Path
) -> None:
    for frame in (page.ranks, page.stance, page.drivers):
        with qtbot.waitSignal(session.failed) as failed:
            frame.taking.save(str(tmp_path / "no such folder" / "x.svg"))
        assert "not saved" in failed.args[0]


@pytest.mark.parametrize(("width", "two_columns"), [(1244, True), (968, False), (904, False)])
def test_there_are_two_columns_where_there_is_room_for_them(
    page: RobustnessPage, width: int, two_columns: bool
) -> None:
    page.resize(width, 640)
    QApplication.processEvents()
    assert page.two_columns is two_columns
    assert page.minimumSizeHint().width() <= 904
    assert (page.stance.mapTo(page, page.stance.rect().topLeft()).x() > width / 2) is two_columns


def test_tab_goes_through_the_page_in_reading_order(page: RobustnessPage) -> None:
    page.activateWindow()
    page.take_keyboard()
    stops = [QApplication.focusWidget()]
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    wanted = [
        *(page.ranks.toggle, page.ranks.more, page.ranks.now),
        *(page.stance.toggle, page.stance.more),
        *page.firmings.lines,
        *(page.drivers.toggle, page.drivers.more, page.drivers.subject),
        *page.turns.lines,
    ]
    assert stops == wanted[: len(stops)]


@pytest.mark.parametrize("scored", [True, False])
def test_a_playbook_with_a_single_option_has_a_page_too(
    qtbot: QtBot, playbook: Playbook, library_path: Path, scored: bool
) -> None:
    small = with_options(playbook, playbook.options[:1])
    with open_library(library_path) as library:
        session = Session(small, library)
        session.open_assessment(PERU_2014)
        if not scored:
            LibraryEdits(session).new_case("Paraguay", "Radar coverage", dt.date(2026, 3, 1))
        page = page_on(qtbot, session)
        show(qtbot, page)
        assert [row.shares for row in rank_plot(page).rows] == [(1.0,)]
        assert page.headline.text().endswith(".")
        assert page.surveyor.close()
        assert session.close()
