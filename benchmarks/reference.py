"""The bare NumPy operations that draws of standings need, written straight down as the measure of the engine.

Everything that a general engine looks up is resolved beforehand: rows, points and thresholds are plain arrays, every
condition is a list of minimum, maximum and complement steps over rows of one table of levels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.condition import And, Condition, Level, Not, Or
from advisor.engine import matrices

if TYPE_CHECKING:
    from advisor.arrays import Array
    from advisor.playbook import Playbook
    from advisor.scores import ScoreArrays
    from advisor.uncertainty import Draws

Step = tuple[str, int, int]


@dataclass(frozen=True)
class Program:
    """Conditions as steps: ("min" | "max" | "not", row, row), results appended below the table of levels."""

    steps: list[Step]
    results: list[int]
    levels: int


def compile_conditions(playbook: Playbook, conditions: list[Condition]) -> Program:
    """Resolve conditions to steps over 3 levels of every indicator and factor."""
    names = (*playbook.indicator_ids, *playbook.factor_ids)
    steps: list[Step] = []
    base = 3 * len(names)

    def visit(condition: Condition) -> int:
        match condition:
            case Level(level=kind, name=name):
                return ("high", "low", "moderate").index(kind) * len(names) + names.index(name)
            case Not(term=term):
                steps.append(("not", visit(term), 0))
            case And(terms=terms) | Or(terms=terms):
                row = visit(terms[0])
                for term in terms[1:]:
                    steps.append(("min" if isinstance(condition, And) else "max", row, visit(term)))
                    row = base + len(steps) - 1
                return row
        return base + len(steps) - 1

    results = [visit(condition) for condition in conditions]
    return Program(steps, results, base)


class Reference:
    """Shares of draws in which each option is accepted, by bare NumPy."""

    def __init__(self, playbook: Playbook) -> None:
        table = matrices(playbook)
        self._weights, self._points = table.factor_weights, table.points
        self._program = compile_conditions(playbook, [rule.condition for rule in playbook.rules])
        self._vetoes = [
            (int(o), int(r), float(table.veto_at[o, r]))
            for o, r in zip(*np.nonzero(np.isfinite(table.veto_at)), strict=True)
        ]

    def accepted(self, sheet: ScoreArrays, draws: Draws) -> Array:
        """Return the share of draws in which each option is in the win-set now."""
        u = draws.scores
        low, best, high = sheet.low[:, None], sheet.best[:, None], sheet.high[:, None]
        width = high - low
        x = np.where(
            u < (best - low) / width,
            low + np.sqrt(u * width * (best - low)),
            high - np.sqrt((1 - u) * width * (high - best)),
        )
        factors = self._weights @ x
        scaled = (np.concatenate((x, factors)) - 5) / 3
        above, below = np.clip(scaled, 0, 1), np.clip(-scaled, 0, 1)
        levels = np.concatenate((above, below, 1 - np.maximum(above, below)))
        degrees = self._degrees(levels)
        points = self._points @ (degrees * draws.effects.rules)
        political = np.einsum("okn,kn->on", draws.effects.political, factors)
        standing = political + np.clip(points, -4, 4) - 1 + 2 * draws.standing
        for option, rule, threshold in self._vetoes:
            standing[option, degrees[rule] >= threshold] = -1
        share: Array = (standing >= 0).mean(axis=1)
        return share

    def _degrees(self, levels: Array) -> Array:
        rows = list(levels)
        for kind, left, right in self._program.steps:
            if kind == "not":
                rows.append(1 - rows[left])
            else:
                rows.append((np.minimum if kind == "min" else np.maximum)(rows[left], rows[right]))
        return np.array([rows[row] for row in self._program.results])
