"""The fit finds what made the data, keeps signs, and the shipped numbers can be repeated by anyone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.engine import evaluate
from advisor.fit import Coding, NothingToFit, fit_stance
from advisor.playbook import STANCE_CLASSES
from advisor.scores import Score, ScoreSheet
from advisor.stance import class_numbers
from advisor.stance_fit import StanceModel

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def invented(playbook: Playbook, model: StanceModel, countries: int, each: int = 4) -> list[Coding]:
    """Episodes whose outcomes a known model has drawn."""
    random, count = np.random.default_rng(11), countries * each
    table = random.uniform(0, 10, (count, len(playbook.indicators)))
    index = evaluate(playbook, table, stance=model).stance_index + random.normal(0, model.sigma, count)
    found = []
    for number, (values, outcome) in enumerate(zip(table.tolist(), class_numbers(index, model), strict=True)):
        scores = {name: Score(v, v, v) for name, v in zip(playbook.indicator_ids, values, strict=True)}
        stance = STANCE_CLASSES[int(outcome)]
        found.append(Coding(f"E{number}", f"C{number % countries}", stance, ScoreSheet(scores)))
    return found


def loose(playbook: Playbook, *ridge: float) -> Playbook:
    prior = replace(playbook.stance.prior, ridge=ridge, cut_sd=10.0, sigma_log_sd=5.0)
    return replace(playbook, stance=replace(playbook.stance, prior=prior), stance_fit=None)


def test_with_much_data_the_fit_finds_the_model_that_made_it(playbook: Playbook) -> None:
    truth = StanceModel(
        {
            "electoral_base": -0.6,
            "unrest": 0.0,
            "military": -0.3,
            "patrons": -0.3,
            "economic_leverage": 0.6,
            "shared_threat": 0.2,
            "diplomatic_engagement": 0.4,
        },
        cut_divergent=-0.5,
        cut_aligned=1.0,
        sigma=0.8,
    )
    fit = fit_stance(loose(playbook, 0.001), invented(playbook, truth, 4, each=500), "hash")
    for factor, weight in truth.weights.items():
        assert fit.full.weights[factor] == pytest.approx(weight, abs=0.12), factor
    assert fit.full.cut_divergent == pytest.approx(-0.5, abs=0.3)
    assert fit.full.cut_aligned == pytest.approx(1.0, abs=0.3)


def test_a_strong_ridge_holds_weights_equal_and_signs_never_turn(playbook: Playbook) -> None:
    truth = StanceModel(dict.fromkeys(playbook.factor_ids, 0.4), -1.0, 1.0, 1.0)
    codings = invented(playbook, truth, 4)
    equal = playbook.unfitted_stance.weights
    strong = fit_stance(loose(playbook, 1e5), codings, "hash").full.weights
    assert strong == pytest.approx(equal, rel=0.02)
    weak = fit_stance(loose(playbook, 0.01), codings, "hash").full.weights
    for factor in playbook.factors:
        assert weak[factor.id] <= 0 if factor.side == "domestic" else weak[factor.id] >= 0


def test_the_ridge_with_the_best_left_out_score_is_used(playbook: Playbook) -> None:
    codings = invented(playbook, playbook.unfitted_stance, 5)
    fit = fit_stance(loose(playbook, 0.1, 100.0), codings, "hash")
    assert fit.ridge == min(fit.trials, key=lambda trial: trial.left_out_brier).ridge
    assert [left.country for left in fit.left_out] == ["C0", "C1", "C2", "C3", "C4"]


def test_two_codings_of_one_episode_weigh_as_one_outcome(playbook: Playbook) -> None:
    codings = invented(playbook, playbook.unfitted_stance, 4)
    once = fit_stance(loose(playbook, 4.0), codings, "hash")
    twice = fit_stance(loose(playbook, 4.0), [*codings, *codings], "hash")
    assert twice.full.weights == pytest.approx(once.full.weights, abs=1e-3)
    assert twice.rows == 2 * once.rows


@pytest.mark.parametrize("countries", [0, 1])
def test_without_episodes_of_two_countries_nothing_is_fitted_and_it_says_what_holds(
    playbook: Playbook, countries: int
) -> None:
    codings = invented(playbook, playbook.unfitted_stance, 1) if countries else []
    with pytest.raises(NothingToFit, match="keeps equal weights and the wider sigma of its prior"):
        fit_stance(playbook, codings, "hash")
