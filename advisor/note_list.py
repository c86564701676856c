"""The notes of a case as a list: which are shown, in which order, and what is said of each beside an assessment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from advisor.evidence import suggested_confidences
from advisor.evidence_parameters import CREDIBILITIES, RELIABILITIES
from advisor.evidence_words import BEARING_WORDS, counted_notes
from advisor.periods import period
from advisor.phrasing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from advisor.case import Assessment, Case, Note
    from advisor.evidence import SuggestedConfidence
    from advisor.playbook import Playbook
    from advisor.scores import Confidence, Score

Order = Literal["newest", "best", "for", "added"]
ORDERS: tuple[Order, ...] = get_args(Order)
ORDER_WORDS: Mapping[Order, str] = {
    "newest": "Newest first",
    "best": "Best grade first",
    "for": "For, then against",
    "added": "As added",
}
_QUOTED, _SOURCE_LENGTH = 120, 40
_BEARINGS = tuple(BEARING_WORDS)


@dataclass(frozen=True, slots=True)
class IndicatorEvidence:
    """The evidence on one indicator of an assessment.

    Parameters
    ----------
    linked
        How many notes of the case are linked to it, those that do not bear on this assessment included.
    suggested
        None where the playbook does not say how to weigh evidence.
    """

    indicator: str
    name: str
    linked: int
    score: Score | None
    suggested: SuggestedConfidence | None

    @property
    def bearing(self) -> int:
        """How many notes bear on the score of this assessment."""
        return self.linked if self.suggested is None else len(self.suggested.weighing.notes)

    @property
    def departs(self) -> bool:
        """Whether notes suggest another confidence than the score has."""
        return bool(self.bearing) and self.offered is not None

    @property
    def offered(self) -> Confidence | None:
        """The confidence that could be taken over; None where the score has it, or there is none."""
        if self.suggested is None or self.score is None or self.score.confidence == self.suggested.confidence:
            return None
        return self.suggested.confidence


def evidence_by_indicator(playbook: Playbook, case: Case, assessment: Assessment) -> tuple[IndicatorEvidence, ...]:
    """Return what evidence there is on each indicator, in the order of the playbook."""
    suggested = suggested_confidences(playbook, case, assessment)
    linked = linked_counts(case.notes)
    return tuple(
        IndicatorEvidence(one.id, one.name, linked.get(one.id, 0), assessment.sheet.get(one.id), suggested.get(one.id))
        for one in playbook.indicators
    )


def linked_counts(notes: Iterable[Note]) -> dict[str, int]:
    """Return how many notes are linked to each indicator that has any."""
    counts: dict[str, int] = {}
    for note in notes:
        for indicator in dict.fromkeys(note.indicators):
            counts[indicator] = counts.get(indicator, 0) + 1
    return counts


def shown_notes(notes: Iterable[Note], indicator: str | None, order: Order) -> tuple[Note, ...]:
    """Return the notes on an indicator, or all of them, in an order."""
    wanted = [note for note in notes if indicator is None or indicator in note.indicators]
    if order == "added":
        return tuple(wanted)
    wanted.sort(key=_last_day, reverse=True)
    if order == "best":
        wanted.sort(key=_grade)
    elif order == "for":
        wanted.sort(key=lambda note: _BEARINGS.index(note.bearing))
    return tuple(wanted)


def without_weight(note: Note, assessment: Assessment) -> str:
    """Say why a note does not bear on an assessment; empty where it does."""
    if note.assessments and assessment.id not in note.assessments:
        return "belongs to another assessment"
    dated = period(note.date)
    if dated is not None and dated.first > assessment.as_of:
        return "known only later"
    return "" if note.indicators else "not linked to an indicator"


def suggestion_sentence(evidence: IndicatorEvidence) -> str:
    """Say what the evidence suggests beside what the score has; the analyst decides."""
    if evidence.suggested is None:
        return "The playbook does not say how to weigh evidence."
    if not evidence.bearing:
        return f"No evidence bears on {evidence.name} yet."
    suggests = f"The evidence suggests {evidence.suggested.confidence} confidence"
    if evidence.score is None:
        return f"{suggests}; there is no score yet."
    if evidence.offered is None:
        return f"{suggests}, as the score has."
    return f"{suggests}; the score has {evidence.score.confidence}."


def evidence_line(evidence: IndicatorEvidence) -> str:
    """Say in a line what bears on a score: "3 notes, 1 against; suggests moderate"."""
    if not evidence.bearing:
        return "No notes yet"
    told = counted_notes(evidence.bearing)
    if evidence.suggested is None:
        return told
    against = len(evidence.suggested.weighing.speaking("against"))
    opposed = f", {against} against" if against else ""
    return f"{told}{opposed}; suggests {evidence.suggested.confidence} confidence"


def best_note_line(evidence: IndicatorEvidence) -> str:
    """Quote the weightiest note that bears on a score: "212 conflicts in April 2014 (B2, SIAR)"; empty without any."""
    if evidence.suggested is None or not evidence.suggested.weighing.notes:
        return ""
    note = evidence.suggested.weighing.notes[0].note
    source = f", {one_line(note.source, _SOURCE_LENGTH)}" if note.source else ""
    return f"{one_line(note.text, _QUOTED)} ({note.grade}{source})"


def _last_day(note: Note) -> dt.date:
    dated = period(note.date)
    return dt.date.min if dated is None else dated.last


def _grade(note: Note) -> tuple[int, int]:
    """Order by the worse half of the grade; what cannot be judged (F, 6) comes last."""
    halves = RELIABILITIES.index(note.reliability), CREDIBILITIES.index(note.credibility)
    return max(halves), sum(halves)
