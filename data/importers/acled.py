"""ACLED's event export: one row an event, read in one pass and counted by day.

A series of counts holds a day only where something happened. Its first and last points say from when to when the file
covers the country, with 0 where nothing happened on those days, so that silence and missing data can be told apart.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from advisor.case import Point, Series
from advisor.errors import did_you_mean
from data.importers.contract import Collected, ImportMapping, SeriesOnOffer, Sniffed
from data.importers.countries import code_of, name_of
from data.importers.country_tally import CountryTally
from data.importers.dates import NotADate, read_date
from data.importers.importer import Importer, Task
from data.importers.numbers import NotANumber, read_number
from data.importers.problems import counted, shown
from data.importers.tables import TextTable, find_columns, has_headings
from data.importers.text_files import read_head
from data.importers.workbooks import is_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from data.importers.contract import Cell, EventFilter

_ID, _DATASET = "acled", "ACLED event export"
_WANTED = {
    name: (name,)
    for name in (
        *("event_id_cnty", "event_date", "event_type", "country", "iso", "fatalities", "notes", "tags"),
        *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
        *("admin1", "admin2", "admin3", "location"),
    )
}
_NEEDED = ("event_id_cnty", "event_date", "event_type", "country")
_HEADINGS = (*_NEEDED, "sub_event_type", "actor1", "fatalities")
_LEAST = 4
_ACTORS = ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2")
_PLACES = ("admin1", "admin2", "admin3", "location")
_WORDS = ("notes", "tags")
_STATE_FORCES = ("1", "state forces")
_SURE = 0.95
_DEFAULT = "acled.protests_riots"


@dataclass(frozen=True, slots=True)
class _Measure:
    """What one series counts; `needs` says which filters must narrow it, so that no national count feeds it."""

    title: str
    types: tuple[str, ...]
    counts: Literal["events", "deaths"] = "events"
    needs: tuple[str, ...] = ()
    state_forces: bool = False


_ARMED = ("battles", "explosions/remote violence", "violence against civilians")
_MEASURES: Mapping[str, _Measure] = {
    _DEFAULT: _Measure("Protests and riots", ("protests", "riots")),
    "acled.blockades": _Measure("Blockades and strikes by federations", ("protests", "riots"), needs=("actors",)),
    "acled.group_attacks": _Measure("Battles, explosions and attacks", _ARMED, needs=("actors",)),
    "acled.asset_attacks": _Measure("Attacks on the asset", (*_ARMED, "riots"), needs=("actors", "places", "words")),
    "acled.state_force_deaths": _Measure(
        "Deaths in fighting with state forces", _ARMED[:2], "deaths", ("places",), state_forces=True
    ),
}
_OFFERS = tuple(SeriesOnOffer(name, one.title, f"{one.counts} a day") for name, one in _MEASURES.items())


@dataclass(slots=True)
class _Counts:
    """What has been counted so far, by series and day, and the days the file covers."""

    by_day: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(float)))
    events: set[str] = field(default_factory=set)
    repeated: int = 0
    first: str = ""
    last: str = ""


def _is_header(names: Sequence[str]) -> bool:
    return has_headings(names, _HEADINGS, _LEAST)


def _recognise(path: Path, told: ImportMapping) -> Sniffed:
    if is_workbook(path):
        return Sniffed(_ID, 0.0)
    head = read_head(path, told.encoding, told.delimiter)
    if not any(_is_header(row) for row in head.rows):
        return Sniffed(_ID, 0.0)
    mapping = ImportMapping(head.encoding, head.delimiter, series=(_DEFAULT,))
    return Sniffed(_ID, _SURE, ("events by day, counted by type, actor and place",), mapping, _OFFERS)


def _collect(task: Task) -> Collected | None:
    table = TextTable(task, _is_header)
    if not table.header:
        task.problems.add(f"is no {_DATASET}: no row with {', '.join(_NEEDED)} is among the first")
        return None
    chosen = _chosen(task)
    columns = find_columns(task, table.header, _WANTED, tuple(set(_WANTED) - set(_NEEDED)))
    _check_columns(task, columns, chosen)
    if not set(_NEEDED) <= set(columns):
        return None
    tally, counts = CountryTally(task), _Counts()
    country, iso = columns["country"], columns.get("iso", columns["country"])
    codes: dict[Cell, Cell] = {}
    dates = _Dates(task)
    for number, cells in table:
        code = cells[iso]
        if code not in codes:
            codes[code] = code if code_of(str(code)) else ""
        wanted = tally.wants(cells[country], codes[code])
        day = dates.read(number, cells[columns["event_date"]], wanted)
        counts.last = max(counts.last, day)
        if wanted and day:
            _count(task, chosen, counts, columns, (number, cells, day))
    tally.report()
    if counts.repeated:
        what = f"{counted(counts.repeated, 'row')} of an event already counted; an actor-based export repeats events"
        task.problems.note(what)
    series = tuple(_series(task, name, counts) for name in chosen) if counts.events else ()
    return Collected(series, table.rows, len(counts.events), table.sha256, table.size, tally.seen)


class _Dates:
    """Reads each date once; those of other countries only tell how far the file reaches."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._read: dict[Cell, str] = {}

    def read(self, number: int, cell: Cell, report: bool) -> str:
        """Return a day, empty where there is none, reported where the row matters."""
        if cell not in self._read:
            self._read[cell] = self._parsed(cell)
        day = self._read[cell]
        if not day and report:
            self._task.problems.row(number, "event_date", f"{shown(cell)} is no day", "write a day, such as 2014-05-15")
        return day

    def _parsed(self, cell: Cell) -> str:
        try:
            date = read_date(cell, self._task.mapping.date_order)
        except NotADate:
            return ""
        return date if len(date) == len("2014-05-15") else ""


def _chosen(task: Task) -> Mapping[str, _Measure]:
    """Return the series chosen, reporting those that do not exist and those whose filter is missing or misplaced."""
    chosen: dict[str, _Measure] = {}
    events = task.mapping.events
    for name in task.mapping.series:
        measure = _MEASURES.get(name)
        if measure is None:
            task.problems.add(f'gives no series "{name}"{did_you_mean(name, _MEASURES)}', "series")
        elif measure.needs and not any(getattr(events, need) for need in measure.needs):
            task.problems.add(f'"{name}" needs a filter: name {" or ".join(measure.needs)}', "series")
        elif not measure.needs and events.words_for:
            task.problems.add(f'"{name}" counts the whole country; import it without a filter', "series")
        else:
            chosen[name] = measure
    return chosen


def _check_columns(task: Task, columns: Mapping[str, int], chosen: Mapping[str, _Measure]) -> None:
    """Report columns that are missing and that the filters or the series chosen look into."""
    events = task.mapping.events
    looked_into = [(_ACTORS, events.actors), (_PLACES, events.places), (_WORDS, events.words)]
    for names, asked in looked_into:
        if asked and not any(name in columns for name in names):
            task.problems.add(f"are missing, and the filter looks into them: {', '.join(names)}", "columns")
    if any(one.counts == "deaths" for one in chosen.values()) and "fatalities" not in columns:
        task.problems.add('is missing; say which column holds "fatalities"', 'column "fatalities"')


def _count(
    task: Task,
    chosen: Mapping[str, _Measure],
    counts: _Counts,
    columns: Mapping[str, int],
    row: tuple[int, Sequence[Cell], str],
) -> None:
    number, cells, day = row
    event = str(cells[columns["event_id_cnty"]]).strip()
    if not event:
        task.problems.row(number, "event_id_cnty", "is empty", "export the file again with the ids of events")
        return
    if event in counts.events:
        counts.repeated += 1
        return
    counts.events.add(event)
    counts.first = min(counts.first or day, day)
    kind = str(cells[columns["event_type"]]).strip().lower()
    for name, measure in chosen.items():
        if kind in measure.types and _passes(task.mapping.events, measure, columns, cells):
            counts.by_day[name][day] += _deaths(task, columns, number, cells) if measure.counts == "deaths" else 1.0


def _passes(events: EventFilter, measure: _Measure, columns: Mapping[str, int], cells: Sequence[Cell]) -> bool:
    if measure.state_forces:
        sides = {str(cells[columns[name]]).strip().lower() for name in ("inter1", "inter2") if name in columns}
        if not sides & set(_STATE_FORCES):
            return False
    looked_into = ((_ACTORS, events.actors), (_PLACES, events.places), (_WORDS, events.words))
    return all(not asked or any(_mentions(columns, cells, names, asked)) for names, asked in looked_into)


def _mentions(
    columns: Mapping[str, int], cells: Sequence[Cell], names: Sequence[str], asked: Sequence[str]
) -> Iterator[bool]:
    text = "\n".join(str(cells[columns[name]]) for name in names if name in columns).casefold()
    yield from (one.casefold() in text for one in asked)


def _deaths(task: Task, columns: Mapping[str, int], number: int, cells: Sequence[Cell]) -> float:
    cell = cells[columns["fatalities"]] if "fatalities" in columns else ""
    try:
        return read_number(cell) or 0.0
    except NotANumber as error:
        task.problems.row(number, "fatalities", f"{shown(cell)} {error}", "write a number, or 0")
        return 0.0


def _series(task: Task, name: str, counts: _Counts) -> Series:
    measure, found = _MEASURES[name], dict(counts.by_day[name])
    points = {day: Point(day, value) for day, value in found.items()}
    for day in (counts.first, counts.last):
        points.setdefault(day, Point(day, 0.0, note="none on this day; the file covers the country to here"))
    clause = task.mapping.events.words_for if measure.needs else ""
    described = f"{_DATASET}, {name_of(task.country)}, {counts.first} to {counts.last}{f', {clause}' if clause else ''}"
    ordered = tuple(points[day] for day in sorted(points))
    return Series(name, f"{measure.counts} a day", f"{measure.title}; {described}", ordered)


ACLED = Importer(_ID, _DATASET, _recognise, _collect)
