"""Read an export of public data: which format, how it is written, the series of one country, and every problem."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from data.errors import DataError, Problem
from data.importers.contract import ImportMapping
from data.importers.countries import country as known_country
from data.importers.countries import match, name_of
from data.importers.date_values import DATE_VALUES
from data.importers.elections import ELECTIONS
from data.importers.registry import IMPORTERS, recognise
from data.importers.tables import MOST_PREAMBLE, heading
from data.importers.text_files import read_head
from data.importers.workbooks import is_workbook, open_workbook
from data.intake.told import COUNTRY, FORMAT, TARGET, first, mapping_told, with_defaults

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from advisor.progress import Watch
    from data.importers.contract import CountrySeen, ImportedSeries, Preview, Sniffed
    from data.importers.workbooks import Workbook
    from data.intake.told import Told

_OF_ANYBODY = (DATE_VALUES.id, ELECTIONS.id)
"""Formats of tables that anybody makes: they can be told where nothing was recognised, and their columns too."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """An export as it was read.

    Parameters
    ----------
    told
        What the analyst has told of it.
    formats
        Ids of the importers that know it, the surest first, and those for tables of anybody's making.
    found
        What the importer in use makes of it; None where no importer knows the file and none was told.
    mapping
        How it was read, what was told and what was found together.
    sheets, headings
        What it could be read from: sheets of a workbook, headings of a table of anybody's making.
    country
        Name of the country whose series were read; empty where it is not settled.
    """

    path: Path
    told: Told
    formats: tuple[str, ...] = ()
    found: Sniffed | None = None
    mapping: ImportMapping = field(default_factory=ImportMapping)
    sheets: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    country: str = ""
    preview: Preview | None = None
    imported: ImportedSeries | None = None
    failures: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that stands in the way."""
        if self.failures or self.imported is not None:
            return self.failures
        if self.preview is not None and self.preview.problems:
            return self.preview.problems
        where = f" for {self.country}" if self.country else ""
        return (Problem(self.path.name, "", f"holds nothing to import{where}; choose another country or other series"),)

    @property
    def countries(self) -> tuple[CountrySeen, ...]:
        """The countries that the file names."""
        return self.preview.countries if self.preview else ()


def read_data(
    path: Path,
    told: Told,
    likely: Sequence[str],
    held: Sequence[str],
    wanted: Collection[str],
    today: dt.date,
    watch: Watch,
) -> DataFile:
    """Read an export for the country that it is probably for.

    Parameters
    ----------
    likely
        Names of countries to try in order: the one that the analyst chose, or what is probable.
    held
        Names of countries of the library; where no likely one is in the file, the only one of these that is, or else
        the only country of the file, is taken. Nothing where the analyst chose.
    wanted
        Series that a playbook asks for, chosen before others.

    Raises
    ------
    Cancelled
        Somebody asked to stop.
    """
    read = DataFile(path, told)
    try:
        # Held to the end, so that nobody who looks into it opens it again.
        book = _opened(path, watch)
        sniffed = recognise(path)
        read = _recognised(replace(read, sheets=book.sheets if book else ()), sniffed, wanted)
        if read.found is None:
            return _unknown(read, sniffed)
        return _for_a_country(read, likely, held, today, watch)
    except DataError as error:
        what = str(error).removeprefix(f"{path.name}: ").removeprefix(f"{path}: ")
        return replace(read, failures=(Problem(path.name, "", what),))


def _opened(path: Path, watch: Watch) -> Workbook | None:
    try:
        return open_workbook(path, watch=watch) if is_workbook(path) else None
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror or error}") from error


def _recognised(read: DataFile, sniffed: Sequence[Sniffed], wanted: Collection[str]) -> DataFile:
    """Settle format and mapping."""
    path = read.path
    known = [one.importer for one in sniffed if one.confidence > 0]
    formats = tuple(dict.fromkeys((*known, *_OF_ANYBODY)))
    told_format = first(read.told, FORMAT)
    chosen = told_format if told_format in IMPORTERS else next(iter(known), "")
    told = mapping_told(read.told)
    if not chosen:
        return replace(read, formats=formats, mapping=told)
    found = IMPORTERS[chosen].sniff(path, told)
    told = with_defaults(told, found, wanted)
    mapping = told.over(found.mapping)
    headings = _headings(path, mapping) if chosen in _OF_ANYBODY else ()
    return replace(read, formats=formats, found=found, mapping=mapping, headings=headings)


def _unknown(read: DataFile, sniffed: Sequence[Sniffed]) -> DataFile:
    seen = dict.fromkeys(what.removeprefix(f"{read.path.name}: ") for one in sniffed for what in one.found)
    what = f" ({'; '.join(seen)})" if seen else ""
    remedy = "choose the format, and the columns of date and value"
    return replace(read, failures=(Problem(read.path.name, "", f"is in none of the formats known{what}; {remedy}"),))


def _for_a_country(
    read: DataFile, likely: Sequence[str], held: Sequence[str], today: dt.date, watch: Watch
) -> DataFile:
    """Read the series of the first likely country that the file has rows of."""
    chosen = bool(read.told.get(TARGET))
    tried = read
    for name in dict.fromkeys(likely):
        tried = _read_for(read, name, today, watch)
        if chosen or _may_be_for(tried):
            return tried
    if tried.preview is None:
        assert read.found is not None
        tried = replace(read, preview=IMPORTERS[read.found.importer].preview(read.path, read.mapping, watch=watch))
    there = {one.code for one in tried.countries if one.code}
    ours = {code for name in held if (code := match(name).code) in there}
    only = there if len(there) == 1 else ours
    if len(only) == 1 and not chosen:
        return _read_for(read, name_of(only.pop()), today, watch)
    if likely:
        return tried
    what = "holds several countries" if tried.countries else "does not say which country it is of"
    missing = Problem(read.path.name, "", f"{what}; choose the country to import it into")
    return replace(tried, failures=(*(tried.preview.problems if tried.preview else ()), missing))


def _may_be_for(read: DataFile) -> bool:
    """Say whether a file names the country it was read for, or names no country at all."""
    code = read.preview.countries if read.preview else ()
    return not code or any(one.code and name_of(one.code) == read.country for one in code)


def _read_for(read: DataFile, name: str, today: dt.date, watch: Watch) -> DataFile:
    assert read.found is not None
    known = known_country(first(read.told, COUNTRY) or name)
    importer = IMPORTERS[read.found.importer]
    preview, imported = importer.look(read.path, known.code, read.mapping, today, watch)
    return replace(read, country=known.name, preview=preview, imported=imported)


def _headings(path: Path, mapping: ImportMapping) -> tuple[str, ...]:
    """Return the headings of a table: the row that has those in use, else the first of the widest rows."""
    if is_workbook(path):
        book = open_workbook(path)
        sheet = mapping.sheet if mapping.sheet in book.sheets else next(iter(book.sheets), "")
        rows = [tuple(heading(cell) for cell in row) for _, row in book.rows(sheet, MOST_PREAMBLE)] if sheet else []
    else:
        read = read_head(path, mapping.encoding, mapping.delimiter).rows[:MOST_PREAMBLE]
        rows = [tuple(heading(cell) for cell in row) for row in read]
    used = set(mapping.columns.values())
    row = next((row for row in rows if used and used <= set(row)), max(rows, key=_filled, default=()))
    return tuple(dict.fromkeys(name for name in row if name))


def _filled(row: Sequence[str]) -> int:
    return sum(bool(name) for name in row)
