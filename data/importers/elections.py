"""Calendars of elections: NELDA's rounds (year, mmdd, types), ElectionGuide's fields, or any country and date."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, get_args

from advisor.case import Point, Series
from data.importers.contract import Collected, ImportMapping, SeriesOnOffer, Sniffed
from data.importers.country_tally import CountryTally
from data.importers.dates import NotADate, read_date, year_of
from data.importers.importer import Importer, Task
from data.importers.numbers import MISSING
from data.importers.problems import counted, shown, some_of
from data.importers.readings import check_chosen, described
from data.importers.tables import find_columns, find_sheet, has_headings, open_table
from data.importers.text_files import read_head
from data.importers.workbooks import is_workbook, open_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from data.importers.contract import Cell

Kind = Literal["executive", "legislative"]
_KINDS: tuple[Kind, ...] = get_args(Kind)
_ID, _DATASET = "elections", "Election calendar"
_COUNTRY = ("country", "country_name", "district_name", "district_country")
_DATE = ("election_declared_start_date", "election_date", "election date", "date")
_WANTED: Mapping[str, Sequence[str]] = {
    "country": _COUNTRY,
    "date": _DATE,
    "expected date": ("election_range_start_date",),
    "year": ("year",),
    "month and day": ("mmdd",),
    "type": ("types", "election_type", "type", "office", "election_name", "election name", "election"),
}
_NELDA = ("country", "year", "mmdd", "types")
_LEAVE_OUT = ("referend", "plebiscit", "constituent", "local", "municipal", "regional", "provincial", "by-election")
_EXECUTIVE = ("executive", "presiden")
_LEGISLATIVE = (
    *("legislat", "parliament", "congress", "assembl", "senat", "chamber", "house of", "deput", "general"),
    *("bundestag", "storting", "knesset", "diet", "duma"),
)
_OFFERS = {
    "elections.national": SeriesOnOffer(
        "elections.national", "National elections, executive and legislative", "elections"
    ),
    "elections.executive": SeriesOnOffer("elections.executive", "Elections of the national executive", "elections"),
    "elections.legislative": SeriesOnOffer(
        "elections.legislative", "Elections of the national legislature", "elections"
    ),
}
_DEFAULT = ("elections.national",)
_KNOWN_FORMAT, _PLAIN_FORMAT = 0.9, 0.6
_MMDD = 4


def _is_header(names: Sequence[str]) -> bool:
    return _sureness(names) > 0


def _sureness(names: Sequence[str]) -> float:
    if has_headings(names, _NELDA, len(_NELDA)) or has_headings(names, _DATE[:1], 1):
        return _KNOWN_FORMAT
    lowered = {name.casefold() for name in names}
    dated = bool(lowered & {"election_date", "election date"}) or bool(
        "date" in lowered and lowered & {"election", "election_name", "election name", "election_type"}
    )
    return _PLAIN_FORMAT if dated and lowered & set(_COUNTRY) else 0.0


def _recognise(path: Path, told: ImportMapping) -> Sniffed:
    mapping = ImportMapping(series=_DEFAULT)
    if is_workbook(path):
        sheet, header = find_sheet(open_workbook(path), _is_header)
        mapping = ImportMapping(sheet=sheet, series=_DEFAULT)
    else:
        head = read_head(path, told.encoding, told.delimiter)
        header = next((row for row in head.rows if _is_header(row)), ())
        mapping = ImportMapping(head.encoding, head.delimiter, series=_DEFAULT)
    if not header:
        return Sniffed(_ID, 0.0, (), mapping, tuple(_OFFERS.values()))
    layout = "NELDA's layout" if has_headings(header, _NELDA, len(_NELDA)) else "a date a row"
    return Sniffed(_ID, _sureness(header), (layout,), mapping, tuple(_OFFERS.values()))


def _collect(task: Task) -> Collected | None:
    named = task.mapping.columns.values()
    table = open_table(task, lambda names: _is_header(names) or has_headings(names, tuple(named), max(1, len(named))))
    if not table.header:
        task.problems.add("is no election calendar: no row with a country and a date of elections is among the first")
        return None
    columns = find_columns(task, table.header, _WANTED, tuple(set(_WANTED) - {"country"}))
    if "date" not in columns and not {"year", "month and day"} <= set(columns):
        task.problems.add("is missing; say which column holds it, or which hold year and mmdd", 'column "date"')
        return None
    if "country" not in columns:
        return None
    chosen, tally = check_chosen(task, _OFFERS), CountryTally(task)
    elections = _Elections(task, columns)
    for number, cells in table:
        if tally.wants(cells[columns["country"]]):
            elections.take(number, cells)
    tally.report()
    elections.report()
    series = tuple(one for name in chosen if (one := elections.series(name)))
    return Collected(series, table.rows, elections.used, table.sha256, table.size, tally.seen, elections.unknown)


class _Elections:
    """The elections of one country by day, with what each is for."""

    def __init__(self, task: Task, columns: Mapping[str, int]) -> None:
        self.used = 0
        self._task = task
        self._columns = columns
        self._days: dict[Kind, dict[str, set[str]]] = {"executive": defaultdict(set), "legislative": defaultdict(set)}
        self._unknown: set[str] = set()
        self._left_out: set[str] = set()
        self._undated = 0

    @property
    def unknown(self) -> tuple[str, ...]:
        """The types of elections that nobody knows."""
        return tuple(sorted(self._unknown))

    def take(self, number: int, cells: Sequence[Cell]) -> None:
        """Take one row: a round of an election."""
        text = str(self._cell(cells, "type") or "").strip()
        kinds = self._kinds(text)
        if not kinds:
            return
        date = self._date(number, cells)
        if date:
            self.used += 1
            for kind in kinds:
                self._days[kind][date].add(text)

    def series(self, name: str) -> Series | None:
        """Return one series, None where there is no such election."""
        asked = name.removeprefix("elections.")
        days: dict[str, set[str]] = defaultdict(set)
        for kind, dated in self._days.items():
            if asked in (kind, "national"):
                for date, texts in dated.items():
                    days[date] |= texts
        points = tuple(Point(date, 1.0, note="; ".join(sorted(filter(None, days[date])))) for date in sorted(days))
        offer = _OFFERS[name]
        return (
            Series(name, offer.unit, f"{offer.title}; {described(self._task, _DATASET.lower())}", points)
            if points
            else None
        )

    def report(self) -> None:
        """Say which types are not known, which were left out, and how many rows had no date."""
        problems = self._task.problems
        if self._unknown:
            named = some_of(shown(text) for text in sorted(self._unknown))
            problems.add(f"{named}: say whether this is executive, legislative or to be left out", "types of elections")
        if self._left_out:
            problems.note(f"left out: {some_of(shown(text) for text in sorted(self._left_out))}", "types of elections")
        if self._undated:
            problems.note(f"{counted(self._undated, 'election')} without a date left out")
        if "type" not in self._columns:
            problems.note("no column says what is elected; every row counts as a national election")

    def _kinds(self, text: str) -> tuple[Kind, ...]:
        """Return what a type of election decides; several where the text names several."""
        if "type" not in self._columns:
            return _KINDS
        if text in self._task.mapping.kinds:
            return self._told(text)
        lowered = text.lower()
        if any(word in lowered for word in _LEAVE_OUT):
            self._left_out.add(text)
            return ()
        kinds: list[Kind] = []
        kinds += ["executive"] if any(word in lowered for word in _EXECUTIVE) else []
        kinds += ["legislative"] if any(word in lowered for word in _LEGISLATIVE) else []
        if not kinds:
            self._unknown.add(text)
        return tuple(kinds)

    def _told(self, text: str) -> tuple[Kind, ...]:
        told = self._task.mapping.kinds[text]
        (self._unknown if told else self._left_out).update([] if told in _KINDS else [text])
        return tuple(kind for kind in _KINDS if kind == told)

    def _date(self, number: int, cells: Sequence[Cell]) -> str:
        if "date" not in self._columns:
            return self._of_parts(number, cells)
        given = [cell for role in ("date", "expected date") if not _is_missing(cell := self._cell(cells, role))]
        if not given:
            self._undated += 1
            return ""
        return self._read(number, given[0], "date")

    def _of_parts(self, number: int, cells: Sequence[Cell]) -> str:
        """Return NELDA's year and mmdd as a date; of an unknown day or month only what is known."""
        year, mmdd = self._cell(cells, "year"), self._cell(cells, "month and day")
        try:
            whole = f"{year_of(year):04}"
        except NotADate as error:
            self._task.problems.row(number, "year", f"{shown(year)} {error}", "write a year, such as 2014")
            return ""
        if _is_missing(mmdd):
            return whole
        digits = str(mmdd).strip().removesuffix(".0").zfill(_MMDD)
        month, day = digits[:2], digits[2:]
        return self._read(number, f"{whole}-{month}" + ("" if day == "00" else f"-{day}"), "mmdd")

    def _read(self, number: int, cell: Cell, column: str) -> str:
        try:
            return read_date(cell, self._task.mapping.date_order)
        except NotADate as error:
            self._task.problems.row(number, column, f"{shown(cell)} {error}", "write a date, such as 2016-04-10")
            return ""

    def _cell(self, cells: Sequence[Cell], role: str) -> Cell:
        return cells[self._columns[role]] if role in self._columns else None


def _is_missing(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and cell.strip().lower() in MISSING)


ELECTIONS = Importer(_ID, _DATASET, _recognise, _collect)
