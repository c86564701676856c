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

from advisor.scores import Score
from data.library import (
    DamagedLibrary,
    LibraryError,
    LibraryLocked,
    LibraryUnavailable,
    NewerLibrary,
    NotALibrary,
    ReadOnlyLibrary,
    connecting,
    open_library,
)
from data.library import database as database_module
from data.library import opening as opening_module
from data.library.migrations import APPLICATION_ID, shipped_migrations
from data.library.recovery import recover

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.case import Case
    from data.library import Library
    from tests.data.library.conftest import OpenLibrary

NEWEST = shipped_migrations()[-1].version
RANDOM_BYTES = bytes((number * 7919 + number // 3) % 256 for number in range(9000))


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def run_sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def kept(library: Library, peru_id: int, path: Path) -> Path:
    """A library with a case in it, closed."""
    assert peru_id
    library.close()
    return path


@pytest.fixture
def protect(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Write-protect a path: for root, whom no permission bits bind, `os.access` is asked to honour the bits."""

    def access(path: str | Path, mode: int) -> bool:
        needed = stat.S_IWUSR if mode & os.W_OK else stat.S_IRUSR
        return bool(Path(path).stat().st_mode & needed)

    def remove_write_bits(path: Path) -> None:
        path.chmod(path.stat().st_mode & ~0o222)
        monkeypatch.setattr(os, "access", access)

    return remove_write_bits


def test_a_missing_library_is_created_for_its_owner_only(path: Path) -> None:
    with open_library(path) as library:
        assert library.cases() == ()
        assert (library.read_only, library.read_only_reason, library.path) == (False, "", path)
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(contents(path.parent)) == ["library.sqlite"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no permission bits")
def test_what_lies_beside_an_open_library_is_its_owners_alone_too(path: Path) -> None:
    with open_library(path) as library:
        library.add_case("Peru")
        beside = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.glob("library.sqlite*")}
    assert beside == {"library.sqlite": 0o600, "library.sqlite-wal": 0o600, "library.sqlite-shm": 0o600}


def test_a_library_carries_the_mark_of_the_program_and_its_version(kept: Path) -> None:
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (NEWEST,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_library_is_opened_with_the_safe_settings(path: Path) -> None:
    expected = {
        "trusted_schema": 0,
        "foreign_keys": 1,
        "synchronous": 2,
        "cell_size_check": 1,
        "busy_timeout": 2000,
        "fullfsync": 1,
    }
    with open_library(path) as library:
        connection = library._database.connection
        assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in expected} == expected


def test_every_table_is_strict(kept: Path) -> None:
    with closing(sqlite3.connect(kept)) as connection:
        tables = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        ).fetchall()
    assert {name for name, strict in tables if not strict} == {"sqlite_schema", "sqlite_sequence"}


@pytest.mark.parametrize("name", ["plain.sqlite", "with blank, # and ? and 100%.sqlite", "Perú 日本.sqlite"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        open_library(tmp_path / name).close()
    assert list(contents(tmp_path)) == [name]


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.touch()
    with open_library(path) as library:
        assert library.add_case("Peru")


def test_the_path_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_library("mine.sqlite") as library:
        assert library.path == tmp_path / "mine.sqlite"


def make_text(path: Path) -> None:
    path.write_text("Peru: current unrest 7\n" * 400, encoding="utf-8")


def make_short_text(path: Path) -> None:
    path.write_bytes(b"x")


def make_random_bytes(path: Path) -> None:
    path.write_bytes(RANDOM_BYTES)


def make_other_database(path: Path) -> None:
    run_sql(path, "CREATE TABLE books (title TEXT)")


def make_other_application(path: Path) -> None:
    run_sql(
        path, "CREATE TABLE books (title TEXT)", "PRAGMA application_id = 1196444487", "PRAGMA user_version = 10300"
    )


def make_wal_database_of_another_application(path: Path) -> None:
    run_sql(path, "PRAGMA journal_mode = WAL", "CREATE TABLE books (title TEXT)")


def make_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    "make",
    [
        make_text,
        make_short_text,
        make_random_bytes,
        make_other_database,
        make_other_application,
        make_wal_database_of_another_application,
        make_folder,
    ],
)
def test_what_is_no_library_is_refused_and_left_alone(path: Path, make: Callable[[Path], None]) -> None:
    make(path)
    before = contents(path.parent)
    with pytest.raises(NotALibrary, match=r"library\.sqlite: is .*--library|give the path of a file"):
        open_library(path)
    assert contents(path.parent) == before


def test_an_empty_path_is_refused() -> None:
    with pytest.raises(NotALibrary, match="the path of the library is empty; give"):
        open_library("")
    with pytest.raises(NotALibrary, match="is a folder; give the path of a file, such as"):
        open_library(Path())


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in Windows folders")
def test_a_pipe_is_refused_and_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(NotALibrary, match="is no ordinary file"):
        open_library(path)


def test_a_library_in_a_missing_folder_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(LibraryUnavailable, match=r"gone.library\.sqlite: cannot be opened \(No such file"):
        open_library(tmp_path / "gone" / "library.sqlite")


@pytest.mark.parametrize("share", [0.0005, 0.01, 0.3, 0.5, 0.9])
def test_a_truncated_library_is_refused_and_left_alone(kept: Path, share: float) -> None:
    whole = kept.read_bytes()
    kept.write_bytes(whole[: int(len(whole) * share)])
    before = contents(kept.parent)
    with pytest.raises((DamagedLibrary, NotALibrary), match=r"library\.sqlite: is .*nothing was changed"):
        open_library(kept)
    assert contents(kept.parent) == before


def test_a_library_with_overwritten_pages_is_refused_and_left_alone(kept: Path) -> None:
    whole = bytearray(kept.read_bytes())
    for page in range(4096, len(whole), 4096):
        whole[page : page + 64] = RANDOM_BYTES[:64]
    kept.write_bytes(whole)
    before = contents(kept.parent)
    with pytest.raises(DamagedLibrary, match=r"is damaged; nothing was changed\. Open a backup copy"):
        open_library(kept)
    assert contents(kept.parent) == before


@pytest.mark.parametrize("missing", ["TABLE cells", "TRIGGER record_scores_update"])
def test_a_library_that_lacks_a_part_is_refused(kept: Path, missing: str) -> None:
    run_sql(kept, f"DROP {missing}")
    with pytest.raises(DamagedLibrary, match=rf"lacks parts of a library \({missing.split()[1]}\)"):
        open_library(kept)


@pytest.mark.parametrize("version", [0, 1])
def test_a_library_that_gives_a_wrong_version_is_refused_and_stays_as_it_is(kept: Path, version: int) -> None:
    run_sql(kept, f"PRAGMA user_version = {version}")
    before = contents(kept.parent)
    with pytest.raises(DamagedLibrary, match=r"cannot be brought up to date \(table \w+ already exists\)"):
        open_library(kept)
    assert contents(kept.parent) == before


def test_values_that_no_analyst_can_enter_count_as_damage(kept: Path) -> None:
    drop = [f"DROP TRIGGER record_scores_{kind}" for kind in ("insert", "update", "delete")]
    run_sql(kept, *drop, "PRAGMA ignore_check_constraints = ON", "UPDATE scores SET best = 99")
    with pytest.raises(DamagedLibrary, match="CHECK constraint failed"):
        open_library(kept)


def test_a_library_of_a_newer_version_opens_for_reading_only(kept: Path, peru: Case) -> None:
    run_sql(kept, "PRAGMA user_version = 99")
    before = contents(kept.parent)
    with open_library(kept) as library:
        assert library.read_only
        assert f"newer version of Second Image (format 99, known here: {NEWEST})" in library.read_only_reason
        assert library.case(1) == peru
        with pytest.raises(ReadOnlyLibrary, match=r"the edit was not made: .*update Second Image"):
            library.rename_case(1, "Perú")
    assert contents(kept.parent) == before


def test_a_newer_library_that_cannot_be_read_any_more_says_so(kept: Path) -> None:
    run_sql(kept, "PRAGMA user_version = 99", "ALTER TABLE cases RENAME COLUMN name TO title")
    with open_library(kept) as library, pytest.raises(NewerLibrary, match="newer version of Second Image; update"):
        library.cases()
    run_sql(kept, "DROP TABLE facts")
    with pytest.raises(NewerLibrary, match="newer version of Second Image; update"):
        open_library(kept)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_write_protected_library_can_be_read_and_says_why_it_cannot_be_edited(
    kept: Path, peru: Case, protect: Callable[[Path], None], what: str
) -> None:
    before = contents(kept.parent)
    protect(kept if what == "file" else kept.parent)
    with open_library(kept) as library:
        assert library.case(1) == peru
        assert library.read_only
        assert library.read_only_reason.startswith(f"the {what} is write-protected")
        for edit in (library.undo, library.redo, lambda: library.delete_case(1), lambda: library.add_case("Bolivia")):
            with pytest.raises(
                ReadOnlyLibrary, match=rf"library\.sqlite: the edit was not made: the {what} is write-pr"
            ):
                edit()
        assert library.undo_label == "Import Peru"
    kept.parent.chmod(0o700)
    assert contents(kept.parent) == before


def test_a_write_protected_file_that_needs_updating_is_refused(path: Path, protect: Callable[[Path], None]) -> None:
    path.touch()
    protect(path)
    with pytest.raises(
        ReadOnlyLibrary, match=r"is empty and must be brought up to date, but it is write-protected; copy"
    ):
        open_library(path)
    assert path.read_bytes() == b""


def test_protection_that_shows_only_at_the_first_edit_is_reported_then(
    kept: Path, peru: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = connecting.connect
    monkeypatch.setattr(opening_module, "connect", lambda file, _options: connect(file, "mode=ro"))
    with open_library(kept) as library:
        with pytest.raises(ReadOnlyLibrary, match="is write-protected; nothing was changed"):
            library.rename_case(1, "Perú")
        assert library.case(1) == peru


def test_a_library_that_another_program_holds_is_refused_and_left_alone(
    kept: Path, monkeypatch: pytest.MonkeyPatch, reopen: OpenLibrary
) -> None:
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(kept, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        before = contents(kept.parent)
        with pytest.raises(LibraryLocked, match=r"is in use by another program; nothing was changed\. Close it there"):
            open_library(kept)
        other.execute("ROLLBACK")
    assert contents(kept.parent) == before
    assert len(reopen().cases()) == 1


def test_a_library_opens_while_another_program_is_writing(kept: Path, peru: Case) -> None:
    with closing(sqlite3.connect(kept, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_library(kept) as library:
            assert library.case(1) == peru


def test_opening_does_not_loosen_the_lock_of_another_window(
    library: Library, peru_id: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.01)
    with library.edit("A long edit"):
        library.rename_case(peru_id, "Perú")
        open_library(path).close()
        with open_library(path) as other, pytest.raises(LibraryLocked):
            other.add_case("Bolivia")


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Pretend that libraries opened from now on lie on a disk of this kind."""

    def pretend(place: str) -> None:
        monkeypatch.setattr(database_module, "place_of", lambda _path: place)

    return pretend


@pytest.mark.parametrize(("place", "torn"), [("network", False), ("network", True), ("local", False)])
def test_a_crash_in_the_middle_of_an_edit_leaves_the_library_as_it_was_before(
    kept: Path, peru: Case, tmp_path: Path, put: Callable[[str], None], place: str, torn: bool
) -> None:
    put(place)
    crashed = tmp_path / "crashed" / "library.sqlite"
    crashed.parent.mkdir()
    with open_library(kept) as library:
        # Text that fills pages of its own, so that deleting it changes the list of free pages on the first page.
        library.update_assessment("PER-2014-2016", note="x" * 20_000)
        before = library.case(1)
    with open_library(kept) as library, library.edit("Never finished"):
        # A tiny cache makes SQLite write pages before the commit, as a large edit would.
        library._database.connection.execute("PRAGMA cache_size = 1")
        library.delete_case(1)
        for number in range(40):
            library.add_case(f"Case {number} " + "x" * 2000)
        for file in tmp_path.glob("library.sqlite*"):
            shutil.copy(file, crashed.parent / file.name)
    leftover = "library.sqlite-wal" if place == "local" else "library.sqlite-journal"
    assert crashed.with_name(leftover).stat().st_size > 0
    if torn:
        crashed.write_bytes(bytes(4096) + crashed.read_bytes()[4096:])
    with open_library(crashed) as library:
        assert [library.case(case.id) for case in library.cases()] == [before]
        assert library.undo() == "Peru: note reworded"
        assert library.case(1) == peru
    assert list(contents(crashed.parent)) == ["library.sqlite"]


def crashed_after_an_edit(kept: Path, tmp_path: Path) -> Path:
    """Copy the files of a library while the last edit lies in the log alone, as a crash would leave them."""
    crashed = tmp_path / "crashed" / "library.sqlite"
    crashed.parent.mkdir()
    with open_library(kept) as library:
        library.rename_case(1, "Perú")
        for name in ("library.sqlite", "library.sqlite-wal"):
            shutil.copy(kept.with_name(name), crashed.with_name(name))
    return crashed


def test_an_edit_that_only_the_log_holds_is_there_after_a_crash(kept: Path, tmp_path: Path) -> None:
    crashed = crashed_after_an_edit(kept, tmp_path)
    with open_library(crashed) as library:
        assert [case.name for case in library.cases()] == ["Perú"]
    assert list(contents(crashed.parent)) == ["library.sqlite"]


def test_a_crashed_library_moved_to_a_share_loses_nothing_and_leaves_the_log(
    kept: Path, tmp_path: Path, put: Callable[[str], None]
) -> None:
    crashed = crashed_after_an_edit(kept, tmp_path)
    put("network")
    with open_library(crashed) as library:
        assert library.journal_mode == "delete"
        assert [case.name for case in library.cases()] == ["Perú"]
    assert list(contents(crashed.parent)) == ["library.sqlite"]


@pytest.mark.parametrize(
    ("place", "mode", "warned"), [("local", "wal", False), ("network", "delete", True), ("unknown", "delete", False)]
)
def test_a_log_is_kept_on_disks_of_this_computer_alone_and_a_share_is_warned_of(
    kept: Path, put: Callable[[str], None], place: str, mode: str, warned: bool
) -> None:
    put(place)
    with open_library(kept) as library:
        assert ("network drive" in library.warning) == library.on_network == warned
        library.rename_case(1, "Perú")
        assert library.journal_mode == mode
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_the_last_window_to_close_leaves_a_single_file(kept: Path) -> None:
    first, second = open_library(kept), open_library(kept)
    first.rename_case(1, "Perú")
    first.close()
    second.rename_case(1, "Pérou")
    assert second.journal_mode == "wal"
    second.close()
    assert list(contents(kept.parent)) == ["library.sqlite"]


def test_where_another_program_reads_the_file_its_journal_is_used(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(kept, isolation_level=None)) as other, open_library(kept) as library:
        other.execute("BEGIN")
        other.execute("SELECT * FROM cases").fetchall()
        with pytest.raises(LibraryLocked):
            library.add_case("Bolivia")
        assert library.journal_mode == "delete"
        other.execute("ROLLBACK")
        library.add_case("Bolivia")


def test_a_library_that_is_only_read_stays_as_it_is_to_the_byte(kept: Path, peru: Case) -> None:
    before = contents(kept.parent)
    with open_library(kept) as library:
        assert library.case(1) == peru
        assert library.search("tingo")
        library.history()
    assert contents(kept.parent) == before


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend to be on a disk without writing: SQLite then cannot make the files that a log needs."""
    connect = connecting.connect

    def refuse(file: Path, options: str) -> sqlite3.Connection:
        connection = connect(file, options)
        if options != "mode=ro":
            return connection
        connection.close()
        return FailsToOpen()  # type: ignore[return-value]

    monkeypatch.setattr(opening_module, "connect", refuse)
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)


class FailsToOpen:
    """A connection that cannot read its file, as SQLite has it where it may not make what a log needs."""

    def execute(self, _sql: str) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    def close(self) -> None:
        """Close nothing."""


def test_a_library_on_a_disk_without_writing_is_read_as_it_is(kept: Path, peru: Case, unwritable: None) -> None:
    with open_library(kept) as library:
        assert library.read_only
        assert library.case(1) == peru


def test_edits_in_a_log_on_a_disk_without_writing_are_not_overlooked(
    kept: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    crashed = crashed_after_an_edit(kept, tmp_path)
    request.getfixturevalue("unwritable")
    with pytest.raises(ReadOnlyLibrary, match=r"the last edits lie in library\.sqlite-wal beside it.*copy both files"):
        open_library(crashed)


def test_an_sqlite_without_what_the_library_needs_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.34.1")
    with pytest.raises(LibraryUnavailable, match=r"SQLite 3\.34\.1 is too old; install Python with SQLite 3\.37\.0"):
        open_library(path)
    assert not path.exists()


def test_an_sqlite_without_full_text_search_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def without(database: str, **more: bool) -> sqlite3.Connection:
        connection = connect(database, **more)  # type: ignore[call-overload]
        connection.set_authorizer(
            lambda _action, name, *_: sqlite3.SQLITE_IGNORE if name == "pragma_module_list" else sqlite3.SQLITE_OK
        )
        return connection  # type: ignore[no-any-return]

    monkeypatch.setattr(sqlite3, "connect", without)
    with pytest.raises(LibraryUnavailable, match=r"no full-text search \(FTS5\); install"):
        open_library(path)


def test_every_refusal_is_a_library_error() -> None:
    kinds = (DamagedLibrary, LibraryLocked, LibraryUnavailable, NewerLibrary, NotALibrary, ReadOnlyLibrary)
    assert all(issubclass(kind, LibraryError) for kind in kinds)


def test_opening_again_changes_nothing(kept: Path) -> None:
    before = contents(kept.parent)
    with open_library(kept) as library:
        library.set_score("PER-2014-2016", "su_level", Score(6, 7, 8))
        assert library.assessment("PER-2014-2016").as_of == dt.date(2014, 5, 15)
    assert len(contents(kept.parent)) == len(before)


def test_a_trigger_that_no_step_made_is_refused_before_it_can_run(kept: Path) -> None:
    run_sql(kept, "CREATE TRIGGER evil AFTER INSERT ON notes BEGIN DELETE FROM cases; END")
    before = kept.read_bytes()
    with pytest.raises(DamagedLibrary, match=r"another program put there \(evil\)"):
        open_library(kept)
    assert kept.read_bytes() == before


def test_a_disk_that_cannot_read_is_not_taken_for_damage(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_library(kept) as library:
        library.backups.make()
    kept.write_bytes(kept.read_bytes()[:5000])
    with pytest.raises(DamagedLibrary) as found:
        open_library(kept)
    assert found.value.backup is not None
    monkeypatch.setattr(opening_module, "why_unreadable", lambda _path: "Input/output error")
    with pytest.raises(LibraryUnavailable, match=r"cannot be read \(Input/output error\)"):
        open_library(kept)


def test_what_looked_damaged_once_and_not_again_opens(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter([DamagedLibrary("once")])
    check = opening_module._refuse_damaged

    def fails_once(database: database_module.Database) -> None:
        for error in looks:
            raise error
        check(database)

    monkeypatch.setattr(opening_module, "_refuse_damaged", fails_once)
    with open_library(kept) as library:
        assert [case.name for case in library.cases()] == ["Peru"]


def test_a_file_that_was_emptied_is_no_new_library_where_there_are_backups(kept: Path) -> None:
    with open_library(kept) as library:
        library.backups.make()
    kept.write_bytes(b"")
    with pytest.raises(DamagedLibrary, match=r"lost all that it held.*newest good backup") as found:
        open_library(kept)
    assert found.value.backup is not None
    assert kept.read_bytes() == b""


def test_a_file_that_was_deleted_is_no_new_library_where_there_are_backups_and_comes_back_from_them(
    kept: Path, clock: Callable[[], dt.datetime]
) -> None:
    with open_library(kept) as library:
        library.backups.make()
    kept.unlink()
    with pytest.raises(DamagedLibrary, match=r"no longer there.*newest good backup") as found:
        open_library(kept)
    assert not kept.exists()
    assert found.value.backup is not None
    recover(kept, found.value.backup.path, clock())
    with open_library(kept) as library:
        assert [case.name for case in library.cases()] == ["Peru"]
