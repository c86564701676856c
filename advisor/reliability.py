"""How little can be relied on an assessment: one index from 0 to 10, and what it comes from.

After the Lack of Reliability of the INFORM Risk Index (Marin-Ferrer, Vernaccini and Poljansek 2017), which counts
missing data, data out of date and conflict status, from 0 (reliable) to 10. Here every indicator lacks as much as the
worst of four things about its score, and the index is the mean over indicators. It suggests and decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from advisor.analysts import independent
from advisor.evidence import evidence_on, weigh
from advisor.frozen import freeze
from advisor.periods import months_since, period
from advisor.suggestion import suggestions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from advisor.case import Assessment, Case, Note
    from advisor.evidence import Weighing
    from advisor.evidence_parameters import EvidenceParameters
    from advisor.playbook import Playbook
    from advisor.scores import Confidence, Score, ScoreSheet
    from advisor.suggestion import Suggestion

Part = Literal["missing", "conflict", "sourcing", "age"]
PARTS: tuple[Part, ...] = get_args(Part)
WORST = 10.0
SUPPORTS_HIGH, SUPPORTS_MODERATE = WORST / 3, 2 * WORST / 3
"""Up to a third of the scale an index supports high confidence, up to two thirds moderate, and low beyond."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a score of one indicator can rest on, whatever the score is.

    Parameters
    ----------
    weighing
        The evidence notes on it.
    data
        What data suggest for it.
    others
        Best estimates that other analysts gave it as of the same date.
    months
        Age of the newest dated evidence or reading; where there is none, of the newest fact of the assessment; None
        where nothing is dated.
    """

    weighing: Weighing
    data: tuple[Suggestion, ...]
    others: tuple[float, ...]
    months: float | None


@dataclass(frozen=True, slots=True)
class Shortfall:
    """How much the score of an indicator lacks of each thing, from 0 to 10; of one not scored only that is known."""

    indicator: str
    lacks: Mapping[Part, float]

    def __post_init__(self) -> None:
        freeze(self, "lacks")

    @property
    def part(self) -> Part:
        """The worst of the things it lacks."""
        return max(self.lacks, key=lambda part: self.lacks[part])

    @property
    def lack(self) -> float:
        """How much it lacks of the worst."""
        return max(self.lacks.values())


@dataclass(frozen=True, slots=True)
class Reliability:
    """The index of an assessment.

    Parameters
    ----------
    lack
        From 0, all that is asked for, to 10.
    parts
        What adds up to the index: each indicator counts under the worst thing it lacks.
    alone
        What the index would be if nothing but one thing counted.
    shortfalls
        Those of all indicators, the worst first.
    """

    lack: float
    parts: Mapping[Part, float]
    alone: Mapping[Part, float]
    shortfalls: tuple[Shortfall, ...]

    def __post_init__(self) -> None:
        freeze(self, "parts", "alone")

    @property
    def supports(self) -> Confidence:
        """The confidence that the index supports."""
        if self.lack <= SUPPORTS_HIGH:
            return "high"
        return "moderate" if self.lack <= SUPPORTS_MODERATE else "low"


def assessed_reliability(playbook: Playbook, case: Case, assessment: Assessment) -> Reliability | None:
    """Return the index of an assessment as it stands; None where the playbook does not say how to weigh evidence."""
    return reliability(playbook, grounds(playbook, case, assessment), assessment.sheet)


def grounds(playbook: Playbook, case: Case, assessment: Assessment) -> Mapping[str, Ground]:
    """Return what the scores of an assessment can rest on, by indicator; it does not depend on the scores."""
    if playbook.evidence is None:
        return {}
    as_of, weights = assessment.as_of, playbook.evidence
    data = suggestions(playbook, case.series, as_of)
    sheets = [one.sheet for one in independent(case.assessments, as_of) if _is_other(one, assessment)]
    newest_fact = _newest((fact.date for fact in assessment.facts if not fact.after_coding_date), as_of)
    found = {}
    for name in playbook.indicator_ids:
        notes = evidence_on(case.notes, assessment, name)
        ages = [*_ages(notes, as_of), *(one.age_months for one in data.get(name, ()))]
        found[name] = Ground(
            weigh(weights, notes, as_of),
            tuple(data.get(name, ())),
            tuple(score.best for sheet in sheets if (score := sheet.get(name)) is not None),
            min(ages, default=newest_fact),
        )
    return found


def reliability(playbook: Playbook, found: Mapping[str, Ground], sheet: ScoreSheet) -> Reliability | None:
    """Return the index of scores on their grounds; None where there are none."""
    if playbook.evidence is None or not found:
        return None
    each = [_shortfall(playbook, playbook.evidence, name, ground, sheet.get(name)) for name, ground in found.items()]
    parts = {part: sum(one.lack for one in each if one.part == part) / len(each) for part in PARTS}
    alone = {part: sum(one.lacks.get(part, 0.0) for one in each) / len(each) for part in PARTS}
    return Reliability(sum(parts.values()), parts, alone, tuple(sorted(each, key=lambda one: -one.lack)))


def _shortfall(
    playbook: Playbook, weights: EvidenceParameters, name: str, ground: Ground, score: Score | None
) -> Shortfall:
    if score is None:
        return Shortfall(name, {"missing": WORST})
    return Shortfall(
        name,
        {
            "conflict": WORST * _conflict(playbook, weights, ground, score),
            "sourcing": WORST * _sourcing(playbook, weights, ground, score),
            "age": WORST * _age(weights, ground),
        },
    )


def _conflict(playbook: Playbook, weights: EvidenceParameters, ground: Ground, score: Score) -> float:
    """Return the widest of three conflicts, as a share: within the evidence, with sound data, between analysts."""
    within = ground.weighing.contradiction / weights.moderate.contradiction if weights.moderate.contradiction else 0.0
    sound = [abs(score.best - one.score) for one in ground.data if one.sound]
    apart = [abs(score.best - other) for other in ground.others]
    limit = playbook.suggestion.departure
    return max(min(1.0, within), _beyond(min(sound, default=0.0), limit), _beyond(max(apart, default=0.0), limit))


def _sourcing(playbook: Playbook, weights: EvidenceParameters, ground: Ground, score: Score) -> float:
    """Return the share of the asked-for independent sources, and of the good ones among them, that is missing.

    Sound data near the score are a good source; a justification without any evidence is one source of unknown grade.
    """
    near = any(one.sound and abs(score.best - one.score) <= playbook.suggestion.departure for one in ground.data)
    sources, good = ground.weighing.sources + near, ground.weighing.good_sources + near
    if not sources and score.justification.strip():
        sources = 1
    asked = max(1, weights.high.good_sources)
    return 1.0 - (min(sources, asked) + min(good, asked)) / (2 * asked)


def _age(weights: EvidenceParameters, ground: Ground) -> float:
    if ground.months is None:
        return 1.0 - weights.undated
    kept: float = 0.5 ** (ground.months / weights.half_life_months)
    return 1.0 - kept


def _beyond(gap: float, limit: float) -> float:
    """Return how far a gap goes beyond a limit: 0 up to it, 1 from twice as much."""
    return min(1.0, max(0.0, gap / limit - 1.0)) if limit > 0 else float(gap > 0)


def _is_other(one: Assessment, assessment: Assessment) -> bool:
    return one.id != assessment.id and one.analyst.strip().casefold() != assessment.analyst.strip().casefold()


def _ages(notes: Iterable[Note], as_of: dt.date) -> list[float]:
    ages = (_months(note.date, as_of) for note in notes)
    return [age for age in ages if age is not None]


def _newest(dates: Iterable[str], as_of: dt.date) -> float | None:
    ages = (_months(date, as_of) for date in dates)
    return min((age for age in ages if age is not None), default=None)


def _months(date: str, as_of: dt.date) -> float | None:
    """Return the months from the end of a date to a day; None where it is no date, or begins later."""
    dated = period(date)
    if dated is None or dated.first > as_of:
        return None
    return months_since(dated.last, as_of)
