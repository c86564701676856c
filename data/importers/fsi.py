"""The Fragile States Index: a workbook a year, one row a country, twelve indicators from 0 to 10 and their total.

Read from real workbooks of 2021 to 2023: the order of the columns changes between years, "Year" is a number or the date
of 1 January, and copies in circulation carry other sheets beside the table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importers.contract import Collected, ImportMapping, SeriesOnOffer, Sniffed
from data.importers.country_tally import CountryTally
from data.importers.importer import Importer, Task
from data.importers.problems import some_of
from data.importers.readings import ReadingsByDate, check_chosen, described
from data.importers.tables import SheetTable, find_columns, find_sheet, has_headings
from data.importers.workbooks import is_workbook, open_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from data.importers.workbooks import Workbook

_ID, _DATASET = "fsi", "Fragile States Index"
_WANTED = {"country": ("Country",), "year": ("Year",)}
_HEADINGS = ("Country", "Year", "Total")
_TOTAL = "fsi.total"
_INDICATOR = re.compile(r"([CEPSX]\d) ?: ?(.+)", re.ASCII)
_LEAST_INDICATORS = 6
_SURE = 0.95


def _is_header(names: Sequence[str]) -> bool:
    indicators = sum(bool(_INDICATOR.fullmatch(name)) for name in names)
    return indicators >= _LEAST_INDICATORS and has_headings(names, _HEADINGS, 2)


def _offers(header: Sequence[str]) -> Mapping[str, tuple[int, SeriesOnOffer]]:
    found = {}
    for place, name in enumerate(header):
        if name.casefold() == "total":
            found[_TOTAL] = place, SeriesOnOffer(_TOTAL, "Total fragility score", "0-120")
        elif match := _INDICATOR.fullmatch(name):
            series = f"fsi.{match[1].lower()}"
            found[series] = place, SeriesOnOffer(series, f"{match[2]} (FSI {match[1]})", "0-10")
    return found


def _tables(task: Task, book: Workbook) -> list[SheetTable]:
    """Return the tables of the sheet chosen, or of every sheet that has one: older workbooks hold a sheet a year."""
    if task.mapping.sheet and task.mapping.sheet not in book.sheets:
        task.problems.add(f'has no sheet "{task.mapping.sheet}"; it has {some_of(book.sheets)}')
        return []
    sheets = [task.mapping.sheet] if task.mapping.sheet else book.sheets
    tables = [SheetTable(book, sheet, _is_header, task.problems) for sheet in sheets]
    return [table for table in tables if table.header]


def _recognise(path: Path, _told: ImportMapping) -> Sniffed:
    if not is_workbook(path):
        return Sniffed(_ID, 0.0)
    sheet, header = find_sheet(open_workbook(path), _is_header)
    if not header:
        return Sniffed(_ID, 0.0)
    offers = tuple(offer for _, offer in _offers(header).values())
    return Sniffed(_ID, _SURE, (f'{len(offers)} scores on sheet "{sheet}"',), ImportMapping(series=(_TOTAL,)), offers)


def _collect(task: Task) -> Collected | None:
    if not is_workbook(task.path):
        task.problems.add(f"is no workbook; the {_DATASET} is published as .xlsx")
        return None
    book = open_workbook(task.path, watch=task.watch)
    tables = _tables(task, book)
    if not tables:
        task.problems.add(
            f"holds no {_DATASET} table: no row with Country, Year and indicators such as C1: Security Apparatus"
        )
        return None
    tally, readings = CountryTally(task), ReadingsByDate(task)
    offers: dict[str, SeriesOnOffer] = {}
    for table in tables:
        columns = find_columns(task, table.header, _WANTED)
        if len(columns) < len(_WANTED):
            return None
        found = _offers(table.header)
        offers.update({name: offer for name, (_, offer) in found.items()})
        places = {name: place for name, (place, _) in found.items() if name in task.mapping.series}
        for number, cells in table:
            if not tally.wants(cells[columns["country"]]):
                continue
            if year := readings.year(cells[columns["year"]], number, table.header[columns["year"]]):
                for name, place in places.items():
                    readings.take(name, year, cells[place], number, table.header[place])
    check_chosen(task, offers)
    tally.report()
    rows = sum(table.rows for table in tables)
    return Collected(
        readings.series(offers, described(task, _DATASET)), rows, readings.rows_used, book.sha256, book.size, tally.seen
    )


FSI = Importer(_ID, _DATASET, _recognise, _collect)
