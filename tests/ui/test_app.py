from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from composition import outside
from data.case_files import SHIPPED_CASES
from tests.ui.conftest import PERU_2012, PERU_2014
from ui.app import open_first, run
from ui.frame import Frame
from ui.library_order import mark
from ui.main_window import MainWindow
from ui.opening import Opening

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


def test_what_was_open_last_opens_again_while_it_is_there(empty_session: Session, library: Library) -> None:
    open_first(empty_session, mark(PERU_2012))
    assert opened(empty_session) == PERU_2012
    library.delete_assessment(PERU_2012)
    open_first(empty_session, mark(PERU_2012))
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


def test_the_window_runs_until_it_is_closed_and_shows_what_a_case_file_given_to_it_would_bring(
    qapp: QApplication, playbook: Playbook, library: Library, tmp_path: Path
) -> None:
    titles: list[str] = []
    shown: list[tuple[bool, bool]] = []

    def look_and_close() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, Frame) and isinstance(widget.work, MainWindow):
                titles.append(widget.windowTitle())
                shown.append((widget.work.views.isVisibleTo(widget.work), widget.work.tour.is_on))
                widget.close()

    opening = Opening(tmp_path)
    QTimer.singleShot(0, look_and_close)
    assert run(playbook, library, outside(playbook, library), opening, SHIPPED_CASES / "bolivia.toml") == 0
    opening.close()
    assert titles == ["Peru, 15 May 2014 - Second Image"]
    assert shown == [(True, False)]
    assert (tmp_path / "window.ini").exists()
