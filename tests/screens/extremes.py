"""What is rarely seen: a lost library, a single score, text so large that little fits, a window as high as a page."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.scores import Score
from tests.screens.photographer import SMALL, TALL
from ui.desk import HELP, SETTINGS
from ui.frame import Frame
from ui.library_edits import LibraryEdits
from ui.pages import NAMES, SCORE
from ui.settings import Settings

if TYPE_CHECKING:
    from tests.screens.studio import Studio

LARGE = (1.5, 2.0)
"""By how much larger text leaves less room: the window is as many times smaller, counted in what it shows."""


def lost(studio: Studio) -> None:
    """A library whose file was moved away while it was open."""
    with studio.window() as stage:
        window, path = stage.window, stage.library.path
        aside = path.rename(path.with_suffix(".aside"))
        window.session.history_changed.emit()
        studio.take(window, "lost")
        window.session.set_score("su_level", Score(2, 3, 4))
        studio.take(window, "lost-edited", (SMALL,))
        aside.rename(path)


def single(studio: Studio) -> None:
    """A country with one score."""
    with studio.window() as stage:
        window = stage.window
        LibraryEdits(window.session).new_case("Paraguay", "Radar coverage of the eastern border", dt.date(2026, 3, 1))
        window.session.set_score("su_level", Score(5, 7, 8, "moderate"))
        for page, title in enumerate(NAMES):
            window.pages.go_to(page)
            studio.take(window, f"single-{title.lower()}")


def large_text(studio: Studio) -> None:
    """Every page, three forms and two views in the least window, at text of 150 and of 200 per cent."""
    with studio.window() as stage:
        window = stage.window
        frame = Frame(Settings(studio.scratch / "large"))
        frame.hold(window)
        frame.show()
        forms = {"country": window.commands.new_case, "assessment": window.commands.new_assessment}
        forms["export"] = window.ask_for_briefing
        for factor in LARGE:
            size, name = (round(SMALL[0] / factor), round(SMALL[1] / factor)), f"large-{factor * 100:.0f}"
            for page, title in enumerate(NAMES):
                window.pages.go_to(page)
                studio.photographer.take_exactly(frame, f"{name}-{title.lower()}", size)
            window.pages.go_to(SCORE)
            for title, ask in forms.items():
                ask()
                studio.photographer.take_exactly(frame, f"{name}-form-{title}", size)
                window.close_form()
            for view in (SETTINGS, HELP):
                window.views.show_view(view)
                studio.photographer.take_exactly(frame, f"{name}-{view.lower()}", size)
                window.views.left.emit()
        frame.close()


def tall(studio: Studio) -> None:
    """Every page and two views in a window as high as the longest page."""
    with studio.window() as stage:
        window = stage.window
        for page, title in enumerate(NAMES):
            window.pages.go_to(page)
            studio.take(window, f"tall-{title.lower()}", (TALL,))
        for view in (SETTINGS, HELP):
            window.views.show_view(view)
            studio.take(window, f"tall-{view.lower()}", (TALL,))
