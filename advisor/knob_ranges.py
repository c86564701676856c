"""How far each knob of a plan can be turned by hand, and in which steps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.knobs import LONGEST_MONTHS

if TYPE_CHECKING:
    from advisor.parameters import Objective
    from advisor.playbook import Playbook

_STEPS = 48
_MOST_WEIGHT, _WEIGHT_STEP = 3.0, 0.5
_MONTHS_STEP = 3.0
_TIMES_GIVEN = 2.0


@dataclass(frozen=True, slots=True)
class KnobRange:
    """A knob goes from `lowest` to `highest` in equal steps; `given` is the playbook's number, perhaps between two."""

    highest: float
    step: float
    given: float
    lowest: float = 0.0

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return round((self.highest - self.lowest) / self.step)

    def value(self, step: int) -> float:
        """Return the number that a step stands for."""
        return min(self.highest, self.lowest + step * self.step)

    def nearest(self, value: float) -> int:
        """Return the step nearest to a number."""
        return min(self.steps, max(0, round((value - self.lowest) / self.step)))


def weight_range(objective: Objective) -> KnobRange:
    """Return the range of the weight of an objective."""
    highest = max(_MOST_WEIGHT, math.ceil(objective.weight / _WEIGHT_STEP) * _WEIGHT_STEP)
    return KnobRange(highest, _WEIGHT_STEP, objective.weight)


def budget_range(playbook: Playbook) -> KnobRange:
    """Return the range of the budget: up to twice the playbook's, or what everything together costs if that is less."""
    return _range(playbook.plan.budget, sum(sum(option.cost_usd_m) / 2 for option in playbook.options))


def footprint_range(playbook: Playbook) -> KnobRange:
    """Return the range of the footprint: up to twice the playbook's, or what everything together shows."""
    return _range(playbook.plan.footprint_cap, sum(option.visibility for option in playbook.options))


def horizon_range(playbook: Playbook) -> KnobRange:
    """Return the range of the horizon in months."""
    return KnobRange(LONGEST_MONTHS, _MONTHS_STEP, playbook.uncertainty.horizon_months)


def _range(given: float, total: float) -> KnobRange:
    reach = max(given, min(_TIMES_GIVEN * given, total) if given else total, 1.0)
    step = max(1.0, _round_step(reach / _STEPS))
    return KnobRange(math.ceil(reach / step) * step, step, given)


def _round_step(least: float) -> float:
    """Return 1, 2 or 5 times a power of ten, at least so much."""
    power: float = 10.0 ** math.floor(math.log10(least))
    return next(step for factor in (1, 2, 5, 10) if (step := factor * power) >= least * (1 - 1e-9))
