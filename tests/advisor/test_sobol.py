"""Sobol indices agree with results worked out by hand, and with SALib."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from SALib.analyze import sobol as salib_analysis
from SALib.sample import sobol as salib_sample

from advisor import sobol
from advisor.engine import evaluate
from advisor.scores import Score, ScoreSheet
from advisor.sobol import POINTS, estimates, result_of, sobol_indices

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.arrays import Array
    from advisor.case import Case
    from advisor.playbook import Playbook


def ishigami(rows: Array) -> Array:
    """sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 over (-pi, pi), rows from 0 to 1."""
    one, two, three = (np.pi * (2 * rows - 1)).T
    value: Array = np.sin(one) + 7 * np.sin(two) ** 2 + 0.1 * three**4 * np.sin(one)
    return value


def by_salib(problem: dict[str, object], result: Callable[[Array], Array], points: int, seed: int) -> dict[str, Any]:
    """What SALib makes of a function: indices of first order and total, and the half-widths of their 95 % intervals."""
    generator = np.random.default_rng(seed)
    rows = salib_sample.sample(problem, points, calc_second_order=False, seed=generator)
    found: dict[str, Any] = salib_analysis.analyze(problem, result(rows), calc_second_order=False, seed=1)
    return found


def test_of_a_sum_each_term_has_its_share_of_the_variance() -> None:
    weights = np.array([4.0, -2.0, 1.0, 0.0])
    first, total = estimates(lambda rows: rows @ weights + 7, 4, 1024, seed=1)
    expected = weights**2 / (weights**2).sum()
    np.testing.assert_allclose(first, expected, atol=0.01)
    np.testing.assert_allclose(total, expected, atol=0.01)


def test_of_a_product_of_centred_terms_no_term_says_anything_alone() -> None:
    first, total = estimates(lambda rows: (rows[:, 0] - 0.5) * (rows[:, 1] - 0.5), 3, 4096, seed=1)
    np.testing.assert_allclose(first, [0, 0, 0], atol=0.02)
    np.testing.assert_allclose(total, [1, 1, 0], atol=0.02)


def test_the_ishigami_function_has_its_known_indices() -> None:
    # Saltelli et al. 2000.
    first, total = estimates(ishigami, 3, 4096, seed=1)
    np.testing.assert_allclose(first, [0.3139, 0.4424, 0.0], atol=0.02)
    np.testing.assert_allclose(total, [0.5576, 0.4424, 0.2437], atol=0.02)


UNIFORM: dict[str, object] = {"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[0, 1]] * 3}


def test_of_the_ishigami_function_salib_says_the_same_at_the_same_points() -> None:
    first, total = estimates(ishigami, 3, 4096, seed=1)
    theirs = by_salib(UNIFORM, ishigami, 4096, seed=1)
    np.testing.assert_allclose(total, theirs["ST"], rtol=0, atol=1e-9)
    # SALib takes the mean off the results first, ours takes off the result at the middle: less than its error of 0.03.
    np.testing.assert_allclose(first, theirs["S1"], rtol=0, atol=0.001)


def test_of_the_ishigami_function_salib_says_the_same_at_other_points_within_its_intervals() -> None:
    first, total = estimates(ishigami, 3, 4096, seed=1)
    theirs = by_salib(UNIFORM, ishigami, 4096, seed=2)
    assert (np.abs(first - theirs["S1"]) <= theirs["S1_conf"]).all()
    assert (np.abs(total - theirs["ST"]) <= theirs["ST_conf"]).all()
    assert max(theirs["S1_conf"].max(), theirs["ST_conf"].max()) < 0.05


@pytest.mark.parametrize("subject", ["stance", "erad_core"])
def test_of_peru_salib_says_the_same_and_draws_the_ranges_itself(
    playbook: Playbook, cases: dict[str, Case], subject: str
) -> None:
    sheet = cases["Peru"].latest.sheet
    scores = sheet.arrays(playbook.indicator_ids)
    # SALib's triangle: lowest, highest, and where between them the peak lies.
    peaks = (scores.best - scores.low) / (scores.high - scores.low)
    problem: dict[str, object] = {
        "num_vars": len(peaks),
        "names": list(playbook.indicator_ids),
        "bounds": np.stack((scores.low, scores.high, peaks), axis=1).tolist(),
        "dists": ["triang"] * len(peaks),
    }

    def whole_engine(rows: Array) -> Array:
        evaluation = evaluate(playbook, rows)
        if subject == "stance":
            return evaluation.stance_index
        return evaluation.standings[:, playbook.option_ids.index(subject)]

    theirs = by_salib(problem, whole_engine, POINTS, playbook.uncertainty.seed_fit)
    ours = {one.indicator: (one.first, one.total) for one in sobol_indices(playbook, sheet, subject)}
    first, total = np.array([ours[name] for name in playbook.indicator_ids]).T
    np.testing.assert_allclose(total, theirs["ST"], rtol=0, atol=1e-9)
    # As above; the largest of SALib's own errors is 0.03 and more.
    np.testing.assert_allclose(first, theirs["S1"], rtol=0, atol=0.002)
    assert theirs["S1_conf"].max() > 0.03


def test_rules_that_do_not_bear_on_a_subject_are_left_out_and_not_missed(playbook: Playbook) -> None:
    scores = np.random.default_rng(0).uniform(0, 10, (50, len(playbook.indicators)))
    whole = evaluate(playbook, scores)
    np.testing.assert_allclose(result_of(playbook, "stance")(scores), whole.stance_index, rtol=0, atol=1e-12)
    for column, option in enumerate(playbook.option_ids):
        np.testing.assert_allclose(
            result_of(playbook, option)(scores), whole.standings[:, column], rtol=0, atol=1e-12, err_msg=option
        )


def test_what_never_varies_has_no_indices(playbook: Playbook) -> None:
    sheet = ScoreSheet({name: Score(6, 6, 6) for name in playbook.indicator_ids})
    assert {(one.first, one.total) for one in sobol_indices(playbook, sheet, points=64)} == {(0.0, 0.0)}


@pytest.mark.parametrize("subject", ["stance", "alt_dev"])
def test_without_rules_the_indices_are_those_of_triangles_weighed_and_added(
    playbook: Playbook, cases: dict[str, Case], subject: str
) -> None:
    bare = replace(playbook, rules=(), stance_rules=())
    sheet = cases["Peru"].latest.sheet
    effects = {name: bare.option["alt_dev"].political[name].effect / 10 for name in bare.factor_ids}
    weights = bare.stance_model.weights if subject == "stance" else effects
    parts = {}
    for indicator in bare.indicators:
        score = sheet.get(indicator.id)
        assert score is not None
        low, best, high = score.low, score.best, score.high
        variance = (low**2 + best**2 + high**2 - low * best - low * high - best * high) / 18
        members = sum(other.weight for other in bare.indicators if other.factor == indicator.factor)
        parts[indicator.id] = (weights[indicator.factor] * indicator.weight / members) ** 2 * variance
    for found in sobol_indices(bare, sheet, subject):
        share = parts[found.indicator] / sum(parts.values())
        assert found.first == pytest.approx(share, abs=0.01)
        assert found.total == pytest.approx(share, abs=0.01)


def test_the_largest_total_comes_first_and_rules_add_to_it(playbook: Playbook, cases: dict[str, Case]) -> None:
    found = sobol_indices(playbook, cases["Peru"].latest.sheet, "erad_core")
    assert [one.total for one in found] == sorted((one.total for one in found), reverse=True)
    assert {one.indicator for one in found} == set(playbook.indicator_ids)
    assert sum(one.total for one in found) > sum(one.first for one in found)


def test_an_indicator_not_scored_weighs_most(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet.with_score("de_access", None)
    assert sobol_indices(playbook, sheet)[0].indicator == "de_access"


def test_blocks_bound_memory_and_change_nothing(
    playbook: Playbook, cases: dict[str, Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = cases["Peru"].latest.sheet
    whole = {one.indicator: (one.first, one.total) for one in sobol_indices(playbook, sheet, points=256)}
    monkeypatch.setattr(sobol, "BLOCK", 32)
    for one in sobol_indices(playbook, sheet, points=256):
        assert (one.first, one.total) == pytest.approx(whole[one.indicator], abs=1e-9)


def test_the_same_question_has_the_same_answer_to_the_bit(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    assert sobol_indices(playbook, sheet, points=128) == sobol_indices(playbook, sheet, points=128)
