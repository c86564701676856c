from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.library import (
    DamagedLibrary,
    Library,
    LibraryError,
    LibraryUnavailable,
    NewerLibrary,
    NotALibrary,
    ReadOnlyLibrary,
    newest_good_backup,
    open_library,
    recover,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.case import Case
    from tests.data.library.conftest import OpenLibrary

NOW = dt.datetime(2014, 6, 1, 9, 30, tzinfo=dt.UTC)
VERSION_1 = Path(__file__).with_name("version_1.sqlite")


def scribble(file: Path, start: int = 4096) -> None:
    whole = bytearray(file.read_bytes())
    for page in range(start, len(whole), 4096):
        whole[page : page + 64] = bytes(range(64))
    file.write_bytes(whole)


@pytest.fixture
def kept(library: Library, peru_id: int) -> Path:
    """A closed library with a case and two backups: the older one is whole, the newer one is damaged."""
    library.backups.make()
    library.rename_case(peru_id, "Perú")
    scribble(library.backups.make())
    library.close()
    return library.path


def blank(file: Path) -> None:
    file.write_bytes(bytes(4096) + file.read_bytes()[4096:])


@pytest.mark.parametrize("damage", [scribble, blank, lambda file: os.truncate(file, 9000)])
def test_a_damaged_library_names_the_newest_good_backup_and_stays_as_it_is(
    kept: Path, damage: Callable[[Path], None]
) -> None:
    damage(kept)
    before = kept.read_bytes()
    with pytest.raises(
        DamagedLibrary, match=r"The newest good backup is of 15 May 2014, 12:\d\d UTC: .*backups"
    ) as raised:
        open_library(kept)
    assert raised.value.backup == newest_good_backup(kept)
    assert raised.value.backup is not None
    assert kept.read_bytes() == before


def test_without_a_good_backup_none_is_named(kept: Path) -> None:
    for backup in kept.with_name("library backups").iterdir():
        backup.write_bytes(b"x")
    scribble(kept)
    with pytest.raises(DamagedLibrary) as raised:
        open_library(kept)
    assert raised.value.backup is None


def test_recovery_puts_the_backup_in_place_and_the_damaged_file_aside(kept: Path, peru: Case) -> None:
    scribble(kept)
    kept.with_name("library.sqlite-wal").write_bytes(b"a log of the damaged file")
    damaged = kept.read_bytes()
    backup = newest_good_backup(kept)
    assert backup is not None
    aside = recover(kept, backup.path, NOW)
    assert aside.name == "library.damaged.2014-06-01T093000Z.sqlite"
    assert aside.read_bytes() == damaged
    assert aside.with_name(f"{aside.name}-wal").exists()
    assert backup.path.exists()
    if sys.platform != "win32":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    with open_library(kept) as library:
        assert library.case(1) == peru
        library.rename_case(1, "Perú")


def test_a_second_recovery_of_one_moment_keeps_both_damaged_files(kept: Path) -> None:
    backup = newest_good_backup(kept)
    assert backup is not None
    first, second = (recover(kept, backup.path, NOW) for _ in range(2))
    assert first != second
    assert first.exists()
    assert second.exists()


def test_recovery_from_what_is_not_whole_changes_nothing(kept: Path, tmp_path: Path) -> None:
    scribble(kept)
    before = {path.name: path.read_bytes() for path in kept.parent.iterdir() if path.is_file()}
    damaged = max(kept.with_name("library backups").iterdir())
    other = tmp_path / "library backups" / "other"
    other.write_text("x" * 5000, encoding="utf-8")
    for chosen, error in (
        (damaged, DamagedLibrary),
        (tmp_path / "gone", LibraryUnavailable),
        (other, NotALibrary),
        (tmp_path, LibraryUnavailable),
    ):
        with pytest.raises(error):
            recover(kept, chosen, NOW)
    assert {path.name: path.read_bytes() for path in kept.parent.iterdir() if path.is_file()} == before


def test_recovery_that_fails_half_way_puts_the_damaged_file_back(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup, replace = newest_good_backup(kept), os.replace
    assert backup is not None

    def fails_at_last(source: Path, target: Path) -> None:
        if str(target) == str(kept) and ".tmp" in str(source):
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fails_at_last)
    before = kept.read_bytes()
    with pytest.raises(LibraryUnavailable, match="the disk is full"):
        recover(kept, backup.path, NOW)
    assert kept.read_bytes() == before
    assert len([path for path in kept.parent.iterdir() if path.is_file()]) == 1


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


def test_while_it_is_recovered_there_is_a_library_at_every_moment(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scribble(kept)
    before, backup = kept.read_bytes(), newest_good_backup(kept)
    assert backup is not None
    replace = os.replace

    def killed(source: Path, target: Path) -> None:
        assert kept.read_bytes() == before
        if Path(target) == kept:
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        recover(kept, backup.path, NOW)
    assert kept.read_bytes() == before
    monkeypatch.setattr(os, "replace", replace)
    aside = recover(kept, backup.path, NOW)
    assert aside.read_bytes() == before
