"""What a case file would add to the library, as sentences and a table for a preview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.incoming import Column, Table
from advisor.phrasing import day_text, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.case import Assessment, Case

ASSESSMENTS = "Assessments in the file"
_NEW, _THERE = "new", "there already"


def facts(case: Case, held: Case | None) -> tuple[str, ...]:
    """Say what the file holds, and what of it the case it is merged into has already."""
    holds = f"Holds {listed(_counts(case), 6)}."
    if held is None:
        return (holds,)
    there = f"Merged into {held.name}: what is new is added, and nothing that is there is changed."
    return (holds, there if brought(case, held) else f"{held.name} has all of it already.")


def assessments_table(case: Case, held: Case | None) -> Table:
    """Return a row for each assessment: date, analyst, issue, scores, and whether it is new."""
    columns = (
        Column("As of", 140),
        Column("Analyst", 120, 1),
        Column("Issue", 160, 3),
        Column("Scored", 70),
        Column("In the library", 110),
    )
    rows = tuple(
        (
            day_text(one.as_of),
            one.analyst,
            one.issue,
            f"{len(one.sheet.scores)}",
            _THERE if _is_there(one, held) else _NEW,
        )
        for one in case.assessments
    )
    return Table(ASSESSMENTS, columns, rows)


def brought(case: Case, held: Case | None) -> str:
    """Name what an import adds: "2 assessments, 12 notes and 4 events"; empty where it adds nothing."""
    if held is None:
        return listed(_counts(case), 6)
    new_series = tuple(one for one in case.series if _lacks(held, one.name, len(one.points)))
    added = replace(
        case,
        assessments=tuple(one for one in case.assessments if not _is_there(one, held)),
        notes=tuple(one for one in case.notes if one not in held.notes),
        events=tuple(one for one in case.events if one not in held.events),
        series=new_series,
    )
    counts = _counts(added)
    return listed(counts, 6) if counts else ""


def _lacks(held: Case, name: str, points: int) -> bool:
    there = next((one for one in held.series if one.name == name), None)
    return there is None or len(there.points) < points


def _is_there(assessment: Assessment, held: Case | None) -> bool:
    said = replace(assessment, id="")
    return held is not None and any(replace(one, id="") == said for one in held.assessments)


def _counts(case: Case) -> Sequence[str]:
    counted = (
        (len(case.assessments), "assessment", "assessments"),
        (len(case.notes), "note", "notes"),
        (len(case.events), "event", "events"),
        (len(case.series), "data series", "data series"),
    )
    return [f"{count:,} {one if count == 1 else many}" for count, one, many in counted if count]
