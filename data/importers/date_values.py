"""A general table of dates and values, with a mapping step: everything found can be seen and corrected."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from data.importers.contract import Cell, Collected, DateOrder, Decimal, ImportMapping, SeriesOnOffer, Sniffed
from data.importers.countries import without_accents
from data.importers.country_tally import CountryTally
from data.importers.dates import NotADate, found_order, read_date
from data.importers.importer import Importer, Task
from data.importers.numbers import NotANumber, found_decimal, read_number
from data.importers.problems import shown, some_of
from data.importers.readings import ReadingsByDate, described
from data.importers.tables import MOST_PREAMBLE, find_columns, has_headings, heading, open_table
from data.importers.text_files import read_head
from data.importers.workbooks import is_workbook, open_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_ID, _DATASET = "date_values", "Table of dates and values"
_COUNTRY = ("country", "country name", "country_name", "iso3", "país", "pais")
_DATE_WORDS = ("date", "fecha", "year", "año", "month", "mes", "period", "quarter", "time")
_ENOUGH, _HALF = 0.8, 0.5
_SAMPLED = 40
_MOST_ROWS = 1_000_000
_POSSIBLE = 0.3
_ORDERS = {"dmy": "day before month", "mdy": "month before day", "ymd": "year first"}
_MARKS = {",": "a decimal comma", ".": "a decimal point"}
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


def _recognise(path: Path, told: ImportMapping) -> Sniffed:
    sheet, rows, mapping = _head(path, told)
    for place, cells in enumerate(rows[:MOST_PREAMBLE]):
        header, below = [heading(cell) for cell in cells], rows[place + 1 : place + 1 + _SAMPLED]
        date = _date_column(header, below)
        value = _value_column(header, below, date)
        if date is None or value is None or _is_date(header[date]):
            continue
        order, order_known = found_order(row[date] for row in below)
        decimal, decimal_known = found_decimal(row[value] for row in below)
        country = next((name for name in header if name.casefold() in _COUNTRY), "")
        columns = {"date": header[date], "value": header[value], **({"country": country} if country else {})}
        name = series_name(header[value])
        whole = replace(
            mapping,
            decimal=decimal,
            date_order=order,
            sheet=sheet,
            columns=columns,
            series=(name,),
            title=header[value],
        )
        found = _found(whole, order_known, decimal_known)
        return Sniffed(_ID, _POSSIBLE, found, whole, (SeriesOnOffer(name, header[value]),))
    return Sniffed(_ID, 0.0, ("no headings above a column of dates and a column of numbers",), mapping)


def _head(path: Path, told: ImportMapping) -> tuple[str, list[list[Cell]], ImportMapping]:
    """Return the sheet, the first rows at one width, and how they are written."""
    if is_workbook(path):
        book = open_workbook(path)
        sheet = told.sheet if told.sheet in book.sheets else next(iter(book.sheets), "")
        found = [list(cells) for _, cells in book.rows(sheet, MOST_PREAMBLE + _SAMPLED)] if sheet else []
        mapping = ImportMapping(sheet=sheet)
    else:
        head = read_head(path, told.encoding, told.delimiter)
        sheet, found = "", [list[Cell](row) for row in head.rows]
        mapping = ImportMapping(head.encoding, head.delimiter)
    width = max(map(len, found), default=0)
    return sheet, [row + [None] * (width - len(row)) for row in found], mapping


def _date_column(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return the column in which nearly every cell is a date, one named like dates before others.

    A workbook keeps dates as numbers, so that there the name alone tells them.
    """
    shares = {
        place: _share(rows, place, _is_date)
        for place, name in enumerate(header)
        if name and (_names_dates(name) or not any(isinstance(row[place], float) for row in rows))
    }
    fitting = [place for place, share in shares.items() if share >= _ENOUGH]
    return max(fitting, key=lambda at: (_names_dates(header[at]), shares[at], -at)) if fitting else None


def _value_column(header: Sequence[str], rows: Sequence[Sequence[Cell]], date: int | None) -> int | None:
    """Return the first column in which nearly every cell is a number, else the one with most, if more than half."""
    shares = {place: _share(rows, place, _is_number) for place, name in enumerate(header) if name and place != date}
    sure = next((place for place, share in shares.items() if share >= _ENOUGH), None)
    best = max(shares, key=lambda place: shares[place], default=None)
    return best if sure is None and best is not None and shares[best] > _HALF else sure


def _share(rows: Sequence[Sequence[Cell]], place: int, fits: Callable[[Cell], bool]) -> float:
    filled = [row[place] for row in rows if str(row[place] or "").strip()]
    return sum(map(fits, filled)) / len(filled) if filled else 0.0


def _is_date(cell: Cell) -> bool:
    orders: tuple[DateOrder, ...] = ("dmy", "mdy")
    for order in orders:
        try:
            read_date(cell, order)
        except NotADate:
            continue
        return True
    return False


def _is_number(cell: Cell) -> bool:
    decimals: tuple[Decimal, ...] = (".", ",")
    for decimal in decimals:
        try:
            read_number(cell, decimal)
        except NotANumber:
            continue
        return True
    return False


def _names_dates(name: str) -> bool:
    return any(word in name.casefold() for word in _DATE_WORDS)


def _found(mapping: ImportMapping, order_known: bool, decimal_known: bool) -> tuple[str, ...]:
    """Say what was found, and what no cell settles."""
    delimiter = _DELIMITERS.get(mapping.delimiter, shown(mapping.delimiter))
    written = f'sheet "{mapping.sheet}"' if mapping.sheet else f"{mapping.encoding}, separated by {delimiter}"
    return (
        written,
        f"dates in {shown(mapping.columns['date'])}, {_ORDERS[mapping.date_order]}{_doubt(order_known)}",
        f"values in {shown(mapping.columns['value'])}, with {_MARKS[mapping.decimal]}{_doubt(decimal_known)}",
    )


def _doubt(known: bool) -> str:
    return "" if known else " (no cell settles it: check)"


def _collect(task: Task) -> Collected | None:
    named = [task.mapping.columns.get(role, role) for role in ("date", "value")]
    table = open_table(task, lambda names: has_headings(names, named, len(named)))
    if not table.header:
        task.problems.add(
            f"has no row with the headings {some_of(map(shown, named))}; say which columns hold date and value"
        )
        return None
    wanted = {"date": ("date",), "value": ("value",), "country": _COUNTRY}
    columns = find_columns(task, table.header, wanted, ("country",))
    if len(task.mapping.series) != 1:
        task.problems.add("makes one series; give it one name", "series")
        return None
    tally = CountryTally(task)
    kept: list[tuple[int, Cell, Cell]] = []
    for number, cells in table:
        if "country" not in columns or tally.wants(cells[columns["country"]]):
            kept.append((number, cells[columns["date"]], cells[columns["value"]]))
        if len(kept) > _MOST_ROWS:
            task.problems.add(f"has more than {_MOST_ROWS:,} rows, the most for a table of dates and values")
            return None
    if "country" in columns:
        tally.report()
    readings = _readings(task, kept)
    name = task.mapping.series[0]
    offer = SeriesOnOffer(name, task.mapping.title or named[1], task.mapping.unit)
    series = readings.series({name: offer}, described(task, task.path.name))
    return Collected(series, table.rows, readings.rows_used, table.sha256, table.size, tally.seen)


def _readings(task: Task, kept: Sequence[tuple[int, Cell, Cell]]) -> ReadingsByDate:
    readings = ReadingsByDate(task)
    order, decimal = _settled(task, kept)
    heading_of = {"date": "date", "value": "value", **task.mapping.columns}
    for number, date, value in kept:
        try:
            day = read_date(date, order)
        except NotADate as error:
            remedy = "write a date, such as 2014-05-15, or correct the order of day and month"
            task.problems.row(number, heading_of["date"], f"{shown(date)} {error}", remedy)
            continue
        readings.take(task.mapping.series[0], day, value, number, heading_of["value"], decimal=decimal)
    return readings


def _settled(task: Task, kept: Sequence[tuple[int, Cell, Cell]]) -> tuple[DateOrder, Decimal]:
    """Return how dates and numbers are written, noting what no cell of the whole table settles."""
    order, known = found_order(date for _, date, _ in kept)
    order = task.mapping.date_order or order
    if not known:
        what = f"day and month cannot be told apart; read with the {_ORDERS[order]}; correct it where that is wrong"
        task.problems.note(what, "dates")
    decimal, known = found_decimal(value for _, _, value in kept)
    decimal = task.mapping.decimal or decimal
    if not known:
        what = f"groups of three digits may be thousands or decimals; read with {_MARKS[decimal]}"
        task.problems.note(f"{what}; correct it where that is wrong", "values")
    return order, decimal


def series_name(heading: str) -> str:
    """Return the name of the series for the heading of its values: "Aprobación (%)" gives "aprobacion"."""
    return re.sub(r"[^a-z0-9]+", "_", without_accents(heading).lower()).strip("_") or "series"


DATE_VALUES = Importer(_ID, _DATASET, _recognise, _collect, checked=False)
