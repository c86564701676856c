"""From the menu Case to the analysts, and from the menu Help to the example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.reading_order import jumps, unnamed
from ui.analysts.analysts_view import AnalystsView
from ui.analysts.wiring import NAME, Analysts

if TYPE_CHECKING:
    from advisor.case import Case
    from ui.main_window import MainWindow


def test_the_example_is_added_once_shown_and_taken_back_with_one_undo(window: MainWindow, example: Case) -> None:
    wired = Analysts(window)
    assert not wired.example_action.isVisible()
    wired.offer_example(lambda: example)
    wired.example_action.trigger()
    view = window.views.view(NAME)
    assert isinstance(view, AnalystsView)
    assert view.isVisible()
    assert view.subject.text() == "Peru, two analysts, as of 15 May 2014"
    assert unnamed(window.views) == set()
    assert jumps(view) == []
    cases = window.session.cases()
    wired.example_action.trigger()
    assert window.session.cases() == cases
    view.merge.click()
    assert not view.isVisible()
    assert window.notice.isVisible()
    window.session.undo()
    window.session.undo()
    assert "Peru, two analysts" not in [one.name for one in window.session.cases() or ()]


def test_the_menu_leads_to_the_analysts_of_the_open_country(window: MainWindow) -> None:
    wired = Analysts(window)
    wired.action.trigger()
    view = window.views.view(NAME)
    assert isinstance(view, AnalystsView)
    assert "one analyst alone" in view.empty.sentence.text()
    window.views.left.emit()
    window.session.close_assessment()
    assert not wired.action.isEnabled()
