"""The one way through every importer: sniff a file, preview what it would bring, read it as a whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from advisor.progress import Watch
from data.errors import DataError, InvalidFiles, Problem
from data.importers.contract import Collected, ImportedSeries, ImportMapping, Preview, Provenance, Sniffed
from data.importers.countries import country as known_country
from data.importers.problems import ImportProblems, counted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from advisor.case import Series


@dataclass(frozen=True, slots=True)
class Task:
    """One reading of one file; without a country it is looked through for what it holds."""

    path: Path
    mapping: ImportMapping
    country: str
    problems: ImportProblems
    watch: Watch


@dataclass(frozen=True, slots=True)
class Importer:
    """Reads one published format.

    Attributes
    ----------
    dataset
        What the format is called when it is cited as a source.
    checked
        Whether what is read counts as verified: true for published datasets, false for tables of anybody's making.
    """

    id: str
    dataset: str
    recognise: Callable[[Path, ImportMapping], Sniffed]
    collect: Callable[[Task], Collected | None]
    checked: bool = True

    def sniff(self, path: Path, mapping: ImportMapping | None = None) -> Sniffed:
        """Say how sure it is that the file is of this format, and how it seems to be written; never fails on content.

        Parameters
        ----------
        mapping
            What is known by now: with another encoding, delimiter or sheet, other columns may be found.

        Raises
        ------
        DataError
            There is no such file, or it is empty.
        """
        _check_there(path)
        try:
            return self.recognise(path, mapping or ImportMapping())
        except DataError as error:
            return Sniffed(self.id, 0.0, (str(error),))

    def preview(
        self, path: Path, mapping: ImportMapping | None = None, country: str = "", watch: Watch | None = None
    ) -> Preview:
        """Read the whole file and say what would be imported, with every problem at once; nothing is kept.

        Parameters
        ----------
        country
            Name or code; without one the countries of the file are listed and no series is made.

        Raises
        ------
        DataError
            There is no such file or country.
        Cancelled
            Somebody asked to stop.
        """
        return self._looked_through(path, mapping, country, watch)[0]

    def read(
        self, path: Path, country: str, mapping: ImportMapping | None, read_on: dt.date, watch: Watch | None = None
    ) -> ImportedSeries:
        """Return the series of one country with where they come from.

        Raises
        ------
        InvalidFiles
            With every problem; nothing is imported then.
        DataError
            There is no such file or country.
        Cancelled
            Somebody asked to stop.
        """
        preview, imported = self.look(path, country, mapping, read_on, watch)
        if imported is None:
            nothing = Problem(path.name, "", f"holds nothing to import for {known_country(country).name}")
            raise InvalidFiles(preview.problems or (nothing,))
        return imported

    def look(
        self, path: Path, country: str, mapping: ImportMapping | None, read_on: dt.date, watch: Watch | None = None
    ) -> tuple[Preview, ImportedSeries | None]:
        """Return what an import of one country would bring, and the series themselves where nothing is in the way.

        Raises
        ------
        DataError
            There is no such file or country.
        Cancelled
            Somebody asked to stop.
        """
        found = known_country(country)
        preview, collected = self._looked_through(path, mapping, found.code, watch)
        if collected is None or not preview.ready:
            return preview, None
        provenance = Provenance(
            importer=self.id,
            dataset=self.dataset,
            file=path.name,
            sha256=collected.sha256,
            size=collected.size,
            country=found.code,
            rows=preview.rows,
            rows_used=preview.rows_used,
            rows_left_out=preview.rows_left_out,
            read_on=read_on,
            mapping=preview.mapping,
        )
        sourced = self._sourced(preview.series, f"{path.name}, read {read_on}")
        return preview, ImportedSeries(tuple(replace(one, origin=provenance.origin) for one in sourced), provenance)

    def _looked_through(
        self, path: Path, mapping: ImportMapping | None, country: str, watch: Watch | None
    ) -> tuple[Preview, Collected | None]:
        code = known_country(country).code if country else ""
        settled = (mapping or ImportMapping()).over(self.sniff(path, mapping).mapping)
        problems = ImportProblems(path.name)
        try:
            collected = self.collect(Task(path, settled, code, problems, watch or Watch()))
        except DataError as error:
            problems.add(str(error).removeprefix(f"{path.name}: "))
            collected = None
        return self._preview(path, settled, collected, problems), collected

    def _preview(
        self, path: Path, mapping: ImportMapping, collected: Collected | None, problems: ImportProblems
    ) -> Preview:
        of_rows, notes = problems.of_rows, tuple(problems.notes)
        left_out = problems.bad_rows if mapping.leave_out_bad_rows else 0
        if left_out:
            what = f"{counted(left_out, 'row')} with a problem left out"
            notes = (*notes, Problem(path.name, "", what), *of_rows)
            of_rows = ()
        series = collected.series if collected else ()
        return Preview(
            importer=self.id,
            file=path.name,
            mapping=mapping,
            series=self._sourced(series, path.name),
            rows=collected.rows if collected else 0,
            rows_used=collected.rows_used if collected else 0,
            rows_left_out=left_out,
            problems=(*problems.whole, *of_rows),
            notes=notes,
            countries=collected.countries if collected else (),
            kinds=collected.kinds if collected else (),
        )

    def _sourced(self, series: Sequence[Series], where: str) -> tuple[Series, ...]:
        source = f"{self.dataset}, {where}" if self.checked else where
        return tuple(
            replace(one, points=tuple(replace(point, source=source, verified=self.checked) for point in one.points))
            for one in series
        )


def _check_there(path: Path) -> None:
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror or error}") from error
    if empty:
        raise DataError(f"{path.name}: is empty; export it again")
