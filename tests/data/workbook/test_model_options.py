"""The formulas from degrees to verdicts, and what the program computed, as a sceptic would read them."""

from __future__ import annotations

import re
from typing import Any

from data.workbook.model_layout import OPTION_ROWS
from data.workbook.model_options import NO_ADVICE, advice_text
from tests import briefings

OPTIONS = briefings.playbook().options


def column(option: str, *, formulas: bool = True) -> dict[str, Any]:
    """Return the cells of an option from top to bottom, by the name of their row."""
    sheet = briefings.read_back(briefings.briefing(), formulas=formulas)["Model"]
    title = next(cell.row for cell in sheet["A"] if cell.value == "6  Options")
    at = 10 + [one.id for one in OPTIONS].index(option)
    return {name: sheet.cell(row, at).value for row, name in enumerate(OPTION_ROWS, title + 3)}


def test_the_terms_of_a_standing_are_sums_by_side() -> None:
    cells = column("alt_dev")
    by_side = r'=SUMPRODUCT\(\(\$C\$\d+:\$C\$\d+="{}"\)\*\$F\$\d+:\$F\$\d+\*\$M\$\d+:\$M\$\d+\){}'
    assert re.fullmatch(by_side.format("Domestic", "/scale_top"), cells["factors_domestic"])
    assert re.fullmatch(by_side.format("Both sides", ""), cells["rules_interaction"])


def test_the_cap_takes_off_what_exceeds_it_either_way() -> None:
    cells = column("alt_dev")
    assert re.fullmatch(r"=MAX\(-rule_cap,MIN\(rule_cap,M(\d+)\)\)-M\1", cells["cap_excess"])
    assert cells["cost"] == "=-cost_of_agreeing"
    shown = column("erad_core", formulas=False)
    assert shown["rules_together"] < -4
    assert shown["rules_together"] + shown["cap_excess"] == -4


def test_the_verdict_uses_the_limits_of_the_playbook_and_the_dust_of_the_engine() -> None:
    verdict = column("alt_dev")["verdict_number"]
    for part in (
        *(">=lead_worth-dust", "unscored_share<=lead_max_unscored+dust", ">=-dust"),
        ">=reserve_standing-dust",
    ):
        assert part in verdict


def test_ties_of_worth_are_ranked_in_the_order_of_the_playbook() -> None:
    cells = column("alt_dev")
    assert re.fullmatch(r"=ROUND\(M\d+,rank_decimals\)", cells["rounded"])
    own = r"M(\d+)"
    rank = rf"=SUMPRODUCT\(\(\$J\$\d+:\$AE\$\d+>{own}\)\*1\)\+SUMPRODUCT\(\(\$J\$\d+:M\1=M\1\)\*1\)"
    assert re.fullmatch(rank, cells["rank"])


def test_a_vetoed_option_delivers_refusal() -> None:
    shown = column("erad_core", formulas=False)
    assert (shown["vetoed"], shown["in_win_set"], shown["delivered"], shown["verdict"]) == ("yes", "no", -1, "Avoid")
    assert shown["worth"] == -shown["backlash"]
    assert shown["id"] == "erad_core"


def test_what_the_program_computed_stands_in_the_order_of_the_playbook_with_its_time() -> None:
    sheet = briefings.read_back(briefings.briefing())["Model"]
    title = next(cell for cell in sheet["A"] if str(cell.value).startswith("Computed by the program on"))
    assert title.value == "Computed by the program on 15 May 2014, 09:30"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=title.row + 3)]
    assert [row[1] for row in rows] == [option.name for option in OPTIONS]
    for option in briefings.briefing().options:
        row = rows[option.place - 1]
        assert (row[2], row[3], row[4], row[6]) == (option.verdict_text, option.reason, option.p_now, option.p_horizon)
        assert row[9] == advice_text(option)


def test_an_option_without_advice_has_a_dash_because_a_blank_would_read_as_0() -> None:
    plain = next(option for option in briefings.briefing().options if not option.advice and not option.price)
    assert advice_text(plain) == NO_ADVICE
