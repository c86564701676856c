"""What changed is shared out among the factors so that nothing is left over and nothing is counted twice."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.change import Change, Share, bars, changes, sentence
from advisor.condition import parse
from advisor.findings import judge
from advisor.scores import Score, ScoreSheet
from advisor.tipping import STANCE
from data.playbook_files import shipped_playbook
from tests.advisor.slow_engine import slow_index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.case import Case
    from advisor.playbook import Playbook

PLAYBOOK = shipped_playbook()
ROWS = st.lists(st.floats(0, 10), max_size=len(PLAYBOOK.indicators))


def sheet_of(row: Sequence[float]) -> ScoreSheet:
    pairs = zip(PLAYBOOK.indicator_ids, row, strict=False)
    return ScoreSheet({name: Score(value, value, value) for name, value in pairs})


def points(change: Change) -> dict[str, float]:
    return {share.factor: share.points for share in change.shares}


@settings(max_examples=40)
@given(ROWS, ROWS)
def test_shares_add_up_to_the_difference(first: list[float], second: list[float]) -> None:
    before, after = sheet_of(first), sheet_of(second)
    was, becomes = judge(PLAYBOOK, before), judge(PLAYBOOK, after)
    expected = {STANCE: (was.stance.index, becomes.stance.index)}
    expected |= {
        one.id: (one.standing, other.standing) for one, other in zip(was.options, becomes.options, strict=True)
    }
    found = changes(PLAYBOOK, before, after)
    assert [change.subject for change in found] == [STANCE, *PLAYBOOK.option_ids]
    for change in found:
        assert (change.before, change.after) == pytest.approx(expected[change.subject], abs=1e-9)
        assert sum(share.points for share in change.shares) == pytest.approx(change.difference, abs=1e-9)
        assert [share.factor for share in change.shares] == list(PLAYBOOK.factor_ids)


def test_shares_are_the_mean_over_every_order_of_swapping(playbook: Playbook, cases: dict[str, Case]) -> None:
    first, second = (cases["Peru"].assessments[number].sheet for number in (1, 2))
    names = playbook.factor_ids
    one, other = (
        {name: score.best if (score := sheet.get(name)) else 5.0 for name in playbook.indicator_ids}
        for sheet in (first, second)
    )
    index: dict[frozenset[str], float] = {}
    for size in range(len(names) + 1):
        for swapped in map(frozenset, itertools.combinations(names, size)):
            mixed = {
                indicator.id: (other if indicator.factor in swapped else one)[indicator.id]
                for indicator in playbook.indicators
            }
            index[swapped] = slow_index(playbook, mixed)
    total = dict.fromkeys(names, 0.0)
    orders = list(itertools.permutations(names))
    for order in orders:
        for place, name in enumerate(order):
            total[name] += index[frozenset(order[: place + 1])] - index[frozenset(order[:place])]
    expected = {name: value / len(orders) for name, value in total.items()}
    assert points(changes(playbook, first, second)[0]) == pytest.approx(expected, abs=1e-9)


@settings(max_examples=25)
@given(ROWS, st.sampled_from(PLAYBOOK.factor_ids), st.floats(0, 10))
def test_a_factor_that_did_not_move_has_no_share(row: list[float], factor: str, score: float) -> None:
    before = sheet_of(row)
    after = before
    for indicator in PLAYBOOK.indicators:
        if indicator.factor == factor:
            after = after.with_score(indicator.id, Score(score, score, score))
    for change in changes(PLAYBOOK, before, after):
        assert all(share.points == 0 for share in change.shares if share.factor != factor)
        assert points(change)[factor] == pytest.approx(change.difference, abs=1e-9)


@settings(max_examples=25)
@given(ROWS, ROWS)
def test_the_way_back_has_the_shares_of_the_way_there_turned_round(first: list[float], second: list[float]) -> None:
    there = changes(PLAYBOOK, sheet_of(first), sheet_of(second))[0]
    back = changes(PLAYBOOK, sheet_of(second), sheet_of(first))[0]
    assert points(back) == pytest.approx({name: -value for name, value in points(there).items()}, abs=1e-9)


def test_two_factors_that_do_the_same_have_the_same_share(playbook: Playbook) -> None:
    # One rule joins two factors that have no other way to matter: each accounts for half of it.
    rule = replace(playbook.stance_rules[0], condition=parse("high(unrest) and high(military)"), points=-2.0)
    fit = playbook.stance_fit
    assert fit is not None
    flat = replace(fit, full=replace(fit.full, weights=dict.fromkeys(playbook.factor_ids, 0.0)))
    joined = replace(playbook, stance_rules=(rule,), stance_fit=flat)
    change = changes(joined, sheet_of([0.0] * 22), sheet_of([10.0] * 22))[0]
    assert points(change) == pytest.approx(
        dict.fromkeys(playbook.factor_ids, 0.0) | {"unrest": -0.25, "military": -0.25}
    )


def test_without_rules_a_share_is_the_weight_times_the_move(playbook: Playbook, cases: dict[str, Case]) -> None:
    bare = replace(playbook, rules=(), stance_rules=(), options=playbook.options[:1])
    first, second = (cases["Peru"].assessments[number].sheet for number in (0, 1))
    was, becomes = judge(bare, first), judge(bare, second)
    stance, option = changes(bare, first, second)
    moves = {name: becomes.factors[name] - was.factors[name] for name in bare.factor_ids}
    assert points(stance) == pytest.approx(
        {name: bare.stance_model.weights[name] * move for name, move in moves.items()}, abs=1e-9
    )
    effects = bare.options[0].political
    assert points(option) == pytest.approx(
        {name: effects[name].effect * move / 10 for name, move in moves.items()}, abs=1e-9
    )


@pytest.mark.parametrize("row", [[], [0.0] * 22, [10.0] * 22], ids=["nothing scored", "all 0", "all 10"])
def test_two_equal_assessments_differ_in_nothing(playbook: Playbook, row: list[float]) -> None:
    for change in changes(playbook, sheet_of(row), sheet_of(row)):
        assert change.difference == 0
        assert {share.points for share in change.shares} == {0.0}
    assert sentence(playbook, changes(playbook, sheet_of(row), sheet_of(row))[0]) == "The index did not move."


def test_an_indicator_without_a_score_counts_as_five(playbook: Playbook) -> None:
    assert {one.difference for one in changes(playbook, ScoreSheet(), sheet_of([5.0] * 22))} == {0.0}


def test_the_turn_of_2014_is_told_in_one_sentence(playbook: Playbook, cases: dict[str, Case]) -> None:
    first, second = (cases["Peru"].assessments[number].sheet for number in (1, 2))
    assert sentence(playbook, changes(playbook, first, second)[0]) == (
        "The index fell by 4.0, most of it shared threat (−1.0), military (−0.8) and social unrest (−0.7)."
    )
    assert sentence(
        playbook, next(one for one in changes(playbook, first, second) if one.subject == "pause_metrics")
    ) == ("The standing of agreed pause with metrics rose by 3.6, most of it military (+1.7) and social unrest (+1.2).")


@pytest.mark.parametrize(
    ("shares", "text"),
    [
        (
            {"military": -3.0, "shared_threat": 2.0},
            "The index fell by 1.0: military (−3.0) against shared threat (+2.0).",
        ),
        ({"military": -1.0, "unrest": 0.3}, "The index fell by 0.7, most of it military (−1.0)."),
        ({"military": -1.0, "unrest": 1.0}, "The index hardly moved: social unrest (+1.0) against military (−1.0)."),
        ({"military": 0.01}, "The index did not move."),
        (
            {"military": 0.6, "unrest": 0.6},
            "The index rose by 1.2, most of it military (+0.6) and social unrest (+0.6).",
        ),
    ],
)
def test_the_sentence_names_what_pushed_and_what_held_against_it(
    playbook: Playbook, shares: dict[str, float], text: str
) -> None:
    change = Change(STANCE, 0.0, sum(shares.values()), tuple(Share(name, value) for name, value in shares.items()))
    assert sentence(playbook, change) == text


def test_bars_lead_from_the_value_before_to_the_value_after(playbook: Playbook, cases: dict[str, Case]) -> None:
    first, second = (cases["Peru"].assessments[number].sheet for number in (1, 2))
    change = changes(playbook, first, second)[0]
    drawn = bars(playbook, change)
    assert [bar.label for bar in (drawn[0], drawn[-1])] == ["Before", "After"]
    assert drawn[0].end == change.before == drawn[1].start
    assert drawn[-2].end == pytest.approx(change.after)
    assert all(bar.end == pytest.approx(following.start) for bar, following in itertools.pairwise(drawn[:-1]))
    assert {bar.id for bar in drawn[1:-1]} == {f"factor:{name}" for name, value in points(change).items() if value}


def test_bars_are_grouped_by_side_and_the_larger_come_first(playbook: Playbook, cases: dict[str, Case]) -> None:
    first, second = (cases["Peru"].assessments[number].sheet for number in (1, 2))
    drawn = bars(playbook, changes(playbook, first, second)[0])[1:-1]
    assert [bar.side for bar in drawn] == ["domestic"] * 4 + ["external"] * 3
    for side in ("domestic", "external"):
        sizes = [abs(bar.points) for bar in drawn if bar.side == side]
        assert sizes == sorted(sizes, reverse=True)


def test_the_ends_are_levels_under_the_names_given(playbook: Playbook, cases: dict[str, Case]) -> None:
    first, second = (cases["Peru"].assessments[number].sheet for number in (1, 2))
    drawn = bars(playbook, changes(playbook, first, second)[0], ("2011", "2014"))
    assert [(bar.label, bar.kind) for bar in (drawn[0], drawn[-1])] == [("2011", "level"), ("2014", "level")]
    assert all(bar.start == bar.end == bar.points for bar in (drawn[0], drawn[-1]))


def test_bars_of_no_change_are_the_two_ends(playbook: Playbook) -> None:
    assert len(bars(playbook, changes(playbook, ScoreSheet(), ScoreSheet())[0])) == 2
