from __future__ import annotations

import pytest

from data.workbook.options_sheet import HEADERS
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
