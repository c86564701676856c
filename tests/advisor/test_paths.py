"""Between the knots of a path every degree of a rule, of any condition, is a straight line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine import evaluate
from advisor.paths import kinked, whole_scale
from data.playbook_files import shipped_playbook
from tests.advisor.condition_strategies import conditions

if TYPE_CHECKING:
    from advisor.condition import Condition
    from advisor.playbook import Playbook

PLAYBOOK = shipped_playbook()
# Few names, so that terms of one condition often move together.
NAMES = (*PLAYBOOK.indicator_ids[:3], *PLAYBOOK.factor_ids[:2])
COUNT = len(PLAYBOOK.indicators)
ROWS = st.lists(st.floats(0, 10), min_size=COUNT, max_size=COUNT)
RATES = st.lists(st.sampled_from([-1.5, -1.0, 0.0, 0.7, 1.0]), min_size=COUNT, max_size=COUNT)


@settings(max_examples=80)
@given(st.lists(conditions(NAMES), min_size=1, max_size=3), ROWS, RATES)
def test_degrees_are_straight_between_knots(parts: list[Condition], row: list[float], rates: list[float]) -> None:
    rules = tuple(replace(PLAYBOOK.rules[0], id=str(number), condition=part) for number, part in enumerate(parts))
    playbook = replace(PLAYBOOK, rules=rules, stance_rules=())
    paths = kinked(playbook, whole_scale(np.array(row), np.array([rates])))
    at = evaluate(playbook, paths.scores).rule_degrees
    for share in (0.2, 0.5, 0.9):
        places = paths.place[:-1] + share * np.diff(paths.place)
        between = replace(paths, path=np.zeros(len(places), dtype=np.intp), place=places)
        expected = at[:-1] + share * np.diff(at, axis=0)
        np.testing.assert_allclose(evaluate(playbook, between.scores).rule_degrees, expected, atol=1e-8)


def test_a_path_ends_where_nothing_can_move_any_more(playbook: Playbook) -> None:
    start = np.full(len(playbook.indicators), 5.0)
    start[0] = 2.0
    rates = np.zeros((1, len(start)))
    rates[0, :2] = (1.0, -0.5)
    paths = whole_scale(start, rates)
    assert paths.place.tolist() == [-10.0, -2.0, 0.0, 8.0, 10.0]
    assert paths.scores[:, :2].tolist() == [[0.0, 10.0], [0.0, 6.0], [2.0, 5.0], [10.0, 1.0], [10.0, 0.0]]


def test_a_path_on_which_nothing_moves_is_a_single_point(playbook: Playbook) -> None:
    start = np.full(len(playbook.indicators), 5.0)
    paths = kinked(playbook, whole_scale(start, np.zeros((1, len(start)))))
    assert paths.place.tolist() == [0.0]
    assert len(paths.spans.middles) == 0


def test_paths_are_cut_where_a_value_crosses_zero_and_only_where_it_matters(playbook: Playbook) -> None:
    start = np.full(len(playbook.indicators), 5.0)
    paths = whole_scale(start, np.eye(len(start))[:2])
    values = np.column_stack((paths.place - 1, paths.place + 2))
    everywhere = paths.cut(values)
    assert everywhere.place.tolist() == [-5.0, -2.0, 0.0, 1.0, 5.0] * 2
    wanted = np.array([[True, False], [False, True]])
    assert paths.cut(values, wanted).place.tolist() == [-5.0, 0.0, 1.0, 5.0, -5.0, -2.0, 0.0, 5.0]
    assert paths.cut(values, wanted).path.tolist() == [0] * 4 + [1] * 4


def test_a_playbook_without_rules_has_kinks_only_in_its_levels(playbook: Playbook) -> None:
    bare = replace(playbook, rules=(), stance_rules=())
    start = np.full(len(playbook.indicators), 6.0)
    rates = np.eye(len(start))[:1]
    assert set((kinked(bare, whole_scale(start, rates)).place + 6).round(9)) >= {0.0, 2.0, 5.0, 6.0, 8.0, 10.0}
