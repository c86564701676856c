"""What the window needs of the library besides cases and scores: evidence, history, locks, backups, its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from advisor.case import Analyst, Assessment, CaseEvent, Note, PlaybookVersion
    from advisor.knobs import Knobs
    from advisor.progress import Watch


class EntryPort(Protocol):
    """One edit of the history; an undone one no longer holds."""

    @property
    def id(self) -> int: ...
    @property
    def at(self) -> dt.datetime: ...
    @property
    def who(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def undone(self) -> bool: ...


class AlterationPort(Protocol):
    """One entry that an edit altered: which, what it was and what it became."""

    @property
    def what(self) -> str: ...
    @property
    def old(self) -> str: ...
    @property
    def new(self) -> str: ...


class HitPort(Protocol):
    """A text in which everything asked for was found; the flags of the snippet mark the words found."""

    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> int: ...
    @property
    def case_id(self) -> int: ...
    @property
    def case(self) -> str: ...
    @property
    def assessments(self) -> tuple[str, ...]: ...
    @property
    def indicators(self) -> tuple[str, ...]: ...
    @property
    def snippet(self) -> tuple[tuple[str, bool], ...]: ...
    @property
    def text(self) -> str: ...


class BackupPort(Protocol):
    """A dated copy of the library in the folder beside it."""

    @property
    def path(self) -> Path: ...
    @property
    def at(self) -> dt.datetime: ...


class BackupsPort(Protocol):
    """The backups of the library."""

    @property
    def problem(self) -> str: ...
    @property
    def folder(self) -> Path: ...

    def all(self) -> Sequence[BackupPort]:
        """Return the backups there are, the newest first."""
        ...

    def make(self) -> Path:
        """Make a backup now and return its path; on any thread."""
        ...

    def write_to(self, target: Path) -> None:
        """Write a copy of the library to a file of the user's choice; on any thread, unless the library is lost."""
        ...


class EvidencePort(Protocol):
    """Notes, events, analysts and settings of plans; every edit is one step that can be undone."""

    def add_note(self, case_id: int, note: Note) -> int:
        """Add a note to a case and return its id."""
        ...

    def set_note(self, note_id: int, note: Note, *, merge_key: str | None = None) -> None:
        """Change a note."""
        ...

    def delete_note(self, note_id: int) -> None:
        """Delete a note."""
        ...

    def add_event(self, case_id: int, event: CaseEvent) -> int:
        """Add an event to a case and return its id."""
        ...

    def set_event(self, event_id: int, event: CaseEvent, *, merge_key: str | None = None) -> None:
        """Change an event."""
        ...

    def delete_event(self, event_id: int) -> None:
        """Delete an event."""
        ...

    def analysts(self) -> Sequence[Analyst]:
        """Return everyone whom the library knows to sign assessments."""
        ...

    def add_analyst(self, analyst: Analyst) -> int:
        """Add an analyst to the library and return the id."""
        ...

    def set_knobs(self, case_id: int, knobs: Knobs, *, merge_key: str | None = None) -> None:
        """Change the settings of the plan of a case."""
        ...

    def search(self, text: str, *, case_id: int | None = None) -> Sequence[HitPort]:
        """Return the texts that hold every word, the best first."""
        ...


class HistoryPort(Protocol):
    """The history of edits, and the moments that can be looked at and returned to."""

    def history(
        self, case_id: int | None = None, limit: int = ..., *, before: int | None = None, containing: str = ""
    ) -> Sequence[EntryPort]:
        """Return the newest edits first; with `before` those older than an entry."""
        ...

    def alterations(self, entry_id: int, *, names: Mapping[str, str] | None = None) -> Sequence[AlterationPort]:
        """Return what an edit altered."""
        ...

    def assessments_at(self, case_id: int, entry_id: int) -> Sequence[Assessment]:
        """Return the assessments of a case as they were right after an edit."""
        ...

    def return_to(self, case_id: int, entry_id: int, assessment_id: str) -> str:
        """Add an assessment as it was right after an edit as a new one and return its id."""
        ...


class SafetyPort(Protocol):
    """Locks on what was briefed, where the library lies, and its backups."""

    @property
    def path(self) -> Path: ...
    @property
    def lost(self) -> str:
        """Why nothing can be saved since the file was moved, deleted or replaced, and what to do; else empty."""

    @property
    def warning(self) -> str: ...
    @property
    def on_network(self) -> bool: ...
    @property
    def backups(self) -> BackupsPort: ...

    def sign_as(self, who: str) -> None:
        """Let the history name somebody else as the author of the edits from now on."""
        ...

    def lock(self, assessment_id: str, playbook: PlaybookVersion, result: str, *, reason: str = "") -> None:
        """Lock an assessment that was briefed."""
        ...

    def unlock(self, assessment_id: str) -> None:
        """Open a locked assessment to edits again."""
        ...

    def restoring(self, backup: Path) -> Callable[[Watch], Any]:
        """Return the work of making a backup ready to be restored, to be done in the background.

        It raises `Cancelled` when asked to stop; what it returns is for `put_in_place`.
        """
        ...

    def put_in_place(self, restoration: Any) -> Path:
        """Put what was made ready in place of everything; return the backup made of what was there."""
        ...
