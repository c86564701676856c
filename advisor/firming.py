"""What to firm up first: the indicator whose true score, once known, would leave the least doubt about the plan.

The plan puts every option under a verdict. In a future drawn from the ranges, an option is in doubt where its verdict
by today's best scores is another one than the scores of that future give it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import evaluate
from advisor.progress import Watch
from advisor.uncertainty import scores_now
from advisor.verdicts import best_verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from advisor.arrays import Array
    from advisor.playbook import Playbook
    from advisor.scores import ScoreArrays, ScoreSheet
    from advisor.uncertainty import Draws


@dataclass(frozen=True, slots=True)
class OptionDoubt:
    """In which share of the futures an option is in doubt, or is no longer."""

    option: str
    share: float


@dataclass(frozen=True, slots=True)
class Firming:
    """How many verdicts fewer would be in doubt if the true score of an indicator were known.

    `options` are those it settles in some future, the most often settled first. It can leave a few more in doubt, where
    errors of two indicators had cancelled out.
    """

    indicator: str
    settled: float
    options: tuple[OptionDoubt, ...]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """How many verdicts are in doubt, which, and what would settle most of them, first things first.

    Scores alone are in question: effects and rules keep the playbook's strength, and no residual is added. `draws`
    counts the futures, and `options` are those in doubt in some of them, the most doubtful first.
    """

    draws: int
    verdicts: float
    options: tuple[OptionDoubt, ...]
    firmings: tuple[Firming, ...]


def firm_up_first(
    playbook: Playbook, sheet: ScoreSheet, draws: Sequence[Draws], watch: Watch | None = None
) -> Doubtful:
    """Return the doubt about the verdicts and what knowing each indicator would settle, most first.

    What is found out replaces the best score, the other best scores stay, and every indicator is tried on the same
    futures, so that differences are no noise. The work is draws times indicators whose range is open.
    """
    watch = watch or Watch()
    scores = sheet.arrays(playbook.indicator_ids)
    now = _verdicts(playbook, scores, scores.best[None, :])
    ranged = np.flatnonzero(scores.high > scores.low).tolist()
    doubt = np.zeros(len(playbook.options))
    settled = np.zeros((len(playbook.indicators), len(playbook.options)))
    for number, block in enumerate(draws):
        rows = scores_now(scores, block).T
        true = _verdicts(playbook, scores, rows)
        before = (true != now).sum(axis=0)
        doubt += before
        for place, column in enumerate(ranged):
            watch.step((number + place / len(ranged)) / len(draws), "Looking for what to firm up first")
            after = _verdicts(playbook, scores, _known(scores, rows, column))
            settled[column] += before - (true != after).sum(axis=0)
    total = sum(block.scores.shape[1] for block in draws)
    return Doubtful(
        total, float(doubt.sum() / total), _shares(playbook, doubt / total), _in_order(playbook, settled / total)
    )


def _verdicts(playbook: Playbook, scores: ScoreArrays, rows: Array) -> NDArray[np.intp]:
    return best_verdicts(playbook, evaluate(playbook, rows), scores.unscored_share)


def _known(scores: ScoreArrays, rows: Array, column: int) -> Array:
    """Return the best scores with those of one indicator as they are in each future."""
    known = np.tile(scores.best, (len(rows), 1))
    known[:, column] = rows[:, column]
    return known


def _shares(playbook: Playbook, shares: Array) -> tuple[OptionDoubt, ...]:
    found = (OptionDoubt(name, share) for name, share in zip(playbook.option_ids, shares.tolist(), strict=True))
    return tuple(sorted((one for one in found if one.share > 0), key=lambda one: -one.share))


def _in_order(playbook: Playbook, settled: Array) -> tuple[Firming, ...]:
    firmings = (
        Firming(name, float(row.sum()), _shares(playbook, row))
        for name, row in zip(playbook.indicator_ids, settled, strict=True)
    )
    return tuple(sorted(firmings, key=lambda one: -one.settled))
