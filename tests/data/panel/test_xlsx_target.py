"""A workbook whose cells are what they look like, and nothing left over when it fails."""

from __future__ import annotations

import datetime as dt
import tempfile
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from openpyxl import load_workbook

from data.errors import DataError
from data.panel import xlsx_target as module
from data.panel.xlsx_target import SHEET, xlsx_target

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = pa.schema([("case", pa.string()), ("date", pa.string()), ("x", pa.float64()), ("problem", pa.string())])


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the files in which rows wait where a test can see them."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def write_rows(path: Path, rows: list[dict[str, Any]]) -> None:
    with xlsx_target(path, SCHEMA) as write:
        for row in rows:
            write(pa.RecordBatch.from_pylist([row], schema=SCHEMA))


def test_texts_numbers_and_dates_are_cells_of_their_kind(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    write_rows(
        path,
        [
            {"case": "=1+1", "date": "2014-05-15", "x": 0.1},
            {"case": "Perú", "date": "2014-05", "x": None, "problem": "<r>odd</r>"},
            {"case": "old", "date": "1815-06-18", "x": -1.0, "problem": "a\x01b"},
        ],
    )
    sheet = load_workbook(path)[SHEET]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [
        ["case", "date", "x", "problem"],
        ["=1+1", dt.datetime(2014, 5, 15), 0.1, None],
        ["Perú", "2014-05", None, "<r>odd</r> "],
        ["old", "1815-06-18", -1, "a␁b"],
    ]
    assert sheet["A2"].data_type != "f"
    assert sheet.freeze_panes == "C2"


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ROWS", 2)
    rows = [{"case": "a", "date": "2014", "x": 1.0}] * 2
    write_rows(tmp_path / "fits.xlsx", rows)
    with pytest.raises(DataError, match=r"holds 2 rows below its header.*ending \.csv or \.parquet"):
        write_rows(tmp_path / "out.xlsx", [*rows, rows[0]])


@pytest.mark.parametrize("stop", [KeyboardInterrupt, DataError("no")])
def test_nothing_is_left_behind_when_it_stops_half_way(
    tmp_path: Path, temporary: Path, stop: type[BaseException] | BaseException
) -> None:
    path = tmp_path / "out.xlsx"

    def write_half() -> None:
        with xlsx_target(path, SCHEMA) as write:
            write(pa.RecordBatch.from_pylist([{"case": "a", "date": "2014", "x": 1.0}], schema=SCHEMA))
            raise stop

    with pytest.raises((KeyboardInterrupt, DataError)):
        write_half()
    assert not path.exists()
    assert list(temporary.iterdir()) == []


def test_a_place_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path, temporary: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_rows(tmp_path / "absent" / "out.xlsx", [{"case": "a", "date": "2014", "x": 1.0}])
    assert list(temporary.iterdir()) == []
