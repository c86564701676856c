"""A case over time: its assessments by best scores, events and data series, and what was known only later.

Everything is seen from one assessment, the one that is open.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from advisor.case_series import DataSeries, data_series
from advisor.engine import evaluate
from advisor.frozen import freeze
from advisor.periods import Period, period
from advisor.phrasing import one_line
from advisor.stance import classify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from advisor.case import Assessment, Case, CaseEvent, Fact
    from advisor.findings import Findings
    from advisor.playbook import Playbook, StanceClass
    from advisor.scores import ScoreSheet

_LABEL_LENGTH = 64
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_LEAST_REACH, _REACH_SHARE = dt.timedelta(days=365), 5
_LEAST_MARGIN, _MARGIN_SHARE = dt.timedelta(days=30), 30
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """One assessment. A factor without any score, and the stance where nothing is scored, is None.

    `stance_range` holds the index in eight of ten draws and `chance` is that of the class; both are None until they
    are computed, and `stale` where they are of earlier scores. `later` is what lies after the open assessment.
    """

    id: str
    as_of: dt.date
    factors: Mapping[str, float | None]
    index: float | None
    stance: StanceClass | None
    later: bool
    stance_range: tuple[float, float] | None = None
    chance: float | None = None
    stale: bool = False

    def __post_init__(self) -> None:
        freeze(self, "factors")


@dataclass(frozen=True, slots=True)
class Event:
    """A fact of an assessment, an event of the case, or what the government did in the end; `on` may be unknown."""

    date: str
    on: dt.date | None
    label: str
    text: str
    source: str
    verified: bool
    later: bool
    kind: Literal["fact", "outcome", "event"] = "fact"


@dataclass(frozen=True, slots=True)
class Timeline:
    """A case as seen from the assessment that is open, everything in order of date, over a window of days."""

    name: str
    opened: str
    as_of: dt.date
    moments: tuple[Moment, ...]
    events: tuple[Event, ...]
    series: tuple[DataSeries, ...]
    window: Period

    @property
    def dated_events(self) -> tuple[Event, ...]:
        """The events within the window."""
        return tuple(one for one in self.events if one.on and self.window.first <= one.on <= self.window.last)

    def moment(self, assessment_id: str) -> Moment | None:
        """Return the moment of an assessment, if the case holds it."""
        return next((one for one in self.moments if one.id == assessment_id), None)


def timeline(playbook: Playbook, case: Case, opened: str, known: Mapping[str, Findings]) -> Timeline:
    """Return a case over time.

    Parameters
    ----------
    opened
        Id of the assessment to look from.
    known
        Findings as far as they are computed, by id of the assessment; for ranges and chances.
    """
    as_of = case.assessment(opened).as_of
    moments = tuple(_moments(playbook, case.assessments, as_of, known))
    events = _events(case, opened, as_of)
    return Timeline(
        name=case.name,
        opened=opened,
        as_of=as_of,
        moments=moments,
        events=events,
        series=data_series(case.series, as_of),
        window=_window([one.as_of for one in moments], [one.on for one in events if one.on]),
    )


def _moments(
    playbook: Playbook, assessments: Iterable[Assessment], as_of: dt.date, known: Mapping[str, Findings]
) -> Iterator[Moment]:
    ordered = sorted(assessments, key=lambda one: one.as_of)
    scores = np.array([one.sheet.arrays(playbook.indicator_ids).best for one in ordered])
    evaluation = evaluate(playbook, scores)
    for one, factors, index in zip(ordered, evaluation.factors.tolist(), evaluation.stance_index.tolist(), strict=True):
        scored = _scored_factors(playbook, one.sheet)
        findings = known.get(one.id) if scored else None
        stance = classify(index, playbook.stance_model) if scored else None
        yield Moment(
            id=one.id,
            as_of=one.as_of,
            factors={
                name: value if name in scored else None
                for name, value in zip(playbook.factor_ids, factors, strict=True)
            },
            index=index if scored else None,
            stance=stance,
            later=one.as_of > as_of,
            stance_range=findings.stance_range if findings else None,
            chance=findings.probabilities[stance] if findings and stance else None,
            stale=findings is not None and findings.best.sheet != one.sheet,
        )


def _scored_factors(playbook: Playbook, sheet: ScoreSheet) -> set[str]:
    return {indicator.factor for indicator in playbook.indicators if sheet.get(indicator.id) is not None}


def _events(case: Case, opened: str, as_of: dt.date) -> tuple[Event, ...]:
    """Return facts, outcomes and events; a fact that stands in several assessments once, as the open one has it."""
    found: dict[tuple[str, str], Event] = {}
    for one in sorted(case.assessments, key=lambda each: each.id != opened):
        for fact in one.facts:
            later = fact.after_coding_date if one.id == opened else _became_known(one, fact, as_of)
            found.setdefault((fact.date, fact.text), _fact_event(fact, later, as_of))
        outcome = _outcome_event(one, as_of)
        if outcome is not None:
            found.setdefault((outcome.date, outcome.text), outcome)
    for event in case.events:
        found.setdefault((event.date, event.text), _case_event(event, as_of))
    return tuple(sorted(found.values(), key=lambda event: (event.on or dt.date.max, event.date)))


def _became_known(assessment: Assessment, fact: Fact, as_of: dt.date) -> bool:
    """Say whether a fact of another assessment was known only after `as_of`: what an earlier one rests on was not."""
    if assessment.as_of <= as_of and not fact.after_coding_date:
        return False
    dated = period(fact.date)
    return dated is not None and dated.last > as_of


def _fact_event(fact: Fact, later: bool, as_of: dt.date) -> Event:
    return Event(
        fact.date, _day(fact.date, later, as_of), _label(fact.text), fact.text, fact.source, fact.verified, later
    )


def _case_event(event: CaseEvent, as_of: dt.date) -> Event:
    dated = period(event.date)
    later = dated is not None and dated.last > as_of
    day = _day(event.date, later, as_of)
    return Event(event.date, day, _label(event.text), event.text, event.source, bool(event.source), later, kind="event")


def _outcome_event(assessment: Assessment, as_of: dt.date) -> Event | None:
    outcome = assessment.outcome
    if outcome is None or outcome.decision_date is None:
        return None
    day, label = outcome.decision_date, f"Outcome: {outcome.stance}"
    text = f"{label}. {outcome.justification}" if outcome.justification else label
    verified = outcome.verified is True
    return Event(day.isoformat(), day, label, text, outcome.source, verified, later=day > as_of, kind="outcome")


def _day(date: str, later: bool, as_of: dt.date) -> dt.date | None:
    """Return the day to draw a date at: the middle of its period, on the side of `as_of` where it was known."""
    dated = period(date)
    if dated is None:
        return None
    return max(dated.middle, _shifted(as_of, _ONE_DAY)) if later else min(dated.middle, as_of)


def _label(text: str) -> str:
    """Return the first clause of a text, without what stands in brackets."""
    clause = _IN_BRACKETS.sub("", " ".join(text.split())).partition(";")[0]
    return one_line(clause or text, _LABEL_LENGTH)


def _window(assessed: Sequence[dt.date], happened: Iterable[dt.date]) -> Period:
    """Return the days to show: the assessments, what happened within reach of them, and a margin."""
    first, last = assessed[0], assessed[-1]
    reach = max(_LEAST_REACH, (last - first) // _REACH_SHARE)
    near = [day for day in happened if _shifted(first, -reach) <= day <= _shifted(last, reach)]
    start, end = min([first, *near]), max([last, *near])
    margin = max(_LEAST_MARGIN, (end - start) // _MARGIN_SHARE)
    return Period(_shifted(start, -margin), _shifted(end, margin))


def _shifted(day: dt.date, by: dt.timedelta) -> dt.date:
    """Return the day so much later or earlier, or the first or last day there is."""
    place = day.toordinal() + by.days
    return dt.date.fromordinal(min(max(place, dt.date.min.toordinal()), dt.date.max.toordinal()))
