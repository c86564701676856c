"""The INFORM Risk Index: the workbook of a release, one row a country, or the one of trends, one row a score and year.

In a release the scores stand on the sheet "INFORM Risk 2024 (a-z)": a title, the headings, their units, then the
countries; a missing score is "x". The year is in the name of the sheet. The workbook of trends has the columns Iso3,
IndicatorId, INFORMYear and IndicatorScore.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importers.contract import Collected, ImportMapping, SeriesOnOffer, Sniffed
from data.importers.country_tally import CountryTally
from data.importers.importer import Importer, Task
from data.importers.problems import some_of
from data.importers.readings import ReadingsByDate, check_chosen, described
from data.importers.tables import SheetTable, find_sheet, has_headings
from data.importers.workbooks import is_workbook, open_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from data.importers.contract import Cell
    from data.importers.workbooks import Workbook

_ID, _DATASET = "inform", "INFORM Risk Index"
_RELEASE_SHEET = re.compile(r"INFORM ?(?:Risk)? ?(?:Mid ?)?(20\d{2}) ?\(a-z\)", re.IGNORECASE | re.ASCII)
_RELEASE = ("COUNTRY", "ISO3", "INFORM RISK")
_TREND = ("Iso3", "IndicatorId", "INFORMYear", "IndicatorScore")
_RISK = "inform.inform_risk"
_TREND_RISK = "inform.inform"
_SURE = 0.95


def _is_release(names: Sequence[str]) -> bool:
    return has_headings(names, _RELEASE, len(_RELEASE))


def _is_trend(names: Sequence[str]) -> bool:
    return has_headings(names, _TREND, len(_TREND))


def series_name(text: str) -> str:
    """Return the name of the series for a heading: "HAZARD & EXPOSURE" gives "inform.hazard_exposure"."""
    return f"{_ID}." + re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def _offer(text: str) -> SeriesOnOffer:
    title = text if text.upper().startswith("INFORM") else f"INFORM {text}"
    return SeriesOnOffer(series_name(text), title, "0-10")


def _recognise(path: Path, _told: ImportMapping) -> Sniffed:
    if not is_workbook(path):
        return Sniffed(_ID, 0.0)
    book = open_workbook(path)
    releases = [name for name in book.sheets if _RELEASE_SHEET.search(name)]
    sheet, header = find_sheet(book, _is_release, releases)
    if header:
        offers = tuple(_offer(name) for name in header if name and name.upper() not in _RELEASE[:2])
        found = (f'{len(offers)} scores on sheet "{sheet}"',)
        return Sniffed(_ID, _SURE, found, ImportMapping(sheet=sheet, series=(_RISK,)), offers)
    sheet, header = find_sheet(book, _is_trend)
    if header:
        found = (f'scores by year on sheet "{sheet}"',)
        return Sniffed(_ID, _SURE, found, ImportMapping(sheet=sheet, series=(_TREND_RISK,)))
    return Sniffed(_ID, 0.0)


def _collect(task: Task) -> Collected | None:
    if not is_workbook(task.path):
        task.problems.add(f"is no workbook; the {_DATASET} is published as .xlsx")
        return None
    book = open_workbook(task.path, watch=task.watch)
    sheet = task.mapping.sheet
    if sheet not in book.sheets:
        named = f'has no sheet "{sheet}"' if sheet else f"is no {_DATASET} workbook: no sheet is named as in a release"
        task.problems.add(f"{named}; it has {some_of(book.sheets)}")
        return None
    trend = SheetTable(book, sheet, _is_trend, task.problems)
    return _of_trend(task, book, trend) if trend.header else _of_release(task, book, sheet)


def _of_release(task: Task, book: Workbook, sheet: str) -> Collected | None:
    table = SheetTable(book, sheet, _is_release, task.problems)
    year = _RELEASE_SHEET.search(sheet)
    if not table.header or year is None:
        task.problems.add(f'sheet "{sheet}" has no row with {", ".join(_RELEASE)}, or no year in its name')
        return None
    places = {series_name(name): place for place, name in enumerate(table.header) if name}
    offers = {series_name(name): _offer(name) for name in table.header if name}
    chosen = check_chosen(task, offers)
    country, code = (places[series_name(name)] for name in _RELEASE[:2])
    tally, readings = CountryTally(task), ReadingsByDate(task)
    for number, cells in table:
        if _is_units(cells[code]):
            continue
        if tally.wants(cells[country], cells[code]):
            for name in chosen:
                readings.take(name, year[1], cells[places[name]], number, table.header[places[name]])
    tally.report()
    series = readings.series(offers, described(task, _DATASET))
    return Collected(series, table.rows, readings.rows_used, book.sha256, book.size, tally.seen)


def _of_trend(task: Task, book: Workbook, table: SheetTable) -> Collected | None:
    lowered = [name.casefold() for name in table.header]
    code, indicator, year, score = (lowered.index(name.casefold()) for name in _TREND)
    tally, readings = CountryTally(task), ReadingsByDate(task)
    offers: dict[str, SeriesOnOffer] = {}
    for number, cells in table:
        offer = _offer(str(cells[indicator]))
        offers.setdefault(offer.name, offer)
        if not tally.wants("", cells[code]) or offer.name not in task.mapping.series:
            continue
        if when := readings.year(cells[year], number, table.header[year]):
            readings.take(offer.name, when, cells[score], number, table.header[score])
    check_chosen(task, offers)
    tally.report()
    series = readings.series(offers, described(task, _DATASET))
    return Collected(series, table.rows, readings.rows_used, book.sha256, book.size, tally.seen)


def _is_units(cell: Cell) -> bool:
    """Say whether this is the row of units below the headings, "(a-z)", "(0-10)"."""
    text = str(cell or "").strip()
    return not text or text.startswith("(")


INFORM = Importer(_ID, _DATASET, _recognise, _collect)
