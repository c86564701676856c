"""Where the scores from 0 to 10 stand on a horizontal axis of so many pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from advisor.scores import SCALE

if TYPE_CHECKING:
    from advisor.scores import Score

Handle = Literal["low", "best", "high"]
BEST_RADIUS = 5.5
FOCUS_RADIUS = 9.0
REACH = 12.0


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from `left` over `length` pixels."""

    left: float
    length: float

    def x(self, value: float) -> float:
        """Return the place of a value."""
        return self.left + self.length * (value - SCALE[0]) / (SCALE[1] - SCALE[0])

    def value(self, x: float) -> float:
        """Return the value at a place, the nearer end where it lies beyond the axis."""
        share = (x - self.left) / self.length if self.length > 0 else 0.0
        return SCALE[0] + (SCALE[1] - SCALE[0]) * min(1.0, max(0.0, share))

    def handle_at(self, x: float, score: Score) -> Handle | None:
        """Return the handle that a press at `x` takes hold of, or None on the bare axis.

        Handles that lie on one another stay apart by side: low to the left of the best estimate, high to its right.
        """
        to_best = abs(x - self.x(score.best))
        if to_best <= BEST_RADIUS:
            return "best"
        end: Handle = "low" if x < self.x(score.best) else "high"
        to_end = abs(x - self.x(score.low if end == "low" else score.high))
        if to_end <= min(REACH, to_best):
            return end
        return "best" if to_best <= REACH else None


def slider_axis(width: int) -> Axis:
    """Return the axis of a slider so wide: the focus ring fits around a handle at either end."""
    margin = FOCUS_RADIUS + 1
    return Axis(margin, max(1.0, width - 2 * margin))
