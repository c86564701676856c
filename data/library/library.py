"""The library as the program sees it: cases and assessments, edits that are saved as they are made, undo and redo."""

from __future__ import annotations

import datetime as dt
import getpass
from contextlib import contextmanager
from typing import TYPE_CHECKING

from advisor.progress import Watch
from data.case_files import read_case
from data.library import edits, reading, seeding, writing
from data.library.assessment_editor import AssessmentEditor
from data.library.errors import LibraryUnavailable, ReadOnlyLibrary, in_words
from data.library.merging import merge
from data.library.migrations import shipped_migrations
from data.library.opening import open_database
from data.library.restoring import Restoration, page_size_of, replace_contents, stage
from data.library.series import import_series

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from advisor.case import Case, Series
    from data.library.database import Database
    from data.library.merging import Merged
    from data.library.migrations import Migration
    from data.library.series import SeriesAdded


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def open_library(
    path: str | Path,
    *,
    who: str | None = None,
    clock: Callable[[], dt.datetime] = _now,
    migrations: Sequence[Migration] | None = None,
) -> Library:
    """Open the library at `path`, creating it where it is missing; `who` signs the history (default: the login name).

    Raises
    ------
    LibraryError
        One of its subclasses: the file is locked, damaged, no library, or out of reach; nothing in it was changed.
    """
    steps = migrations or shipped_migrations()
    database = open_database(path, steps, clock())
    return Library(database, _login() if who is None else who, clock, steps)


class Library(AssessmentEditor):
    """Everything the analyst keeps; every method that edits is one saved, undoable step.

    Edits raise `ReadOnlyLibrary`, `LibraryLocked`, `LibraryUnavailable` (disk full, share gone), `UnknownEntry`,
    `AssessmentLocked` or `InvalidEdit`, and then have changed nothing.
    """

    def __init__(
        self, database: Database, who: str, clock: Callable[[], dt.datetime], migrations: Sequence[Migration]
    ) -> None:
        super().__init__(database, who, clock)
        self._migrations = migrations
        self._backed_up_for: int | None = None

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; all edits are saved already."""
        self.backups.wait()
        self._database.close()

    def sign_as(self, who: str) -> None:
        """Let `who` sign the history and the locks from now on; an empty name means the login name."""
        self._who = who.strip() or _login()
        self._history.sign_as(self._who)

    def restore(self, backup: Path) -> Path:
        """Put what a backup holds in place of everything here, history included; return the backup made first.

        Raises
        ------
        LibraryError
            The file is no whole library that this version can read; nothing was changed.
        """
        return self.put_in_place(self.restoring(backup)(Watch()))

    def restoring(self, backup: Path) -> Callable[[Watch], Restoration]:
        """Return the work of making a backup ready for `put_in_place`, which may be done on any thread.

        It raises what `restore` raises, and `Cancelled` when asked to stop; the library may be edited meanwhile.
        """
        if self.read_only:
            raise ReadOnlyLibrary(f"{self.path}: nothing was restored: {self.read_only_reason}")
        with in_words(self.path):
            page_size, seen = page_size_of(self._database.connection), self._state()

        def work(watch: Watch) -> Restoration:
            watch.step(0.0, f"Checking {backup.name}")
            staged = stage(self.path, backup, self._migrations, self._clock(), page_size)
            try:
                watch.step(0.5, "Backing up what is there")
                made = self.backups.make()
                watch.step(1.0, "Restoring")
            except BaseException:
                staged.drop()
                raise
            return Restoration(staged, made, seen)

        return work

    def put_in_place(self, restoration: Restoration) -> Path:
        """Put what was made ready in place of everything here; return the backup of what was there till now.

        Raises
        ------
        LibraryError
            The disk failed; nothing was changed.
        """
        try:
            if lost := self._database.lost:
                raise LibraryUnavailable(lost)
            with in_words(self.path):
                # What was edited since the backup was begun goes into another one.
                as_seen = self._state() == restoration.seen
                made = restoration.backup if as_seen else self.backups.make()
                replace_contents(self._database.connection, self.path, restoration.staged)
        finally:
            restoration.staged.drop()
        self._history.forget()
        return made

    @contextmanager
    def edit(self, label: str, *, case_id: int | None = None, merge_key: str | None = None) -> Iterator[None]:
        """Make one step of all edits in the block; with the `merge_key` of the step just made, continue that step."""
        with self._history.step(merge_key) as step:
            step.label, step.case_id = label, case_id
            yield

    def add_case(self, name: str, playbook: str | None = None) -> int:
        """Add a case without assessments and return its id."""
        with self._history.step() as step:
            return edits.add_case(step, name.strip(), playbook)

    def import_case(self, case: Case, label: str | None = None) -> int:
        """Add a case as read from a file and return its id; an assessment id that is taken gets a number added.

        A backup is made first, unless nothing was ever edited here.
        """
        self._back_up_first()
        with self._history.step() as step:
            step.label = label or f"Import {case.name}"
            step.case_id = writing.insert_case(step.connection, case)
            return step.case_id

    def merge_case(self, case_id: int, case: Case, label: str | None = None) -> Merged:
        """Add to a case what it lacks of another and return how much that was; a backup is made first.

        Nothing that is there is changed: an assessment that differs from the one of its id is added beside it.
        """
        self._back_up_first()
        with self._history.step() as step:
            step.case_id, step.label = case_id, label or f"Merge {case.name}"
            return merge(step.connection, case_id, case)

    def import_file(self, path: Path, *, into: int | None = None, indicators: Collection[str] | None = None) -> int:
        """Add the case of a file, or merge it into the case with the id `into`, and return the id; one step.

        Parameters
        ----------
        indicators
            Ids that are known; None takes the file's word for it, as for files that this program wrote.

        Raises
        ------
        DataError
            The file holds no case (every problem is named), or the library refuses it; nothing was changed.
        """
        case, label = read_case(path, indicators), f"Import {path.name}"
        if into is None:
            return self.import_case(case, label)
        self.merge_case(into, case, label)
        return into

    def import_series(self, case_id: int, series: Sequence[Series], label: str | None = None) -> SeriesAdded:
        """Put imported series into a case and return what that did; a backup is made first.

        A series that was imported before is replaced as a whole; to one made by hand readings of new dates are added.
        """
        self._back_up_first()
        with self._history.step() as step:
            case = reading.case_row(step.connection, case_id)
            step.case_id = case_id
            step.label = label or f"{case['name']}: import {', '.join(one.name for one in series)}"
            return import_series(step.connection, case_id, series)

    def rename_case(self, case_id: int, name: str) -> None:
        """Give a case another name; assessments that bore the old one as their country follow."""
        with self._history.step() as step:
            edits.rename_case(step, case_id, name.strip())

    def delete_case(self, case_id: int) -> None:
        """Delete a case with everything it holds; undo brings all of it back."""
        with self._history.step() as step:
            edits.delete_case(step, case_id)

    def undo(self) -> str | None:
        """Take back the last step, whichever program made it, and return its label; None where there is none."""
        return self._history.undo()

    def redo(self) -> str | None:
        """Make the step undone last again and return its label; None where there is none."""
        return self._history.redo()

    def fill_once(self, cases: Iterable[Case]) -> int:
        """Put cases into a library that is new and empty, outside the history, and return how many were added.

        Assessments without a playbook are left out, and so is a case that has no others.
        A library that was filled before, holds anything, has a history, or is read-only stays as it is, and unlocked.
        """
        if self.read_only or not self.is_new:
            return 0
        with self._history.unrecorded() as connection:
            return seeding.fill_once(connection, cases, self._clock())

    def _state(self) -> tuple[int, int]:
        """Return what changes with every edit, of this program or of another."""
        connection = self._database.connection
        return int(connection.execute("PRAGMA data_version").fetchone()[0]), connection.total_changes

    def _back_up_first(self) -> None:
        """Make a backup before an import; several imports in one group need one."""
        group = self._history.open_step
        if self.read_only or (group is not None and group == self._backed_up_for) or not self.history(limit=1):
            return
        self.backups.make()
        self._backed_up_for = group


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # Not every login has a name, in containers above all; its edits go unsigned.
        return ""
