"""A briefing: everything a principal is sent about one assessment, in order and in words, without a file format.

Whoever renders a briefing decides how it looks and nothing else: numbers, words and order come from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.cautions import cautions
from advisor.evidence_table import evidence_rows, note_rows, series_rows
from advisor.judgments import bottom_line, key_judgments
from advisor.method_text import likelihood_bands, method_facts, method_sections
from advisor.model_table import model_table
from advisor.moment_table import NOT_SCORED, moment_rows, stance_text
from advisor.options_table import acceptance_rows, option_table, plan_columns
from advisor.phrasing import day_text, one_line
from advisor.plan_table import plan_table
from advisor.reliability_method import reliability_method
from advisor.scorecard import open_questions, range_text
from advisor.suggestion import departures, suggestions
from advisor.suggestion_text import review_text
from advisor.why_table import cited_sources, option_rows, stance_rows
from advisor.wording import chances

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from advisor.case import Assessment, Case
    from advisor.evidence_table import EvidenceRow, NoteRow, SeriesRow
    from advisor.findings import Findings
    from advisor.judgments import Judgment
    from advisor.method_text import Band, MethodSection
    from advisor.model_table import ModelTable
    from advisor.moment_table import MomentRow
    from advisor.options_table import AcceptanceRow, OptionRow, PlanColumn
    from advisor.plan import Plan
    from advisor.plan_table import PlanTable
    from advisor.playbook import Identity, Indicator, Playbook, Side, StanceClass
    from advisor.reliability_method import ReliabilityMethod
    from advisor.scores import Score, ScoreSheet
    from advisor.why_table import CitedSource, WhyRow

UNKNOWN = "unknown"
_ISSUE_LENGTH, _NAME_LENGTH = 110, 80
_QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class StanceLine:
    """The stance as shown: the likeliest class with its glyph, none while nothing is scored, and the chances of all."""

    stance_class: StanceClass | None
    text: str
    chances_text: str


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """An indicator worth finding out about; `share` is its part of the doubt about the stance."""

    name: str
    question: str
    known: str
    share: float


@dataclass(frozen=True, slots=True)
class PressureRow:
    """One indicator of the scorecard; scores are None and the confidence "unknown" where it is not scored."""

    id: str
    factor: str
    side: Side
    name: str
    question: str
    low: float | None
    best: float | None
    high: float | None
    confidence: str
    justification: str
    anchors: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor with its value by best scores, where an indicator not scored counts as 5."""

    id: str
    name: str
    side: Side
    value: float


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything a briefing says, section by section; `plan_table` is None where no plan was made.

    `model` is the engine itself, for those who want to follow or repeat its arithmetic; `moments` are the assessments
    of the case, none where this is the only one; `reviews` ask for the reason of scores far from their data.
    """

    country: str
    issue: str
    identity: Identity
    as_of: dt.date
    assessment: str
    analyst: str
    marking: str
    composed: dt.datetime
    horizon_months: float
    bottom_line: str
    cautions: tuple[str, ...]
    judgments: tuple[Judgment, ...]
    stance: StanceLine
    plan: tuple[PlanColumn, ...]
    plan_table: PlanTable | None
    acceptance: tuple[AcceptanceRow, ...]
    questions: tuple[NextQuestion, ...]
    options: tuple[OptionRow, ...]
    pressures: tuple[PressureRow, ...]
    factors: tuple[FactorRow, ...]
    why: tuple[WhyRow, ...]
    evidence: tuple[EvidenceRow, ...]
    notes: tuple[NoteRow, ...]
    series: tuple[SeriesRow, ...]
    sources: tuple[CitedSource, ...]
    reviews: tuple[str, ...]
    method: tuple[MethodSection, ...]
    method_facts: tuple[tuple[str, str], ...]
    model: ModelTable
    moments: tuple[MomentRow, ...]

    @property
    def title(self) -> str:
        """The country and, if it has one, the issue."""
        return f"{self.country} – {self.issue}" if self.issue else self.country

    @property
    def playbook(self) -> str:
        """The playbook and its version, as a reader names them."""
        return f"{self.identity.name} playbook {self.identity.version}"

    @property
    def as_of_text(self) -> str:
        """The day that the scores speak of."""
        return day_text(self.as_of)

    @property
    def bands(self) -> tuple[Band, ...]:
        """The words for likelihoods, and what each means."""
        return likelihood_bands()

    @property
    def horizon_text(self) -> str:
        """How far the outlook reaches."""
        return f"in {self.horizon_months:g} months"

    @property
    def composed_text(self) -> str:
        """When the briefing was made."""
        return f"{day_text(self.composed.date())}, {self.composed:%H:%M}"


def compose(
    playbook: Playbook,
    case: Case,
    assessment: Assessment,
    findings: Findings,
    plan: Plan | None = None,
    *,
    analyst: str,
    marking: str,
    now: dt.datetime,
) -> Briefing:
    """Compose the briefing of one assessment from the findings and, if there is one, the plan on its scores.

    `analyst` may be empty, `marking` is printed as it stands, and `now` is all that depends on the clock.
    """
    model = model_table(playbook, findings.best)
    reliable = reliability_method(playbook, case, assessment, findings.best)
    why = (*stance_rows(playbook, model), *option_rows(playbook, model))
    return Briefing(
        country=one_line(case.name, _NAME_LENGTH),
        issue=one_line(assessment.issue, _ISSUE_LENGTH),
        identity=playbook.identity,
        as_of=assessment.as_of,
        assessment=assessment.id,
        analyst=analyst,
        marking=marking,
        composed=now,
        horizon_months=findings.horizon_months,
        bottom_line=bottom_line(playbook, assessment, findings, plan),
        cautions=cautions(playbook, assessment, findings),
        judgments=key_judgments(playbook, findings),
        stance=_stance_line(findings),
        plan=plan_columns(playbook, findings, plan),
        plan_table=None if plan is None else plan_table(playbook, plan),
        acceptance=acceptance_rows(findings),
        questions=tuple(_questions(playbook, findings)),
        options=option_table(playbook, findings),
        pressures=pressure_rows(playbook, findings.best.sheet),
        factors=_factor_rows(playbook, findings),
        why=why,
        evidence=evidence_rows(assessment),
        notes=note_rows(playbook, case, assessment),
        series=series_rows(case, assessment.as_of),
        sources=cited_sources(playbook, why),
        reviews=_reviews(playbook, case, assessment, findings),
        method=_with_reliability(method_sections(playbook, findings), reliable),
        method_facts=(*method_facts(playbook, findings), *reliable.facts),
        model=model,
        moments=moment_rows(playbook, case, assessment),
    )


def _factor_rows(playbook: Playbook, findings: Findings) -> tuple[FactorRow, ...]:
    return tuple(FactorRow(one.id, one.name, one.side, findings.best.factors[one.id]) for one in playbook.factors)


def _reviews(playbook: Playbook, case: Case, assessment: Assessment, findings: Findings) -> tuple[str, ...]:
    suggested = suggestions(playbook, case.series, assessment.as_of)
    return tuple(review_text(playbook, one) for one in departures(playbook, findings.best.sheet, suggested))


def _with_reliability(sections: tuple[MethodSection, ...], reliable: ReliabilityMethod) -> tuple[MethodSection, ...]:
    """Put the section on reliability before the last, which is on limits."""
    return (*sections[:-1], *reliable.sections, *sections[-1:])


def _stance_line(findings: Findings) -> StanceLine:
    of_all = chances(findings.probabilities)
    if findings.best.scored == 0:
        return StanceLine(None, NOT_SCORED, of_all)
    return StanceLine(findings.likeliest, stance_text(findings.likeliest), of_all)


def _questions(playbook: Playbook, findings: Findings) -> Iterator[NextQuestion]:
    for one in open_questions(playbook, findings.best.sheet, findings.doubts)[:_QUESTIONS]:
        indicator = playbook.indicator[one.indicator]
        known = f"{one.score.best:g} ({range_text(one.score)})" if one.score else UNKNOWN
        yield NextQuestion(indicator.name, indicator.question, known, one.share or 0.0)


def pressure_rows(playbook: Playbook, sheet: ScoreSheet) -> tuple[PressureRow, ...]:
    """Return the rows of a scorecard, in playbook order."""
    return tuple(_pressure_row(playbook, indicator, sheet.get(indicator.id)) for indicator in playbook.indicators)


def _pressure_row(playbook: Playbook, indicator: Indicator, score: Score | None) -> PressureRow:
    return PressureRow(
        id=indicator.id,
        factor=playbook.factor[indicator.factor].name,
        side=indicator.side,
        name=indicator.name,
        question=indicator.question,
        low=score.low if score else None,
        best=score.best if score else None,
        high=score.high if score else None,
        confidence=score.confidence if score else UNKNOWN,
        justification=score.justification if score else "",
        anchors=tuple(sorted(indicator.anchors.items())),
    )
