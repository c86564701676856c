from __future__ import annotations

from typing import Any

import pytest

from data.workbook.why_sheet import HEADERS
from tests import briefings

STRENGTH, FULL, POINTS, VETO = (HEADERS.index(header) for header in ("Strength", "At full", "Points", "Veto"))


def rows(*, formulas: bool = False) -> list[tuple[Any, ...]]:
    sheet = briefings.read_back(briefings.briefing(), formulas=formulas)["Why"]
    return list(sheet.iter_rows(min_row=5, values_only=True))


def test_every_reason_has_its_row() -> None:
    sheet = briefings.read_back(briefings.briefing())["Why"]
    assert tuple(cell.value for cell in sheet[4]) == HEADERS
    assert len(rows()) == len(briefings.briefing().why)
    for shown, reason in zip(rows(), briefings.briefing().why, strict=True):
        assert (shown[0], shown[1], shown[2]) == (reason.subject, reason.kind, reason.name)
        assert shown[POINTS] == pytest.approx(reason.points, abs=1e-12)
        assert (shown[STRENGTH], shown[FULL]) == (reason.strength, reason.full)


def test_the_points_above_a_sum_add_up_to_it() -> None:
    total = 0.0
    for row in rows():
        if row[1] == "Sum":
            assert total == pytest.approx(row[POINTS], abs=1e-9)
            total = 0.0
        else:
            total += row[POINTS]


def test_strength_and_points_follow_the_model_by_name() -> None:
    shown = {(row[0], row[2]): row for row in rows(formulas=True)}
    factor, rule = shown["Stance", "Military"], shown["Forced eradication in the core area", "The command objects"]
    assert factor[STRENGTH] == "=factor_military/scale_top"
    assert factor[FULL].startswith("=Model!$E$")
    assert rule[STRENGTH] == "=degree_military_objection"
    assert rule[VETO].startswith("=IF(Model!$G$")
    assert shown["Stance", "Stance index"][POINTS] == "=stance_index"
    assert shown["Forced eradication in the core area", "Standing"][POINTS] == "=standing_erad_core"


def test_what_adds_nothing_now_is_grey_by_formula() -> None:
    sheet = briefings.read_back(briefings.briefing())["Why"]
    last = 4 + len(briefings.briefing().why)
    rules = [rule.formula[0] for cells in sheet.conditional_formatting for rule in cells.rules]
    assert "AND(ABS($G5)<0.000000001,N($E5)=0)" in rules
    assert any(str(cells.sqref) == f"A5:K{last}" for cells in sheet.conditional_formatting)
    assert any(row[STRENGTH] == 0 for row in rows())


def test_a_rule_names_its_sources_and_its_veto() -> None:
    veto = next(row for row in rows() if row[1] == "Veto" and str(row[VETO]).startswith("in force"))
    assert veto[9]
    assert 0 < veto[STRENGTH] <= 1
    sums = {row[VETO] for row in rows() if row[1] == "Sum"}
    assert sums == {None, "Vetoed", "Not vetoed"}
