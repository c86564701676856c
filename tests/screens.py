"""Render every page of the window into a folder, to be looked at: python3 dev.py screens [FOLDER]."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from data.case_files import SHIPPED_CASES, read_cases
from data.examples import two_analysts
from data.intake.intake import Intake
from data.library import Library, open_library
from data.playbook_files import shipped_playbook
from tests.data.importers.files import SAMPLES
from tests.data.intake.conftest import scorecard
from ui.analysts.analysts_view import AnalystsView
from ui.analysts.wiring import NAME as ANALYSTS
from ui.analysts.wiring import Analysts
from ui.app import open_first
from ui.importing.drop_cover import DropCover
from ui.importing.wiring import NAME as IMPORT
from ui.importing.wiring import add_import
from ui.main_window import MainWindow
from ui.pages import NAMES, OPTIONS, PLAN, ROBUSTNESS, SCORE, TIMELINE
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme, load_fonts

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.playbook import Playbook
    from ui.styles import ThemeChoice

SIZES = ((1440, 900), (1100, 700))
SCALES = ("1", "1.5")
THEMES: tuple[ThemeChoice, ...] = ("light", "dark")
MIDDLE = "PER-2012-2014"
PROBLEMS = (SAMPLES / "approval.csv", SAMPLES / "election_calendar.csv", SAMPLES / "gone.csv")
TALL = (1440, 1900)
PATIENCE_MS, ASK_MS, REST_MS = 60_000, 100, 400


def write_nothing(*_: object, **__: object) -> None:
    """Stand in for the briefing."""


def until_quiet(window: MainWindow) -> None:
    """Let the window work until nothing is computed in the background."""
    loop, ask = QEventLoop(), QTimer(interval=ASK_MS)
    ask.timeout.connect(lambda: None if is_busy(window) else loop.quit())
    ask.start()
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    ask.stop()
    # One more round for what the arrival itself set off, such as the effect of a point more.
    QTimer.singleShot(REST_MS, loop.quit)
    loop.exec()


def is_busy(window: MainWindow) -> bool:
    """Say whether likelihoods, a plan or a survey are still to come."""
    return window.session.pending or window.planner.busy or window.surveyor.busy


class Photographer:
    """Takes pictures of one window in every theme and size."""

    def __init__(self, folder: Path, scale: str, theme: Theme) -> None:
        self._folder, self._scale, self._theme = folder, scale, theme

    def take(self, window: MainWindow, name: str, sizes: tuple[tuple[int, int], ...] = SIZES) -> None:
        """Take the window as it stands."""
        for choice in THEMES:
            self._theme.choose(choice)
            for width, height in sizes:
                window.resize(width, height)
                until_quiet(window)
                path = self._folder / f"{name}-{choice}-{width}x{height}-{float(self._scale) * 100:.0f}.png"
                window.grab().save(str(path))
                print(path, flush=True)


def open_window(playbook: Playbook, path: Path, theme: Theme, settings: Path) -> MainWindow:
    """Open a window on a library that holds the shipped cases."""
    library = open_library(path)
    library.fill_once(read_cases(SHIPPED_CASES, playbook.indicator_ids))
    window = MainWindow(Session(playbook, library), write_nothing, theme, Settings(settings))
    open_first(window.session)
    window.show()
    until_quiet(window)
    return window


def take_pages(photographer: Photographer, window: MainWindow, name: str) -> None:
    """Take every page of what is open."""
    for page, title in enumerate(NAMES):
        window.pages.go_to(page)
        scrolls = page in (PLAN, ROBUSTNESS, TIMELINE)
        photographer.take(window, f"{name}-{title.lower()}", (*SIZES, TALL) if scrolls else SIZES)
    window.pages.go_to(SCORE)


def take_forms(photographer: Photographer, window: MainWindow) -> None:
    """Take every form and notice, at the smaller size."""
    forms: dict[str, Callable[[], None]] = {
        "new-country": window.commands.new_case,
        "new-assessment": window.commands.new_assessment,
        "rename": window.commands.rename,
        "change-date": window.commands.redate,
        "mark-as-briefed": window.keeper.lock,
    }
    for name, ask in forms.items():
        ask()
        if name == "new-country" and window.form is not None:
            window.form.submit()
        photographer.take(window, f"form-{name}", SIZES[1:])
        window.close_form()
    window.commands.delete_case()
    photographer.take(window, "deleted", SIZES[1:])
    window.session.undo()
    window.session.failed.emit("The score was not saved: the disk is full. Make room and try again", "Traceback")
    photographer.take(window, "error", SIZES[1:])
    window.notice.hide()


def take_import(photographer: Photographer, window: MainWindow, scratch: Path) -> None:
    """Take the import before there are files, with two analysts' scores and data, with problems, and under a drop."""
    library = window.session.library
    assert isinstance(library, Library)
    importing = add_import(window, Intake(library, window.session.playbook))
    window.views.show_view(IMPORT)
    photographer.take(window, "import-empty", SIZES[1:])
    scores = {"Ana Ruiz": (7, 8, 9, "high", "Roadblocks since April"), "Ben Holt": (2, 3, 4, "low", "Settled in days")}
    sheets = [scorecard(scratch / f"{who}.xlsx", who, {"su_level": cells}) for who, cells in scores.items()]
    for name, files in (("import", [*sheets, SAMPLES / "vdem_country_year.csv"]), ("import-problems", PROBLEMS)):
        importing.add(files)
        while importing.busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, ASK_MS)
        photographer.take(window, name, (*SIZES, TALL))
        importing.clear()
    for cover in window.findChildren(DropCover):
        cover.cover()
        photographer.take(window, "import-drop", SIZES[1:])
        cover.hide()
    window.views.left.emit()


def take_edit(photographer: Photographer, window: MainWindow) -> None:
    """Take the window after an edit, which shows what was before."""
    session = window.session
    score = session.sheet and session.sheet.get("su_level")
    if score:
        session.set_score("su_level", type(score)(2, 3, 4, score.confidence))
    photographer.take(window, "edited", SIZES[:1])
    window.pages.go_to(OPTIONS)
    window.menus.live_result.trigger()
    photographer.take(window, "options-with-live-result", SIZES[:1])
    window.menus.live_result.trigger()
    window.pages.go_to(SCORE)
    session.undo()


def take_analysts(photographer: Photographer, window: MainWindow, playbook: Playbook) -> None:
    """Take the view of several analysts, on its example, once their packages are known."""
    wired = Analysts(window)
    wired.offer_example(partial(two_analysts, playbook))
    wired.show_example()
    view = window.views.view(ANALYSTS)
    assert isinstance(view, AnalystsView)
    loop = QEventLoop()
    view.worker.found.connect(loop.quit)
    if view.worker.busy:
        loop.exec()
    photographer.take(window, "analysts", (*SIZES, TALL))
    window.views.left.emit()
    window.session.undo()


def photograph(folder: Path, scale: str) -> None:
    """Take all pictures at one scale of the screen."""
    application = QApplication(sys.argv[:1])
    load_fonts()
    playbook = shipped_playbook()
    with tempfile.TemporaryDirectory() as scratch:
        theme = Theme(application, "light")
        photographer = Photographer(folder, scale, theme)
        path = Path(scratch) / "library.sqlite"
        window = open_window(playbook, path, theme, Path(scratch))
        take_pages(photographer, window, "peru")
        window.session.open_assessment(MIDDLE)
        take_pages(photographer, window, "peru-2011")
        open_first(window.session)
        take_analysts(photographer, window, playbook)
        open_first(window.session)
        take_edit(photographer, window)
        take_forms(photographer, window)
        take_import(photographer, window, Path(scratch))
        window.session.new_case("Paraguay", "Radar coverage of the eastern border", dt.date(2026, 3, 1))
        take_pages(photographer, window, "unscored")
        window.close()
        take_read_only(photographer, playbook, path, theme)


def take_read_only(photographer: Photographer, playbook: Playbook, path: Path, theme: Theme) -> None:
    """Take the window on a library that a newer version wrote, which nobody may write to, not even root."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    with tempfile.TemporaryDirectory() as scratch:
        library = open_library(path)
        window = MainWindow(Session(playbook, library), write_nothing, theme, Settings(Path(scratch)))
        open_first(window.session)
        window.show()
        photographer.take(window, "read-only", SIZES[:1])
        window.close()


def main() -> int:
    """Take all pictures at every scale, each in a process of its own, because Qt reads the scale once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("screens"))
    parser.add_argument("--scale", choices=SCALES, help="only this scale of the screen")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    if given.scale:
        photograph(given.folder, given.scale)
        return 0
    for scale in SCALES:
        command = [sys.executable, __file__, str(given.folder), "--scale", scale]
        subprocess.run(command, check=True, env={**os.environ, "QT_SCALE_FACTOR": scale})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
