"""Tipping points are where a fine grid finds the first change, and the slow engine agrees on both sides of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.condition import names_in
from advisor.playbook import Effect
from advisor.scores import SCALE, Score, ScoreSheet
from advisor.tipping import STANCE, joint_moves, nearest, tipping_points
from data.playbook_files import shipped_playbook
from tests.advisor.slow_engine import slow_index, slow_standing
from tests.advisor.states import slow_state, states

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.tipping import Direction, JointMove, TippingPoint

PLAYBOOK = shipped_playbook()
COUNT = len(PLAYBOOK.indicators)
STEP = 0.01
GRID = np.arange(0, 1001) / 100
BESIDE = 1e-5
SIDES: tuple[tuple[Direction, int], ...] = (("falls_to", -1), ("rises_to", 1))
EPISODES = ("PER-2011H2", "PER-2012-2014", "PER-2014-2016", "COL-1999-09", "CHE-2009-07", "LAO-2000-09")
SCORES = st.one_of(
    st.lists(st.floats(0, 10), min_size=COUNT, max_size=COUNT),
    st.lists(st.integers(0, 20).map(lambda half: half / 2), min_size=COUNT, max_size=COUNT),
)


def sheet_of(row: Sequence[float], playbook: Playbook = PLAYBOOK) -> ScoreSheet:
    pairs = zip(playbook.indicator_ids, row, strict=False)
    return ScoreSheet({name: Score(value, value, value) for name, value in pairs})


def best_of(playbook: Playbook, sheet: ScoreSheet) -> dict[str, float]:
    return dict(zip(playbook.indicator_ids, sheet.arrays(playbook.indicator_ids).best.tolist(), strict=True))


def complete(playbook: Playbook, sheet: ScoreSheet) -> bool:
    return len(sheet.scores) / len(playbook.indicators) >= 0.75


def check_against_the_grid(playbook: Playbook, sheet: ScoreSheet) -> int:
    """Compare every tipping point of a sheet with the grid and with the slow engine; return their number."""
    found = {(one.subject, one.indicator, one.direction): one for one in tipping_points(playbook, sheet)}
    best = best_of(playbook, sheet)
    for indicator, now in best.items():
        on_grid = grid_changes(playbook, sheet, indicator)
        for column, subject in enumerate((*playbook.option_ids, STANCE)):
            for direction, sign in SIDES:
                first = min((value * sign for value in on_grid[column] if (value - now) * sign > 0), default=None)
                point = found.get((subject, indicator, direction))
                # A stretch narrower than the grid may lie nearer; the slow engine judges those below.
                assert first is None or (point is not None and point.value * sign <= first + 1e-7)
    for point in found.values():
        check_by_hand(playbook, sheet, point)
    return len(found)


def grid_changes(playbook: Playbook, sheet: ScoreSheet, indicator: str) -> list[list[float]]:
    """Return for every option and the stance the values of the grid at which the state is not the one of now."""
    best = best_of(playbook, sheet)
    values = np.append(GRID, best[indicator])
    rows = np.tile(list(best.values()), (len(values), 1))
    rows[:, list(best).index(indicator)] = values
    found = states(playbook, rows, complete(playbook, sheet))
    return [values[column != column[-1]].tolist() for column in found.T]


def check_by_hand(playbook: Playbook, sheet: ScoreSheet, point: TippingPoint) -> None:
    """Compare a tipping point with the slow engine: before it, and at it or beyond it."""
    best, whole = best_of(playbook, sheet), complete(playbook, sheet)
    sign = 1 if point.direction == "rises_to" else -1
    assert (point.value - point.now) * sign >= 0
    assert point.now == best[point.indicator]
    volatility = playbook.indicator[point.indicator].volatility
    assert point.distance == pytest.approx(abs(point.value - point.now) / volatility)
    beyond = [min(max(point.value + sign * step, SCALE[0]), SCALE[1]) for step in (BESIDE, 0.0)]
    after = {slow_state(playbook, point.subject, {**best, point.indicator: value}, whole) for value in beyond}
    assert point.after in after
    assert slow_state(playbook, point.subject, best, whole) == point.before != point.after
    if abs(point.value - point.now) > 2 * BESIDE:
        just_before = {**best, point.indicator: point.value - sign * BESIDE}
        assert slow_state(playbook, point.subject, just_before, whole) == point.before


@pytest.mark.parametrize("episode", EPISODES)
def test_shipped_cases_tip_where_a_fine_grid_says(playbook: Playbook, cases: dict[str, Case], episode: str) -> None:
    sheet = next(one.sheet for case in cases.values() for one in case.assessments if one.id == episode)
    assert check_against_the_grid(playbook, sheet) > 20


@settings(max_examples=12)
@given(SCORES, st.integers(0, COUNT))
def test_any_sheet_tips_where_a_fine_grid_says(row: list[float], scored: int) -> None:
    check_against_the_grid(PLAYBOOK, sheet_of(row[:scored]))


@pytest.mark.parametrize("score", [0.0, 2.0, 5.0, 8.0, 10.0])
def test_sheets_on_the_kinks_tip_where_a_fine_grid_says(playbook: Playbook, score: float) -> None:
    check_against_the_grid(playbook, sheet_of([score] * COUNT))


def test_nothing_scored_has_tipping_points_from_the_middle_and_never_a_lead(playbook: Playbook) -> None:
    assert check_against_the_grid(playbook, ScoreSheet()) > 0
    points = tipping_points(playbook, ScoreSheet())
    assert {point.now for point in points} == {5.0}
    assert all("lead" not in (point.before, point.after) for point in points)


@pytest.mark.parametrize("options", [1, 2])
def test_a_playbook_without_rules_and_few_options_has_the_tipping_points_of_straight_lines(
    playbook: Playbook, options: int
) -> None:
    bare = replace(playbook, rules=(), stance_rules=(), options=playbook.options[1 : 1 + options])
    sheet = sheet_of([6.0] * COUNT)
    check_against_the_grid(bare, sheet)
    best = best_of(bare, sheet)
    for point in tipping_points(bare, sheet):
        at = {**best, point.indicator: point.value}
        if point.subject == STANCE:
            cuts = (bare.stance_model.cut_divergent, bare.stance_model.cut_aligned)
            assert min(abs(slow_index(bare, at) - cut) for cut in cuts) < 1e-9
        elif "lead" not in (point.before, point.after):
            standing = slow_standing(bare, bare.option[point.subject], at)
            assert min(abs(standing), abs(standing + 2)) < 1e-9


def test_a_veto_turns_a_verdict_at_its_very_degree(playbook: Playbook) -> None:
    # With an influential military a veto from degree 0.6 stands from an objection of 6.8 on: (6.8 - 5) / 3.
    veto = next(rule for rule in playbook.rules if "ms_opposition" in names_in(rule.condition) and rule.veto_at == 0.6)
    slight = replace(veto, then=(Effect(points=-0.01, option="alt_dev"),))
    vetoed = replace(playbook, rules=(slight,))
    sheet = sheet_of([5.0] * COUNT).with_score("ms_influence", Score(9, 9, 9))
    (point,) = (
        one
        for one in tipping_points(vetoed, sheet, ["alt_dev"])
        if (one.indicator, one.direction) == ("ms_opposition", "rises_to")
    )
    assert point.value == pytest.approx(6.8)
    assert point.after == "avoid"


def test_a_state_that_hangs_on_the_present_score_tips_at_once(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    point = nearest(tipping_points(playbook, sheet), "vetted_units")[0]
    best = best_of(playbook, sheet)
    moved = sheet_of(list((best | {point.indicator: point.value}).values()))
    distances = [one.distance for one in nearest(tipping_points(playbook, moved), "vetted_units")]
    assert distances[0] == pytest.approx(0, abs=1e-8)


def test_only_the_subjects_asked_for_are_looked_for(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    everything = tipping_points(playbook, sheet)
    stance = tipping_points(playbook, sheet, [STANCE])
    assert [replace(one, value=0, distance=0) for one in stance] == [
        replace(one, value=0, distance=0) for one in everything if one.subject == STANCE
    ]
    np.testing.assert_allclose(
        [one.value for one in stance], [one.value for one in everything if one.subject == STANCE], atol=1e-9
    )
    assert tipping_points(playbook, sheet, []) == ()
    assert joint_moves(playbook, sheet, []) == ()


def test_the_nearest_come_first(playbook: Playbook, cases: dict[str, Case]) -> None:
    points = nearest(tipping_points(playbook, cases["Peru"].latest.sheet), STANCE)
    assert [one.distance for one in points] == sorted(one.distance for one in points)
    assert points[0].indicator == "de_pressure"
    assert points[0].value == pytest.approx(8.577, abs=0.001)


def directions(playbook: Playbook, subject: str, best: dict[str, float]) -> dict[str, int]:
    """Say by the slow engine which way each indicator is in favour of a subject."""

    def value(scores: dict[str, float]) -> float:
        if subject == STANCE:
            return slow_index(playbook, scores)
        return slow_standing(playbook, playbook.option[subject], scores)

    signs = {}
    for indicator in playbook.indicators:
        now = best[indicator.id]
        more, less = min(10, now + indicator.volatility), max(0, now - indicator.volatility)
        gain = value({**best, indicator.id: more}) - value({**best, indicator.id: less})
        signs[indicator.id] = 0 if abs(gain) < 1e-9 else 1 if gain > 0 else -1
    return signs


def moved_together(playbook: Playbook, best: dict[str, float], signs: dict[str, int], years: float) -> list[float]:
    volatility = {one.id: one.volatility for one in playbook.indicators}
    return [min(10.0, max(0.0, now + years * signs[name] * volatility[name])) for name, now in best.items()]


@pytest.mark.parametrize("episode", ["PER-2011H2", "PER-2014-2016", "COL-1999-09"])
@pytest.mark.parametrize("subject", [STANCE, "vetted_units", "erad_core", "alt_dev"])
def test_the_least_joint_move_is_the_one_that_a_fine_grid_finds(
    playbook: Playbook, cases: dict[str, Case], subject: str, episode: str
) -> None:
    sheet = next(one.sheet for case in cases.values() for one in case.assessments if one.id == episode)
    best = best_of(playbook, sheet)
    signs = directions(playbook, subject, best)
    found = {move.favour: move for move in joint_moves(playbook, sheet, [subject])}
    column = (*playbook.option_ids, STANCE).index(subject)
    years = np.arange(0, 4, 0.002)
    for favour, way in (("in_favour", 1), ("against", -1)):
        rows = np.array([moved_together(playbook, best, signs, way * one) for one in years])
        changed = years[(grid := states(playbook, rows)[:, column]) != grid[0]]
        move = next((one for name, one in found.items() if name == favour), None)
        if changed.size:
            assert move is not None
            assert changed[0] - 0.002 - 1e-7 <= move.years <= changed[0] + 1e-7
            check_shifts(playbook, best, signs, move)


def check_shifts(playbook: Playbook, best: dict[str, float], signs: dict[str, int], move: JointMove) -> None:
    way = 1 if move.favour == "in_favour" else -1
    ends = dict(zip(best, moved_together(playbook, best, signs, way * move.years), strict=True))
    assert {one.indicator: one.now for one in move.shifts}.items() <= best.items()
    assert {one.indicator: one.value for one in move.shifts} == pytest.approx(
        {name: end for name, end in ends.items() if end != best[name]}
    )


def test_where_nothing_is_left_to_move_there_is_no_joint_move_that_way(playbook: Playbook) -> None:
    best = {one.id: 10.0 if one.side == "external" else 0.0 for one in playbook.indicators}
    moves = joint_moves(playbook, sheet_of(list(best.values())), [STANCE])
    assert [move.favour for move in moves] == ["against"]
    assert (moves[0].before, moves[0].after) == ("aligned", "contested")


def test_the_same_question_has_the_same_answer_to_the_bit(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Colombia"].latest.sheet
    assert tipping_points(playbook, sheet) == tipping_points(playbook, sheet)
    assert joint_moves(playbook, sheet) == joint_moves(playbook, sheet)
