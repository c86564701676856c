"""The price of an option: the cheapest moves of US levers, with linked options, that bring it into the win-set."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import evaluate
from advisor.scores import SCALE
from advisor.uncertainty import futures, scores_now, standing_sigma

if TYPE_CHECKING:
    from advisor.arrays import Array
    from advisor.parameters import Lever
    from advisor.playbook import Playbook
    from advisor.scores import ScoreArrays
    from advisor.uncertainty import Draws, Futures

STEP = 0.5
_ATTEMPTS = 8
_SMALLEST_RAISE = 0.05


@dataclass(frozen=True, slots=True)
class Move:
    """One indicator moved from its best score to another, at a cost."""

    indicator: str
    start: float
    end: float
    cost: float


@dataclass(frozen=True, slots=True)
class Price:
    """The cheapest way to bring `option` in, or the reason why nothing does."""

    option: str
    moves: tuple[Move, ...] = ()
    linked: tuple[str, ...] = ()
    p_now: float | None = None
    none_because: str | None = None

    @property
    def cost(self) -> float:
        """Cost of all moves, USD million a year or its equivalent; infinite where nothing brings the option in."""
        return sum(move.cost for move in self.moves) if self.none_because is None else float("inf")


class PriceList:
    """Prices of options for one score sheet; the lever settings are evaluated once for all of them.

    Parameters
    ----------
    sheet
        The scores as they are. An indicator that is not scored is not moved: nobody knows from where.
    now
        What the draws say of `sheet`, for the shortfall.
    """

    def __init__(self, playbook: Playbook, sheet: ScoreArrays, draws: Draws, now: Futures) -> None:
        self._playbook, self._sheet, self._draws, self._now = playbook, sheet, draws, now
        self._levers = tuple(
            lever for lever in playbook.levers if sheet.scored[playbook.indicator_ids.index(lever.indicator)]
        )
        self._deltas, self._costs = _settings(self._levers, self._best_of(self._levers))
        self._evaluation = evaluate(playbook, self._moved_best(self._deltas))
        self._linkable = (self._evaluation.standings >= playbook.plan.linkage_standing) & ~self._evaluation.vetoed

    def price(self, option_id: str) -> Price:
        """Return the cheapest setting that passes `price_target_p` on the draws, or the reason why none does."""
        option = self._playbook.option_ids.index(option_id)
        needed = self._shortfall(self._now, option, 0.0)
        if not np.isfinite(needed):
            return Price(option_id, none_because="a veto stands in too many of the futures drawn")
        for _ in range(_ATTEMPTS):
            row = self._cheapest(option, needed)
            if row is None:
                return Price(option_id, none_because=self._why_none(option, needed))
            linked = self._linked(option, row, needed)
            verified, missing = self._verify(option, row, len(linked))
            if missing <= 0:
                return Price(option_id, self._moves(row), linked, verified)
            needed += max(missing, _SMALLEST_RAISE)
        return Price(option_id, none_because=self._why_none(option, needed))

    def _best_of(self, levers: tuple[Lever, ...]) -> list[float]:
        return [float(self._sheet.best[self._playbook.indicator_ids.index(lever.indicator)]) for lever in levers]

    def _moved_best(self, deltas: Array) -> Array:
        rows = np.tile(self._sheet.best, (len(deltas), 1))
        for column, lever in enumerate(self._levers):
            rows[:, self._playbook.indicator_ids.index(lever.indicator)] += deltas[:, column]
        return rows

    def _shortfall(self, drawn: Futures, option: int, lift: float) -> float:
        standings = np.where(drawn.vetoed[:, option], -np.inf, drawn.standings[:, option] + lift)
        return -float(np.quantile(standings, 1 - self._playbook.plan.price_target_p, method="lower"))

    def _partners(self, option: int) -> list[int]:
        ids = self._playbook.option_ids
        return [ids.index(other) for other in self._playbook.options[option].complements]

    def _lifts(self, option: int) -> Array:
        partners = self._linkable[:, self._partners(option)].sum(axis=1)
        plan = self._playbook.plan
        linked = plan.linkage * np.minimum(partners, plan.max_linked)
        lift = self._evaluation.standings[:, option] - self._standing_now(option) + linked
        return np.where(self._evaluation.vetoed[:, option], -np.inf, lift)

    def _standing_now(self, option: int) -> float:
        unmoved = int(np.flatnonzero(~self._deltas.any(axis=1))[0])
        return float(self._evaluation.standings[unmoved, option])

    def _cheapest(self, option: int, needed: float) -> int | None:
        enough = np.flatnonzero(self._lifts(option) >= needed)
        return int(enough[np.argmin(self._costs[enough])]) if enough.size else None

    def _linked(self, option: int, row: int, needed: float) -> tuple[str, ...]:
        plan = self._playbook.plan
        missing = needed - float(self._evaluation.standings[row, option] - self._standing_now(option))
        available = [partner for partner in self._partners(option) if self._linkable[row, partner]]
        count = 0
        while count < min(plan.max_linked, len(available)) and count * plan.linkage < missing:
            count += 1
        best_first = sorted(available, key=lambda partner: -self._evaluation.standings[row, partner])
        return tuple(self._playbook.option_ids[partner] for partner in best_first[:count])

    def _verify(self, option: int, row: int, linked: int) -> tuple[float, float]:
        moved = _shifted(self._sheet, self._moved_best(self._deltas[row : row + 1])[0])
        drawn = futures(
            self._playbook, scores_now(moved, self._draws), self._draws, standing_sigma(self._playbook, moved)
        )
        lift = linked * self._playbook.plan.linkage
        inside = (drawn.standings[:, option] + lift >= 0) & ~drawn.vetoed[:, option]
        return float(inside.mean()), self._shortfall(drawn, option, lift)

    def _moves(self, row: int) -> tuple[Move, ...]:
        best = self._best_of(self._levers)
        return tuple(
            Move(lever.indicator, start, start + delta, _cost(lever, delta))
            for lever, start, delta in zip(self._levers, best, self._deltas[row].tolist(), strict=True)
            if delta
        )

    def _why_none(self, option: int, needed: float) -> str:
        most = float(self._lifts(option).max())
        if not np.isfinite(most):
            return "a veto stands whatever we move"
        return f"gap {needed:.1f}, everything we have {most:.1f}"


def _settings(levers: tuple[Lever, ...], best: list[float]) -> tuple[Array, Array]:
    choices = [_choices(lever, start) for lever, start in zip(levers, best, strict=True)]
    count = math.prod(len(choice) for choice in choices)
    grids = np.meshgrid(*(np.array(choice) for choice in choices), indexing="ij")
    deltas = np.stack([grid.ravel() for grid in grids], axis=1) if grids else np.zeros((count, 0))
    costs = np.zeros(count)
    for lever, moved in zip(levers, deltas.T, strict=True):
        costs += np.abs(moved) * np.where(moved > 0, lever.up_cost or 0.0, lever.down_cost or 0.0)
    return deltas, costs


def _choices(lever: Lever, start: float) -> list[float]:
    steps = range(-round(lever.down_limit / STEP), round(lever.up_limit / STEP) + 1)
    return [step * STEP for step in steps if SCALE[0] <= start + step * STEP <= SCALE[1]]


def _cost(lever: Lever, delta: float) -> float:
    per_point = lever.up_cost if delta > 0 else lever.down_cost
    return abs(delta) * (per_point or 0.0)


def _shifted(sheet: ScoreArrays, best: Array) -> ScoreArrays:
    moved = best - sheet.best
    return replace(
        sheet,
        low=np.clip(sheet.low + moved, *SCALE),
        best=best,
        high=np.clip(sheet.high + moved, *SCALE),
    )
