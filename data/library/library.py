"""The library as the program sees it: cases and assessments, edits that are saved as they are made, undo and redo."""

from __future__ import annotations

import datetime as dt
import getpass
from contextlib import contextmanager
from typing import TYPE_CHECKING

from data.library import edits, reading, seeding, writing
from data.library.history import History
from data.library.migrations import shipped_migrations
from data.library.opening import open_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from advisor.case import Assessment, Case
    from advisor.scores import Score
    from data.library.database import Database
    from data.library.history import HistoryEntry
    from data.library.migrations import Migration
    from data.library.reading import CaseSummary

HISTORY_SHOWN = 200


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
    database = open_database(path, migrations or shipped_migrations(), clock())
    return Library(database, _login() if who is None else who, clock)


class Library:
    """Everything the analyst keeps; every method that edits is one saved, undoable step.

    Edits raise `ReadOnlyLibrary`, `LibraryLocked`, `LibraryUnavailable` (disk full, share gone), `UnknownEntry` or
    `InvalidEdit`, and then have changed nothing.
    """

    def __init__(self, database: Database, who: str, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._history = History(database, who, clock)
        self._clock = clock

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; all edits are saved already."""
        self._database.close()

    @property
    def path(self) -> Path:
        """The file of the library."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether edits are refused."""
        return bool(self._database.read_only_reason)

    @property
    def read_only_reason(self) -> str:
        """Why edits are refused, for the status bar; empty where they are not."""
        return self._database.read_only_reason

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever kept here, so that the shipped cases may be put in."""
        with self._database.reading() as connection:
            return seeding.is_new(connection)

    @property
    def from_newer_version(self) -> bool:
        """Whether a newer version wrote the file, so that what is read may not be all there is."""
        return self._database.newer

    def data_version(self) -> int:
        """Return a number that changes when another program has changed the file."""
        with self._database.reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def cases(self) -> tuple[CaseSummary, ...]:
        """Return what a list shows of all cases, by name."""
        with self._database.reading() as connection:
            return reading.summaries(connection)

    def case(self, case_id: int) -> Case:
        """Return a case with everything it holds, or raise `UnknownEntry`."""
        with self._database.reading() as connection:
            return reading.read_case(connection, case_id)

    def assessment(self, assessment_id: str) -> Assessment:
        """Return one assessment, or raise `UnknownEntry`."""
        with self._database.reading() as connection:
            return reading.read_assessment(connection, assessment_id)

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
        """Add a case as read from a file and return its id; an assessment id that is taken gets a number added."""
        with self._history.step() as step:
            step.label = label or f"Import {case.name}"
            step.case_id = writing.insert_case(step.connection, case)
            return step.case_id

    def rename_case(self, case_id: int, name: str) -> None:
        """Give a case another name; assessments that bore the old one as their country follow."""
        with self._history.step() as step:
            edits.rename_case(step, case_id, name.strip())

    def delete_case(self, case_id: int) -> None:
        """Delete a case with everything it holds; undo brings all of it back."""
        with self._history.step() as step:
            edits.delete_case(step, case_id)

    def add_assessment(
        self,
        case_id: int,
        as_of: dt.date,
        *,
        copy_of: str | None = None,
        analyst: str = "",
        issue: str | None = None,
        us_preferred_policy: str | None = None,
        note: str = "",
    ) -> str:
        """Add an assessment, blank or with the scores of another, and return its id.

        A copy takes over scores, issue and US-preferred policy unless they are given; facts, outcome and note stay
        with the assessment they belong to.
        """
        with self._history.step() as step:
            given = {"analyst": analyst, "note": note, "issue": issue, "us_preferred_policy": us_preferred_policy}
            return edits.add_assessment(step, case_id, as_of, copy_of, _not_none(given))

    def update_assessment(
        self,
        assessment_id: str,
        *,
        as_of: dt.date | None = None,
        issue: str | None = None,
        us_preferred_policy: str | None = None,
        analyst: str | None = None,
        note: str | None = None,
        merge_key: str | None = None,
    ) -> None:
        """Change what is given of an assessment; its id stays."""
        with self._history.step(merge_key) as step:
            texts = {"issue": issue, "us_preferred_policy": us_preferred_policy, "analyst": analyst, "note": note}
            given = {"as_of": None if as_of is None else as_of.isoformat(), **texts}
            edits.update_assessment(step, assessment_id, _not_none(given))

    def delete_assessment(self, assessment_id: str) -> None:
        """Delete an assessment with its scores, facts and outcome; undo brings all of it back."""
        with self._history.step() as step:
            edits.delete_assessment(step, assessment_id)

    def set_score(
        self, assessment_id: str, indicator: str, score: Score | None, *, name: str = "", merge_key: str | None = None
    ) -> None:
        """Set the score of an indicator, or remove it where `score` is None; the history calls the indicator `name`."""
        with self._history.step(merge_key) as step:
            edits.set_score(step, assessment_id, indicator, score, name or indicator)

    def undo(self) -> str | None:
        """Take back the last step, whichever program made it, and return its label; None where there is none."""
        return self._history.undo()

    def redo(self) -> str | None:
        """Make the step undone last again and return its label; None where there is none."""
        return self._history.redo()

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back."""
        return self._history.undo_label()

    @property
    def redo_label(self) -> str | None:
        """What `redo` would make again."""
        return self._history.redo_label()

    def history(self, case_id: int | None = None, limit: int = HISTORY_SHOWN) -> tuple[HistoryEntry, ...]:
        """Return the newest edits first, undone ones included, of one case or of the whole library."""
        return self._history.entries(case_id, limit)

    def fill_once(self, cases: Iterable[Case]) -> int:
        """Put cases into a library that is new and empty, outside the history, and return how many were added.

        Assessments without a playbook are left out, and so is a case that has no others.
        A library that was filled before, holds anything, has a history, or is read-only stays as it is, and unlocked.
        """
        if self.read_only or not self.is_new:
            return 0
        with self._history.unrecorded() as connection:
            return seeding.fill_once(connection, cases, self._clock())


def _not_none(given: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in given.items() if value is not None}


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # Not every login has a name, in containers above all; its edits go unsigned.
        return ""
