"""The library: everything the analyst keeps, in one SQLite file, every edit saved as it is made and undoable.

The way through: `open_library` (library.py) checks and opens the file (opening.py), bringing it to the newest schema
(migrations.py). An edit (edits.py) is a step of the history (history.py), in one transaction (database.py); triggers
(recording.py) write what it changed. reading.py and writing.py stand between rows and the values of `advisor`.
"""

from data.library.alterations import Alteration
from data.library.backups import Backup
from data.library.errors import (
    AssessmentLocked,
    DamagedLibrary,
    InvalidEdit,
    LibraryError,
    LibraryLocked,
    LibraryUnavailable,
    NewerLibrary,
    NotALibrary,
    ReadOnlyLibrary,
    UnknownEntry,
)
from data.library.history import HistoryEntry
from data.library.library import Library, open_library
from data.library.merging import Merged
from data.library.reading import AssessmentSummary, CaseSummary
from data.library.recovery import newest_good_backup, recover
from data.library.searching import SearchHit
from data.library.series import SeriesAdded

__all__ = [
    "Alteration",
    "AssessmentLocked",
    "AssessmentSummary",
    "Backup",
    "CaseSummary",
    "DamagedLibrary",
    "HistoryEntry",
    "InvalidEdit",
    "Library",
    "LibraryError",
    "LibraryLocked",
    "LibraryUnavailable",
    "Merged",
    "NewerLibrary",
    "NotALibrary",
    "ReadOnlyLibrary",
    "SearchHit",
    "SeriesAdded",
    "UnknownEntry",
    "newest_good_backup",
    "open_library",
    "recover",
]
