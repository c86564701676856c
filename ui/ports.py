"""What the window needs from the outside, supplied by the composition root."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ui.library_ports import EvidencePort, HistoryPort, SafetyPort

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from advisor.briefing import Briefing
    from advisor.briefing_choices import BriefingChoices, Paper
    from advisor.case import Assessment, Case, PlaybookVersion
    from advisor.findings import Findings
    from advisor.hindcast import Hindcast
    from advisor.incoming import Importable, Imported, ImportPreview
    from advisor.plan import Plan
    from advisor.progress import Watch
    from advisor.scores import Score, ScoreSheet

    Told = Mapping[str, tuple[str, ...]]


class AssessmentSummary(Protocol):
    """One line of the library below a case."""

    @property
    def id(self) -> str: ...
    @property
    def as_of(self) -> dt.date: ...
    @property
    def issue(self) -> str: ...
    @property
    def analyst(self) -> str: ...
    @property
    def locked(self) -> bool: ...


class CaseSummary(Protocol):
    """One line of the library."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def playbook(self) -> str | None: ...
    @property
    def assessments(self) -> Sequence[AssessmentSummary]: ...


class LibraryPort(EvidencePort, HistoryPort, SafetyPort, Protocol):
    """The library as the window uses it; every edit is saved as it is made and can be undone.

    What it refuses it refuses with an error whose text can be shown.
    """

    @property
    def read_only(self) -> bool: ...
    @property
    def read_only_reason(self) -> str: ...
    @property
    def undo_label(self) -> str | None: ...
    @property
    def redo_label(self) -> str | None: ...

    def cases(self) -> Sequence[CaseSummary]:
        """Return all cases by name, their assessments by date."""
        ...

    def last_edits(self) -> Mapping[int, dt.datetime]:
        """Return when each case was last edited that ever was."""
        ...

    def import_case(self, case: Case, label: str | None = None) -> int:
        """Add a case with everything it holds and return its id; one step."""
        ...

    def exporting(self, case_id: int, path: Path) -> Callable[[Watch], None]:
        """Read a case now, and return the work of writing it to a case file; it raises `Cancelled` when stopped."""
        ...

    def case(self, case_id: int) -> Case:
        """Return a case with everything it holds."""
        ...

    def assessment(self, assessment_id: str) -> Assessment:
        """Return one assessment."""
        ...

    def sheets(self) -> Mapping[str, ScoreSheet]:
        """Return the scores of every assessment by its id."""
        ...

    def data_version(self) -> int:
        """Return a number that changes when another program has changed the library."""
        ...

    def edit(self, label: str) -> AbstractContextManager[None]:
        """Make one step of the history of all edits in the block."""
        ...

    def add_case(self, name: str, playbook: str | None = None) -> int:
        """Add a case without assessments and return its id."""
        ...

    def rename_case(self, case_id: int, name: str) -> None:
        """Give a case another name."""
        ...

    def delete_case(self, case_id: int) -> None:
        """Delete a case with everything it holds."""
        ...

    def add_assessment(
        self,
        case_id: int,
        as_of: dt.date,
        *,
        copy_of: str | None = None,
        analyst: str = "",
        issue: str | None = None,
    ) -> str:
        """Add an assessment, blank or with the scores of another, and return its id."""
        ...

    def update_assessment(self, assessment_id: str, *, as_of: dt.date | None = None, issue: str | None = None) -> None:
        """Change what is given of an assessment."""
        ...

    def delete_assessment(self, assessment_id: str) -> None:
        """Delete an assessment with its scores."""
        ...

    def set_score(
        self,
        assessment_id: str,
        indicator: str,
        score: Score | None,
        *,
        name: str = "",
        merge_key: str | None = None,
        playbook: PlaybookVersion | None = None,
    ) -> None:
        """Set or remove a score; with the key of the edit before it, both are one step of the history."""
        ...

    def undo(self) -> str | None:
        """Take back the last step and return its label."""
        ...

    def redo(self) -> str | None:
        """Make the step undone last again and return its label."""
        ...


class BriefingPort(Protocol):
    """Writes the briefing of an assessment, with its plan if there is one: a PDF where the name of the file says so.

    What goes wrong it raises as an error whose text can be shown.
    """

    def __call__(
        self,
        case: Case,
        assessment: Assessment,
        findings: Findings,
        plan: Plan | None,
        path: Path,
        choices: BriefingChoices,
        paint_pdf: Callable[[Briefing, Paper], bytes],
    ) -> None: ...


class PackagePort(Protocol):
    """Returns what is kept with the lock of a briefed assessment, as JSON text."""

    def __call__(self, case: Case, findings: Findings) -> str: ...


class RegionsPort(Protocol):
    """Finds the regions of the world that countries belong to, by name; those it does not know are left out."""

    def __call__(self, countries: Sequence[str]) -> Mapping[str, str]: ...


class TrackRecordPort(Protocol):
    """Predicts the shipped episodes whose outcome is known; stops where it is asked to."""

    def __call__(self, watch: Watch, /) -> Hindcast: ...


class ImportReading(Protocol):
    """Files as they were read; asked on the thread of the library."""

    def preview(self) -> ImportPreview:
        """Return what would be kept, and all that stands in the way; nothing is kept by it."""
        ...

    def keep(self) -> Imported:
        """Keep everything as one step of the history, or raise an error whose text can be shown and keep nothing."""
        ...


class ImportPort(Protocol):
    """Reads files of every kind that can be imported."""

    def importables(self) -> Sequence[Importable]:
        """Return all that can be imported, and how to get it."""
        ...

    def reader(self, files: Sequence[tuple[Path, Told]], opened: int | None) -> Callable[[Watch], ImportReading]:
        """Return the work of reading files, to be done in the background; it raises `Cancelled` when asked to stop.

        Parameters
        ----------
        files
            Each with what the analyst has told of it: values by the keys of settings.
        opened
            Id of the case that is open.
        """
        ...


class ScorecardPort(Protocol):
    """Writes a scorecard of an assessment, with its scores or blank.

    What goes wrong it raises as an error whose text can be shown.
    """

    def __call__(self, case: Case, assessment: Assessment, path: Path, marking: str, *, blank: bool) -> None: ...


class ExamplePort(Protocol):
    """Returns a case that two analysts scored; what goes wrong it raises as an error whose text can be shown."""

    def __call__(self) -> Case: ...
