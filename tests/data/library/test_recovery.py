from __future__ import annotations

import datetime as dt
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.library import (
    DamagedLibrary,
    Library,
    LibraryUnavailable,
    NotALibrary,
    newest_good_backup,
    open_library,
    recover,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.case import Case

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
