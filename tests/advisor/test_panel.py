"""A panel says of each row what the tool says of it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.findings import VERDICTS, assess, judge
from advisor.panel import PanelRanges, acceptance, score_panel, with_ranges
from advisor.playbook import STANCE_CLASSES
from advisor.scores import Score, ScoreSheet
from advisor.stance import class_probabilities
from advisor.uncertainty import draw_blocks

if TYPE_CHECKING:
    from advisor.arrays import Array
    from advisor.case import Case
    from advisor.playbook import Playbook


def rows_of(playbook: Playbook, sheets: list[ScoreSheet]) -> PanelRanges:
    def ends(part: str) -> Array:
        return np.array(
            [
                [getattr(score, part) if (score := sheet.get(name)) else np.nan for name in playbook.indicator_ids]
                for sheet in sheets
            ]
        )

    return PanelRanges(ends("low"), ends("best"), ends("high"))


@pytest.fixture(scope="module")
def sheets(cases: dict[str, Case], playbook: Playbook) -> list[ScoreSheet]:
    """Every shipped assessment, and some of them with less and less scored."""
    shipped = [one.sheet for case in cases.values() for one in case.assessments]
    partly = [
        ScoreSheet({name: score for name, score in sheet.scores.items() if name in playbook.indicator_ids[kept:]})
        for kept, sheet in zip((1, 5, 6, 15, 21), shipped, strict=False)
    ]
    return shipped + partly


def test_each_row_gets_what_its_assessment_gets(playbook: Playbook, sheets: list[ScoreSheet]) -> None:
    result = score_panel(playbook, rows_of(playbook, sheets).best)
    for row, sheet in enumerate(sheets):
        alone = judge(playbook, sheet)
        assert result.index[row] == pytest.approx(alone.stance.index, abs=1e-12)
        assert STANCE_CLASSES[result.stance[row]] == alone.stance.stance_class
        assert result.standings[row] == pytest.approx([option.standing for option in alone.options], abs=1e-12)
        assert [VERDICTS[number] for number in result.verdicts[row]] == [option.verdict for option in alone.options]
        assert result.scored[row] == alone.scored


def test_probabilities_are_those_of_the_index_with_the_residual_of_the_model(playbook: Playbook) -> None:
    best = np.random.default_rng(3).uniform(0, 10, (50, len(playbook.indicators)))
    result = score_panel(playbook, best)
    np.testing.assert_array_equal(result.probabilities, class_probabilities(result.index, playbook.stance_model))
    np.testing.assert_allclose(result.probabilities.sum(axis=1), 1.0)


@pytest.mark.parametrize("rows", [0, 1, 4095, 4096, 4097, 9000])
def test_any_number_of_rows_is_scored_block_by_block(playbook: Playbook, rows: int) -> None:
    best = np.random.default_rng(4).uniform(0, 10, (rows, len(playbook.indicators)))
    result = score_panel(playbook, best)
    assert result.standings.shape == (rows, len(playbook.options))
    for row in {0, rows // 2, rows - 1} & set(range(rows)):
        alone = score_panel(playbook, best[row : row + 1])
        np.testing.assert_allclose(result.standings[row], alone.standings[0], atol=1e-12)
        np.testing.assert_array_equal(result.verdicts[row], alone.verdicts[0])


def test_the_scores_given_are_not_changed(playbook: Playbook) -> None:
    best = np.full((3, len(playbook.indicators)), np.nan)
    score_panel(playbook, best)
    assert np.isnan(best).all()


def test_likelihoods_are_those_of_assess(playbook: Playbook, sheets: list[ScoreSheet]) -> None:
    draws = list(draw_blocks(playbook, 256, playbook.uncertainty.seed_fit))
    chosen = [sheets[0], sheets[-1], sheets[-3]]
    shares = acceptance(playbook, rows_of(playbook, chosen), draws)
    for row, sheet in enumerate(chosen):
        expected = [option.p_now for option in assess(playbook, sheet, draws).options]
        assert shares[row] == pytest.approx(expected, abs=1e-12)


def test_a_score_without_a_range_reaches_a_point_either_way() -> None:
    nothing = np.full((1, 4), np.nan)
    best = np.array([[0.5, 5.0, 9.5, np.nan]])
    filled = with_ranges(nothing, best, nothing)
    np.testing.assert_array_equal(filled.low, [[0.0, 4.0, 8.5, np.nan]])
    np.testing.assert_array_equal(filled.high, [[1.5, 6.0, 10.0, np.nan]])


def test_ends_that_are_given_are_kept() -> None:
    low, best, high = (np.array([[value]]) for value in (2.0, 6.0, 6.5))
    filled = with_ranges(low, best, high)
    assert (filled.low[0, 0], filled.high[0, 0]) == (2.0, 6.5)


def test_some_rows_can_be_taken_out() -> None:
    table = np.arange(6.0).reshape(3, 2)
    ranges = PanelRanges(table, table + 1, table + 2)
    assert ranges.rows(slice(1, 2)).best.tolist() == [[3.0, 4.0]]
    assert ranges.rows(np.array([True, False, True])).high.tolist() == [[2.0, 3.0], [6.0, 7.0]]


def test_ranges_widen_the_doubt(playbook: Playbook) -> None:
    draws = list(draw_blocks(playbook, 1024, 1))
    sheet = ScoreSheet({name: Score(8, 8, 8) for name in playbook.indicator_ids})
    sure = rows_of(playbook, [sheet])
    wide = PanelRanges(np.zeros_like(sure.low), sure.best, np.full_like(sure.high, 10.0))
    sure_shares, wide_shares = (acceptance(playbook, ranges, draws)[0] for ranges in (sure, wide))
    assert np.abs(wide_shares - 0.5).mean() < np.abs(sure_shares - 0.5).mean()
