"""Results in the form that a picture of them needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from advisor.uncertainty import futures, scores_now, standing_sigma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet
    from advisor.stance_fit import StanceModel
    from advisor.uncertainty import Draws

LIKELY_RANGE = (0.1, 0.9)


def index_position(index: float, model: StanceModel) -> float:
    """Return where a stance index stands on an axis from 0 to 1 whose middle third is the contested zone."""
    width = model.cut_aligned - model.cut_divergent
    return min(1.0, max(0.0, (index - model.cut_divergent + width) / (3 * width)))


def stance_range(playbook: Playbook, sheet: ScoreSheet, draws: Sequence[Draws]) -> tuple[float, float]:
    """Return the range that holds the stance index in eight of ten draws."""
    scores = sheet.arrays(playbook.indicator_ids)
    sigma = standing_sigma(playbook, scores)
    index = [futures(playbook, scores_now(scores, block), block, sigma).stance_index for block in draws]
    low, high = np.quantile(np.concatenate(index), LIKELY_RANGE)
    return float(low), float(high)
