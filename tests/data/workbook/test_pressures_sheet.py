from __future__ import annotations

from dataclasses import replace

import pytest

from data.workbook.pressures_sheet import HEADERS
from tests import briefings

FIRST = 5
INDICATORS = briefings.playbook().indicator_ids


def row_of(indicator: str) -> int:
    return FIRST + INDICATORS.index(indicator)


def test_the_headers_stay_what_the_import_looks_for() -> None:
    sheet = briefings.read_back(briefings.briefing())["Pressures"]
    assert tuple(cell.value for cell in sheet[4]) == HEADERS
    assert HEADERS[:10] == (
        "Id", "Side", "Factor", "Indicator", "Question", "Low", "Best", "High", "Confidence", "Justification",
    )  # fmt: skip
    assert len(set(HEADERS)) == len(HEADERS)


def test_the_scores_computed_with_stand_locked_beside_the_inputs() -> None:
    sheet = briefings.read_back(briefings.briefing())["Pressures"]
    row = row_of("su_level")
    assert [sheet.cell(4, column).value for column in range(12, 16)] == [
        *("Low as computed", "Best as computed", "High as computed", "Confidence as computed"),
    ]
    assert [sheet.cell(row, column).value for column in range(12, 16)] == [6, 7, 8, "moderate"]
    assert all(sheet.cell(row, column).protection.locked for column in range(11, 16))
    assert sheet.print_area.startswith("'Pressures'!$A$2:$J$")


def test_a_row_says_whether_it_differs_and_compares_as_text_because_blank_is_not_0() -> None:
    sheet = briefings.read_back(briefings.briefing(), formulas=True)["Pressures"]
    assert sheet["K5"].value == ('=IF(F5&"|"&G5&"|"&H5&"|"&I5=L5&"|"&M5&"|"&N5&"|"&O5,"no","yes")')
    rules = [rule.formula[0] for cells in sheet.conditional_formatting for rule in cells.rules if rule.formula]
    assert '$K5="yes"' in rules


def test_once_scores_have_changed_the_sheet_says_so_and_tells_the_way_back() -> None:
    about = briefings.read_back(briefings.briefing(), formulas=True)["Pressures"]["B3"].value
    assert about.startswith("=IF(changed,stale_note&")
    assert "paste their values over Low to Confidence" in about.replace('"&"', "")


def test_every_score_cell_has_a_name_by_its_indicator() -> None:
    names = briefings.read_back(briefings.briefing()).defined_names
    for indicator in INDICATORS:
        row = row_of(indicator)
        assert names[indicator].attr_text == f"Pressures!$G${row}"
        assert names[f"{indicator}_low"].attr_text == f"Pressures!$F${row}"
        assert names[f"{indicator}_high"].attr_text == f"Pressures!$H${row}"


def test_ids_that_excel_would_confuse_still_get_names_of_their_own() -> None:
    first, second, *rest = briefings.briefing().pressures
    pressures = (replace(first, id="su1"), replace(second, id="SU1"), *rest)
    workbook = briefings.read_back(replace(briefings.briefing(), pressures=pressures), formulas=True)
    assert workbook.defined_names["_su1"].attr_text == "Pressures!$G$5"
    assert workbook.defined_names["_SU1.2"].attr_text == "Pressures!$G$6"
    used = [str(cell.value) for cell in workbook["Model"]["F"] if "ISNUMBER" in str(cell.value)]
    assert used[:2] == [
        f"=IF(ISNUMBER({name}),MAX(0,MIN(scale_top,{name})),unscored_best)" for name in ("_su1", "_SU1.2")
    ]


def test_scores_are_numbers_and_unlocked() -> None:
    sheet = briefings.read_back(briefings.briefing())["Pressures"]
    row = row_of("su_level")
    assert [sheet.cell(row, column).value for column in (6, 7, 8)] == [6, 7, 8]
    assert not any(sheet.cell(row, column).protection.locked for column in (6, 7, 8, 9, 10))
    assert sheet.cell(row, 1).protection.locked


def test_an_indicator_that_is_not_scored_is_blank_and_called_unknown() -> None:
    blank = briefings.brief_of(briefings.peru(briefings.BLANK), briefings.findings_of(briefings.BLANK))
    sheet = briefings.page_alone(blank, "Pressures")
    assert [sheet.cell(FIRST, column).value for column in (6, 7, 8)] == [None, None, None]
    assert sheet.cell(FIRST, 9).value == "unknown"


def test_only_scores_from_0_to_10_and_known_confidences_may_be_entered() -> None:
    validations = briefings.read_back(briefings.briefing())["Pressures"].data_validations.dataValidation
    scores, confidence = validations
    assert (scores.type, scores.formula1, scores.formula2) == ("decimal", "0", "10")
    assert str(scores.sqref) == f"F5:H{FIRST + len(INDICATORS) - 1}"
    assert "number from 0 to 10" in scores.error
    assert confidence.formula1 == '"low,moderate,high,unknown"'


@pytest.mark.parametrize("indicator", ["eb_overlap", "de_access"])
def test_the_anchors_are_a_note_on_the_best_score(indicator: str) -> None:
    note = briefings.read_back(briefings.briefing())["Pressures"].cell(row_of(indicator), 7).comment.text
    for score, text in briefings.playbook().indicator[indicator].anchors.items():
        assert f"{score}: {text}" in note


def test_scores_carry_bars_from_0_to_10() -> None:
    sheet = briefings.read_back(briefings.briefing())["Pressures"]
    bars = [rule for cells in sheet.conditional_formatting for rule in cells.rules if rule.type == "dataBar"]
    assert len(bars) == len(INDICATORS) + len(briefings.playbook().factors)
    assert {(bar.dataBar.cfvo[0].val, bar.dataBar.cfvo[1].val) for bar in bars} == {(0, 10)}


def test_the_factors_stand_below_with_their_chart() -> None:
    sheet = briefings.read_back(briefings.briefing())["Pressures"]
    first = FIRST + len(INDICATORS) + 3
    values = [sheet.cell(first + number, 4).value for number in range(7)]
    assert values == [factor.value for factor in briefings.briefing().factors]
    live = briefings.read_back(briefings.briefing(), formulas=True)["Pressures"]
    assert live.cell(first, 4).value == "=factor_electoral_base"
    assert len(sheet._charts) == 1
