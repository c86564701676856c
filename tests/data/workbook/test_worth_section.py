"""What tailoring and flexibility are worth, on the sheet Plan, as table and chart."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from tests import briefings
from tests.data.workbook.test_plan_sheet import below, sheet_of, table, texts, with_table


def test_every_way_of_acting_stands_with_its_errors_and_its_worst_tenth() -> None:
    rows = below(sheet_of(), "Way of acting")
    for shown, one in zip(rows, table().worth, strict=True):
        assert (shown[1], shown[10]) == (one.strategy, one.meaning)
        assert shown[3:10] == pytest.approx(
            (
                one.mean,
                one.standard_error,
                one.share,
                one.share_error,
                one.worst_tenth,
                one.worst_tenth_error,
                one.worst_tenth_share,
            )
        )


def test_flexibility_is_said_in_a_sentence_too() -> None:
    assert table().flexibility in texts(sheet_of())


def test_the_chart_draws_the_shares_with_titles_on_both_axes() -> None:
    sheet = sheet_of()
    (chart,) = sheet._charts
    first = next(row for row in range(1, sheet.max_row) if sheet.cell(row, 2).value == "Untailored")
    assert [one.val.numRef.f for one in chart.series] == [
        f"Plan!$F${first}:$F${first + 4}",
        f"Plan!$J${first}:$J${first + 4}",
    ]
    assert {one.cat.strRef.f for one in chart.series} == {f"Plan!$B${first}:$B${first + 4}"}
    assert all(axis.title is not None for axis in (chart.x_axis, chart.y_axis))
    assert chart.title is not None


def test_the_chart_describes_itself_to_a_screen_reader() -> None:
    with zipfile.ZipFile(io.BytesIO(briefings.content_of(briefings.briefing_with_plan()))) as archive:
        drawings = "".join(
            archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/drawings/drawing")
        )
    assert (
        "What tailoring and flexibility are worth, as shares of what perfect foresight yields on average: Unt"
        in drawings
    )
    assert "Perfect foresight 100 %, worst tenth" in drawings


def test_without_shares_there_is_a_table_and_no_chart() -> None:
    rows = tuple(replace(one, share=None, share_error=None, worst_tenth_share=None) for one in table().worth)
    sheet = sheet_of(with_table(worth=rows))
    assert sheet._charts == []
    assert [row[5] for row in below(sheet, "Way of acting")] == [None] * 5


def test_a_plan_whose_worth_was_not_measured_says_nothing_of_it() -> None:
    sheet = sheet_of(with_table(worth=(), flexibility=""))
    assert sheet._charts == []
    assert "What tailoring and flexibility are worth" not in texts(sheet)


def test_the_title_of_the_chart_says_when_it_is_of_earlier_scores() -> None:
    sheet = briefings.read_back(briefings.briefing_with_plan(), formulas=True)["Plan"]
    title = next(cell for cell in sheet["B"] if str(cell.value).startswith('=IF(changed,"What'))
    assert title.value == (
        '=IF(changed,"What tailoring and flexibility are worth (of the earlier scores)",'
        '"What tailoring and flexibility are worth")'
    )
    (chart,) = sheet._charts
    assert chart.title.tx.strRef.f == f"Plan!$B${title.row}"
    assert chart.title.tx.strRef.strCache.pt[0].v == "What tailoring and flexibility are worth"
