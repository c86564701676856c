"""Workbooks as people keep their panels in them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pytest
import xlsxwriter

from data.errors import DataError
from data.panel import xlsx_source
from data.panel.xlsx_source import XlsxSource
from tests.data.panel.panels import write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from data.panel.chunks import RawChunk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "panel.xlsx"


def chunks_of(path: Path) -> list[RawChunk]:
    with XlsxSource(path) as source:
        return list(source.chunks(range(len(source.names))))


def test_cells_come_as_a_sheet_shows_them(path: Path) -> None:
    write_xlsx(
        path,
        [
            {"case": "Perú", "date": dt.date(2014, 5, 15), "x": 6.5, "y": 7},
            {"case": 604, "date": 2014, "x": None, "y": "high"},
            {"case": "=1+1", "date": "2014-05", "x": 0, "y": True},
        ],
    )
    (found,) = chunks_of(path)
    assert found.first_row == 2
    assert found.columns["case"].to_pylist() == ["Perú", "604", "=1+1"]
    assert found.columns["date"].to_pylist() == ["2014-05-15", "2014", "2014-05"]
    np.testing.assert_array_equal(found.columns["x"].to_numpy(), [6.5, np.nan, 0.0])
    assert found.columns["y"].to_pylist() == ["7", "high", "TRUE"]


def test_rows_keep_their_numbers_when_cells_before_them_are_empty(path: Path) -> None:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row("B1", ["case", "date", "x"])
        sheet.write_row("B5", ["Peru", "2014", 3])
    (found,) = chunks_of(path)
    assert found.columns["case"].to_pylist() == ["", "", "", "Peru"]
    assert found.first_row == 2


@pytest.mark.parametrize("first", ["A", "C"])
def test_errors_of_formulas_are_shown_where_they_stand(path: Path, first: str) -> None:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(f"{first}1", ["x", "y"])
        sheet.write_row(f"{first}2", [1, 2])
        second = chr(ord(first) + 1)
        sheet.write_formula(f"{second}3", "=1/0", value="#DIV/0!")
        sheet.write_formula(f"{second}4", "=NA()", value="#N/A")
        sheet.write_number(f"{second}5", 4)
    (found,) = chunks_of(path)
    assert found.columns["y"].to_pylist() == ["2", "#DIV/0!", "", "4"]


def test_a_long_sheet_comes_in_pieces(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_source, "_ROWS", 10)
    write_xlsx(path, [{"case": str(number)} for number in range(25)])
    assert [(chunk.first_row, chunk.rows) for chunk in chunks_of(path)] == [(2, 10), (12, 10), (22, 5)]


def test_the_first_sheet_is_read_and_said_to_be(path: Path) -> None:
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("Scores").write_row(0, 0, ["case"])
        workbook.add_worksheet("Notes").write_row(0, 0, ["anything"])
    with XlsxSource(path) as source:
        assert list(source.names) == ["case"]
        assert list(source.notes) == ['The sheet "Scores" was read, the others were not.']


def test_a_chart_before_it_is_passed_over(path: Path) -> None:
    with xlsxwriter.Workbook(path) as workbook:
        chart = workbook.add_chart({"type": "line"})
        workbook.add_chartsheet("Picture").set_chart(chart)
        sheet = workbook.add_worksheet("Scores")
        sheet.write_row(0, 0, ["case", 1])
        chart.add_series({"values": "=Scores!$B$1:$B$1"})
    with XlsxSource(path) as source:
        assert source.names[0] == "case"


def test_an_empty_first_row_is_no_header(path: Path) -> None:
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet().write_row("A3", ["case", "date"])
    with pytest.raises(DataError, match="the first row of its first sheet is empty"):
        XlsxSource(path)


def test_an_empty_workbook_is_told(path: Path) -> None:
    xlsxwriter.Workbook(path).close()
    with pytest.raises(DataError, match="the first row of its first sheet is empty"):
        XlsxSource(path)
