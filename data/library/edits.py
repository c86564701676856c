"""The edits themselves: what each changes, and how the history calls it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.case import Assessment
from data.library import rows, writing
from data.library.errors import AssessmentLocked, UnknownEntry
from data.library.history import before
from data.library.labels import fields_label, score_label
from data.library.locks import delete_lock, insert_lock, locked_in, read_lock, refuse_locked
from data.library.moments import assessments_at
from data.library.reading import assessment_row, case_row, read_assessment, score_of, score_row

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Mapping

    from advisor.case import Lock, PlaybookVersion
    from advisor.scores import Score
    from data.library.history import Step


def add_case(step: Step, name: str, playbook: str | None) -> int:
    """Add a case without assessments and return its id."""
    step.label = f"Add {name}"
    case_id = rows.insert(step.connection, "cases", {"name": writing.checked_name(name), "playbook": playbook})
    step.case_id = case_id
    return case_id


def rename_case(step: Step, case_id: int, name: str) -> None:
    """Give a case another name, and the country of its assessments with it; locked ones stay as they were briefed."""
    old = case_row(step.connection, case_id)["name"]
    step.case_id, step.label = case_id, f"Rename {old} to {name}"
    rows.update(step.connection, "cases", case_id, {"name": writing.checked_name(name)})
    same = (
        "UPDATE assessments SET country = ? WHERE case_id = ? AND country = ?"
        " AND id NOT IN (SELECT assessment_id FROM locks)"
    )
    step.connection.execute(same, (name, case_id, old))


def delete_case(step: Step, case_id: int) -> None:
    """Delete a case; what it holds goes with it."""
    name = case_row(step.connection, case_id)["name"]
    step.case_id, step.label = case_id, f"Delete {name}"
    if locked := locked_in(step.connection, case_id):
        raise AssessmentLocked(
            f"{name} holds what was briefed and locked ({', '.join(locked)}); nothing was changed. "
            "To delete the case, unlock these assessments first"
        )
    rows.delete(step.connection, "cases", case_id)


def add_assessment(step: Step, case_id: int, as_of: dt.date, copy_of: str | None, given: Mapping[str, str]) -> str:
    """Add an assessment with the scores of another or none, and return its id."""
    case = case_row(step.connection, case_id)
    step.case_id, step.label = case_id, f"{case['name']}: new assessment as of {as_of.isoformat()}"
    blank = Assessment(writing.slug_for(case["name"], as_of), case["name"], as_of, playbook=case["playbook"])
    source = blank if copy_of is None else read_assessment(step.connection, copy_of)
    assessment = replace(
        blank,
        sheet=source.sheet,
        playbook=source.playbook,
        issue=given.get("issue", source.issue),
        us_preferred_policy=given.get("us_preferred_policy", source.us_preferred_policy),
        analyst=given.get("analyst", ""),
        note=given.get("note", ""),
        scored_with=source.scored_with,
    )
    return writing.insert_assessment(step.connection, case_id, assessment)


def return_to(step: Step, case_id: int, entry_id: int, assessment_id: str) -> str:
    """Add an assessment as it was right after an edit as a new one, open to edits, and return its id."""
    connection = step.connection
    then = {one.id: one for one in assessments_at(connection, case_id, entry_id)}
    case = case_row(connection, case_id)
    if assessment_id not in then:
        raise UnknownEntry(
            f'{case["name"]} had no assessment "{assessment_id}" at that moment; '
            f"{'it had ' + ', '.join(then) if then else 'it had none'}"
        )
    at = connection.execute("SELECT at FROM steps WHERE id = ?", (entry_id,)).fetchone()["at"]
    step.case_id = case_id
    step.label = f"{case['name']}: {assessment_id} as it was on {at[:10]} at {at[11:16]} UTC, as a new assessment"
    return writing.insert_assessment(connection, case_id, then[assessment_id])


def update_assessment(step: Step, assessment_id: str, given: Mapping[str, str]) -> None:
    """Change the given entries of an assessment."""
    row = _open_assessment(step, assessment_id)
    if not given:
        return
    old = before(step, "assessments", row) or {}
    step.label = fields_label(row["case_name"], old, given)
    rows.update(step.connection, "assessments", row["id"], given)


def delete_assessment(step: Step, assessment_id: str) -> None:
    """Delete an assessment; what it holds goes with it."""
    row = _open_assessment(step, assessment_id)
    step.label = f"{row['case_name']}: delete the assessment as of {row['as_of']}"
    rows.delete(step.connection, "assessments", row["id"])


def set_score(
    step: Step, assessment_id: str, indicator: str, score: Score | None, name: str, playbook: PlaybookVersion | None
) -> None:
    """Set or remove the score of an indicator, and note with which playbook it was done."""
    assessment = _open_assessment(step, assessment_id)
    row = score_row(step.connection, assessment["id"], indicator)
    old = None if row is None else before(step, "scores", row)
    step.label = score_label(assessment["case_name"], name, None if old is None else score_of(old), score)
    if row is None and score is not None:
        writing.insert_score(step.connection, assessment["id"], indicator, score)
    elif row is not None and score is not None:
        rows.update(step.connection, "scores", row["id"], writing.score_columns(score))
    elif row is not None:
        rows.delete(step.connection, "scores", row["id"])
    if playbook is not None and score != (None if row is None else score_of(row)):
        writing.set_scored_with(step.connection, assessment["id"], playbook)


def lock(step: Step, assessment_id: str, kept: Lock) -> None:
    """Lock an assessment, with what is kept of the day it was briefed."""
    row = _open_assessment(step, assessment_id)
    because = f" ({kept.reason})" if kept.reason else ""
    step.label = f"{row['case_name']}: lock the assessment as of {row['as_of']}{because}"
    insert_lock(step.connection, row["id"], kept)


def unlock(step: Step, assessment_id: str) -> None:
    """Open a locked assessment to edits; one that is open stays as it is."""
    row = _assessment(step, assessment_id)
    step.label = f"{row['case_name']}: unlock the assessment as of {row['as_of']}"
    if read_lock(step.connection, row["id"]) is not None:
        delete_lock(step.connection, row["id"])


def _assessment(step: Step, assessment_id: str) -> sqlite3.Row:
    row = assessment_row(step.connection, assessment_id)
    step.case_id = row["case_id"]
    return row


def _open_assessment(step: Step, assessment_id: str) -> sqlite3.Row:
    row = _assessment(step, assessment_id)
    refuse_locked(step.connection, row)
    return row
