"""Plans of shipped cases from few draws, solved once for all tests that look at them."""

from __future__ import annotations

from functools import lru_cache

from advisor.knobs import Knobs, apply
from advisor.plan import Plan, solve, with_worth
from advisor.scores import ScoreSheet
from advisor.tipping import tipping_points
from advisor.uncertainty import draw_blocks
from data.case_files import SHIPPED_CASES, read_case
from data.playbook_files import shipped_playbook

PLAYBOOK = shipped_playbook()
PERU = read_case(SHIPPED_CASES / "peru.toml", PLAYBOOK.indicator_ids)
WITHOUT_SWITCH, WITH_SWITCH = "PER-2014-2016", "PER-2012-2014"
DRAWS = 256


@lru_cache
def plan_of(assessment: str | None = WITHOUT_SWITCH, **settings: object) -> Plan:
    """Return the plan of an assessment of Peru, or of nothing scored, under knobs."""
    knobs = Knobs(**settings)  # type: ignore[arg-type]
    sheet = PERU.assessment(assessment).sheet if assessment else ScoreSheet()
    points = tipping_points(apply(PLAYBOOK, knobs), sheet, PLAYBOOK.option_ids)
    return solve(PLAYBOOK, sheet, tuple(draw_blocks(PLAYBOOK, DRAWS, 1)), knobs, points)


@lru_cache
def weighed(assessment: str = WITHOUT_SWITCH) -> Plan:
    """Return the plan of an assessment with its worth."""
    return with_worth(PLAYBOOK, PERU.assessment(assessment).sheet, plan_of(assessment))
