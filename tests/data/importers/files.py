"""The sample files, copies of them with one thing changed, and workbooks made on the spot."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter

from data.errors import InvalidFiles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.importers.contract import ImportMapping
    from data.importers.importer import Importer

SAMPLES = Path(__file__).parent / "samples"
TODAY = dt.date(2026, 7, 5)


def changed(target: Path, sample: str, old: str, new: str, encoding: str = "utf-8") -> Path:
    """Copy a sample, with the first occurrence of a text that must be there replaced."""
    text = (SAMPLES / sample).read_bytes().decode(encoding)
    assert old in text, f"{sample} does not hold {old}"
    path = target / sample
    path.write_bytes(text.replace(old, new, 1).encode(encoding))
    return path


def written(target: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    """Write a file of one's own."""
    path = target / name
    path.write_bytes(text.encode(encoding))
    return path


def workbook(target: Path, sheets: Mapping[str, Sequence[Any]]) -> Path:
    """Write a workbook with these rows on these sheets."""
    path = target / "made.xlsx"
    with xlsxwriter.Workbook(path) as book:
        dates = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, dt.date):
                        sheet.write_datetime(number, column, dt.datetime.combine(value, dt.time()), dates)
                    elif value is not None:
                        sheet.write(number, column, value)
    return path


def with_part(path: Path, part: str, content: bytes) -> Path:
    """Replace or add one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, part: content}.items():
            archive.writestr(name, data)
    return path


def values(importer: Importer, path: Path, mapping: ImportMapping | None = None) -> dict[str, dict[str, float]]:
    """Read Peru's series and return them as values by date, by name."""
    read = importer.read(path, "Peru", mapping, TODAY)
    return {one.name: {point.date: point.value for point in one.points} for one in read.series}


def problems(importer: Importer, path: Path, mapping: ImportMapping | None = None) -> list[str]:
    """Return the problems that keep Peru's series from being read."""
    with pytest.raises(InvalidFiles) as caught:
        importer.read(path, "Peru", mapping, TODAY)
    shown = importer.preview(path, mapping, "Peru").problems
    assert [str(one) for one in caught.value.problems] == [str(one) for one in shown] or not shown
    return [str(problem) for problem in caught.value.problems]


def notes(importer: Importer, path: Path, mapping: ImportMapping | None = None) -> list[str]:
    """Return what the preview for Peru tells besides problems."""
    return [str(note) for note in importer.preview(path, mapping, "Peru").notes]
