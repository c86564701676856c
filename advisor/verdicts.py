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
    complete = unscored <= limits.lead_max_unscored + DUST
    lead = (worths >= limits.lead_worth - DUST) & complete
    accepted = lead | ((standings >= -DUST) & allowed)
    reserve = accepted | ((standings >= limits.reserve_standing - DUST) & allowed)
    # The verdicts are a staircase: counting the steps reached takes half the time of choosing among four.
    reached = lead.view(np.int8) + accepted.view(np.int8) + reserve.view(np.int8)
    return 3 - reached.astype(np.intp)
