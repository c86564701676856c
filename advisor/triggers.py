"""What may set off a switch: an indicator re-scored at the horizon at or beyond a whole score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.arrays import Array, BoolArray
    from advisor.playbook import Playbook
    from advisor.scores import ScoreArrays

Direction = Literal["rises_to", "falls_to"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """An indicator that rises or falls to a threshold from where it stands today."""

    indicator: str
    direction: Direction
    threshold: int
    now: float

    @property
    def value(self) -> float:
        """The threshold as a score."""
        return float(self.threshold)

    def fires(self, playbook: Playbook, rescored: Array) -> BoolArray:
        """Say in which futures the re-scored indicators [n, I] set it off [n]."""
        column = rescored[:, playbook.indicator_ids.index(self.indicator)]
        fired: BoolArray = column >= self.threshold if self.direction == "rises_to" else column <= self.threshold
        return fired


def triggers(playbook: Playbook, sheet: ScoreArrays, rescored: Array) -> tuple[Trigger, ...]:
    """Return the triggers that fire neither too rarely nor too often, in the order of the playbook.

    Our own moves are no news, and from an indicator that nobody has scored nobody can tell a move.
    """
    plan = playbook.plan
    return tuple(
        trigger
        for trigger in _far_enough(playbook, sheet)
        if plan.min_trigger_share <= trigger.fires(playbook, rescored).mean() <= plan.max_trigger_share
    )


def _far_enough(playbook: Playbook, sheet: ScoreArrays) -> Iterator[Trigger]:
    least = playbook.plan.min_trigger_move
    for indicator, now, scored in zip(playbook.indicator_ids, sheet.best.tolist(), sheet.scored, strict=True):
        if indicator in playbook.plan.not_triggers or not scored:
            continue
        for threshold in range(11):
            if threshold != now and abs(threshold - now) >= least:
                yield Trigger(indicator, "rises_to" if threshold > now else "falls_to", threshold, now)
