"""A file is opened by its ending, once it is what the ending says."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from data.errors import DataError
from data.panel.csv_source import CsvSource
from data.panel.parquet_source import ParquetSource
from data.panel.sources import open_source
from data.panel.xlsx_source import XlsxSource
from tests.data.panel.panels import write_csv, write_parquet, write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [{"case": "Peru", "date": "2014-05", "x": 6.5}]
KNOWN = ("case", "date", "x")
WRITE = {".csv": write_csv, ".xlsx": write_xlsx, ".parquet": write_parquet}
KINDS = {".csv": CsvSource, ".xlsx": XlsxSource, ".parquet": ParquetSource}


@pytest.mark.parametrize("ending", WRITE)
@pytest.mark.parametrize("capital", [False, True])
def test_every_format_is_opened_by_its_ending(tmp_path: Path, ending: str, capital: bool) -> None:
    path = WRITE[ending](tmp_path / f"panel{ending.upper() if capital else ending}", ROWS)
    with open_source(path, KNOWN) as source:
        assert isinstance(source, KINDS[ending])
        assert tuple(source.names) == KNOWN


@pytest.mark.parametrize(
    ("real", "named", "said"),
    [
        (".xlsx", ".csv", "is an Excel workbook; give the file the ending of what it is"),
        (".parquet", ".csv", "is a Parquet file"),
        (".csv", ".xlsx", "is not an Excel workbook"),
        (".csv", ".parquet", "is not a Parquet file"),
        (".parquet", ".xlsx", "is a Parquet file"),
    ],
)
def test_a_file_that_is_something_else_is_told(tmp_path: Path, real: str, named: str, said: str) -> None:
    path = tmp_path / f"panel{named}"
    shutil.copy(WRITE[real](tmp_path / f"real{real}", ROWS), path)
    with pytest.raises(DataError, match=said):
        open_source(path, KNOWN)


@pytest.mark.parametrize("name", ["panel.txt", "panel", "panel.xls", "panel.csv.gz"])
def test_other_endings_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataError, match=r"ends in \.csv, \.xlsx or \.parquet"):
        open_source(tmp_path / name, KNOWN)


@pytest.mark.parametrize("ending", WRITE)
def test_an_empty_file_is_told(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"panel{ending}"
    path.touch()
    with pytest.raises(DataError, match="is empty; a panel has a header"):
        open_source(path, KNOWN)


def test_an_old_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "panel.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    with pytest.raises(DataError, match="an old or a protected Excel workbook"):
        open_source(path, KNOWN)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    for name in ("absent.csv", "folder.csv"):
        with pytest.raises(DataError, match="check the name and its folder"):
            open_source(tmp_path / name, KNOWN)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "panel.csv")
    with pytest.raises(DataError, match="is no ordinary file"):
        open_source(tmp_path / "panel.csv", ())
