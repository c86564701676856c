"""The switch table: the best rules, kept where they pay on futures that did not choose them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.knobs import Knobs, apply
from advisor.outlook import Outlook, look_ahead
from advisor.package import best_package, limits_of, row_of
from advisor.package_list import list_packages
from advisor.progress import Cancelled, Watch
from advisor.revising import worth_after
from advisor.scores import Score, ScoreSheet
from advisor.switches import Search, switch_table, table_gains
from advisor.triggers import triggers
from advisor.uncertainty import draw_blocks
from tests.advisor.small_playbooks import with_options, with_plan

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.scores import ScoreArrays
    from advisor.uncertainty import Draws


def search_for(playbook: Playbook, sheet: ScoreArrays, draws: list[Draws]) -> Search:
    seeds, limits = playbook.uncertainty, limits_of(playbook, Knobs())
    fit = look_ahead(playbook, sheet, draws, seeds.seed_fit)
    count = len(fit.now)
    check = look_ahead(playbook, sheet, draw_blocks(playbook, count, seeds.seed_check), seeds.seed_check)
    package = best_package(fit.values, limits)
    return Search(playbook, package, list_packages(limits, fit.values), fit, check)


@pytest.mark.parametrize(
    ("episode", "expected"),
    [
        ("PER-2011H2", []),
        ("PER-2012-2014", [("de_access", "falls_to", 5, ["vetted_units"], ["tech_coop"])]),
        ("PER-2014-2016", []),
    ],
)
def test_the_switches_of_peru(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws], episode: str, expected: list[object]
) -> None:
    sheet = cases["Peru"].assessment(episode).sheet.arrays(playbook.indicator_ids)
    table = switch_table(search_for(playbook, sheet, draws), sheet, Watch())
    found = [
        (
            one.trigger.indicator,
            one.trigger.direction,
            one.trigger.threshold,
            [change.option for change in one.drop],
            [change.option for change in one.add],
        )
        for one in table
    ]
    assert found == expected
    for one in table:
        assert one.gain > playbook.plan.switch_must_pay_se * one.standard_error
        assert one.drop[0].if_fired < one.drop[0].otherwise


def made_up(playbook: Playbook, seed: int, futures: int = 400) -> tuple[Outlook, ScoreArrays]:
    """Return futures in which what options are worth hangs on two indicators, with noise."""
    random = np.random.default_rng(seed)
    seen = random.uniform(0, 10, (futures, len(playbook.indicators)))
    slopes = np.random.default_rng(7).normal(0, 0.6, (2, len(playbook.options)))
    later = 1.0 + (seen[:, :2] - 5) @ slopes + random.normal(0, 0.5, (futures, len(playbook.options)))
    accepted = later >= 0
    sheet = ScoreSheet({name: Score(4, 5, 6) for name in playbook.indicator_ids}).arrays(playbook.indicator_ids)
    return Outlook(np.ones_like(later), later, accepted, accepted, seen), sheet


def tiny(playbook: Playbook) -> Playbook:
    names = ("alt_dev", "precursor_control", "fin_intel", "tech_coop", "justice")
    small = with_options(playbook, [playbook.option[name] for name in names])
    quick = replace(small.plan, late_months=60.0, budget=40.0)
    return with_plan(small, quick)


def made_up_search(small: Playbook) -> tuple[Search, ScoreArrays]:
    fit, sheet = made_up(small, 1)
    check, _ = made_up(small, 2)
    limits = limits_of(small, Knobs())
    return Search(small, best_package(fit.values, limits), list_packages(limits, fit.values), fit, check), sheet


def test_the_best_pair_is_that_of_trying_all_pairs(playbook: Playbook) -> None:
    """Over two triggers of every kind on the two indicators that matter, and every package for each."""
    small = tiny(playbook)
    small = with_plan(small, replace(small.plan, not_triggers=small.indicator_ids[2:], min_trigger_move=2.0))
    search, sheet = made_up_search(small)
    table = switch_table(search, sheet, Watch())
    assert len(table) == 2
    found = float(table_gains(small, search.package, search.fit, table).mean())
    stay = search.fit.later @ search.package
    gains = [worth_after(small, search.fit.later, search.package, package) - stay for package in search.packages.rows]
    best = 0.0
    kinds = triggers(small, sheet, search.fit.rescored)
    for first, second in itertools.permutations(kinds, 2):
        fires = first.fires(small, search.fit.rescored)
        then = second.fires(small, search.fit.rescored) & ~fires
        total = max(float((gain * fires).mean()) for gain in gains) + max(float((gain * then).mean()) for gain in gains)
        best = max(best, total)
    assert found == pytest.approx(best, abs=1e-9)


def test_the_first_match_wins(playbook: Playbook) -> None:
    search, sheet = made_up_search(tiny(playbook))
    table = switch_table(search, sheet, Watch())
    first, second = (one.trigger.fires(search.playbook, search.check.rescored) for one in table)
    assert table[0].share == pytest.approx(first.mean())
    assert table[1].share == pytest.approx((second & ~first).mean())


@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_the_table_has_at_most_as_many_rules_as_the_playbook_allows(playbook: Playbook, most: int) -> None:
    small = tiny(playbook)
    search, sheet = made_up_search(with_plan(small, replace(small.plan, max_switches=most)))
    assert len(switch_table(search, sheet, Watch())) <= most


def test_a_rule_that_only_fits_noise_is_dropped(playbook: Playbook) -> None:
    search, sheet = made_up_search(tiny(playbook))
    shuffled = np.random.default_rng(0).permutation(search.check.rescored)
    assert switch_table(replace(search, check=replace(search.check, rescored=shuffled)), sheet, Watch()) == ()


def test_without_any_time_to_pass_there_is_no_switch(playbook: Playbook) -> None:
    search, sheet = made_up_search(tiny(playbook))
    still = apply(search.playbook, Knobs(horizon_months=0))
    assert switch_table(replace(search, playbook=still), sheet, Watch()) == ()


def test_where_nothing_is_scored_nothing_can_be_a_trigger(playbook: Playbook) -> None:
    search, _ = made_up_search(tiny(playbook))
    assert switch_table(search, ScoreSheet().arrays(playbook.indicator_ids), Watch()) == ()


def test_a_table_without_rules_gains_nothing(playbook: Playbook) -> None:
    search, _ = made_up_search(tiny(playbook))
    assert not table_gains(search.playbook, row_of(search.playbook, ()), search.fit, ()).any()


def test_the_search_can_be_stopped(playbook: Playbook) -> None:
    search, sheet = made_up_search(tiny(playbook))
    with pytest.raises(Cancelled):
        switch_table(search, sheet, Watch(cancelled=lambda: True))
