"""The evidence of a briefing: facts, notes and readings of series, each known before or only after the as-of date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from advisor.evidence_words import grade_words
from advisor.periods import period
from advisor.phrasing import listed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from advisor.case import Assessment, Bearing, Case, Fact, Note, Point, Series
    from advisor.playbook import Playbook

Known = Literal["before", "after", "unknown"]
_SPEAKS: Mapping[Bearing, str] = {"for": "speaks for", "against": "speaks against", "neutral": "background to"}


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A fact of the assessment; `known` says whether it was known by the as-of date."""

    date: str
    text: str
    source: str
    verified: bool
    known: Known


@dataclass(frozen=True, slots=True)
class NoteRow:
    """An evidence note; `says` is its grade in words and what it speaks for, against or of."""

    date: str
    text: str
    source: str
    known: Known
    says: str


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One reading of a data series of the case."""

    series: str
    date: str
    value: float
    unit: str
    source: str
    verified: bool
    known: Known
    note: str


def evidence_rows(assessment: Assessment) -> tuple[EvidenceRow, ...]:
    """Return the facts of an assessment, in its order."""
    return tuple(_evidence_row(fact) for fact in assessment.facts)


def note_rows(playbook: Playbook, case: Case, assessment: Assessment) -> tuple[NoteRow, ...]:
    """Return the evidence notes of an assessment and those of the case at large, in the order of the case."""
    return tuple(
        _note_row(playbook, note, assessment.as_of)
        for note in case.notes
        if not note.assessments or assessment.id in note.assessments
    )


def series_rows(case: Case, as_of: dt.date) -> tuple[SeriesRow, ...]:
    """Return every reading of every series of the case."""
    return tuple(_series_row(series, point, as_of) for series in case.series for point in series.points)


def period_end(text: str) -> dt.date | None:
    """Return the last day of a date as precise as its source allows, or None where it is no date."""
    dated = period(text)
    return None if dated is None else dated.last


def _evidence_row(fact: Fact) -> EvidenceRow:
    known: Known = "after" if fact.after_coding_date else "before"
    return EvidenceRow(fact.date, fact.text, fact.source, fact.verified, known)


def _note_row(playbook: Playbook, note: Note, as_of: dt.date) -> NoteRow:
    names = [playbook.indicator[one].name for one in note.indicators if one in playbook.indicator]
    bearing = f"; {_SPEAKS[note.bearing]} {listed(names)}" if names else ""
    dated = period(note.date)
    known: Known = "unknown" if dated is None else "after" if dated.first > as_of else "before"
    return NoteRow(note.date, note.text, note.source, known, f"{note.grade}, {grade_words(note)}{bearing}")


def _series_row(series: Series, point: Point, as_of: dt.date) -> SeriesRow:
    return SeriesRow(
        series=series.name,
        date=point.date,
        value=point.value,
        unit=series.unit,
        source=point.source,
        verified=point.verified,
        known=_known(point.date, as_of),
        note=point.note or series.description,
    )


def _known(date: str, as_of: dt.date) -> Known:
    end = period_end(date)
    if end is None:
        return "unknown"
    return "before" if end <= as_of else "after"
