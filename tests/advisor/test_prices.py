"""Every option outside the win-set has a price, or a reason why nothing brings it in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.findings import judge
from advisor.levers import PriceList
from advisor.prices import prices_outside
from advisor.uncertainty import futures, scores_now, standing_sigma

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


def test_options_outside_the_win_set_have_the_price_of_the_price_list(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    for case in cases.values():
        sheet = case.latest.sheet
        best, scores = judge(playbook, sheet), sheet.arrays(playbook.indicator_ids)
        found = prices_outside(playbook, best, draws[0])
        assert set(found) == {option.id for option in best.options} - {option.id for option in best.win_set}
        now = futures(playbook, scores_now(scores, draws[0]), draws[0], standing_sigma(playbook, scores))
        listed = PriceList(playbook, scores, draws[0], now)
        assert all(price == listed.price(option) for option, price in found.items())
        assert all(price.moves or price.linked or price.none_because for price in found.values())


def test_where_everything_is_in_the_win_set_nothing_is_priced(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    best = judge(playbook, cases["Peru"].latest.sheet)
    assert prices_outside(playbook, replace(best, options=best.win_set), draws[0]) == {}
