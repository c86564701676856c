"""Starts and ends the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.collector import Collector
from ui.main_window import TITLE, MainWindow
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme, load_fonts

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook
    from ui.ports import BriefingPort, CaseSummary, LibraryPort

FIRST_CASE = "Peru"


def run(playbook: Playbook, library: LibraryPort, write_briefing: BriefingPort, settings_dir: Path) -> int:
    """Show the window until it is closed, and return the exit code."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(TITLE)
    collector = Collector(application)
    load_fonts()
    settings = Settings(settings_dir)
    theme = Theme(application, settings.theme)
    window = MainWindow(Session(playbook, library), write_briefing, theme, settings)
    open_first(window.session)
    window.show()
    code = application.exec()
    window.close()
    collector.close()
    return code


def open_first(session: Session) -> None:
    """Open the latest assessment of the case to begin with: the first example, or else the first that has one."""
    filled = [case for case in session.cases() or () if case.assessments]
    if filled:
        case = next((case for case in filled if case.name == FIRST_CASE), filled[0])
        session.open_assessment(_latest(case))


def _latest(case: CaseSummary) -> str:
    return max(case.assessments, key=lambda one: one.as_of).id
