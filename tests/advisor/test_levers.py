"""The price of an option is the cheapest that works, or the reason why nothing does."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.levers import PriceList
from advisor.scores import Score, ScoreSheet
from advisor.uncertainty import futures, scores_now, standing_sigma
from tests.advisor.slow_engine import slow_standing, slow_veto

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.parameters import Lever
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


def prices(playbook: Playbook, sheet: ScoreSheet, draws: list[Draws]) -> PriceList:
    scores = sheet.arrays(playbook.indicator_ids)
    now = futures(playbook, scores_now(scores, draws[0]), draws[0], standing_sigma(playbook, scores))
    return PriceList(playbook, scores, draws[0], now)


def test_vetted_units_in_2011_are_out_of_reach_by_a_stated_gap(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    price = prices(playbook, cases["Peru"].assessment("PER-2011H2").sheet, draws).price("vetted_units")
    assert price.none_because == "gap 2.9, everything we have 2.6"
    assert price.cost == float("inf")


def test_a_veto_that_stands_is_the_reason_why_no_price_buys_it(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    price = prices(playbook, cases["Peru"].latest.sheet, draws).price("erad_core")
    assert price.none_because == "a veto stands in too many of the futures drawn"


def test_a_price_brings_the_option_in_on_the_draws_and_keeps_the_limits(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    found = 0
    for case in cases.values():
        listed = prices(playbook, case.latest.sheet, draws)
        for option in ("justice", "fin_intel", "extradition_mla"):
            price = listed.price(option)
            if price.none_because is not None or not price.moves:
                continue
            found += 1
            assert price.p_now is not None
            assert price.p_now >= playbook.plan.price_target_p
            assert len(price.linked) <= playbook.plan.max_linked
            assert set(price.linked) <= set(playbook.option[option].complements)
            for move in price.moves:
                lever = next(lever for lever in playbook.levers if lever.indicator == move.indicator)
                assert -lever.down_limit <= move.end - move.start <= lever.up_limit
                assert 0 <= move.end <= 10
    assert found >= 3


def settings_of(lever: Lever, start: float) -> list[float]:
    steps = np.arange(-lever.down_limit, lever.up_limit + 0.25, 0.5)
    return [float(step) for step in steps if 0 <= start + step <= 10]


@pytest.mark.parametrize(
    ("country", "option_id"), [("Peru", "justice"), ("Peru", "fin_intel"), ("Venezuela", "vetted_units")]
)
def test_no_cheaper_setting_closes_the_gap_by_brute_force(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws], country: str, option_id: str
) -> None:
    """Every setting of the two cheapest levers, by the slow engine: none below the price lifts the standing as far."""
    sheet = cases[country].latest.sheet
    price = prices(playbook, sheet, draws).price(option_id)
    assert price.none_because is None
    best = {name: score.best for name, score in sheet.scores.items()}
    option = playbook.option[option_id]
    moved = {**best, **{move.indicator: move.end for move in price.moves}}
    reached = slow_standing(playbook, option, moved) + playbook.plan.linkage * len(price.linked)
    levers = [lever for lever in playbook.levers if lever.indicator in ("de_pressure", "de_access")]
    for deltas in itertools.product(*(settings_of(lever, best[lever.indicator]) for lever in levers)):
        cost = sum(
            abs(delta) * ((lever.up_cost if delta > 0 else lever.down_cost) or 0)
            for lever, delta in zip(levers, deltas, strict=True)
        )
        if cost >= price.cost:
            continue
        other = {
            **best,
            **{lever.indicator: best[lever.indicator] + d for lever, d in zip(levers, deltas, strict=True)},
        }
        partners = sum(
            slow_standing(playbook, playbook.option[name], other) >= 1
            and not slow_veto(playbook, playbook.option[name], other)
            for name in option.complements
        )
        lifted = slow_standing(playbook, option, other) + 0.75 * min(2, partners)
        assert lifted < reached


def test_an_indicator_nobody_has_scored_is_not_moved(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    sheet = cases["Peru"].latest.sheet.with_score("de_access", None).with_score("ue_aid", None)
    listed = prices(playbook, sheet, draws)
    for option in playbook.option_ids:
        assert not {"de_access", "ue_aid"} & {move.indicator for move in listed.price(option).moves}


def test_with_nothing_scored_there_is_nothing_to_move(playbook: Playbook, draws: list[Draws]) -> None:
    listed = prices(playbook, ScoreSheet({"su_level": Score(1, 2, 3)}), draws)
    assert all(not listed.price(option).moves for option in playbook.option_ids)
