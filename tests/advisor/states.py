"""Verdicts and classes as docs/model.md words them, for the tests that look for where they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import evaluate, worth
from tests.advisor.slow_engine import slow_index, slow_standing, slow_veto, slow_worth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from advisor.arrays import Array
    from advisor.playbook import Playbook

STANCE = "stance"
# A standing of exactly 0 may come out as -0.0000000000000002.
DUST = 1e-9


def verdict_of(standing: float, vetoed: bool, value: float, complete: bool) -> str:
    if value >= 2.25 - DUST and complete:
        return "lead"
    if standing >= -DUST and not vetoed:
        return "offer_with_conditions"
    return "hold_in_reserve" if standing >= -2 - DUST and not vetoed else "avoid"


def class_of(playbook: Playbook, index: float) -> str:
    model = playbook.stance_model
    return "aligned" if index > model.cut_aligned else "contested" if index > model.cut_divergent else "divergent"


def slow_state(playbook: Playbook, subject: str, scores: Mapping[str, float], complete: bool = True) -> str:
    """Say the verdict of an option, or the class of the stance, by the slow engine."""
    if subject == STANCE:
        return class_of(playbook, slow_index(playbook, scores))
    option = playbook.option[subject]
    standing, value = slow_standing(playbook, option, scores), slow_worth(playbook, option, scores)
    return verdict_of(standing, slow_veto(playbook, option, scores), value, complete)


def states(playbook: Playbook, rows: Array, complete: bool = True) -> NDArray[np.str_]:
    """Say all verdicts and the class of many rows [n, options + 1]."""
    result = evaluate(playbook, rows)
    standings, allowed = result.standings, ~result.vetoed
    lead = (worth(playbook, standings, result.vetoed) >= 2.25 - DUST) & complete
    choices = (lead, (standings >= -DUST) & allowed, (standings >= -2 - DUST) & allowed)
    verdicts = np.select(choices, ("lead", "offer_with_conditions", "hold_in_reserve"), "avoid")
    classes = [class_of(playbook, index) for index in result.stance_index.tolist()]
    return np.column_stack((verdicts, np.array(classes)))
