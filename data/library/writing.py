"""Write cases and assessments into the rows of the library."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, replace
from itertools import count
from math import isfinite
from typing import TYPE_CHECKING

from data.library import rows
from data.library.analysts import add_unknown
from data.library.errors import InvalidEdit
from data.library.events import insert_event
from data.library.locks import insert_lock
from data.library.notes import insert_note
from data.library.settings import write_knobs

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3

    from advisor.case import Assessment, Case, Outcome, PlaybookVersion, Point, Series
    from advisor.scores import Score
    from data.library.rows import Value


def insert_case(connection: sqlite3.Connection, case: Case) -> int:
    """Write a case with everything it holds and return its id."""
    playbooks = [case.playbook, *(assessment.playbook for assessment in reversed(case.assessments))]
    playbook = next((one for one in playbooks if one is not None), None)
    case_id = rows.insert(connection, "cases", {"name": checked_name(case.name), "playbook": playbook})
    # What is taken already gets a number added, and the notes follow.
    named = (replace(one, country=one.country or case.name) for one in case.assessments)
    kept = {one.id: insert_assessment(connection, case_id, one) for one in named}
    for position, series in enumerate(case.series):
        insert_series(connection, case_id, position, series)
    for note in case.notes:
        insert_note(
            connection, case_id, replace(note, assessments=tuple(kept.get(one, one) for one in note.assessments))
        )
    for event in case.events:
        insert_event(connection, case_id, event)
    for analyst in case.analysts:
        add_unknown(connection, analyst)
    write_knobs(connection, case_id, case.knobs)
    return case_id


def insert_assessment(connection: sqlite3.Connection, case_id: int, assessment: Assessment) -> str:
    """Write an assessment and return its id, which has a number added where another one has it already."""
    slug = _free_slug(connection, assessment.id or slug_for(assessment.country, assessment.as_of))
    key = rows.insert(connection, "assessments", {"case_id": case_id, **_columns(replace(assessment, id=slug))})
    for indicator, score in assessment.sheet.scores.items():
        insert_score(connection, key, indicator, score)
    for position, fact in enumerate(assessment.facts):
        rows.insert(connection, "facts", {"assessment_id": key, "position": position, **asdict(fact)})
    if assessment.outcome is not None:
        _insert_outcome(connection, key, assessment.outcome)
    if assessment.scored_with is not None:
        set_scored_with(connection, key, assessment.scored_with)
    if assessment.lock is not None:
        insert_lock(connection, key, assessment.lock)
    return slug


def insert_score(connection: sqlite3.Connection, assessment: int, indicator: str, score: Score) -> None:
    """Write the score of an indicator that has none."""
    rows.insert(connection, "scores", {"assessment_id": assessment, "indicator": indicator, **score_columns(score)})


def set_scored_with(connection: sqlite3.Connection, assessment: int, playbook: PlaybookVersion) -> None:
    """Note with which playbook an assessment was last scored."""
    columns: dict[str, Value] = {"playbook": playbook.id, "version": playbook.version, "sha256": playbook.sha256}
    row = connection.execute("SELECT id FROM scored_with WHERE assessment_id = ?", (assessment,)).fetchone()
    if row is None:
        rows.insert(connection, "scored_with", {"assessment_id": assessment, **columns})
    else:
        rows.update(connection, "scored_with", row["id"], columns)


def score_columns(score: Score) -> dict[str, Value]:
    """Return a score as columns."""
    return asdict(score)


def checked_name(name: str) -> str:
    """Return the name of a case, or raise `InvalidEdit` where it is empty or blank."""
    if not name.strip():
        raise InvalidEdit("a case needs a name; type the name of the country")
    return name


def slug_for(case_name: str, as_of: dt.date) -> str:
    """Return an id for a new assessment that says what it is, such as "SOUTH-KOREA-2014-05-15"."""
    plain = unicodedata.normalize("NFKD", case_name).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Z0-9]+", plain.upper())
    return "-".join([*(words or ["CASE"]), as_of.isoformat()])


def _free_slug(connection: sqlite3.Connection, wanted: str) -> str:
    candidates = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    taken = "SELECT 1 FROM assessments WHERE slug = ?"
    return next(slug for slug in candidates if connection.execute(taken, (slug,)).fetchone() is None)


def _columns(assessment: Assessment) -> dict[str, Value]:
    return {
        "slug": assessment.id,
        "country": assessment.country,
        "as_of": assessment.as_of.isoformat(),
        "issue": assessment.issue,
        "us_preferred_policy": assessment.us_preferred_policy,
        "playbook": assessment.playbook,
        "analyst": assessment.analyst,
        "period_start": _iso(assessment.period_start),
        "period_end": _iso(assessment.period_end),
        "coded_blind": assessment.coded_blind,
        "note": assessment.note,
    }


def _insert_outcome(connection: sqlite3.Connection, assessment: int, outcome: Outcome) -> None:
    columns = {**asdict(outcome), "decision_date": _iso(outcome.decision_date)}
    rows.insert(connection, "outcomes", {"assessment_id": assessment, **columns})


def insert_series(connection: sqlite3.Connection, case_id: int, position: int, series: Series) -> None:
    """Write a data series with its readings."""
    if not series.name.strip():
        raise InvalidEdit("a data series needs a name; give it one and try again")
    columns = {"name": series.name, "unit": series.unit, "description": series.description, "origin": series.origin}
    key = rows.insert(connection, "series", {"case_id": case_id, "position": position, **columns})
    for place, point in enumerate(series.points):
        insert_point(connection, key, place, series.name, point)


def insert_point(connection: sqlite3.Connection, key: int, place: int, name: str, point: Point) -> None:
    """Write one reading of the series with this key and name."""
    if not isfinite(point.value):
        raise InvalidEdit(f'series "{name}", {point.date}: the value is not a number; correct or remove it')
    rows.insert(connection, "points", {"series_id": key, "position": place, **asdict(point)})


def _iso(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()
