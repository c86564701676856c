from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QLocale

from ui.dates import ENGLISH, entry_format, written
from ui.styles import DATE_STYLES, DateStyle, date_style, decimal_sign, wear_styles
from ui.tab_separated import tab_separated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

DATE = dt.date(2014, 5, 15)


@pytest.fixture(autouse=True)
def worn_again(qapp: QApplication) -> Iterator[None]:
    yield
    wear_styles("day_first", "point")


@pytest.mark.parametrize(
    ("style", "text"), [("day_first", "15 May 2014"), ("month_first", "May 15, 2014"), ("iso", "2014-05-15")]
)
def test_dates_are_written_and_entered_in_the_style_chosen(style: DateStyle, text: str) -> None:
    wear_styles(style, "point")
    assert date_style() == style
    assert written(DATE) == text
    assert ENGLISH.toString(QDate(2014, 5, 15), entry_format()) == text


def test_copied_numbers_have_the_decimal_sign_chosen() -> None:
    wear_styles(DATE_STYLES[0], "comma")
    assert tab_separated([["a.b", 6.5]]) == "a.b\t6,5\n"
    wear_styles(DATE_STYLES[0], "system")
    assert decimal_sign() == QLocale.system().decimalPoint()
