"""What the window needs from the outside, supplied by the composition root."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from advisor.case import Assessment, Case
    from advisor.findings import Findings
    from advisor.plan import Plan
    from advisor.scores import Score


class AssessmentSummary(Protocol):
    """One line of the library below a case."""

    @property
    def id(self) -> str: ...
    @property
    def as_of(self) -> dt.date: ...
    @property
    def issue(self) -> str: ...


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


class LibraryPort(Protocol):
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

    def case(self, case_id: int) -> Case:
        """Return a case with everything it holds."""
        ...

    def assessment(self, assessment_id: str) -> Assessment:
        """Return one assessment."""
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
        self, case_id: int, as_of: dt.date, *, copy_of: str | None = None, issue: str | None = None
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
        self, assessment_id: str, indicator: str, score: Score | None, *, name: str = "", merge_key: str | None = None
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
    """Writes the Excel briefing of an assessment, with its plan if there is one.

    What goes wrong it raises as an error whose text can be shown.
    """

    def __call__(
        self, case: Case, assessment: Assessment, findings: Findings, plan: Plan | None, path: Path
    ) -> None: ...
