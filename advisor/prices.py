"""Prices of all options outside the win-set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.levers import PriceList
from advisor.uncertainty import futures, scores_now, standing_sigma

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.findings import BestFindings
    from advisor.levers import Price
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


def prices_outside(playbook: Playbook, best: BestFindings, draws: Draws) -> Mapping[str, Price]:
    """Return the price, or the reason why there is none, of each option outside the win-set by best scores, by its id.

    Prices are verified on one block of draws.
    """
    outside = [option.id for option in best.options if not option.in_win_set]
    if not outside:
        return {}
    scores = best.sheet.arrays(playbook.indicator_ids)
    now = futures(playbook, scores_now(scores, draws), draws, standing_sigma(playbook, scores))
    listed = PriceList(playbook, scores, draws, now)
    return {option: listed.price(option) for option in outside}
