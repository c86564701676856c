"""What an importer is told, what it finds, and what it gives back; shared by every format."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Literal

from advisor.frozen import freeze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.case import Series
    from data.errors import Problem

Cell = str | float | int | bool | dt.date | dt.time | dt.timedelta | None
DateOrder = Literal["", "ymd", "dmy", "mdy"]
Decimal = Literal["", ".", ","]
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events of an export to count: those that name any of the actors, in any of the places, with any word."""

    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def words_for(self) -> str:
        """The filter as a clause, empty where it lets everything pass."""
        parts = (("named", self.actors), ("in", self.places), ("mentioning", self.words))
        return ", ".join(f"{how} {' or '.join(what)}" for how, what in parts if what)


@dataclass(frozen=True, slots=True)
class ImportMapping:
    """How to read a file; whatever is left empty is read as it was found.

    Attributes
    ----------
    columns
        Headings by what they hold ("date": "Fecha"), where they are not the usual ones.
    series
        Names of the series to import, out of those on offer.
    countries
        ISO3 codes by the name in the file, for names not known or read wrongly; "" leaves a name out.
    kinds
        For election calendars: "executive", "legislative" or "" to leave out, by the type in the file.
    title, unit
        For a general table of dates and values: what the values are.
    leave_out_bad_rows
        Import without the rows that have a problem, and say how many there were.
    """

    encoding: str = ""
    delimiter: str = ""
    decimal: Decimal = ""
    date_order: DateOrder = ""
    sheet: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    series: tuple[str, ...] = ()
    countries: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    events: EventFilter = EventFilter()
    title: str = ""
    unit: str = ""
    leave_out_bad_rows: bool = False

    def __post_init__(self) -> None:
        freeze(self, "columns", "countries", "kinds")

    def over(self, found: ImportMapping) -> ImportMapping:
        """Return this mapping with what was found wherever it says nothing."""
        settled = {one.name: getattr(self, one.name) or getattr(found, one.name) for one in fields(self)}
        return ImportMapping(**{**settled, "columns": {**found.columns, **self.columns}, "events": self.events})


@dataclass(frozen=True, slots=True)
class SeriesOnOffer:
    """A series that a file can give."""

    name: str
    title: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Sniffed:
    """How sure an importer is that a file is of its format, from 0 to 1, and what it found, to show and correct."""

    importer: str
    confidence: float
    found: tuple[str, ...] = ()
    mapping: ImportMapping = field(default_factory=ImportMapping)
    offers: tuple[SeriesOnOffer, ...] = ()


@dataclass(frozen=True, slots=True)
class CountrySeen:
    """A country as a file names it; without a code it is not known, and without `exact` its name fits a pattern."""

    text: str
    code: str
    rows: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Collected:
    """What was read of a file: series without sources, counts of rows, the file's own hash, types nobody knows."""

    series: tuple[Series, ...]
    rows: int
    rows_used: int
    sha256: str
    size: int
    countries: tuple[CountrySeen, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring; `problems` stand in its way, `notes` say what was done or left out.

    `kinds` are the types of elections that nobody knows and that `ImportMapping.kinds` has to settle.
    """

    importer: str
    file: str
    mapping: ImportMapping
    series: tuple[Series, ...]
    rows: int
    rows_used: int
    rows_left_out: int
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    countries: tuple[CountrySeen, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether there is something to import and nothing in its way."""
        return bool(self.series) and not self.problems


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where imported series come from: enough to find the file again, and to read it in the same way."""

    importer: str
    dataset: str
    file: str
    sha256: str
    size: int
    country: str
    rows: int
    rows_used: int
    rows_left_out: int
    read_on: dt.date
    mapping: ImportMapping

    @property
    def text(self) -> str:
        """One line for a list of imports."""
        left_out = f", {self.rows_left_out:,} left out" if self.rows_left_out else ""
        used = f"{self.rows_used:,} of {self.rows:,} rows{left_out}"
        return f"{self.dataset}: {self.file}, {used}, read {self.read_on}, SHA-256 {self.sha256[:_SHOWN]}"

    @property
    def origin(self) -> str:
        """One line that stays with each series, by which the very file can be found again."""
        return f"{self.dataset}: {self.file}, {self.size:,} bytes, read {self.read_on}, SHA-256 {self.sha256}"


@dataclass(frozen=True, slots=True)
class ImportedSeries:
    """The result of an import, for the caller to store."""

    series: tuple[Series, ...]
    provenance: Provenance
