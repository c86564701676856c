"""The worth of options in every future, and what re-scoring shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.knobs import Knobs, apply
from advisor.outlook import look_ahead, rescored, rescoring_errors
from advisor.scores import ScoreSheet
from advisor.uncertainty import draw_blocks, scores_later, scores_now

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


def test_shares_accepted_are_those_of_the_findings(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    sheet = cases["Peru"].assessment("PER-2012-2014").sheet.arrays(playbook.indicator_ids)
    seen = look_ahead(playbook, sheet, draws, 1)
    column = playbook.option_ids.index("vetted_units")
    assert seen.accepted_now[:, column].mean() == pytest.approx(0.87, abs=0.01)
    assert (seen.now[seen.accepted_now] >= -1e-12).all()
    assert (seen.now[~seen.accepted_now] <= 1e-12).all()


def test_blocks_are_put_one_after_the_other(playbook: Playbook) -> None:
    sheet = ScoreSheet().arrays(playbook.indicator_ids)
    blocks = list(draw_blocks(playbook, 64, 1))
    seen = look_ahead(playbook, sheet, [*blocks, *blocks], 1)
    assert len(seen.now) == 128
    np.testing.assert_allclose(seen.values, seen.now.mean(axis=0) + seen.later.mean(axis=0))


def test_at_a_horizon_of_no_months_nothing_has_moved(playbook: Playbook, cases: dict[str, Case]) -> None:
    still = apply(playbook, Knobs(horizon_months=0))
    sheet = cases["Peru"].latest.sheet.arrays(playbook.indicator_ids)
    seen = look_ahead(still, sheet, draw_blocks(playbook, 64, 1), 1)
    np.testing.assert_allclose(seen.now, seen.later, atol=1e-9)


def test_rescoring_errs_by_the_spread_of_the_playbook_and_stays_on_the_scale(
    playbook: Playbook, draws: list[Draws]
) -> None:
    sheet = ScoreSheet().arrays(playbook.indicator_ids)
    true = scores_later(playbook, scores_now(sheet, draws[0]), draws[0], 12)
    seen = rescored(playbook, true, rescoring_errors(1))
    inside = (true > 2) & (true < 8)
    assert (seen - true)[inside].std() == pytest.approx(playbook.uncertainty.observation_sd, rel=0.02)
    assert seen.min() >= 0
    assert seen.max() <= 10


def test_errors_of_rescoring_owe_nothing_to_the_draws(playbook: Playbook, draws: list[Draws]) -> None:
    error = rescored(playbook, np.full(draws[0].scores.shape, 5.0), rescoring_errors(1))
    for row in range(len(error)):
        assert abs(np.corrcoef(error[row], draws[0].scores[row])[0, 1]) < 0.06
