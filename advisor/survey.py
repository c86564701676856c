"""Everything on how far a result holds, computed at once: over the draws, over each range, and at the nearest turn.

Futures are counted block by block, so that memory does not grow with their number but for one number each.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import worth
from advisor.findings import assess
from advisor.firming import firm_up_first
from advisor.frozen import freeze
from advisor.progress import Watch
from advisor.robustness import acceptability, rank_counts, spread_of
from advisor.sobol import sobol_indices
from advisor.tipping import STANCE, joint_moves, nearest, tipping_points
from advisor.uncertainty import futures, scores_later, scores_now, standing_sigma

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from advisor.arrays import Array
    from advisor.findings import Findings
    from advisor.firming import Doubtful
    from advisor.playbook import Playbook
    from advisor.robustness import RankAcceptability, StanceSpread
    from advisor.scores import ScoreSheet
    from advisor.sobol import SobolIndex
    from advisor.tipping import JointMove, TippingPoint
    from advisor.uncertainty import Draws, Futures

MANY = 100_000
"""How many futures a survey counts in the end, when there is time."""
FIRMING_DRAWS = 4096


@dataclass(frozen=True, slots=True)
class Survey:
    """How far the result of one sheet holds.

    `findings`, `ranks_now`, `ranks_later` and `spread` come from `draws` futures; `doubtful` from the first of them.
    `drivers` are the Sobol indices of the stance and of the standing of every option. `turns` are the tipping points of
    the stance, the nearest first, and `joint` its least joint moves.
    """

    draws: int
    findings: Findings
    ranks_now: tuple[RankAcceptability, ...]
    ranks_later: tuple[RankAcceptability, ...]
    spread: StanceSpread
    doubtful: Doubtful
    drivers: Mapping[str, tuple[SobolIndex, ...]]
    turns: tuple[TippingPoint, ...]
    joint: tuple[JointMove, ...]

    def __post_init__(self) -> None:
        freeze(self, "drivers")


def survey(
    playbook: Playbook,
    sheet: ScoreSheet,
    draws: Iterable[Draws],
    *,
    expected: int | None = None,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Survey:
    """Return the whole survey.

    Parameters
    ----------
    draws
        Blocks of one sequence, from `draw_blocks`, kept or made one by one.
    expected
        How many draws the blocks hold together, for the progress; the playbook's number where none is given.

    Raises
    ------
    Cancelled
        `cancelled()` said so; it is asked before every block and every indicator.
    """
    watch = _watch(progress, cancelled)
    count = _Count(playbook, sheet, expected or playbook.uncertainty.draws)
    findings = assess(playbook, sheet, count.through(draws, watch.part(0.0, 0.5)))
    return Survey(
        draws=count.draws,
        findings=findings,
        ranks_now=count.ranks_now,
        ranks_later=count.ranks_later,
        spread=count.spread,
        doubtful=firm_up_first(playbook, sheet, count.first, watch.part(0.5, 0.7)),
        drivers=_drivers(playbook, sheet, watch.part(0.7, 1.0)),
        turns=nearest(tipping_points(playbook, sheet, (STANCE,)), STANCE),
        joint=joint_moves(playbook, sheet, (STANCE,)),
    )


def recounted(
    playbook: Playbook,
    sheet: ScoreSheet,
    before: Survey,
    draws: Iterable[Draws],
    *,
    expected: int | None = None,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Survey:
    """Return a survey of the same sheet with its futures counted again on other draws, and all the rest kept.

    The same as `survey` on those draws where they begin with the ones that `before` was counted on.
    """
    count = _Count(playbook, sheet, expected or playbook.uncertainty.draws)
    findings = assess(playbook, sheet, count.through(draws, _watch(progress, cancelled)))
    return replace(
        before,
        draws=count.draws,
        findings=findings,
        ranks_now=count.ranks_now,
        ranks_later=count.ranks_later,
        spread=count.spread,
    )


class _Count:
    """Counts of all blocks that went through."""

    def __init__(self, playbook: Playbook, sheet: ScoreSheet, expected: int) -> None:
        options = len(playbook.options)
        self._playbook = playbook
        self._scores = sheet.arrays(playbook.indicator_ids)
        self._sigma = standing_sigma(playbook, self._scores)
        self._expected = expected
        self._now: Array = np.zeros((options, options))
        self._later: Array = np.zeros((options, options))
        self._indices: list[Array] = []
        self.draws = 0
        self.first: list[Draws] = []

    def through(self, draws: Iterable[Draws], watch: Watch) -> Iterator[Draws]:
        """Pass blocks on, each counted."""
        blocks = iter(draws)
        while True:
            watch.step(min(1.0, self.draws / self._expected), f"Counting {self._expected:,} futures")
            block = next(blocks, None)
            if block is None:
                return
            self._add(block)
            yield block

    @property
    def ranks_now(self) -> tuple[RankAcceptability, ...]:
        return acceptability(self._playbook, self._now)

    @property
    def ranks_later(self) -> tuple[RankAcceptability, ...]:
        return acceptability(self._playbook, self._later)

    @property
    def spread(self) -> StanceSpread:
        return spread_of(self._indices)

    def _add(self, block: Draws) -> None:
        drawn = scores_now(self._scores, block)
        later = scores_later(self._playbook, drawn, block, self._playbook.uncertainty.horizon_months)
        now = futures(self._playbook, drawn, block, self._sigma)
        self._now += self._ranks(now)
        self._later += self._ranks(futures(self._playbook, later, block, self._sigma))
        self._indices.append(now.stance_index)
        if self.draws < FIRMING_DRAWS:
            self.first.append(block)
        self.draws += len(now.stance_index)

    def _ranks(self, drawn: Futures) -> Array:
        return rank_counts(worth(self._playbook, drawn.standings, drawn.vetoed))


def _drivers(playbook: Playbook, sheet: ScoreSheet, watch: Watch) -> dict[str, tuple[SobolIndex, ...]]:
    subjects, found = (STANCE, *playbook.option_ids), {}
    for number, subject in enumerate(subjects):
        watch.step(number / len(subjects), "Looking for what drives the result")
        found[subject] = sobol_indices(playbook, sheet, subject)
    return found


def _watch(progress: Callable[[float, str], None] | None, cancelled: Callable[[], bool] | None) -> Watch:
    silent = Watch()
    return Watch(progress or silent.progress, cancelled or silent.cancelled)
