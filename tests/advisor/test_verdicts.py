"""Verdicts of many rows are those that `judge` gives one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.engine import Evaluation, evaluate
from advisor.findings import VERDICTS, judge
from advisor.scores import Score, ScoreSheet
from advisor.verdicts import best_verdicts

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def sheet_of(playbook: Playbook, row: list[float]) -> ScoreSheet:
    return ScoreSheet(
        {name: Score(value, value, value) for name, value in zip(playbook.indicator_ids, row, strict=True)}
    )


def test_many_rows_get_the_verdicts_they_get_alone(playbook: Playbook) -> None:
    rows = np.random.default_rng(5).uniform(0, 10, (60, len(playbook.indicators)))
    together = best_verdicts(playbook, evaluate(playbook, rows), 0.0)
    for row, verdicts in zip(rows.tolist(), together, strict=True):
        alone = [option.verdict for option in judge(playbook, sheet_of(playbook, row)).options]
        assert [VERDICTS[verdict] for verdict in verdicts] == alone
    assert set(together.ravel()) == {0, 1, 2, 3}, "the rows do not reach every verdict: the test is too weak"


@pytest.mark.parametrize("missing", [5, 6], ids=["less than a quarter unknown", "more than a quarter unknown"])
def test_with_too_much_unknown_nothing_leads(playbook: Playbook, missing: int) -> None:
    row = [2.0] * 11 + [8.0] * 11
    sheet = sheet_of(playbook, row)
    for name in playbook.indicator_ids[:missing]:
        sheet = sheet.with_score(name, None)
    best = sheet.arrays(playbook.indicator_ids).best[None, :]
    verdicts = best_verdicts(playbook, evaluate(playbook, best), missing / len(row))[0]
    assert [VERDICTS[verdict] for verdict in verdicts] == [one.verdict for one in judge(playbook, sheet).options]
    assert (0 in verdicts) == (missing == 5)


def test_the_dust_of_binary_fractions_turns_no_verdict(playbook: Playbook) -> None:
    options = len(playbook.options)
    standings = np.full((1, options), -1e-15)
    nothing = np.zeros((1, 0))
    evaluation = Evaluation(nothing, nothing, nothing, standings, np.zeros((1, options), dtype=np.bool_), np.zeros(1))
    assert {VERDICTS[verdict] for verdict in best_verdicts(playbook, evaluation, 0.0)[0]} == {"offer_with_conditions"}


def test_a_share_of_exactly_the_limit_may_lead_though_binary_fractions_miss_it(playbook: Playbook) -> None:
    limited = replace(playbook, verdict=replace(playbook.verdict, lead_max_unscored=0.3))
    options = len(playbook.options)
    nothing = np.zeros((1, 0))
    standings, vetoed = np.full((1, options), 9.0), np.zeros((1, options), dtype=np.bool_)
    evaluation = Evaluation(nothing, nothing, nothing, standings, vetoed, np.zeros(1))
    assert 1 - 0.7 > 0.3
    assert 0 in best_verdicts(limited, evaluation, 1 - 0.7)[0]
    assert 0 not in best_verdicts(limited, evaluation, 0.31)[0]
