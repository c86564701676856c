"""The formulas from scores to degrees, as a sceptic would read them."""

from __future__ import annotations

import re
from typing import Any

from tests import briefings


def formulas() -> Any:
    return briefings.read_back(briefings.briefing(), formulas=True)["Model"]


def row_of(sheet: Any, identifier: str) -> int:
    return next(int(cell.row) for cell in sheet["A"] if cell.value == identifier)


def test_a_score_is_held_to_the_scale_and_graded() -> None:
    sheet = formulas()
    row = row_of(sheet, "su_level")
    assert [sheet.cell(row, column).value for column in range(6, 11)] == [
        "=IF(ISNUMBER(su_level),MAX(0,MIN(scale_top,su_level)),unscored_best)",
        f"=MAX(0,MIN(1,(F{row}-scale_middle)/level_span))",
        f"=MAX(0,MIN(1,(scale_middle-F{row})/level_span))",
        f"=1-MAX(G{row},H{row})",
        "=IF(ISNUMBER(su_level),1,0)",
    ]


def test_a_factor_is_the_weighted_mean_of_its_own_indicators() -> None:
    sheet = formulas()
    first, last = (row_of(sheet, name) for name in ("su_level", "su_disapproval"))
    weights, values = f"$E${first}:$E${last}", f"$F${first}:$F${last}"
    assert sheet.cell(row_of(sheet, "unrest"), 6).value == f"=SUMPRODUCT({weights},{values})/SUM({weights})"


def test_the_condition_of_a_rule_stands_beside_its_formula() -> None:
    sheet = formulas()
    row = row_of(sheet, "spend_inside_valley")
    armed, influence, exposure = (row_of(sheet, name) for name in ("th_armed", "ms_influence", "ms_exposure"))
    assert sheet.cell(row, 4).value == "high(th_armed) and (high(ms_influence) or high(ms_exposure))"
    assert sheet.cell(row, 6).value == f"=MIN($G${armed},MAX($G${influence},$G${exposure}))"


def test_a_veto_is_in_force_from_its_limit_on_less_the_dust() -> None:
    sheet = formulas()
    row = row_of(sheet, "military_objection")
    assert sheet.cell(row, 5).value == 0.6
    assert sheet.cell(row, 7).value == f"=IF(F{row}>=E{row}-dust,1,0)"
    assert sheet.cell(row_of(sheet, "base_in_valley"), 7).value is None


def test_the_stance_is_the_sum_of_its_points_and_its_class_follows_the_cuts() -> None:
    sheet = formulas()
    row = row_of(sheet, "stance_index")
    assert re.fullmatch(r"=SUM\(\$J\$\d+:\$J\$\d+\)\+SUM\(\$J\$\d+:\$J\$\d+\)", sheet.cell(row, 6).value)
    number = "=1+IF(stance_index>cut_divergent+dust,1,0)+IF(stance_index>cut_aligned+dust,1,0)"
    assert sheet.cell(row_of(sheet, "stance_number"), 6).value == number
