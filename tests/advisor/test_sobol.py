"""Sobol indices agree with results worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor import sobol
from advisor.scores import Score, ScoreSheet
from advisor.sobol import estimates, sobol_indices

if TYPE_CHECKING:
    from advisor.arrays import Array
    from advisor.case import Case
    from advisor.playbook import Playbook


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
    # Sobol indices of sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 over (-pi, pi), Saltelli et al. 2000.
    def ishigami(rows: Array) -> Array:
        one, two, three = (np.pi * (2 * rows - 1)).T
        value: Array = np.sin(one) + 7 * np.sin(two) ** 2 + 0.1 * three**4 * np.sin(one)
        return value

    first, total = estimates(ishigami, 3, 4096, seed=1)
    np.testing.assert_allclose(first, [0.3139, 0.4424, 0.0], atol=0.02)
    np.testing.assert_allclose(total, [0.5576, 0.4424, 0.2437], atol=0.02)


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
