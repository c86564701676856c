from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import PERU_2012
from ui.pages import NAMES, OPTIONS, PLAN, ROBUSTNESS, SCORE, TIMELINE, Pages
from ui.plan_page import PlanPage
from ui.planner import Planner
from ui.surveyor import Surveyor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.session import Session


@pytest.fixture
def pages(qtbot: QtBot, session: Session) -> Iterator[Pages]:
    planner, surveyor = Planner(session), Surveyor(session)
    made = Pages(session, planner, surveyor)
    qtbot.addWidget(made)
    made.show()
    yield made
    assert made.close_work()
    assert planner.close()
    assert surveyor.close()


def test_only_pages_that_exist_have_tabs(pages: Pages) -> None:
    assert [pages.tabs.tabText(place) for place in range(pages.tabs.count())] == list(NAMES)


def test_a_page_is_made_when_it_is_first_wanted(pages: Pages) -> None:
    assert pages.findChildren(PlanPage) == []
    pages.go_to(PLAN)
    assert pages.findChildren(PlanPage) == [pages.plan]
    pages.go_to(SCORE)
    pages.go_to(PLAN)
    assert pages.findChildren(PlanPage) == [pages.plan]


def test_a_tab_shows_its_page(pages: Pages) -> None:
    assert pages.score.isVisible()
    pages.tabs.setCurrentIndex(OPTIONS)
    assert pages.options.isVisible()
    assert not pages.score.isVisible()


def test_each_page_remembers_whether_it_has_the_live_result(pages: Pages) -> None:
    assert pages.with_live_result
    pages.show_live_result(shown=False)
    pages.go_to(OPTIONS)
    pages.show_live_result(shown=True)
    pages.go_to(SCORE)
    assert not pages.with_live_result
    assert pages.strip.isVisible()


@pytest.mark.parametrize("page", [SCORE, OPTIONS, PLAN, ROBUSTNESS, TIMELINE])
def test_the_keyboard_goes_to_what_the_page_is_for(qtbot: QtBot, pages: Pages, page: int) -> None:
    pages.activateWindow()
    pages.go_to(page)
    if page == ROBUSTNESS:
        qtbot.waitUntil(lambda: pages.robustness.surveyor.survey is not None)
    pages.take_keyboard()
    shown = (pages.score, pages.options, pages.plan, pages.robustness, pages.timeline)[page]
    keyboard = pages.focusWidget()
    assert keyboard is not None
    assert keyboard is shown or shown.isAncestorOf(keyboard)


def test_an_indicator_to_firm_up_is_opened_on_the_score_page(pages: Pages) -> None:
    pages.go_to(ROBUSTNESS)
    pages.robustness.indicator_wanted.emit("ms_opposition")
    assert pages.current == SCORE
    assert pages.score.selected == "ms_opposition"


def test_an_assessment_of_the_timeline_can_be_opened(qtbot: QtBot, pages: Pages, session: Session) -> None:
    pages.go_to(TIMELINE)
    with qtbot.waitSignal(session.assessment_opened):
        pages.timeline.assessment_wanted.emit(PERU_2012)
    assert session.assessment is not None
    assert session.assessment.id == PERU_2012
