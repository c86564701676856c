from __future__ import annotations

import pytest

from ui.tab_separated import tab_separated


def test_cells_stand_between_tabs_and_rows_on_lines() -> None:
    assert tab_separated([["Option", "Rank"], ["Pause", 18]]) == "Option\tRank\nPause\t18\n"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1+1"])
def test_text_that_a_spreadsheet_would_calculate_is_neutralised(text: str) -> None:
    assert tab_separated([[text]]) == f"'{text.strip()}\n"


def test_numbers_stay_numbers_also_below_zero() -> None:
    assert tab_separated([[-8.583333, 3, 0.80859375]]) == "-8.5833\t3\t0.8086\n"


def test_a_tab_or_line_break_in_a_text_does_not_make_another_cell() -> None:
    assert tab_separated([["two\tcells\nor lines"]]) == "two cells or lines\n"


def test_what_is_not_known_is_an_empty_cell() -> None:
    assert tab_separated([["a", None, "b"]]) == "a\t\tb\n"
