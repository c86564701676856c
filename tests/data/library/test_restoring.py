from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advisor.progress import Cancelled, Watch
from data.library import (
    DamagedLibrary,
    Library,
    LibraryError,
    LibraryUnavailable,
    NewerLibrary,
    NotALibrary,
    ReadOnlyLibrary,
    open_library,
)
from tests.data.library.test_recovery import scribble

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.case import Case
    from data.library.restoring import Restoration
    from tests.data.library.conftest import OpenLibrary

VERSION_1 = Path(__file__).with_name("version_1.sqlite")


def test_a_backup_is_restored_whole_after_a_backup_of_what_is_there(
    library: Library, peru_id: int, peru: Case, tmp_path: Path
) -> None:
    chosen = tmp_path / "chosen.sqlite"
    library.backups.write_to(chosen)
    library.delete_case(peru_id)
    library.add_case("Bolivia")
    made = library.restore(chosen)
    assert library.case(peru_id) == peru
    assert [entry.label for entry in library.history()] == ["Import Peru"]
    library.rename_case(peru_id, "Perú")
    assert library.undo() == "Rename Peru to Perú"
    with open_library(made) as before:
        assert [case.name for case in before.cases()] == ["Bolivia"]


def test_another_window_sees_what_was_restored(library: Library, peru_id: int, peru: Case, reopen: OpenLibrary) -> None:
    other = reopen()
    made = library.backups.make()
    library.delete_case(peru_id)
    seen = other.data_version()
    library.restore(made)
    assert other.data_version() != seen
    assert other.case(peru_id) == peru
    other.rename_case(peru_id, "Perú")
    assert [case.name for case in library.cases()] == ["Perú"]


def test_a_drag_does_not_go_on_in_a_restored_library(library: Library, peru_id: int) -> None:
    library.update_assessment("PER-2014-2016", note="a", merge_key="typing")
    made = library.backups.make()
    library.restore(made)
    library.update_assessment("PER-2014-2016", note="ab", merge_key="typing")
    library.undo()
    assert library.assessment("PER-2014-2016").note == "a"


def test_a_backup_of_an_earlier_version_is_brought_up_to_date_and_left_as_it_is(
    library: Library, peru_id: int, tmp_path: Path
) -> None:
    old = Path(shutil.copy(VERSION_1, tmp_path / "old.sqlite"))
    library.restore(old)
    assert [hit.kind for hit in library.search("conflicts")] == ["justification"]
    assert library.redo() == "Rename Peru to Perú"
    assert old.read_bytes() == VERSION_1.read_bytes()
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["library backups"]


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (newer, NewerLibrary),
        (scribble, DamagedLibrary),
        (lambda path: path.write_text("x" * 5000, encoding="utf-8"), NotALibrary),
        (lambda path: path.write_bytes(b""), NotALibrary),
        (lambda path: path.unlink(), LibraryUnavailable),
    ],
)
def test_what_cannot_be_restored_changes_nothing(
    library: Library,
    peru_id: int,
    peru: Case,
    tmp_path: Path,
    spoil: Callable[[Path], object],
    error: type[LibraryError],
) -> None:
    chosen = tmp_path / "chosen.sqlite"
    library.backups.write_to(chosen)
    spoil(chosen)
    with pytest.raises(error, match=r"chosen\.sqlite"):
        library.restore(chosen)
    assert library.case(peru_id) == peru


def test_a_library_open_for_reading_is_not_restored_over(
    library: Library, peru_id: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = library.backups.make()
    library.close()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with open_library(path) as protected, pytest.raises(ReadOnlyLibrary, match="nothing was restored"):
        protected.restore(made)


def folders(library: Library) -> list[str]:
    return [path.name for path in library.path.parent.iterdir() if path.is_dir()]


def test_it_is_made_ready_on_another_thread_and_what_is_edited_meanwhile_is_in_the_backup(
    library: Library, peru_id: int, peru: Case
) -> None:
    chosen = library.backups.make()
    library.delete_case(peru_id)
    work = library.restoring(chosen)
    ready: list[Restoration] = []
    thread = threading.Thread(target=lambda: ready.append(work(Watch())))
    thread.start()
    thread.join()
    library.add_case("Bolivia")
    assert library.put_in_place(ready[0]) != ready[0].backup
    assert library.case(peru_id) == peru
    with open_library(library.backups.all()[0].path) as before:
        assert [case.name for case in before.cases()] == ["Bolivia"]
    assert folders(library) == ["library backups"]


def test_what_is_cancelled_at_any_step_changes_nothing_and_leaves_nothing(library: Library, peru_id: int) -> None:
    chosen = library.backups.make()
    library.rename_case(peru_id, "Renamed")
    for step in range(3):
        asked = iter([False] * step)
        with pytest.raises(Cancelled):
            library.restoring(chosen)(Watch(cancelled=lambda asked=asked: next(asked, True)))  # type: ignore[misc]
    ready = library.restoring(chosen)(Watch())
    del ready
    assert [case.name for case in library.cases()] == ["Renamed"]
    assert folders(library) == ["library backups"]


def test_nothing_is_put_in_place_of_a_library_that_was_moved(library: Library, peru_id: int) -> None:
    ready = library.restoring(library.backups.make())(Watch())
    library.path.rename(library.path.with_name("moved.sqlite"))
    with pytest.raises(LibraryUnavailable, match="was moved or deleted"):
        library.put_in_place(ready)
    assert folders(library) == ["library backups"]


def test_a_disk_that_fills_while_a_backup_is_made_ready_is_told_of(
    library: Library, peru_id: int, peru: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    made = library.backups.make()
    monkeypatch.setattr("data.library.restoring.fill", full)
    with pytest.raises(LibraryUnavailable, match=r"nothing can be written beside it \(No space left.*Make room"):
        library.restore(made)
    assert library.case(peru_id) == peru
    assert not list(library.path.parent.glob(".second-image-*"))
