"""Starts and ends the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.analysts.wiring import Analysts
from ui.charts.warming import warm_fonts
from ui.crash_reports import offer_folder
from ui.importing.wiring import add_import
from ui.library_order import mark
from ui.main_window import MainWindow
from ui.more_views import add_more_views
from ui.playbook.wiring import PlaybookWiring
from ui.scorecards import Scorecards
from ui.session import Session
from ui.text_size import OPEN_AGAIN

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook
    from ui.importing.importing import Importing
    from ui.opening import Opening
    from ui.outside import Outside
    from ui.ports import CaseSummary, LibraryPort

FIRST_CASE = "Peru"


def run(
    playbook: Playbook, library: LibraryPort, outside: Outside, opening: Opening, case_file: Path | None = None
) -> int:
    """Put the work into the window that is open already, and return the exit code when it is closed."""
    settings, theme, frame = opening.settings, opening.theme, opening.frame
    with theme.undressed():
        window = MainWindow(Session(playbook, library), outside.briefing, theme, settings)
    importing = furnish(window, outside)
    open_first(window.session, settings.last_opened)
    frame.hold(window)
    warm_fonts(window)
    resumed = window.desk.resume()
    if case_file is not None:
        importing.add([case_file])
    elif not resumed:
        window.tour.begin_once()
    for wanted in (window.desk.text_size_changed, window.desk.anew_wanted):
        wanted.connect(lambda: opening.application.exit(OPEN_AGAIN))
    code = opening.application.exec()
    if frame.isVisible():
        frame.close()
    return code


def furnish(window: MainWindow, outside: Outside) -> Importing:
    """Add to a window what needs more than the library; return what imports files into it."""
    window.keeper.package = outside.package
    importing = add_import(window, outside.imports)
    add_more_views(window, outside.regions, outside.track_record)
    PlaybookWiring(window, outside.playbooks, window.settings)
    analysts = Analysts(window)
    analysts.offer_example(outside.example)
    analysts.import_wanted.connect(importing.begin)
    Scorecards(window, outside.scorecard)
    offer_folder(window.menus, outside.crash_reports)
    return importing


def open_first(session: Session, last_opened: str = "") -> None:
    """Open what was open last, by its mark; else the latest assessment of the first example or of the first country."""
    filled = [case for case in session.cases() or () if case.assessments]
    last = next((one.id for case in filled for one in case.assessments if mark(one.id) == last_opened), None)
    if last is not None:
        session.open_assessment(last)
    elif filled:
        case = next((case for case in filled if case.name == FIRST_CASE), filled[0])
        session.open_assessment(_latest(case))


def _latest(case: CaseSummary) -> str:
    return max(case.assessments, key=lambda one: one.as_of).id
