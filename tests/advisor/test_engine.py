"""The engine gives what docs/model.md says, for one row as for many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.condition import parse
from advisor.engine import evaluate, evaluate_blocks, levels, matrices, side_of, worth
from data.playbook_files import shipped_playbook
from tests.advisor.slow_engine import slow_factors, slow_index, slow_standing, slow_veto, slow_worth

if TYPE_CHECKING:
    from advisor.playbook import Playbook

PLAYBOOK = shipped_playbook()
ROWS = st.lists(st.floats(0, 10), min_size=len(PLAYBOOK.indicators), max_size=len(PLAYBOOK.indicators))


@settings(max_examples=60)
@given(ROWS)
def test_any_score_sheet_gives_what_the_formulas_give_by_hand(row: list[float]) -> None:
    scores = dict(zip(PLAYBOOK.indicator_ids, row, strict=True))
    result = evaluate(PLAYBOOK, np.array([row]))
    values = worth(PLAYBOOK, result.standings, result.vetoed)
    assert dict(zip(PLAYBOOK.factor_ids, result.factors[0], strict=True)) == pytest.approx(
        slow_factors(PLAYBOOK, scores)
    )
    assert result.stance_index[0] == pytest.approx(slow_index(PLAYBOOK, scores), abs=1e-12)
    for column, option in enumerate(PLAYBOOK.options):
        assert result.standings[0, column] == pytest.approx(slow_standing(PLAYBOOK, option, scores), abs=1e-12)
        assert result.vetoed[0, column] == slow_veto(PLAYBOOK, option, scores)
        assert values[0, column] == pytest.approx(slow_worth(PLAYBOOK, option, scores), abs=1e-12)


def test_a_row_means_the_same_alone_and_among_a_thousand(playbook: Playbook) -> None:
    rows = np.random.default_rng(7).uniform(0, 10, (1000, len(playbook.indicators)))
    together = evaluate(playbook, rows)
    for number in (0, 17, 999):
        alone = evaluate(playbook, rows[[number]])
        np.testing.assert_allclose(alone.standings[0], together.standings[number], atol=1e-12)
        np.testing.assert_array_equal(alone.vetoed[0], together.vetoed[number])
        assert alone.stance_index[0] == pytest.approx(together.stance_index[number], abs=1e-12)


def test_many_rows_come_in_blocks_and_say_the_same(playbook: Playbook) -> None:
    rows = np.random.default_rng(3).uniform(0, 10, (1000, len(playbook.indicators)))
    blocks = list(evaluate_blocks(playbook, rows, size=300))
    assert [len(block.stance_index) for block in blocks] == [300, 300, 300, 100]
    joined = np.concatenate([block.standings for block in blocks])
    np.testing.assert_allclose(joined, evaluate(playbook, rows).standings, atol=1e-12)


def test_no_rows_give_no_results(playbook: Playbook) -> None:
    result = evaluate(playbook, np.empty((0, len(playbook.indicators))))
    assert result.standings.shape == (0, len(playbook.options))


def test_the_sum_of_rules_is_held_to_the_cap(playbook: Playbook) -> None:
    rows = np.random.default_rng(1).uniform(0, 10, (2000, len(playbook.indicators)))
    result = evaluate(playbook, rows)
    political = result.factors @ matrices(playbook).political.T
    from_rules = result.standings - political + playbook.standing.cost_of_agreeing
    assert np.abs(from_rules).max() <= playbook.standing.rule_cap + 1e-12
    assert np.isclose(np.abs(from_rules), playbook.standing.rule_cap).any(), (
        "no row reaches the cap: the test is too weak"
    )


def test_the_us_value_of_forced_removal_counts_its_damage(playbook: Playbook) -> None:
    # (3*7 + 2*3 + 1*1 + 1*(1-2) + 1*(1-4) + 1*(1-4)) / 9
    column = playbook.option_ids.index("erad_core")
    assert matrices(playbook).us_value[column] == pytest.approx(21 / 9)


@pytest.mark.parametrize(
    ("condition", "side"),
    [
        ("high(su_level) and low(military)", "domestic"),
        ("high(ue_trade) or not high(shared_threat)", "external"),
        ("high(su_level) and high(ue_trade)", "interaction"),
    ],
)
def test_a_rule_belongs_to_the_side_of_all_it_names(playbook: Playbook, condition: str, side: str) -> None:
    assert side_of(playbook, parse(condition)) == side


def test_a_degree_that_binary_fractions_put_a_hair_below_a_veto_still_vetoes(playbook: Playbook) -> None:
    # low(2.6) is (5 - 2.6) / 3 = 0.8 by hand, and 0.7999999999999999 in binary fractions.
    rows = np.full((1, len(playbook.indicators)), 5.0)
    rows[0, playbook.indicator_ids.index("de_access")] = 2.6
    rows[0, playbook.indicator_ids.index("pa_foreign")] = 9.0
    column = playbook.option_ids.index("conditionality")
    assert playbook.rule["con_rival_resists"].veto_at == 0.8
    assert evaluate(playbook, rows).vetoed[0, column]


def test_levels_are_graded_between_the_middle_and_three_points_off() -> None:
    found = levels(np.array([0.0, 2.0, 3.5, 5.0, 6.5, 8.0, 10.0]))
    assert found["high"].tolist() == [0, 0, 0, 0, 0.5, 1, 1]
    assert found["low"].tolist() == [1, 1, 0.5, 0, 0, 0, 0]
    assert found["moderate"].tolist() == [0, 0, 0.5, 1, 0.5, 0, 0]
