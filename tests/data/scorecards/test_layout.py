"""Columns are found by their words, wherever they stand."""

from __future__ import annotations

import pytest

from data.scorecards.layout import address, column_number, find_layout, is_header
from data.workbook import pressures_sheet, score_rows


def test_every_layout_that_this_program_wrote_is_found() -> None:
    for headers in (score_rows.SCORE_HEADERS, pressures_sheet.HEADERS):
        layout = find_layout([(1, ["UNCLASSIFIED"]), (2, ["Brief", "Pressures – Peru"]), (4, list(headers))])
        assert layout is not None
        assert layout.header == 4
        assert (layout.columns["id"], layout.columns["best"], layout.columns["justification"]) == (0, 6, 9)
        assert layout.twice == ()


def test_columns_may_stand_anywhere_and_be_written_in_any_capitals() -> None:
    layout = find_layout([(9, [None, " BEST ", "mine", "low", "High", None, "id"])])
    assert layout is not None
    assert dict(layout.columns) == {"best": 1, "low": 3, "high": 4, "id": 6}


def test_a_heading_that_stands_twice_is_told() -> None:
    layout = find_layout([(1, ["Id", "Best", "Best", "Note", "Note"])])
    assert layout is not None
    assert layout.twice == ("best",)


@pytest.mark.parametrize("cells", [["Id", "Side"], ["Best practice"], ["Low", "Best"], [1.0, None], []])
def test_other_rows_are_no_header(cells: list[str | float | None]) -> None:
    assert not is_header(cells)
    assert find_layout([(1, cells)]) is None


def test_cells_are_called_as_a_spreadsheet_calls_them() -> None:
    assert [address(12, place) for place in (0, 3, 25, 26, 16_383)] == ["A12", "D12", "Z12", "AA12", "XFD12"]
    assert [column_number(letters) for letters in ("A", "D", "Z", "AA", "XFD")] == [0, 3, 25, 26, 16_383]
