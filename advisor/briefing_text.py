"""Lines of a briefing that stand apart from its judgments: when it was computed, and what best scores alone say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.moment_table import NOT_SCORED, stance_text
from advisor.phrasing import capitalised
from advisor.wording import signed, verdict_text

if TYPE_CHECKING:
    from advisor.briefing import Briefing

BY_BEST_SCORES = "By best scores now:"
_BETWEEN = "  ·  "


def computed_line(briefing: Briefing) -> str:
    """Say when what rests on draws was computed, and that it is of the scores in the briefing."""
    return f"{capitalised(computed_parts(briefing))} were computed {briefing.composed_text} for these scores."


def computed_parts(briefing: Briefing) -> str:
    """Name what rests on draws."""
    return "chances and prices" if briefing.plan_table is None else "chances, plan and prices"


def best_scores_line(briefing: Briefing) -> tuple[str, str]:
    """Return the stance by best scores, below its label, and how many options are in the win-set and which lead."""
    model = briefing.model
    leaning = f"{stance_text(model.stance_class)} (index {signed(model.stance_index, 2)})"
    in_win_set = sum(option.in_win_set for option in model.options)
    leads = [option.name for option in briefing.options if option.best_verdict_text == verdict_text("lead")]
    return (
        f"{BY_BEST_SCORES}\n{NOT_SCORED if model.unscored_share >= 1 else leaning}",
        f"{in_win_set} of {len(model.options)} options are in the win-set. Lead: {_BETWEEN.join(leads) or 'None'}.",
    )
