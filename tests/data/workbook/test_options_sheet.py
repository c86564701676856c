from __future__ import annotations

from dataclasses import replace

import pytest

from data.workbook.measure import height
from data.workbook.options_sheet import HEADERS, leads_so_far
from tests import briefings

FIRST = 5


def cells(row: int) -> dict[str, object]:
    sheet = briefings.read_back(briefings.briefing())["Options"]
    return {header: sheet.cell(row, column).value for column, header in enumerate(HEADERS, 1)}


def test_options_stand_by_rank_with_verdict_and_likelihood_in_numbers_and_words() -> None:
    best, shown = briefings.briefing().options[0], cells(FIRST)
    assert shown["Rank"] == 1
    assert shown["Option"] == best.name
    assert shown["Verdict"] == "● Lead"
    assert (shown["Chance now"], shown["Now, in words"]) == (best.p_now, best.now_words)
    assert (shown["Chance at the horizon"], shown["Then, in words"]) == (best.p_horizon, best.horizon_words)


def test_the_parts_of_a_standing_add_up() -> None:
    shown = cells(FIRST + 3)
    parts = [shown[name] for name in ("Domestic", "External", "Both sides")]
    assert sum(part for part in parts if isinstance(part, int | float)) == pytest.approx(shown["Standing"])


def test_a_veto_is_said_in_words() -> None:
    last = cells(FIRST + len(briefings.briefing().options) - 1)
    assert (last["Vetoed"], last["Reason"]) == ("yes", "Vetoed: the command objects")


def test_advice_and_price_stand_line_by_line() -> None:
    rows = briefings.briefing().options
    priced = next(number for number, row in enumerate(rows) if row.price)
    text = str(cells(FIRST + priced)["Conditions, advice and price"])
    assert text.splitlines()[-1] == f"Price: {rows[priced].price}"


def test_the_chart_splits_every_standing_and_describes_itself() -> None:
    sheet = briefings.read_back(briefings.briefing())["Options"]
    (chart,) = sheet._charts
    assert chart.grouping == "stacked"
    assert len(chart.series) == 3
    last = FIRST + len(briefings.briefing().options) - 1
    assert chart.series[0].val.numRef.f == f"Options!$J$5:$J${last}"


def test_a_row_shows_the_option_whose_rank_it_carries() -> None:
    sheet = briefings.read_back(briefings.briefing(), formulas=True)["Options"]
    shown = {header: sheet.cell(FIRST, column).value for column, header in enumerate(HEADERS, 1)}
    assert shown["Rank"] == 1
    assert shown["Place in playbook"].startswith("=MATCH($A5,Model!$J$")
    for header in ("Option", "Verdict", "Verdict by best scores", "Standing", "Chance now", "Reason", "Vetoed"):
        assert shown[header].startswith("=INDEX(Model!$"), header
        assert shown[header].endswith(",$Q5)"), header


def test_the_names_of_the_leads_add_up_from_row_to_row() -> None:
    options = briefings.briefing().options
    sheet = briefings.read_back(briefings.briefing())["Options"]
    leads = [option.name for option in options if option.best_verdict_text == "● Lead"]
    assert sheet.cell(FIRST, len(HEADERS)).value == options[0].name
    assert sheet.cell(FIRST + len(options) - 1, len(HEADERS)).value == "  ·  ".join(leads)
    formulas = briefings.read_back(briefings.briefing(), formulas=True)["Options"]
    assert formulas["R6"].value == '=IF(D6="● Lead",IF(R5="None",B6,R5&"  ·  "&B6),R5)'
    assert leads_so_far([replace(option, best_verdict_text="✕ Avoid") for option in options[:2]]) == ["None", "None"]


def test_every_row_is_high_enough_for_another_option_to_move_in() -> None:
    sheet = briefings.read_back(briefings.briefing())["Options"]
    heights = [sheet.row_dimensions[FIRST + number].height for number in range(len(briefings.briefing().options))]
    assert min(heights) >= height(3, 9) - 1
