"""Files are read in the background, corrected and kept in one step; nothing happens before that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from advisor.incoming import Trouble
from tests.ui.conftest import PERU_2012
from tests.ui.importing.conftest import FORMAT, TARGET

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from tests.conftest import LogGuard
    from tests.ui.importing.conftest import FakePort
    from ui.importing.importing import Importing

ANA, BEN = Path("ana.xlsx"), Path("ben.xlsx")


def read(qtbot: QtBot, importing: Importing, *paths: Path) -> None:
    importing.add(paths)
    qtbot.waitUntil(lambda: not importing.busy)


def test_files_are_read_and_shown_before_anything_is_kept(qtbot: QtBot, importing: Importing, library: Library) -> None:
    with qtbot.waitSignal(importing.wanted):
        read(qtbot, importing, ANA, BEN)
    assert importing.preview is not None
    assert [part.title for part in importing.preview.parts] == ["ana.xlsx", "ben.xlsx"]
    assert importing.ready
    assert library.undo_label is None


def test_keeping_puts_the_files_away_and_says_what_was_kept(
    qtbot: QtBot, importing: Importing, port: FakePort, library: Library
) -> None:
    port.opens = False
    read(qtbot, importing, ANA)
    with qtbot.waitSignal(importing.kept) as kept:
        importing.keep()
    assert kept.args == ["Imported it.", False]
    assert library.undo_label is not None
    assert (importing.files, importing.preview, importing.sentence) == ({}, None, "Imported it.")
    assert importing.session.assessment is None
    assert not importing.busy
    importing.session.undo()
    assert importing.sentence == ""


def test_what_the_library_refuses_is_told_and_the_files_stay(
    qtbot: QtBot, importing: Importing, library: Library, log_guard: LogGuard
) -> None:
    read(qtbot, importing, ANA)
    library.delete_assessment(PERU_2012)
    log_guard.expect("Nothing was imported")
    with qtbot.waitSignal(importing.session.failed) as failed:
        importing.keep()
    assert failed.args is not None
    assert failed.args[0].startswith("Nothing was imported: ")
    assert list(importing.files) == [ANA]


def test_what_is_told_of_a_file_is_read_again_and_another_format_forgets_the_rest(
    qtbot: QtBot, importing: Importing, port: FakePort
) -> None:
    read(qtbot, importing, ANA, BEN)
    importing.tell([str(ANA)], TARGET, ("2",))
    qtbot.waitUntil(lambda: not importing.busy)
    assert importing.preview is not None
    assert [part.settings[0].value for part in importing.preview.parts] == ["2", "1"]
    importing.tell([str(ANA)], FORMAT, ("b",))
    qtbot.waitUntil(lambda: not importing.busy)
    assert port.asked[-1] == [(ANA, {"format": ("b",)}), (BEN, {})]


def test_files_can_be_left_out_again(qtbot: QtBot, importing: Importing) -> None:
    read(qtbot, importing, ANA, BEN)
    importing.drop([str(ANA)])
    qtbot.waitUntil(lambda: not importing.busy)
    assert list(importing.files) == [BEN]
    importing.drop([str(BEN)])
    assert importing.preview is None


def test_problems_stand_in_the_way(qtbot: QtBot, importing: Importing, port: FakePort, library: Library) -> None:
    port.troubles = (Trouble("ana.xlsx", "Pressures!D12", "'seven' is not a number between 0 and 10"),)
    read(qtbot, importing, ANA)
    importing.keep()
    assert not importing.ready
    assert library.undo_label is None


def test_reading_stops_when_asked_and_what_was_there_stays(qtbot: QtBot, importing: Importing, port: FakePort) -> None:
    read(qtbot, importing, ANA)
    port.waits = True
    with qtbot.waitSignal(importing.progressed, check_params_cb=lambda share, _: share == 0.5):
        importing.add([BEN])
    with qtbot.waitSignal(importing.changed, timeout=1000):
        importing.cancel()
    assert not importing.busy
    assert list(importing.files) == [ANA]
    assert importing.ready
    port.waits = False


def test_an_unforeseen_error_is_said_and_ends_the_reading(qtbot: QtBot, importing: Importing, port: FakePort) -> None:
    port.error = OSError("the share is gone")
    with qtbot.waitSignal(importing.session.failed):
        read(qtbot, importing, ANA)
    assert importing.failure == "The files could not be read: the share is gone"
    assert not importing.ready


def test_a_file_that_was_corrected_is_read_anew(qtbot: QtBot, importing: Importing, port: FakePort) -> None:
    read(qtbot, importing, ANA)
    importing.tell([str(ANA)], TARGET, ("2",))
    read(qtbot, importing, ANA)
    importing.read_again()
    qtbot.waitUntil(lambda: not importing.busy)
    assert port.asked[1:] == [[(ANA, {"target": ("2",)})]] * 3


def test_an_edit_elsewhere_compares_anew(qtbot: QtBot, importing: Importing, port: FakePort) -> None:
    read(qtbot, importing, ANA)
    before = len(port.asked)
    importing.session.history_changed.emit()
    qtbot.waitUntil(lambda: not importing.busy)
    assert len(port.asked) == before + 1


def test_files_are_chosen_without_stopping_the_window(qtbot: QtBot, importing: Importing) -> None:
    dialog = importing.ask()
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit(["ana.xlsx", "ben.xlsx"])
    dialog.reject()
    qtbot.waitUntil(lambda: not importing.busy)
    assert list(importing.files) == [ANA, BEN]
