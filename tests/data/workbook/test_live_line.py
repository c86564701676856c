from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import briefings

if TYPE_CHECKING:
    from advisor.briefing import Briefing


def line(written: Briefing, *, formulas: bool = False) -> tuple[Any, Any]:
    sheet = briefings.read_back(written)["Brief"]
    row = next(cell.row for cell in sheet["B"] if str(cell.value).startswith("By best scores now"))
    if formulas:
        sheet = briefings.read_back(written, formulas=True)["Brief"]
    return sheet[f"B{row}"].value, sheet[f"C{row}"].value


def test_the_brief_says_stance_win_set_and_leads_by_best_scores() -> None:
    stance, options = line(briefings.briefing())
    best = briefings.findings().best
    assert stance == "By best scores now:\n◀ Divergent (index −1.75)"
    assert options.startswith(f"{len(best.win_set)} of 22 options are in the win-set. Lead: State presence")
    leads = [one.name for one in best.ranked if one.verdict == "lead"]
    assert options.endswith(f"{'  ·  '.join(leads)}.")


def test_with_nothing_scored_it_says_so() -> None:
    stance, options = line(briefings.blank_with_plan())
    assert stance == "By best scores now:\nNot scored"
    assert options.endswith("Lead: None.")


def test_the_line_is_made_of_formulas() -> None:
    stance, options = line(briefings.briefing(), formulas=True)
    assert stance.startswith('="By best scores now:"&CHAR(10)&IF(unscored_share>1-dust,"Not scored",stance_shown&')
    assert options.startswith("=COUNTIF(Model!")
    assert "Options!$R$26" in options


@pytest.mark.parametrize("stance", ["divergent", "contested", "aligned"])
def test_the_stance_takes_its_colour_by_formula(stance: str) -> None:
    sheet = briefings.read_back(briefings.briefing())["Brief"]
    rules = [rule.formula[0] for cells in sheet.conditional_formatting for rule in cells.rules]
    assert f'stance_class="{stance}"' in rules
