from __future__ import annotations

import pytest

from data.workbook.number_text import signed_formula, signed_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (-1.748033834098794, "−1.75"),
        (2.205, "+2.21"),
        (-2.205, "−2.21"),
        (0.125, "+0.13"),
        (0.0, "0.00"),
        (-0.004, "0.00"),
        (0.005, "+0.01"),
        (-0.005, "−0.01"),
        (12.0, "+12.00"),
    ],
)
def test_a_number_is_written_as_a_spreadsheet_rounds_it(number: float, text: str) -> None:
    assert signed_text(number, 2) == text


def test_the_formula_asks_for_no_format_in_the_language_of_the_reader() -> None:
    assert signed_formula("A1", 2) == 'IF(ROUND(A1,2)=0,"",IF(A1<0,"−","+"))&FIXED(ABS(A1),2,TRUE)'
