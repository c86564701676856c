"""A case and its assessments: what is known and judged of one partner country, as frozen values."""

import datetime as dt
from dataclasses import dataclass, field

from advisor.errors import AdvisorError, did_you_mean
from advisor.playbook import StanceClass
from advisor.scores import ScoreSheet


class UnknownAssessment(AdvisorError):
    """An assessment that the case does not hold."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One piece of evidence; `date` is as precise as the source ("2011-05", "2011-Q3", "2011-08-17")."""

    date: str
    text: str
    source: str
    verified: bool
    after_coding_date: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the government did in the end, for the track record."""

    stance: StanceClass
    justification: str = ""
    decision_date: dt.date | None = None
    source: str = ""
    verified: bool | None = None
    alternative_stance: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The scores of a case as of one date, by one analyst, with the evidence they rest on."""

    id: str
    country: str
    as_of: dt.date
    sheet: ScoreSheet = field(default_factory=ScoreSheet)
    issue: str = ""
    us_preferred_policy: str = ""
    playbook: str | None = None
    analyst: str = ""
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    coded_blind: bool = False
    note: str = ""
    facts: tuple[Fact, ...] = ()
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One reading of a series."""

    date: str
    value: float
    source: str = ""
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A data series of a case."""

    name: str
    unit: str
    description: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One partner country on one contested issue, its assessments in order of date."""

    name: str
    assessments: tuple[Assessment, ...]
    series: tuple[Series, ...] = ()

    @property
    def latest(self) -> Assessment:
        """The assessment with the greatest as-of date."""
        if not self.assessments:
            raise UnknownAssessment(f"{self.name} holds no assessment; add one first")
        return max(self.assessments, key=lambda assessment: assessment.as_of)

    def assessment(self, identifier: str | None = None) -> Assessment:
        """Return the named assessment, the latest where no name is given.

        Raises
        ------
        UnknownAssessment
            No assessment has that id, or there is none at all.
        """
        if identifier is None:
            return self.latest
        found = next((one for one in self.assessments if one.id == identifier), None)
        if found is None:
            known = [one.id for one in self.assessments]
            hint = did_you_mean(identifier, known)
            raise UnknownAssessment(f'{self.name} has no assessment "{identifier}"{hint}; it has {", ".join(known)}')
        return found
