from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.case import Case, Fact, Point, Series
from advisor.scores import Score
from tests.advisor.made_cases import day, long_case
from tests.ui.conftest import PERU_2012, PERU_2014, UNREST
from ui.change_panel import ONE_ALONE
from ui.charts.timeline_plot import TimelinePlot
from ui.library_edits import LibraryEdits
from ui.timeline_page import EMPTY, TimelinePage
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from data.library import Library
    from ui.session import Session
    from ui.theme import Theme

PERU_2011 = "PER-2011H2"


@pytest.fixture
def hidden(qtbot: QtBot, theme: Theme, session: Session) -> Iterator[TimelinePage]:
    """The page over Peru 2014, not shown yet."""
    made = TimelinePage(session)
    qtbot.addWidget(made)
    made.resize(1244, 654)
    yield made
    assert made.findings.close()


@pytest.fixture
def page(qtbot: QtBot, hidden: TimelinePage) -> TimelinePage:
    """The page over Peru 2014, everything computed."""
    with qtbot.waitExposed(hidden):
        hidden.show()
    settle(qtbot, hidden)
    return hidden


def settle(qtbot: QtBot, page: TimelinePage) -> None:
    qtbot.waitUntil(lambda: not page.findings.busy, timeout=30_000)


def plot(page: TimelinePage) -> TimelinePlot:
    assert isinstance(page.chart.plot, TimelinePlot)
    return page.chart.plot


def open_case(session: Session, library: Library, case: Case, place: int = -1) -> None:
    case_id = library.import_case(case)
    found = next(one for one in library.cases() if one.id == case_id)
    session.open_assessment(found.assessments[place].id)


def chosen(page: TimelinePage, box: str, data: str) -> None:
    """Choose as a person does, who sets off `activated` as well."""
    combo = getattr(page.panel.choice, box)
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def test_without_an_assessment_one_sentence_says_what_to_do(qtbot: QtBot, page: TimelinePage, session: Session) -> None:
    session.close_assessment()
    assert [label.text() for label in page.findChildren(InkLabel) if label.isVisible()] == [EMPTY]
    assert page.chart.plot is None


def test_it_opens_on_the_assessment_before_the_open_one_compared_with_it(page: TimelinePage) -> None:
    assert page.picked == (PERU_2012, PERU_2014)
    assert page.panel.sentence.text().startswith("From aligned to divergent: the index fell by 4.0")
    assert plot(page).picked == (PERU_2012, PERU_2014)


def test_on_the_first_assessment_it_opens_on_the_way_to_the_next(
    qtbot: QtBot, page: TimelinePage, session: Session
) -> None:
    session.open_assessment(PERU_2011)
    assert page.picked == (PERU_2011, PERU_2012)
    settle(qtbot, page)


def test_ranges_and_chances_of_all_assessments_arrive_in_the_background(page: TimelinePage, session: Session) -> None:
    moments = plot(page).timeline.moments
    assert all(moment.stance_range and moment.chance for moment in moments)
    assert session.findings is not None
    assert moments[-1].chance == session.findings.probabilities["divergent"]
    assert moments[-1].stance_range == session.findings.stance_range


def test_nothing_is_computed_before_the_page_is_seen(qtbot: QtBot, hidden: TimelinePage, session: Session) -> None:
    session.set_score(UNREST, Score(1, 2, 3))
    assert hidden.chart.plot is None
    assert not hidden.findings.busy
    hidden.show()
    assert plot(hidden).timeline.moments[-1].factors["unrest"] == session.best.factors["unrest"]  # type: ignore[union-attr]
    settle(qtbot, hidden)


def test_an_edit_moves_the_marks_at_once_and_its_range_when_it_is_computed(
    qtbot: QtBot, page: TimelinePage, session: Session
) -> None:
    before = plot(page).timeline.moments[-1]
    session.set_score(UNREST, Score(0, 0, 1))
    edited = plot(page).timeline.moments[-1]
    assert edited.index != before.index
    assert edited.stale
    assert edited.stance_range == before.stance_range
    settle(qtbot, page)
    arrived = plot(page).timeline.moments[-1]
    assert not arrived.stale
    assert arrived.stance_range != before.stance_range


def test_undo_and_the_change_that_follows_are_seen(qtbot: QtBot, page: TimelinePage, session: Session) -> None:
    said = page.panel.sentence.text()
    session.set_score(UNREST, Score(0, 0, 1))
    assert page.panel.sentence.text() != said
    session.undo()
    assert page.panel.sentence.text() == said
    settle(qtbot, page)


def test_a_drag_that_is_not_saved_yet_is_seen(qtbot: QtBot, page: TimelinePage, session: Session) -> None:
    before = plot(page).timeline.moments[-1].index
    session.preview_score(UNREST, Score(0, 0, 1))
    assert plot(page).timeline.moments[-1].index != before
    settle(qtbot, page)


def test_choosing_dates_compares_them_and_marks_them_on_the_chart(page: TimelinePage) -> None:
    chosen(page, "since", PERU_2011)
    assert page.picked == (PERU_2011, PERU_2014)
    assert plot(page).picked == (PERU_2011, PERU_2014)
    assert page.panel.waterfall.rows[0].label == "10 Aug 2011"


def test_the_same_date_twice_did_not_move(page: TimelinePage) -> None:
    chosen(page, "since", PERU_2014)
    assert page.panel.sentence.text() == "The index did not move."


def test_a_click_on_an_assessment_compares_to_it_and_with_shift_from_it(page: TimelinePage) -> None:
    page.chart.assessment_picked.emit(PERU_2011, True)
    assert page.picked == (PERU_2011, PERU_2014)
    page.chart.assessment_picked.emit(PERU_2012, False)
    assert page.picked == (PERU_2011, PERU_2012)
    assert page.panel.choice.until.currentData() == PERU_2012


def test_the_later_assessment_can_be_opened(qtbot: QtBot, page: TimelinePage) -> None:
    page.pick(PERU_2011, PERU_2012)
    with qtbot.waitSignal(page.assessment_wanted) as wanted:
        page.panel.choice.open.click()
    assert wanted.args == [PERU_2012]


def test_another_assessment_is_looked_from_and_compared_with_the_one_before(
    qtbot: QtBot, page: TimelinePage, session: Session
) -> None:
    page.pick(PERU_2011, PERU_2014)
    session.open_assessment(PERU_2012)
    assert page.picked == (PERU_2011, PERU_2012)
    assert [one.later for one in plot(page).timeline.moments] == [False, False, True]
    settle(qtbot, page)


def test_an_assessment_that_is_deleted_is_compared_no_more(qtbot: QtBot, page: TimelinePage, session: Session) -> None:
    page.pick(PERU_2011, PERU_2014)
    LibraryEdits(session).delete_assessment(PERU_2011)
    assert page.picked == (PERU_2012, PERU_2014)
    session.undo()
    assert len(plot(page).timeline.moments) == 3
    settle(qtbot, page)


def test_a_date_that_is_changed_is_seen(qtbot: QtBot, page: TimelinePage, session: Session) -> None:
    LibraryEdits(session).redate(PERU_2012, day("2012-02-01"))
    assert [one.as_of for one in plot(page).timeline.moments][1] == day("2012-02-01")
    settle(qtbot, page)


def test_one_assessment_alone_is_shown_and_there_is_nothing_to_compare(
    qtbot: QtBot, page: TimelinePage, session: Session, library: Library
) -> None:
    open_case(session, library, long_case(1, facts=(Fact("2010-01", "An event", "s", True),)))
    assert page.picked is None
    assert page.panel.sentence.text() == ONE_ALONE
    assert len(plot(page).timeline.moments) == 1
    assert page.chart.isVisible()
    settle(qtbot, page)


def test_a_blank_assessment_is_shown_and_not_compared(qtbot: QtBot, page: TimelinePage, session: Session) -> None:
    assert session.case_id is not None
    LibraryEdits(session).new_assessment(session.case_id, day("2015-03-01"))
    assert page.picked is not None
    assert page.picked[0] == PERU_2014
    assert page.panel.sentence.text().startswith("Nothing is scored as of 1 Mar 2015")
    assert plot(page).timeline.moments[-1].index is None
    settle(qtbot, page)


def test_sixty_assessments_are_shown_and_computed(
    qtbot: QtBot, page: TimelinePage, session: Session, library: Library
) -> None:
    open_case(session, library, long_case(60), 40)
    settle(qtbot, page)
    moments = plot(page).timeline.moments
    assert len(moments) == 60
    assert all(moment.chance for moment in moments)
    assert sum(moment.later for moment in moments) == 19
    assert page.panel.choice.until.count() == 60


def test_five_series_are_shown_and_the_others_can_be_chosen(
    qtbot: QtBot, page: TimelinePage, session: Session, library: Library
) -> None:
    many = tuple(Series(f"Series {number}", "", "", (Point("2010-02", 1.0),)) for number in range(7))
    open_case(session, library, long_case(2, series=(*many, Series("Empty", "", "", ()))))
    assert plot(page).shown == (0, 1, 2, 3, 4)
    assert page.series.text() == "Data series: 5 of 8 shown"
    page.series.ticks[7].trigger()
    assert plot(page).shown == (0, 1, 2, 3, 4, 7)
    page.series.ticks[0].trigger()
    session.open_assessment(PERU_2014)
    assert plot(page).shown == (0, 1, 2, 3)
    settle(qtbot, page)


def test_the_timeline_is_saved_as_png_and_svg(page: TimelinePage, tmp_path: Path) -> None:
    page.frame.taking.save(str(tmp_path / "peru.png"))
    page.frame.taking.save(str(tmp_path / "peru.svg"))
    assert QImage(str(tmp_path / "peru.png")).width() == 1600
    svg = (tmp_path / "peru.svg").read_text(encoding="utf-8")
    assert QSvgRenderer(svg.encode()).isValid()
    assert "15 May 2014" in svg


def test_a_picture_that_cannot_be_saved_is_told_to_the_window(
    qtbot: QtBot, page: TimelinePage, session: Session, tmp_path: Path
) -> None:
    for taking in (page.frame.taking, page.panel.frame.taking):
        with qtbot.waitSignal(session.failed) as failed:
            taking.save(str(tmp_path / "no such folder" / "x.png"))
        assert failed.args is not None
        assert "not saved" in failed.args[0]


def test_the_table_holds_every_event_and_follows_the_case(page: TimelinePage, session: Session) -> None:
    page.frame.toggle.click()
    rows = page.frame.table.rowCount()
    assert rows == len(plot(page).table()) - 1
    page.frame.toggle.click()
    assert page.chart.isVisible()


def test_what_cannot_be_computed_is_said_beside_the_chart(page: TimelinePage) -> None:
    page.findings.failed.emit("The ranges and chances could not be computed: no draws", "Traceback")
    assert page.problem.isVisible()
    assert "no draws" in page.problem.text()


def test_tab_goes_through_chart_and_panel_in_reading_order(page: TimelinePage) -> None:
    page.activateWindow()
    page.take_keyboard()
    assert QApplication.focusWidget() is page.chart
    page.series.setFocus()
    stops = [QApplication.focusWidget()]
    for _ in range(15):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    choice, shares, events = page.panel.choice, page.panel.frame, page.events
    assert stops == [
        page.series,
        page.frame.toggle,
        page.frame.more,
        page.chart,
        events.date,
        events.text,
        events.source,
        events.link,
        events.add,
        choice.since,
        choice.until,
        choice.subject,
        page.panel.waterfall,
        shares.toggle,
        shares.more,
        page.panel.moves,
    ]


@pytest.mark.parametrize(("width", "height"), [(904, 454), (1244, 654)])
def test_chart_and_panel_share_the_page(qtbot: QtBot, page: TimelinePage, width: int, height: int) -> None:
    page.resize(width, height)
    assert page.minimumSizeHint().width() <= 904
    assert page.chart.width() > page.panel.width() > 330
    assert page.chart.height() == page.chart.heightForWidth(page.chart.width())


def test_a_name_of_any_length_is_fine(qtbot: QtBot, page: TimelinePage, session: Session, library: Library) -> None:
    long = "The Democratic Republic of Somewhere with a Name that Does not End " * 3
    open_case(session, library, replace(long_case(2), name=long))
    assert plot(page).name.startswith("The Democratic Republic")
    settle(qtbot, page)
