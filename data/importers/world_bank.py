"""A World Bank indicator as downloaded: metadata rows, then one row a country and indicator, one column a year.

Beside it may lie the file Metadata_Indicator_..., whose name and source are taken over. The DataBank's spelling of the
same table ("Series Name", "2014 [YR2014]", "..") is read too.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from data.importers.contract import Collected, ImportMapping, SeriesOnOffer, Sniffed
from data.importers.country_tally import CountryTally
from data.importers.importer import Importer, Task
from data.importers.problems import some_of
from data.importers.readings import ReadingsByDate, check_chosen, described
from data.importers.tables import TextTable, find_columns, has_headings
from data.importers.text_files import read_head
from data.importers.workbooks import is_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


_ID, _DATASET = "world_bank", "World Bank"
_WANTED = {
    "country": ("Country Name",),
    "code": ("Country Code",),
    "indicator": ("Indicator Name", "Series Name"),
    "indicator code": ("Indicator Code", "Series Code"),
}
_HEADINGS = ("Country Name", "Country Code", "Indicator Code", "Series Code", "Indicator Name", "Series Name")
_LEAST = 3
_YEAR = re.compile(r"(\d{4})(?: \[YR\1\])?", re.ASCII)
_METADATA = ("Metadata_Country_", "Metadata_Indicator_")
_FOOTERS = ("Data from database", "Last Updated")
_SURE = 0.95
_UNIT = re.compile(r"\(([^()]*)\)$")


def _is_header(names: Sequence[str]) -> bool:
    return has_headings(names, _HEADINGS, _LEAST)


def _recognise(path: Path, told: ImportMapping) -> Sniffed:
    if is_workbook(path):
        return Sniffed(_ID, 0.0)
    if path.name.startswith(_METADATA):
        beside = f"this is a metadata file; choose the file API_... beside it, {path.name.split('_', 2)[2]}"
        return Sniffed(_ID, 0.0, (beside,))
    head = read_head(path, told.encoding, told.delimiter)
    at = next((place for place, row in enumerate(head.rows) if _is_header(row)), None)
    if at is None:
        return Sniffed(_ID, 0.0)
    codes = _indicators(head.rows[at], head.rows[at + 1 :])
    offers = tuple(SeriesOnOffer(f"{_ID}.{code}", name, _unit(name)) for code, name in codes.items())
    updated = _updated(head.rows[:at])
    found = (f"indicators {some_of(codes)}", *([f"last updated {updated}"] if updated else []))
    one = tuple(offer.name for offer in offers) if len(offers) == 1 else ()
    return Sniffed(_ID, _SURE, found, ImportMapping(head.encoding, head.delimiter, series=one), offers)


def _collect(task: Task) -> Collected | None:
    table = TextTable(task, _is_header, _FOOTERS)
    if not table.header:
        task.problems.add(
            "is no World Bank download: no row with Country Name, Country Code, Indicator Code is among the first"
        )
        return None
    columns = find_columns(task, table.header, _WANTED)
    if len(columns) < len(_WANTED):
        return None
    years = {place: match[1] for place, name in enumerate(table.header) if (match := _YEAR.fullmatch(name))}
    if not years:
        task.problems.add("has no column headed with a year, such as 2014")
    tally, readings, named = CountryTally(task), ReadingsByDate(task), dict[str, str]()
    for number, cells in table:
        code = str(cells[columns["indicator code"]]).strip()
        named.setdefault(code, str(cells[columns["indicator"]]).strip())
        wanted = tally.wants(cells[columns["country"]], cells[columns["code"]])
        if wanted and f"{_ID}.{code}" in task.mapping.series:
            for place, year in years.items():
                readings.take(f"{_ID}.{code}", year, cells[place], number, table.header[place])
    tally.report()
    offers = {f"{_ID}.{code}": SeriesOnOffer(f"{_ID}.{code}", name, _unit(name)) for code, name in named.items()}
    check_chosen(task, offers)
    series = readings.series(offers, described(task, _source(task.path, table.preamble)))
    return Collected(series, table.rows, readings.rows_used, table.sha256, table.size, tally.seen)


def _indicators(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping[str, str]:
    lowered = [name.casefold() for name in header]
    places = [
        next((lowered.index(name.casefold()) for name in _WANTED[role] if name.casefold() in lowered), None)
        for role in ("indicator code", "indicator")
    ]
    code, name = places
    if code is None or name is None:
        return {}
    return {row[code]: row[name] for row in rows if len(row) > max(code, name) and row[code]}


def _source(path: Path, preamble: Sequence[Sequence[str]]) -> str:
    """Return what the metadata beside the file and above the table say of the source."""
    updated = _updated(preamble)
    parts = [_organisation(path), f"updated {updated}" if updated else ""]
    return "; ".join(["World Bank", *(part for part in parts if part)])


def _updated(preamble: Sequence[Sequence[str]]) -> str:
    return next((row[1] for row in preamble if len(row) > 1 and row[0].startswith("Last Updated")), "")


def _organisation(path: Path) -> str:
    """Return the source that the metadata file beside the download names, empty without such a file."""
    beside = path.with_name(f"{_METADATA[1]}{path.name}")
    try:
        with beside.open(encoding="utf-8-sig", newline="") as file:
            row = next(csv.DictReader(file), {})
    except (OSError, UnicodeDecodeError, csv.Error):
        return ""
    return " ".join((row.get("SOURCE_ORGANIZATION") or "").split())


def _unit(name: str) -> str:
    """Return the unit that an indicator's name ends with: "Military expenditure (% of GDP)"."""
    match = _UNIT.search(name)
    return match[1] if match else ""


WORLD_BANK = Importer(_ID, _DATASET, _recognise, _collect)
