"""The tour for whoever sees the window for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.settings import Settings
from ui.tour import STEPS, Tour

if TYPE_CHECKING:
    from pathlib import Path

    from ui.main_window import MainWindow


def test_it_leads_through_every_step_and_comes_no_more_once_it_is_done(window: MainWindow, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "tour")
    tour = Tour(window, settings)
    window.library.tree.setFocus()
    tour.begin_once()
    callout = tour.callout
    assert callout is not None
    seen = []
    for _ in STEPS:
        seen.append(callout.heading.text())
        assert callout.isVisible()
        assert callout.side != "none"
        callout.go_on.click()
    assert seen == [step.heading for step in STEPS]
    assert not tour.is_on
    assert window.focusWidget() is window.library.tree
    tour.begin_once()
    assert not tour.is_on
    window.session.close_assessment()
    tour.begin()
    assert not tour.is_on


def test_put_off_it_comes_again_dismissed_it_comes_from_help_alone(window: MainWindow, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "tour")
    tour = Tour(window, settings)
    tour.begin_once()
    assert tour.callout is not None
    tour.callout.put_off.click()
    assert not settings.tour_done
    tour.begin_once()
    tour.callout.refuse.click()
    assert settings.tour_done
    window.menus.tour.trigger()
    assert window.tour.is_on


def test_an_answer_asked_for_during_the_tour_lies_over_its_note(window: MainWindow, tmp_path: Path) -> None:
    tour = Tour(window, Settings(tmp_path / "tour"))
    tour.begin()
    assert tour.callout is not None
    assert tour.callout.parentWidget() is window.middle
    tour.callout.put_off.click()
