"""Values by series and date out of rows, one value a date; repeated and contradicting rows are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case import Point, Series
from advisor.errors import did_you_mean
from data.importers.countries import name_of
from data.importers.dates import NotADate, year_of
from data.importers.numbers import NotANumber, read_number
from data.importers.problems import counted, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.importers.contract import Cell, Decimal, SeriesOnOffer
    from data.importers.importer import Task


class ReadingsByDate:
    """Collects the values of one country, and reports the cells that hold none."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._found: dict[str, dict[str, tuple[float, int, str]]] = {}
        self._used: set[int] = set()
        self._repeated = 0

    @property
    def rows_used(self) -> int:
        """How many rows gave a value."""
        return len(self._used)

    def year(self, cell: Cell, row: int, column: str) -> str:
        """Return the year in a cell, empty after reporting that there is none."""
        try:
            return f"{year_of(cell):04}"
        except NotADate as error:
            self._task.problems.row(row, column, f"{shown(cell)} {error}", "write a year, such as 2014")
            return ""

    def take(
        self, series: str, date: str, cell: Cell, row: int, column: str, note: str = "", decimal: Decimal = "."
    ) -> None:
        """Take the value in a cell; an empty one is passed over, and what is no number is reported."""
        try:
            value = read_number(cell, decimal)
        except NotANumber as error:
            remedy = "write a number, or leave it empty where there is none"
            self._task.problems.row(row, column, f"{shown(cell)} {error}", remedy)
            return
        if value is not None:
            self._add(series, date, value, row, column, note)

    def _add(self, series: str, date: str, value: float, row: int, column: str, note: str) -> None:
        before = self._found.setdefault(series, {}).setdefault(date, (value, row, note))
        if before[1] != row and before[0] != value:
            what = f"gives {value:g} for {date}, and row {before[1]:,} gives {before[0]:g}"
            self._task.problems.row(row, column, what, "keep one of the two rows")
            return
        self._repeated += before[1] != row
        self._used.add(row)

    def series(self, offers: Mapping[str, SeriesOnOffer], description: str) -> tuple[Series, ...]:
        """Return the series that have a value, each in order of date, and note those chosen that have none."""
        problems = self._task.problems
        if self._repeated:
            problems.note(f"{counted(self._repeated, 'value')} given twice and counted once")
        empty = [name for name in self._task.mapping.series if name not in self._found]
        if empty and self._found:
            problems.note(f"no value of {', '.join(empty)} for this country", "series")
        return tuple(
            Series(
                name,
                offers[name].unit,
                f"{offers[name].title}; {description}",
                tuple(Point(date, value, note=note) for date, (value, _, note) in sorted(dated.items())),
            )
            for name, dated in self._found.items()
        )


def check_chosen(task: Task, offers: Mapping[str, SeriesOnOffer]) -> tuple[str, ...]:
    """Return the series chosen that the file can give, reporting the others and an empty choice."""
    for name in task.mapping.series:
        if name not in offers:
            task.problems.add(f'gives no series "{name}"{did_you_mean(name, offers)}', "series")
    if not task.mapping.series:
        task.problems.add("gives many series; choose which to import", "series")
    return tuple(name for name in task.mapping.series if name in offers)


def described(task: Task, source: str) -> str:
    """Return what the description of a series says beside its title: the source and the country."""
    return f"{source}, {name_of(task.country)}" if task.country else source
