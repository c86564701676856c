"""Verdicts by best scores for any number of rows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import DUST, worth

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from advisor.arrays import Array
    from advisor.engine import Evaluation
    from advisor.playbook import Playbook


def best_verdicts(playbook: Playbook, evaluation: Evaluation, unscored: float | Array) -> NDArray[np.intp]:
    """Return the verdict by best scores of each row and option [n, O], as its place in `findings.VERDICTS`.

    Parameters
    ----------
    unscored
        The share of indicators without a score: one for all rows, or one for each, of shape [n, 1].
    """
    limits, standings, allowed = playbook.verdict, evaluation.standings, ~evaluation.vetoed
    worths = worth(playbook, standings, evaluation.vetoed)
    complete = unscored <= limits.lead_max_unscored
    lead = (worths >= limits.lead_worth - DUST) & complete
    accepted = (standings >= -DUST) & allowed
    reserve = (standings >= limits.reserve_standing - DUST) & allowed
    return np.where(lead, 0, np.where(accepted, 1, np.where(reserve, 2, 3)))
