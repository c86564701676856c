"""The confidence that evidence suggests for a score, by a documented rule, and what is thin; the analyst decides.

A note weighs what its grade and its age allow. What one source says counts once, by its best note: repetition is no
corroboration. Support is the sum over the sources that speak for a score; what speaks against it is summed alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.evidence_parameters import CREDIBILITIES, RELIABILITIES
from advisor.evidence_text import reasons, thin
from advisor.periods import months_since, period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from advisor.case import Assessment, Bearing, Case, Note
    from advisor.evidence_parameters import ConfidenceLevel, EvidenceParameters
    from advisor.playbook import Playbook
    from advisor.scores import Confidence


@dataclass(frozen=True, slots=True)
class WeighedNote:
    """A note as of a date: its quality by grade, its age in months (None without a date), and what it weighs."""

    note: Note
    quality: float
    months: float | None
    weight: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """The evidence on one score taken together.

    Parameters
    ----------
    notes
        Everything that bears on the score, the weightiest first.
    support, against
        Sums over independent sources of the best weight for and against.
    sources, good_sources
        How many independent sources speak for the score, and how many of them with a good note.
    """

    notes: tuple[WeighedNote, ...]
    support: float
    against: float
    sources: int
    good_sources: int

    @property
    def contradiction(self) -> float:
        """Share of what speaks against the score in all that speaks for or against."""
        total = self.support + self.against
        return self.against / total if total else 0.0

    def speaking(self, bearing: Bearing) -> tuple[WeighedNote, ...]:
        """Return the notes that speak for the score, against it, or neither."""
        return tuple(one for one in self.notes if one.note.bearing == bearing)

    def meets(self, level: ConfidenceLevel) -> bool:
        """Say whether the evidence is what a level of confidence asks for."""
        return (
            self.support >= level.support
            and self.good_sources >= level.good_sources
            and self.contradiction <= level.contradiction
        )


@dataclass(frozen=True, slots=True)
class SuggestedConfidence:
    """A level of confidence, the sentences that say why, and those that say what is thin."""

    confidence: Confidence
    weighing: Weighing
    reasons: tuple[str, ...]
    thin: tuple[str, ...]


def suggested_confidences(playbook: Playbook, case: Case, assessment: Assessment) -> Mapping[str, SuggestedConfidence]:
    """Return what the evidence suggests by indicator; nothing where the playbook does not say how to weigh."""
    if playbook.evidence is None:
        return {}
    return {
        indicator: suggested_confidence(
            playbook.evidence, evidence_on(case.notes, assessment, indicator), assessment.as_of
        )
        for indicator in playbook.indicator_ids
    }


def evidence_on(notes: Iterable[Note], assessment: Assessment, indicator: str) -> tuple[Note, ...]:
    """Return the notes on an indicator that the assessment may rest on: its own and the case's, known by its date."""
    return tuple(
        note
        for note in notes
        if indicator in note.indicators
        and (not note.assessments or assessment.id in note.assessments)
        and not _later(note, assessment.as_of)
    )


def suggested_confidence(parameters: EvidenceParameters, notes: Sequence[Note], as_of: dt.date) -> SuggestedConfidence:
    """Return the confidence that notes on one score suggest as of a date."""
    weighing = weigh(parameters, notes, as_of)
    level: Confidence = "low"
    if weighing.meets(parameters.moderate):
        level = "moderate"
    if weighing.meets(parameters.high):
        level = "high"
    return SuggestedConfidence(level, weighing, reasons(parameters, weighing), thin(parameters, weighing))


def weigh(parameters: EvidenceParameters, notes: Sequence[Note], as_of: dt.date) -> Weighing:
    """Weigh notes on one score as of a date."""
    weighed = [weighed_note(parameters, note, as_of) for note in notes]
    weighed.sort(key=lambda one: (-one.weight, one.note.text))
    for_it, against = (_by_source(weighed, bearing) for bearing in _OPPOSED)
    return Weighing(
        notes=tuple(weighed),
        support=sum(max(one.weight for one in same) for same in for_it),
        against=sum(max(one.weight for one in same) for same in against),
        sources=len(for_it),
        good_sources=sum(any(one.quality >= parameters.good for one in same) for same in for_it),
    )


def weighed_note(parameters: EvidenceParameters, note: Note, as_of: dt.date) -> WeighedNote:
    """Weigh one note as of a date: the worse half of its grade, halved with every half-life of its age."""
    reliability = parameters.reliability[RELIABILITIES.index(note.reliability)]
    credibility = parameters.credibility[CREDIBILITIES.index(note.credibility)]
    quality = min(reliability, credibility)
    dated = period(note.date)
    if dated is None:
        return WeighedNote(note, quality, None, quality * parameters.undated)
    months: float = months_since(dated.last, as_of)
    return WeighedNote(note, quality, months, quality * 0.5 ** (months / parameters.half_life_months))


_OPPOSED: tuple[Bearing, Bearing] = ("for", "against")


def _later(note: Note, as_of: dt.date) -> bool:
    dated = period(note.date)
    return dated is not None and dated.first > as_of


def _by_source(weighed: Iterable[WeighedNote], bearing: Bearing) -> list[list[WeighedNote]]:
    """Put together what one source says; notes that name none count as one source, for nobody can tell them apart."""
    groups: dict[str, list[WeighedNote]] = {}
    for one in weighed:
        if one.note.bearing == bearing:
            groups.setdefault(" ".join(one.note.source.casefold().split()), []).append(one)
    return list(groups.values())
