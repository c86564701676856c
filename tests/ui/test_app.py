from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import PERU_2014, FakeBriefing
from ui.app import open_first, run
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook
    from data.library import Library
    from ui.session import Session


def opened(session: Session) -> str | None:
    return None if session.assessment is None else session.assessment.id


def test_the_first_thing_open_is_the_latest_assessment_of_peru(empty_session: Session) -> None:
    open_first(empty_session)
    assert opened(empty_session) == PERU_2014


def test_without_peru_the_first_country_opens(empty_session: Session, library: Library) -> None:
    library.delete_case(next(case.id for case in library.cases() if case.name == "Peru"))
    open_first(empty_session)
    assert empty_session.case is not None
    assert empty_session.case.name == "Bolivia"


def test_an_empty_library_opens_nothing(empty_session: Session, library: Library) -> None:
    for case in library.cases():
        library.delete_case(case.id)
    open_first(empty_session)
    assert opened(empty_session) is None


def test_the_window_runs_until_it_is_closed(
    qapp: QApplication, playbook: Playbook, library: Library, briefing: FakeBriefing, tmp_path: Path
) -> None:
    titles: list[str] = []

    def look_and_close() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, MainWindow) and widget.isVisible():
                titles.append(widget.windowTitle())
                widget.close()

    QTimer.singleShot(0, look_and_close)
    assert run(playbook, library, briefing, tmp_path) == 0
    assert titles == ["Peru, 15 May 2014 - Second Image"]
    assert (tmp_path / "window.ini").exists()
