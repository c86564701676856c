"""V-Dem, country-year: one row a country and year, one column an indicator, with bounds beside many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importers.contract import Collected, ImportMapping, SeriesOnOffer, Sniffed
from data.importers.country_tally import CountryTally
from data.importers.importer import Importer, Task
from data.importers.readings import ReadingsByDate, check_chosen, described
from data.importers.tables import TextTable, find_columns, has_headings
from data.importers.text_files import read_head
from data.importers.workbooks import is_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from data.importers.contract import Cell

_ID, _DATASET = "v_dem", "V-Dem country-year"
_WANTED = {"country": ("country_name",), "code": ("country_text_id",), "year": ("year",)}
_HEADINGS = ("country_name", "country_text_id", "country_id", "year")
_LEAST = 3
_VARIABLES = ("v2", "v3", "e_")
_BOUNDS = ("_codelow", "_codehigh")
_NO_VALUES = (*_BOUNDS, "_sd", "_nr")
_SURE = 0.95


def _is_header(names: Sequence[str]) -> bool:
    return has_headings(names, _HEADINGS, _LEAST)


def _offers(header: Sequence[str]) -> Mapping[str, SeriesOnOffer]:
    variables = (name for name in header if name.startswith(_VARIABLES) and not name.endswith(_NO_VALUES))
    return {f"{_ID}.{name}": SeriesOnOffer(f"{_ID}.{name}", f"V-Dem {name}") for name in variables}


def _recognise(path: Path, told: ImportMapping) -> Sniffed:
    if is_workbook(path):
        return Sniffed(_ID, 0.0)
    head = read_head(path, told.encoding, told.delimiter)
    header = next((row for row in head.rows if _is_header(row)), None)
    if header is None:
        return Sniffed(_ID, 0.0)
    offers = tuple(_offers(header).values())
    mapping = ImportMapping(encoding=head.encoding, delimiter=head.delimiter)
    return Sniffed(_ID, _SURE, (f"{len(offers):,} indicators by country and year",), mapping, offers)


def _collect(task: Task) -> Collected | None:
    table = TextTable(task, _is_header)
    if not table.header:
        task.problems.add(f"is no {_DATASET} table: no row with {', '.join(_HEADINGS)} is among the first")
        return None
    columns = find_columns(task, table.header, _WANTED)
    offers = _offers(table.header)
    chosen = check_chosen(task, offers)
    if len(columns) < len(_WANTED):
        return None
    places = {name: table.header.index(name.removeprefix(f"{_ID}.")) for name in chosen}
    tally, readings = CountryTally(task), ReadingsByDate(task)
    for number, cells in table:
        if not tally.wants(cells[columns["country"]], cells[columns["code"]]):
            continue
        if year := readings.year(cells[columns["year"]], number, table.header[columns["year"]]):
            for name, place in places.items():
                variable = table.header[place]
                readings.take(name, year, cells[place], number, variable, _bounds(table.header, cells, variable))
    tally.report()
    series = readings.series(offers, described(task, _DATASET))
    return Collected(series, table.rows, readings.rows_used, table.sha256, table.size, tally.seen)


def _bounds(header: Sequence[str], cells: Sequence[Cell], variable: str) -> str:
    """Return the bounds that the measurement model gives, as a note."""
    names = [f"{variable}{bound}" for bound in _BOUNDS]
    if any(name not in header for name in names):
        return ""
    low, high = (str(cells[header.index(name)]).strip() for name in names)
    return f"between {low} and {high}" if low and high else ""


V_DEM = Importer(_ID, _DATASET, _recognise, _collect)
