"""What the program computed says so and turns grey, by formula, once a score differs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from data.workbook import styles
from data.workbook.staleness import stale_text
from tests import briefings


def greyed(sheet: Any) -> list[str]:
    return [str(cells.sqref) for cells in sheet.conditional_formatting for rule in cells.rules if is_grey(rule)]


def is_grey(rule: Any) -> bool:
    fill = rule.dxf.fill if rule.dxf else None
    return rule.formula == ["changed"] and fill is not None and fill.bgColor.rgb == f"FF{styles.STALE.fill[1:]}"


def test_the_sentence_says_since_when_and_what_is_of_earlier_scores() -> None:
    with_plan = briefings.briefing_with_plan()
    assert stale_text(with_plan) == (
        "Scores have changed since 15 May 2014, 09:30: chances, plan and prices are of the earlier scores."
    )
    assert "plan" not in stale_text(replace(with_plan, plan_table=None))


@pytest.mark.parametrize("sheet", ["Brief", "Pressures", "Options", "Plan"])
def test_every_sheet_with_computed_results_says_whether_they_are_stale(sheet: str) -> None:
    page = briefings.read_back(briefings.briefing_with_plan(), formulas=True)[sheet]
    said = [str(cell.value) for row in page.iter_rows(max_row=5) for cell in row if "stale_note" in str(cell.value)]
    assert len(said) == 1


def test_the_sentence_stands_once_and_follows_the_cell_that_compares() -> None:
    workbook = briefings.read_back(briefings.briefing_with_plan(), formulas=True)
    model, names = workbook["Model"], workbook.defined_names
    cells = {name: model[names[name].attr_text.rpartition("!")[2]].value for name in ("changed", "stale_note")}
    assert cells["changed"] == '=COUNTIF(Pressures!$K$5:$K$26,"yes")>0'
    assert re.fullmatch(r"=IF\(changed,F\d+,F\d+\)", cells["stale_note"])


def test_what_was_computed_turns_grey_and_what_is_live_does_not() -> None:
    workbook = briefings.read_back(briefings.briefing_with_plan())
    assert greyed(workbook["Options"]) == ["C5:C26", "E5:H26", "O5:P26"]
    assert len(greyed(workbook["Plan"])) == 1
    assert greyed(workbook["Why"]) == greyed(workbook["Pressures"]) == greyed(workbook["Timeline"]) == []
    first, second = greyed(workbook["Brief"])
    live = next(cell.row for cell in workbook["Brief"]["B"] if str(cell.value).startswith("By best scores now"))
    assert int(first.rpartition("E")[2]) == live - 1
    assert int(second[1:].partition(":")[0]) == live + 2


def test_grey_comes_before_every_other_colour() -> None:
    sheet = briefings.read_back(briefings.briefing_with_plan())["Options"]
    rules = [(rule.priority, rule) for cells in sheet.conditional_formatting for rule in cells.rules]
    stale = [(priority, rule) for priority, rule in rules if is_grey(rule)]
    others = [priority for priority, rule in rules if rule.type in ("cellIs", "dataBar")]
    assert max(priority for priority, _ in stale) < min(others)
    assert all(rule.stopIfTrue for _, rule in stale)
