"""The pages of an assessment: scored, of an earlier date, blank, edited; and none."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.scores import Score
from tests.screens.photographer import SIZES, TALL, WIDE
from ui.library_edits import LibraryEdits
from ui.pages import EVIDENCE, HISTORY, NAMES, OPTIONS, PLAN, ROBUSTNESS, SCORE, TIMELINE

if TYPE_CHECKING:
    from tests.screens.studio import Studio
    from ui.main_window import MainWindow

MIDDLE, UNREST = "PER-2012-2014", "su_level"
SCROLLS = (PLAN, ROBUSTNESS, TIMELINE)


def scored(studio: Studio) -> None:
    """Peru as it opens the first time."""
    with studio.window() as stage:
        _all_pages(studio, stage.window, "peru")


def earlier(studio: Studio) -> None:
    """Peru at an earlier date, which leans the other way."""
    with studio.window() as stage:
        stage.window.session.open_assessment(MIDDLE)
        _all_pages(studio, stage.window, "peru-2011")


def blank(studio: Studio) -> None:
    """A country of which nothing is scored yet, and one of which three scores are."""
    with studio.window() as stage:
        session = stage.window.session
        LibraryEdits(session).new_case("Paraguay", "Radar coverage of the eastern border", dt.date(2026, 3, 1))
        _all_pages(studio, stage.window, "blank")
        for indicator in list(stage.window.pages.score.rows)[:3]:
            session.set_score(indicator, Score(5, 7, 8, "moderate"))
        studio.take(stage.window, "blank-begun")


def none(studio: Studio) -> None:
    """Nothing open: a library without countries, and one where none is chosen."""
    with studio.window(filled=False) as stage:
        studio.take(stage.window, "empty-library")
        stage.window.commands.new_case()
        studio.take(stage.window, "empty-library-new-country")
    with studio.window() as stage:
        stage.window.commands.delete_case()
        stage.window.notice.hide()
        studio.take(stage.window, "nothing-open")


def edited(studio: Studio) -> None:
    """What an edit changes, and the live result beside the options."""
    with studio.window() as stage:
        window = stage.window
        window.session.set_score(UNREST, Score(2, 3, 4))
        studio.take(window, "edited", (WIDE,))
        window.pages.go_to(OPTIONS)
        window.menus.live_result.trigger()
        studio.take(window, "options-with-live-result", (WIDE,))


def evidence(studio: Studio) -> None:
    """Evidence with a note open, one indicator's notes, a note begun, and a search; Score and History with notes."""
    with studio.window() as stage:
        window = stage.window
        window.pages.show_indicator(UNREST)
        studio.take(window, "score-with-notes")
        window.pages.show_evidence(UNREST)
        studio.take(window, "evidence-indicator")
        page = window.pages.evidence
        page.show_note(next(note.id for note in window.session.case.notes))  # type: ignore[union-attr]
        studio.take(window, "evidence-chosen")
        window.session.set_score(UNREST, Score(2, 3, 4))
        window.pages.go_to(HISTORY)
        window.pages.history.take_keyboard()
        studio.take(window, "history")
        window.pages.go_to(EVIDENCE)
        window.pages.add_note("ms_opposition")
        studio.take(window, "evidence-new-note")
        page.search.field.setText("coca")
        page.search.field.returnPressed.emit()
        studio.take(window, "evidence-search")


def _all_pages(studio: Studio, window: MainWindow, name: str) -> None:
    for page, title in enumerate(NAMES):
        window.pages.go_to(page)
        studio.take(window, f"{name}-{title.lower()}", (*SIZES, TALL) if page in SCROLLS else SIZES)
    window.pages.go_to(SCORE)
