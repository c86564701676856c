"""The tables of a case file, as its TOML has them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import AwareDatetime

from advisor.bounds import Scale, Text
from advisor.case import Analyst, Bearing, CaseEvent, Fact, Lock, Note, Outcome, PlaybookVersion, Point, Series
from advisor.evidence_parameters import Credibility, Reliability
from advisor.knobs import Knobs
from advisor.scores import Confidence


@dataclass(frozen=True, slots=True)
class ScoreEntry:
    """A score; without a range it is its own."""

    best: Scale
    low: Scale | None = None
    high: Scale | None = None
    confidence: Confidence = "moderate"
    justification: str = ""


@dataclass(frozen=True, slots=True)
class LockEntry:
    """The lock of an assessment that was briefed."""

    at: AwareDatetime
    who: str
    playbook: PlaybookVersion
    result: Text
    reason: str = ""

    def lock(self) -> Lock:
        """Return the lock."""
        return Lock(self.at, self.who, self.playbook, self.result, self.reason)


@dataclass(frozen=True, slots=True)
class EpisodeEntry:
    """An assessment."""

    id: Text
    country: Text
    coded_as_of: dt.date
    issue: str = ""
    us_preferred_policy: str = ""
    playbook: str | None = None
    analyst: str = ""
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    coded_blind: bool = False
    note: str = ""
    fact: tuple[Fact, ...] = ()
    outcome: Outcome | None = None
    scores: Mapping[str, ScoreEntry] | None = None
    scored_with: PlaybookVersion | None = None
    lock: LockEntry | None = None


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """A data series."""

    name: Text
    unit: str
    description: str = ""
    point: tuple[Point, ...] = ()
    origin: str = ""

    def series(self) -> Series:
        """Return the series."""
        return Series(self.name, self.unit, self.description, self.point, self.origin)


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """An evidence note; `episodes` are the assessments it belongs to."""

    text: Text
    source: str = ""
    link: str = ""
    date: str = ""
    reliability: Reliability = "F"
    credibility: Credibility = 6
    bearing: Bearing = "for"
    indicators: tuple[Text, ...] = ()
    episodes: tuple[Text, ...] = ()

    def note(self) -> Note:
        """Return the note."""
        return Note(
            self.text,
            self.source,
            self.link,
            self.date,
            self.reliability,
            self.credibility,
            self.bearing,
            self.indicators,
            self.episodes,
        )


@dataclass(frozen=True, slots=True)
class EventEntry:
    """Something that happened."""

    date: str
    text: Text
    source: str = ""
    link: str = ""

    def event(self) -> CaseEvent:
        """Return the event."""
        return CaseEvent(self.date, self.text, self.source, self.link)


@dataclass(frozen=True, slots=True)
class AnalystEntry:
    """Someone who signs assessments."""

    name: Text
    organisation: str = ""
    note: str = ""

    def analyst(self) -> Analyst:
        """Return the analyst."""
        return Analyst(self.name, self.organisation, self.note)


@dataclass(frozen=True, slots=True)
class KnobsEntry:
    """The settings of the plan; what is left out is as in the playbook."""

    weights: Mapping[str, float] | None = None
    budget: float | None = None
    footprint: float | None = None
    horizon_months: float | None = None
    term_months: float | None = None
    pinned: tuple[Text, ...] = ()
    ruled_out: tuple[Text, ...] = ()

    def knobs(self) -> Knobs:
        """Return the knobs, or raise `InvalidKnob`."""
        return Knobs(
            self.weights or {},
            self.budget,
            self.footprint,
            self.horizon_months,
            self.term_months,
            self.pinned,
            self.ruled_out,
        )


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """What holds for the case at large; without it, the case is named by the country of its episodes."""

    name: Text
    playbook: str | None = None
    knobs: KnobsEntry | None = None


@dataclass(frozen=True, slots=True)
class CodingEntry:
    """A second analyst's scores of an episode."""

    id: Text
    coder: Text
    scores: Mapping[str, ScoreEntry]
