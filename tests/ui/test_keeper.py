from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.scores import Score
from data.library import open_library
from tests.ui.conftest import UNREST
from ui.keeper import BACKUPS, LOOK_AGAIN_MS
from ui.library_edits import LibraryEdits
from ui.lock_form import LockForm
from ui.status_line import LOST

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from data.library import Library
    from tests.conftest import LogGuard
    from ui.main_window import MainWindow


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for what is done to files in the background."""
    qtbot.waitUntil(lambda: not window.commands.files.busy)


def test_an_assessment_is_marked_as_briefed_from_the_menu_and_unlocked_again(window: MainWindow) -> None:
    keeper, menus = window.keeper, window.menus
    assert not menus.unlock.isEnabled()
    menus.lock.trigger()
    assert isinstance(window.form, LockForm)
    window.form.submit()
    assert keeper.lock_line.isVisible()
    assert not menus.lock.isEnabled()
    assert not window.pages.score.rows["su_level"].confidence.isEnabled()
    menus.unlock.trigger()
    assert keeper.lock_line.isHidden()
    assert window.notice.text.text().startswith("Unlocked")
    window.notice.action.click()
    assert keeper.lock_line.isVisible()


def test_a_copy_is_written_and_restored_and_what_was_there_comes_back(
    qtbot: QtBot, window: MainWindow, library: Library, tmp_path: Path
) -> None:
    keeper, session = window.keeper, window.session
    keeper.back_up(tmp_path / "copy.sqlite")
    settle(qtbot, window)
    assert "copy.sqlite" in window.notice.text.text()
    assert session.case_id is not None
    LibraryEdits(session).rename_case(session.case_id, "Renamed")
    keeper.restore(tmp_path / "copy.sqlite")
    assert session.case is not None
    assert session.case.name == "Renamed"
    settle(qtbot, window)
    assert session.case.name == "Peru"
    window.notice.action.click()
    settle(qtbot, window)
    assert [case.name for case in library.cases()] == ["Bolivia", "Renamed"]
    window.menus.restore.trigger()
    assert window.views.view(BACKUPS).isVisible()
    keeper.back_up_now()
    settle(qtbot, window)
    assert window.notice.text.text().startswith("Backed up to library.")
    keeper.restore(tmp_path / "none.sqlite")
    settle(qtbot, window)
    assert window.notice.is_error


def test_a_restore_shows_in_the_status_line_and_can_be_cancelled(
    qtbot: QtBot, window: MainWindow, library: Library, tmp_path: Path
) -> None:
    library.backups.write_to(tmp_path / "copy.sqlite")
    LibraryEdits(window.session).rename_case(window.session.case_id or 0, "Renamed")
    window.keeper.restore(tmp_path / "copy.sqlite")
    work = window.status.work
    assert work.text.text() == "Restoring copy.sqlite…"
    work.cancel.click()
    assert work.current is None
    assert window.commands.files.close()
    assert [case.name for case in library.cases()] == ["Bolivia", "Renamed"]


def test_files_are_asked_for_without_stopping_the_window(window: MainWindow) -> None:
    keeper = window.keeper
    dialogs = (keeper.ask_for_backup(), keeper.ask_for_restore(), keeper.export_case())
    for dialog in dialogs:
        assert dialog is not None
        dialog.reject()


def test_an_edit_of_another_program_appears_by_itself(qtbot: QtBot, window: MainWindow, library_path: Path) -> None:
    assert 500 <= LOOK_AGAIN_MS <= 5000
    session = window.session
    window.keeper._timer.setInterval(10)
    with open_library(library_path) as other, qtbot.waitSignal(session.library_changed):
        assert session.case_id is not None
        other.rename_case(session.case_id, "Perú")
    assert session.case is not None
    assert session.case.name == "Perú"


def test_a_library_that_vanished_is_told_by_itself_and_the_copy_kept_holds_everything(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, log_guard: LogGuard
) -> None:
    log_guard.expect("was moved or deleted")
    window.session.library.path.unlink()
    window.keeper._timer.setInterval(0)
    qtbot.waitUntil(window.keeper.storage_line.isVisible)
    assert window.status.saved.text == LOST
    window.session.set_score(UNREST, Score(1, 1, 1))
    assert window.notice.text.text().removeprefix("✕  ").startswith("The score was not saved: the library was moved")
    assert window.session.sheet is not None
    assert window.session.sheet.get(UNREST) != Score(1, 1, 1)
    window.keeper.back_up(tmp_path / "kept.sqlite")
    with open_library(tmp_path / "kept.sqlite") as kept:
        assert kept.case(window.session.case_id or 0) == window.session.case
