"""A case and its assessments: what is known and judged of one partner country, as frozen values."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from advisor.errors import AdvisorError, did_you_mean
from advisor.evidence_parameters import Credibility, Reliability
from advisor.knobs import Knobs
from advisor.playbook import StanceClass
from advisor.scores import ScoreSheet

Bearing = Literal["for", "against", "neutral"]


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
class PlaybookVersion:
    """Which playbook a judgement was made with: its id, its version and the hash of its files."""

    id: str
    version: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Lock:
    """An assessment was briefed and stays as it was; `result` is what the engine said that day, as JSON."""

    at: dt.datetime
    who: str
    playbook: PlaybookVersion
    result: str
    reason: str = ""


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
    scored_with: PlaybookVersion | None = None
    lock: Lock | None = None


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
    """A data series of a case; `origin` says which file it was imported from, empty where it was made by hand."""

    name: str
    unit: str
    description: str
    points: tuple[Point, ...]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A piece of evidence with its Admiralty grade, and the judgments it speaks for or against.

    Parameters
    ----------
    reliability, credibility
        Of the source (A-F) and of the item (1-6), judged apart; F and 6 say that it cannot be judged.
    bearing
        Whether it speaks for the scores of its indicators or against them; neutral evidence is background.
    indicators
        Ids of the indicators it is about.
    assessments
        Ids of the assessments it belongs to; without any it belongs to the case at large.
    id
        What the library calls it, 0 before it is kept; no part of what it says.
    """

    text: str
    source: str = ""
    link: str = ""
    date: str = ""
    reliability: Reliability = "F"
    credibility: Credibility = 6
    bearing: Bearing = "for"
    indicators: tuple[str, ...] = ()
    assessments: tuple[str, ...] = ()
    id: int = field(default=0, compare=False)

    @property
    def grade(self) -> str:
        """The Admiralty grade, such as "B2"."""
        return f"{self.reliability}{self.credibility}"


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """Something that happened, on a date as precise as the source; `id` as for notes."""

    date: str
    text: str
    source: str = ""
    link: str = ""
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Analyst:
    """Someone who signs assessments; `id` as for notes."""

    name: str
    organisation: str = ""
    note: str = ""
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Case:
    """One partner country on one contested issue, its assessments in order of date.

    Parameters
    ----------
    analysts
        Those known of who sign its assessments, by name.
    knobs
        The settings of its plan.
    playbook
        Id of the playbook of new assessments; it says nothing of those there are, and cases differ by what they say.
    """

    name: str
    assessments: tuple[Assessment, ...]
    series: tuple[Series, ...] = ()
    notes: tuple[Note, ...] = ()
    events: tuple[CaseEvent, ...] = ()
    analysts: tuple[Analyst, ...] = ()
    knobs: Knobs = field(default_factory=Knobs)
    playbook: str | None = field(default=None, compare=False)

    @property
    def latest(self) -> Assessment:
        """The assessment with the greatest as-of date; of several of that date the one that was added last."""
        if not self.assessments:
            raise UnknownAssessment(f"{self.name} holds no assessment; add one first")
        return max(reversed(self.assessments), key=lambda assessment: assessment.as_of)

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
