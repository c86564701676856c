"""Edits of assessments: what they say, their scores, and the locks on what was briefed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case import Lock
from data.library import edits
from data.library.evidence_editor import EvidenceEditor

if TYPE_CHECKING:
    import datetime as dt

    from advisor.case import PlaybookVersion
    from advisor.scores import Score


class AssessmentEditor(EvidenceEditor):
    """An open library, as far as its assessments are edited; every method is one saved, undoable step."""

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

    def return_to(self, case_id: int, entry_id: int, assessment_id: str) -> str:
        """Add an assessment as it was right after an edit as a new one and return its id; nothing else changes."""
        with self._history.step() as step:
            return edits.return_to(step, case_id, entry_id, assessment_id)

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
        self,
        assessment_id: str,
        indicator: str,
        score: Score | None,
        *,
        name: str = "",
        merge_key: str | None = None,
        playbook: PlaybookVersion | None = None,
    ) -> None:
        """Set the score of an indicator, or remove it where `score` is None.

        Parameters
        ----------
        name
            What the history calls the indicator.
        playbook
            With what the analyst scored; the assessment keeps the version of its last score.
        """
        with self._history.step(merge_key) as step:
            edits.set_score(step, assessment_id, indicator, score, name or indicator, playbook)

    def lock(self, assessment_id: str, playbook: PlaybookVersion, result: str, *, reason: str = "") -> None:
        """Lock an assessment that was briefed: later edits of it are refused with `AssessmentLocked`.

        Parameters
        ----------
        playbook
            With what it was judged.
        result
            What the engine said, as JSON text; it is kept with the lock.
        reason
            To whom it was briefed, say.
        """
        with self._history.step() as step:
            edits.lock(step, assessment_id, Lock(self._clock(), self._who, playbook, result, reason))

    def unlock(self, assessment_id: str) -> None:
        """Open a locked assessment to edits again; the history keeps what the lock held."""
        with self._history.step() as step:
            edits.unlock(step, assessment_id)


def _not_none(given: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in given.items() if value is not None}
