from __future__ import annotations

import datetime as dt
import os
import stat
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from data.library import Library, LibraryUnavailable, backups, open_library
from data.library.backups import Backups, backup_folder, backups_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from advisor.case import Case

NOON = dt.datetime(2014, 5, 15, 12, 0, tzinfo=dt.UTC)


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += dt.timedelta(**span)


@pytest.fixture(autouse=True)
def backups_in_the_background() -> None:
    """Make them, as the program does."""


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def timed(path: Path, hands: Hands) -> Iterator[Library]:
    with open_library(path, who="Rosa", clock=hands) as library:
        yield library


def dates(library: Library) -> list[str]:
    library.backups.wait()
    return [f"{one.at:%d %H:%M}" for one in library.backups.all()]


def test_editing_makes_a_backup_at_most_every_half_hour(timed: Library, hands: Hands) -> None:
    assert dates(timed) == []
    for _ in range(70):
        timed.add_case("Peru")
        timed.backups.wait()
        hands.forward(minutes=1)
    assert dates(timed) == ["15 13:00", "15 12:30", "15 12:00"]


def test_reading_makes_no_backup(timed: Library, hands: Hands) -> None:
    timed.cases()
    hands.forward(hours=5)
    timed.history()
    assert dates(timed) == []
    assert not timed.backups.folder.exists()


def test_undo_is_editing_too(timed: Library, hands: Hands) -> None:
    timed.add_case("Peru")
    timed.backups.wait()
    for step in (timed.undo, timed.redo):
        hands.forward(hours=1)
        step()
        timed.backups.wait()
    assert len(dates(timed)) == 3


def test_an_edit_that_changes_nothing_makes_no_backup(timed: Library, hands: Hands) -> None:
    peru = timed.add_case("Peru")
    dates(timed)
    hands.forward(hours=1)
    timed.rename_case(peru, "Peru")
    assert len(dates(timed)) == 1


def test_after_a_restart_the_half_hour_goes_on(path: Path, hands: Hands) -> None:
    for minutes in (0, 20, 20):
        hands.forward(minutes=minutes)
        with open_library(path, clock=hands) as library:
            library.add_case("Peru")
    assert [f"{one.at:%H:%M}" for one in backups_of(path)] == ["12:40", "12:00"]


def test_a_clock_that_was_put_back_does_not_stop_backups(timed: Library, hands: Hands) -> None:
    timed.add_case("Peru")
    dates(timed)
    hands.forward(days=-400)
    timed.add_case("Bolivia")
    assert len(dates(timed)) == 2


def test_a_backup_holds_the_edit_before_it_and_is_the_owners_alone(timed: Library, hands: Hands, peru: Case) -> None:
    peru_id = timed.import_case(peru)
    timed.backups.wait()
    (backup,) = timed.backups.all()
    assert (backup.at, backup.path.name, backup.thinned) == (NOON, "library.2014-05-15T120000Z.sqlite", True)
    if sys.platform != "win32":
        assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(timed.backups.folder.stat().st_mode) == 0o700
    with open_library(backup.path) as copy:
        assert copy.case(peru_id) == peru


def test_a_backup_is_made_before_an_import(timed: Library, hands: Hands, peru: Case) -> None:
    timed.import_case(peru)
    timed.backups.wait()
    hands.forward(minutes=5)
    timed.import_case(peru)
    newest = timed.backups.all()[0]
    assert f"{newest.at:%H:%M}" == "12:05"
    with open_library(newest.path) as copy:
        assert len(copy.cases()) == 1


def test_what_a_group_has_not_finished_is_no_part_of_the_backup_before_an_import(
    timed: Library, hands: Hands, peru: Case
) -> None:
    timed.add_case("Bolivia")
    dates(timed)
    with timed.edit("Two imports"):
        timed.import_case(peru)
        hands.forward(seconds=1)
        timed.import_case(peru)
    with open_library(timed.backups.all()[0].path) as copy:
        assert [case.name for case in copy.cases()] == ["Bolivia"]


def test_backups_of_one_second_have_names_of_their_own(timed: Library) -> None:
    paths = [timed.backups.make() for _ in range(3)]
    names = ["library.2014-05-15T120000Z.sqlite", "library.2014-05-15T120000Z-2.sqlite"]
    assert [path.name for path in paths[:2]] == names
    assert len(timed.backups.all()) == len(set(paths)) == 3


def test_old_backups_are_thinned_and_those_of_updates_and_strangers_stay(timed: Library, hands: Hands) -> None:
    folder = backup_folder(timed.path)
    folder.mkdir()
    strangers = ("notes.txt", "library.sqlite", "library.2010-01-01.sqlite", "other.2010-01-01T000000Z.sqlite")
    stay = (*strangers, "library.2010-01-01T000000Z.version-1.sqlite")
    old = [f"library.2014-04-{day:02}T{hour:02}0000Z.sqlite" for day in range(1, 10) for hour in range(24)]
    for name in (*stay, *old):
        (folder / name).touch()
    timed.add_case("Peru")
    timed.backups.wait()
    left = {path.name for path in folder.iterdir()}
    assert {*stay, "library.2014-05-15T120000Z.sqlite", "library.2014-04-09T230000Z.sqlite"} <= left
    assert len(left & set(old)) < 15


def test_what_a_crash_left_half_made_goes_after_a_day(timed: Library) -> None:
    folder = backup_folder(timed.path)
    folder.mkdir()
    fresh, stale = folder / ".second-image-ab.tmp", folder / ".second-image-cd.tmp-journal"
    for path in (fresh, stale):
        path.touch()
    half_restored = timed.path.with_name(".second-image-ef")
    half_restored.mkdir()
    (half_restored / "library.sqlite").touch()
    yesterday = time.time() - 2 * 86400
    for path in (stale, half_restored):
        os.utime(path, (yesterday, yesterday))
    timed.backups.make()
    assert fresh.exists()
    assert not stale.exists()
    assert not half_restored.exists()


def test_a_backup_in_the_background_that_fails_is_told_and_the_edit_is_saved(timed: Library, hands: Hands) -> None:
    timed.path.with_name("library backups").write_text("in the way", encoding="utf-8")
    timed.add_case("Peru")
    timed.backups.wait()
    assert timed.backups.problem.startswith("no backup could be made: ")
    assert "library backups: the folder for backups cannot be made (File exists)" in timed.backups.problem
    assert [case.name for case in timed.cases()] == ["Peru"]
    timed.backups.folder.unlink()
    hands.forward(hours=1)
    timed.add_case("Bolivia")
    timed.backups.wait()
    assert timed.backups.problem == ""


def test_an_import_is_not_made_without_its_backup(timed: Library, hands: Hands, peru: Case) -> None:
    timed.add_case("Bolivia")
    dates(timed)
    backup_folder(timed.path).rename(timed.path.with_name("elsewhere"))
    backup_folder(timed.path).touch()
    with pytest.raises(LibraryUnavailable, match="the folder for backups cannot be made"):
        timed.import_case(peru)
    assert [case.name for case in timed.cases()] == ["Bolivia"]


def test_editing_does_not_wait_for_a_backup(timed: Library, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, make = threading.Event(), Backups._make
    monkeypatch.setattr(Backups, "_make", lambda self, now: go_on.wait(30) and make(self, now))
    timed.add_case("Peru")
    hands.forward(hours=1)
    timed.add_case("Bolivia")
    assert not timed.backups.folder.exists()
    go_on.set()
    assert dates(timed) == ["15 12:00"]


def test_the_user_writes_a_backup_where_the_user_wants_it(timed: Library, tmp_path: Path, peru: Case) -> None:
    peru_id = timed.import_case(peru)
    target = tmp_path / "stick" / "mine.sqlite"
    target.parent.mkdir()
    timed.backups.write_to(target)
    with open_library(target) as copy:
        assert copy.case(peru_id) == peru
    with pytest.raises(LibraryUnavailable, match="is the library itself; choose another file"):
        timed.backups.write_to(timed.path)
    assert timed.case(peru_id) == peru


def test_half_an_hour_is_the_interval() -> None:
    assert dt.timedelta(minutes=30) == backups.EVERY
