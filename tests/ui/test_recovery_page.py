from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from ui.opening import Opening
from ui.recovery_page import DAMAGED, GONE, HEADING, Problem, RecoveryPage, WayOn, ask_how_to_go_on, decision

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LOSS = "The newest good backup is from 1 March 2026, 09:00. Edits made in the hour between would be lost."


def test_a_damaged_library_says_what_its_backup_would_lose_and_offers_it(qtbot: QtBot) -> None:
    page = RecoveryPage(Problem(Path("library.sqlite"), "library.sqlite: is damaged", LOSS))
    qtbot.addWidget(page)
    assert page.heading.text() == DAMAGED
    assert page.loss.text().startswith(LOSS)
    assert page.again.isHidden()
    heard: list[WayOn] = []
    page.decided.connect(heard.append)
    for button in (page.recover, page.leave):
        button.click()
    assert [way.kind for way in heard] == ["recover", "leave"]
    page.copy.click()
    assert "is damaged" in QGuiApplication.clipboard().text()


def test_a_library_that_is_gone_comes_back_from_its_backup_and_nothing_is_said_to_be_kept(qtbot: QtBot) -> None:
    page = RecoveryPage(Problem(Path("library.sqlite"), "library.sqlite: is no longer there", LOSS, gone=True))
    qtbot.addWidget(page)
    assert page.heading.text() == GONE
    assert page.loss.text() == LOSS
    assert not page.recover.isHidden()


def test_without_a_backup_another_library_can_be_opened_or_this_one_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    page = RecoveryPage(Problem(tmp_path / "library.sqlite", "is in use by another program"))
    qtbot.addWidget(page)
    assert page.heading.text() == HEADING
    assert page.recover.isHidden()
    heard: list[WayOn] = []
    page.decided.connect(heard.append)
    page.again.click()
    dialog = page.ask()
    dialog.fileSelected.emit(str(tmp_path / "other.sqlite"))
    dialog.reject()
    assert heard == [WayOn("again"), WayOn("another", tmp_path / "other.sqlite")]


def test_the_window_waits_for_the_decision_and_closing_it_means_to_leave(qtbot: QtBot, tmp_path: Path) -> None:
    opening = Opening(tmp_path)
    problem = Problem(tmp_path / "library.sqlite", "is damaged", LOSS)
    page = RecoveryPage(problem)
    opening.frame.hold(page)
    QTimer.singleShot(0, page.recover.click)
    assert decision(page, opening) == WayOn("recover")
    QTimer.singleShot(0, opening.frame.close)
    assert decision(page, opening) == WayOn("leave")
    assert ask_how_to_go_on(opening, problem) is None  # nobody sees this window
    opening.close()
