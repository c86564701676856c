from __future__ import annotations

import io

import pytest
from xlsxwriter.workbook import Workbook

from data.workbook.charts import data_bar, dress_lines, font, new_chart, rows_covered


@pytest.mark.filterwarnings("ignore:Unknown chart type")
def test_a_chart_that_excel_does_not_know_is_refused() -> None:
    with Workbook(io.BytesIO()) as workbook:
        workbook.add_worksheet()
        with pytest.raises(ValueError, match='"spiral" is no type of chart'):
            new_chart(workbook, "spiral")


def test_charts_are_lettered_in_the_font_of_the_workbook() -> None:
    assert font(9)["name"] == "Calibri"


def test_a_data_bar_starts_at_zero_and_ends_at_the_top_of_its_scale() -> None:
    bar = data_bar("#BFDDD8", 10)
    assert (bar["min_value"], bar["max_value"]) == (0, 10)


def test_a_chart_covers_every_row_that_it_touches() -> None:
    assert [rows_covered(height) for height in (20, 21, 400)] == [1, 2, 20]


@pytest.mark.parametrize("months", [3, None])
def test_a_chart_over_time_letters_dates_only_where_there_are_dates(months: int | None) -> None:
    with Workbook(io.BytesIO()) as workbook:
        workbook.add_worksheet()
        chart = new_chart(workbook, "line")
        dress_lines(chart, "Title", "Value", {"min": 0}, months=months)
        assert bool(chart.date_category) == bool(months)
