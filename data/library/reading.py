"""Read cases and assessments out of the rows of the library."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from advisor.case import Assessment, Case, Fact, Outcome, PlaybookVersion, Point, Series
from advisor.scores import Score, ScoreSheet
from data.library.analysts import analysts_of
from data.library.errors import UnknownEntry
from data.library.events import read_events
from data.library.locks import read_lock
from data.library.notes import read_notes
from data.library.settings import read_knobs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from advisor.case import Lock

Row: TypeAlias = "sqlite3.Row | Mapping[str, Any]"


@dataclass(frozen=True, slots=True)
class AssessmentSummary:
    """What a list shows of an assessment."""

    id: str
    as_of: dt.date
    issue: str
    analyst: str = ""
    locked: bool = False


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """What a list shows of a case; its assessments stand in order of date."""

    id: int
    name: str
    playbook: str | None
    assessments: tuple[AssessmentSummary, ...]


_ASSESSMENTS = (
    "SELECT case_id, slug, as_of, issue, analyst, locks.id IS NOT NULL AS locked"
    " FROM assessments LEFT JOIN locks ON locks.assessment_id = assessments.id ORDER BY as_of, assessments.id"
)


def summaries(connection: sqlite3.Connection) -> tuple[CaseSummary, ...]:
    """Return all cases by name."""
    listed: dict[int, list[AssessmentSummary]] = {}
    for row in connection.execute(_ASSESSMENTS):
        as_of, locked = dt.date.fromisoformat(row["as_of"]), bool(row["locked"])
        summary = AssessmentSummary(row["slug"], as_of, row["issue"], row["analyst"], locked)
        listed.setdefault(row["case_id"], []).append(summary)
    found = [
        CaseSummary(row["id"], row["name"], row["playbook"], tuple(listed.get(row["id"], ())))
        for row in connection.execute("SELECT id, name, playbook FROM cases")
    ]
    return tuple(sorted(found, key=lambda case: (case.name.casefold(), case.id)))


def last_edits(connection: sqlite3.Connection) -> dict[int, dt.datetime]:
    """Return when each case was last edited, without edits that were undone."""
    rows = connection.execute(
        "SELECT case_id, max(at) AS at FROM steps WHERE case_id IS NOT NULL AND state = 'done' GROUP BY case_id"
    )
    return {row["case_id"]: dt.datetime.fromisoformat(row["at"]) for row in rows}


def case_row(connection: sqlite3.Connection, case_id: int) -> sqlite3.Row:
    """Return the row of a case, or raise `UnknownEntry`."""
    row: sqlite3.Row | None = connection.execute("SELECT * FROM cases WHERE id = ?", (case_id,)).fetchone()
    if row is None:
        raise UnknownEntry(f"the library holds no case {case_id}; it may have been deleted. Choose one from the list")
    return row


def assessment_row(connection: sqlite3.Connection, assessment_id: str) -> sqlite3.Row:
    """Return the row of an assessment with the name of its case as `case_name`, or raise `UnknownEntry`."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT assessments.*, cases.name AS case_name"
        " FROM assessments JOIN cases ON cases.id = case_id WHERE slug = ?",
        (assessment_id,),
    ).fetchone()
    if row is None:
        raise UnknownEntry(
            f'the library holds no assessment "{assessment_id}"; it may have been deleted. Choose one from the list'
        )
    return row


def read_case(connection: sqlite3.Connection, case_id: int) -> Case:
    """Return a case with everything it holds."""
    case = case_row(connection, case_id)
    assessments = connection.execute("SELECT * FROM assessments WHERE case_id = ? ORDER BY as_of, id", (case_id,))
    series = connection.execute("SELECT * FROM series WHERE case_id = ? ORDER BY position", (case_id,))
    return Case(
        case["name"],
        tuple(_assessment(connection, row) for row in assessments.fetchall()),
        tuple(_series(connection, row) for row in series.fetchall()),
        read_notes(connection, case_id),
        read_events(connection, case_id),
        analysts_of(connection, case_id),
        read_knobs(connection, case_id),
        case["playbook"],
    )


def read_assessment(connection: sqlite3.Connection, assessment_id: str) -> Assessment:
    """Return one assessment."""
    return _assessment(connection, assessment_row(connection, assessment_id))


def read_sheets(connection: sqlite3.Connection) -> dict[str, ScoreSheet]:
    """Return the scores of every assessment of every case by its id."""
    scores: dict[str, dict[str, Score]] = {
        row["slug"]: {} for row in connection.execute("SELECT slug FROM assessments ORDER BY id")
    }
    for row in connection.execute(
        "SELECT scores.*, slug FROM scores JOIN assessments ON assessments.id = assessment_id ORDER BY scores.id"
    ):
        scores[row["slug"]][row["indicator"]] = score_of(row)
    return {slug: ScoreSheet(found) for slug, found in scores.items()}


def score_row(connection: sqlite3.Connection, assessment: int, indicator: str) -> sqlite3.Row | None:
    """Return the row of a score, or None where the indicator is not scored."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM scores WHERE assessment_id = ? AND indicator = ?", (assessment, indicator)
    ).fetchone()
    return row


def score_of(row: Row) -> Score:
    """Return the score in a row of scores."""
    return Score(row["low"], row["best"], row["high"], row["confidence"], row["justification"])


@dataclass(frozen=True, slots=True)
class AssessmentRows:
    """Everything of one assessment as rows, as they stand or as they once were."""

    assessment: Row
    scores: Sequence[Row] = ()
    facts: Sequence[Row] = ()
    outcome: Row | None = None
    scored_with: Row | None = None


def assessment_of(rows: AssessmentRows, lock: Lock | None = None) -> Assessment:
    """Return the assessment that rows hold."""
    row = rows.assessment
    return Assessment(
        id=row["slug"],
        country=row["country"],
        as_of=dt.date.fromisoformat(row["as_of"]),
        sheet=ScoreSheet({score["indicator"]: score_of(score) for score in rows.scores}),
        issue=row["issue"],
        us_preferred_policy=row["us_preferred_policy"],
        playbook=row["playbook"],
        analyst=row["analyst"],
        period_start=_date(row["period_start"]),
        period_end=_date(row["period_end"]),
        coded_blind=bool(row["coded_blind"]),
        note=row["note"],
        facts=tuple(map(_fact, rows.facts)),
        outcome=None if rows.outcome is None else _outcome(rows.outcome),
        scored_with=None if rows.scored_with is None else _version(rows.scored_with),
        lock=lock,
    )


def _assessment(connection: sqlite3.Connection, row: sqlite3.Row) -> Assessment:
    key = (row["id"],)
    rows = AssessmentRows(
        row,
        connection.execute("SELECT * FROM scores WHERE assessment_id = ? ORDER BY id", key).fetchall(),
        connection.execute("SELECT * FROM facts WHERE assessment_id = ? ORDER BY position", key).fetchall(),
        connection.execute("SELECT * FROM outcomes WHERE assessment_id = ?", key).fetchone(),
        connection.execute("SELECT * FROM scored_with WHERE assessment_id = ?", key).fetchone(),
    )
    return assessment_of(rows, read_lock(connection, row["id"]))


def _fact(row: Row) -> Fact:
    return Fact(row["date"], row["text"], row["source"], bool(row["verified"]), bool(row["after_coding_date"]))


def _outcome(row: Row) -> Outcome:
    return Outcome(
        stance=row["stance"],
        justification=row["justification"],
        decision_date=_date(row["decision_date"]),
        source=row["source"],
        verified=None if row["verified"] is None else bool(row["verified"]),
        alternative_stance=row["alternative_stance"],
    )


def _version(row: Row) -> PlaybookVersion:
    return PlaybookVersion(row["playbook"], row["version"], row["sha256"])


def _series(connection: sqlite3.Connection, row: sqlite3.Row) -> Series:
    found = connection.execute("SELECT * FROM points WHERE series_id = ? ORDER BY position", (row["id"],))
    points = tuple(Point(one["date"], one["value"], one["source"], bool(one["verified"]), one["note"]) for one in found)
    return Series(row["name"], row["unit"], row["description"], points, row["origin"])


def _date(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
