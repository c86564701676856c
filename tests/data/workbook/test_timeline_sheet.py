from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from tests import briefings


def rows(*, formulas: bool = False) -> list[tuple[Any, ...]]:
    sheet = briefings.read_back(briefings.briefing(), formulas=formulas)["Timeline"]
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=5, max_row=7)]


def test_every_assessment_stands_with_date_stance_index_and_factors() -> None:
    moments = briefings.briefing().moments
    for shown, moment in zip(rows(), moments, strict=True):
        assert shown[0].date() == moment.as_of
        assert shown[2] == moment.stance_text
        assert shown[3] == pytest.approx(moment.index)
        assert shown[6:13] == pytest.approx(moment.factors)
    assert [shown[1] for shown in rows()] == ["earlier", "earlier", "this briefing"]


def test_the_assessment_that_is_briefed_follows_the_scores_and_the_others_do_not() -> None:
    *others, opened = rows(formulas=True)
    assert opened[3] == "=IF(unscored_share>1-dust,NA(),stance_index)"
    assert opened[6].startswith("=IF(Model!$K$")
    assert opened[6].endswith("=0,NA(),factor_electoral_base)")
    assert not any(str(value).startswith("=") for row in others for value in row)


def test_the_cuts_of_the_stance_are_drawn_with_it() -> None:
    sheet = briefings.read_back(briefings.briefing())["Timeline"]
    stance, factors = sheet._charts
    assert [one.val.numRef.f for one in stance.series] == [f"Timeline!${letter}$5:${letter}$7" for letter in "DEF"]
    assert len(factors.series) == len(briefings.playbook().factors)
    cuts = briefings.briefing().model.constants
    assert all(row[4:6] == pytest.approx((cuts.cut_divergent, cuts.cut_aligned)) for row in rows())


def test_the_charts_are_titled_on_both_axes_and_describe_themselves() -> None:
    sheet = briefings.read_back(briefings.briefing())["Timeline"]
    assert all(chart.title and chart.x_axis.title and chart.y_axis.title for chart in sheet._charts)
    with zipfile.ZipFile(io.BytesIO(briefings.content_of(briefings.briefing()))) as archive:
        drawings = "".join(archive.read(name).decode() for name in archive.namelist() if "drawings/drawing" in name)
    assert "10 August 2011 contested (-0.7); 31 December 2011 aligned (+2.2); 15 May 2014 divergent (-1.7)" in drawings
    assert "Value of each factor, assessment by assessment: Electoral base 5.8, 4.6, 5.8" in drawings


def test_what_is_not_scored_is_not_available_and_does_not_show() -> None:
    blank = briefings.blank_with_plan()
    sheet = briefings.read_back(blank)["Timeline"]
    opened = next(row for row in sheet.iter_rows(min_row=5, values_only=True) if row[1] == "this briefing")
    assert opened[2:4] == ("Not scored", "#N/A")
    hidden = [rule for cells in sheet.conditional_formatting for rule in cells.rules if rule.formula == ["ISNA(D5)"]]
    assert hidden[0].dxf.font.color.rgb == "FFFFFFFF"


def test_a_date_that_excel_does_not_know_is_written_out() -> None:
    early, *others = briefings.briefing().moments
    old = replace(briefings.briefing(), moments=(replace(early, as_of=dt.date(1898, 5, 1)), *others))
    sheet = briefings.page_alone(old, "Timeline")
    assert [sheet.cell(row, 1).value for row in (5, 6, 7)] == ["1 May 1898", "31 December 2011", "15 May 2014"]
