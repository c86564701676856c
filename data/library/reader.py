"""What a library tells: its state, its cases and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.progress import Watch
from data.case_writing import write_case
from data.library import reading, searching, seeding
from data.library.alterations import alterations
from data.library.analysts import read_analysts
from data.library.backups import Backups
from data.library.errors import DamagedLibrary
from data.library.history import History
from data.library.indexing import rebuild
from data.library.moments import assessments_at

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from advisor.case import Analyst, Assessment, Case
    from advisor.scores import ScoreSheet
    from data.library.alterations import Alteration
    from data.library.database import Database
    from data.library.history import HistoryEntry
    from data.library.reading import CaseSummary
    from data.library.searching import SearchHit

_ON_NETWORK = (
    "The library lies on a network drive. Every edit is saved and several people may edit, but a share that loses its "
    "connection or that does not lock files as it should can damage it. Keep it on a disk of this computer and export "
    "cases for others; where it must lie here, keep backups elsewhere"
)
HISTORY_SHOWN, HITS_SHOWN, ALTERATIONS_SHOWN = 200, 50, 500


class LibraryReader:
    """An open library, as far as it is read."""

    def __init__(self, database: Database, who: str, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._who = who
        self._clock = clock
        self.backups = Backups(database, clock)
        self._history = History(database, who, clock, self.backups.after_edit)

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

    @property
    def journal_mode(self) -> str:
        """How edits are kept safe: "wal" on a disk of this computer, "delete" (a rollback journal) elsewhere.

        Before the first edit it is the rollback journal, for a library that is only read stays as it is.
        """
        return self._database.journal_mode

    @property
    def on_network(self) -> bool:
        """Whether the file lies on a disk of another computer."""
        return self._database.place == "network"

    @property
    def lost(self) -> str:
        """Why nothing can be saved since the file was moved, deleted or replaced, and what to do; else empty."""
        return self._database.lost

    @property
    def warning(self) -> str:
        """What to know about where the library lies; empty where there is nothing to know."""
        return _ON_NETWORK if self.on_network else ""

    def data_version(self) -> int:
        """Return a number that changes when another program has changed the file."""
        with self._database.reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def cases(self) -> tuple[CaseSummary, ...]:
        """Return what a list shows of all cases, by name."""
        with self._database.reading() as connection:
            return reading.summaries(connection)

    def last_edits(self) -> Mapping[int, dt.datetime]:
        """Return when each case was last edited that ever was, by the id of the case."""
        with self._database.reading() as connection:
            return reading.last_edits(connection)

    def case(self, case_id: int) -> Case:
        """Return a case with everything it holds, or raise `UnknownEntry`."""
        with self._database.reading() as connection:
            return reading.read_case(connection, case_id)

    def export_case(self, case_id: int, path: Path) -> None:
        """Write a case to one TOML file, in place of what is there; read again, it is the same case.

        Raises
        ------
        DataError
            The file was not written; what was there is as it was.
        """
        self.exporting(case_id, path)(Watch())

    def exporting(self, case_id: int, path: Path) -> Callable[[Watch], None]:
        """Read a case now, and return the work of writing it as `export_case` does, to be done on any thread.

        It raises `Cancelled` when asked to stop; what was there is as it was.
        """
        case = self.case(case_id)
        return lambda watch: write_case(path, case, watch)

    def assessment(self, assessment_id: str) -> Assessment:
        """Return one assessment, or raise `UnknownEntry`."""
        with self._database.reading() as connection:
            return reading.read_assessment(connection, assessment_id)

    def sheets(self) -> Mapping[str, ScoreSheet]:
        """Return the scores of every assessment by its id, at once."""
        with self._database.reading() as connection:
            return reading.read_sheets(connection)

    def analysts(self) -> tuple[Analyst, ...]:
        """Return everyone whom the library knows to sign assessments, by name."""
        with self._database.reading() as connection:
            return read_analysts(connection)

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back."""
        return self._history.undo_label()

    @property
    def redo_label(self) -> str | None:
        """What `redo` would make again."""
        return self._history.redo_label()

    def history(
        self,
        case_id: int | None = None,
        limit: int = HISTORY_SHOWN,
        *,
        before: int | None = None,
        containing: str = "",
    ) -> tuple[HistoryEntry, ...]:
        """Return the newest edits first, undone ones included, of one case or of the whole library.

        With `before`, the id of an entry, those older than it: the next page of a long list. With `containing`, those
        whose label or analyst holds each of its words.
        """
        return self._history.entries(case_id, limit, before, containing)

    def alterations(
        self, entry_id: int, *, names: Mapping[str, str] | None = None, limit: int = ALTERATIONS_SHOWN
    ) -> tuple[Alteration, ...]:
        """Return what an edit altered: which entry, what it was, what it became.

        Parameters
        ----------
        names
            What to call indicators, objectives and options, by id.
        """
        with self._database.reading() as connection:
            return alterations(connection, entry_id, names or {}, limit)

    def assessments_at(self, case_id: int, entry_id: int) -> tuple[Assessment, ...]:
        """Return the assessments of a case as they were right after an edit, undone edits included, without locks."""
        with self._database.reading() as connection:
            return assessments_at(connection, case_id, entry_id)

    def search(self, text: str, *, case_id: int | None = None, limit: int = HITS_SHOWN) -> tuple[SearchHit, ...]:
        """Return notes, justifications, facts, notes on assessments and events that hold every word, the best first.

        Accents and capitals do not matter, words in quotes stand together, and the last word may be incomplete.
        """
        try:
            with self._database.reading() as connection:
                return searching.search(connection, text, case_id, limit)
        except DamagedLibrary:
            if self.read_only:
                raise
        # The texts were checked when the library was opened; the index is made from them anew.
        with self._database.writing() as connection:
            rebuild(connection)
            return searching.search(connection, text, case_id, limit)
