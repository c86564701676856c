"""The states of the window: forms, notices, errors, working, out of date, locked, read-only, and what lies over it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from advisor.answers import Subject
from tests.screens.photographer import SMALL, WIDE, pass_time, wait
from ui.lock_form import LockForm
from ui.pages import EVIDENCE, NAMES, OPTIONS, PLAN, ROBUSTNESS, SCORE, TIMELINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.screens.studio import Studio
    from ui.main_window import MainWindow

LATER_VERSION = 999
WORDS = ("unrest", "back up", "nothing like this")


def forms(studio: Studio) -> None:
    """Every form, and one that says what is missing."""
    with studio.window() as stage:
        window = stage.window
        ask: dict[str, Callable[[], object]] = {
            "new-country": window.commands.new_case,
            "new-assessment": window.commands.new_assessment,
            "rename": window.commands.rename,
            "change-date": window.commands.redate,
            "export": window.ask_for_briefing,
            "mark-as-briefed": window.keeper.lock,
        }
        for name, show in ask.items():
            show()
            if name == "new-country" and window.form is not None:
                window.form.submit()
            studio.take(window, f"form-{name}")
            window.close_form()


def notices(studio: Studio) -> None:
    """What was done and can be taken back, and what could not be done."""
    with studio.window() as stage:
        window = stage.window
        window.commands.duplicate()
        studio.take(window, "notice", (SMALL,))
        window.session.undo()
        window.session.failed.emit("The score was not saved: the disk is full. Make room and try again", "Traceback")
        studio.take(window, "error", (SMALL,))


def working(studio: Studio) -> None:
    """Every page while its results are computed, then with results that no longer belong to the scores."""
    with studio.window() as stage:
        window = stage.window
        for page in (PLAN, ROBUSTNESS):
            window.pages.go_to(page)
            pass_time(200)
            studio.take(window, f"working-{NAMES[page].lower()}", (WIDE,), at_rest=False)
            wait(window)
            _lower_unrest(window, by=page)
            studio.take(window, f"out-of-date-{NAMES[page].lower()}", (WIDE,), at_rest=False)
            window.planner.cancel()
            window.surveyor.cancel()
            studio.take(window, f"stopped-{NAMES[page].lower()}", (WIDE,))


def locked(studio: Studio) -> None:
    """A locked assessment on every page where it could be edited."""
    with studio.window() as stage:
        window = stage.window
        window.keeper.lock()
        assert isinstance(window.form, LockForm)
        window.form.reason.setText("Country team, 16 May")
        window.form.submit()
        for page in (SCORE, TIMELINE, EVIDENCE):
            window.pages.go_to(page)
            studio.take(window, f"locked-{NAMES[page].lower()}")


def read_only(studio: Studio) -> None:
    """A library that a newer version wrote, which nobody may write to, not even root."""
    path = studio.library_path()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {LATER_VERSION}")
    with studio.window(path=path) as stage:
        for page in (SCORE, EVIDENCE):
            stage.window.pages.go_to(page)
            studio.take(stage.window, f"read-only-{NAMES[page].lower()}")


def tour(studio: Studio) -> None:
    """The notes of the tour."""
    with studio.window() as stage:
        window = stage.window
        window.tour.begin()
        number = 0
        while window.tour.is_on and window.tour.callout is not None:
            number += 1
            studio.take(window, f"tour-{number}")
            window.tour.callout.forward.emit()


def palette(studio: Studio) -> None:
    """The palette: as it opens, with words that match, and with words that do not."""
    with studio.window() as stage:
        desk = stage.window.desk
        desk.open_palette()
        studio.take(stage.window, "palette")
        for number, words in enumerate(WORDS, 1):
            desk.anything.wanted.setText(words)
            studio.take(stage.window, f"palette-{number}", (WIDE,))


def find(studio: Studio) -> None:
    """Find on the page, with a place found and without."""
    with studio.window() as stage:
        stage.window.menus.find_in_page.trigger()
        for name, words in (("find", "military"), ("find-nothing", "zebra")):
            stage.window.desk.find.wanted.setText(words)
            studio.take(stage.window, name)


def why(studio: Studio) -> None:
    """Why: of the stance, a factor, a score, an option and its rule, each where it is asked."""
    with studio.window() as stage:
        window = stage.window
        subjects = (Subject("stance"), Subject("factor", "military"), Subject("score", "su_level"))
        for subject in subjects:
            window.desk.why.ask(subject)
            studio.take(window, f"why-{subject.kind}")
        window.pages.go_to(OPTIONS)
        wait(window)
        for kind in ("standing", "us_value", "acceptance"):
            window.desk.why.ask(Subject(kind, "erad_periphery"))
            studio.take(window, f"why-{kind}", (WIDE,))


def menus(studio: Studio) -> None:
    """Every menu, and the context menus of the library, as they drop."""
    with studio.window() as stage:
        window = stage.window
        bar = window.menus
        for menu in (bar.file, bar.edit, bar.case, bar.view, bar.help):
            menu.popup(window.mapToGlobal(window.rect().center()))
            studio.photographer.take_as_is(menu, f"menu-{menu.title().strip('&').lower()}")
            menu.close()


def _lower_unrest(window: MainWindow, by: float) -> None:
    session = window.session
    score = session.sheet and session.sheet.get("su_level")
    if score:
        best = score.best - 0.5 * by
        session.set_score("su_level", type(score)(best - 1, best, best + 1, score.confidence))
