"""A survey is what its parts give on the same futures, the same every time, and can be stopped."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.findings import assess
from advisor.firming import firm_up_first
from advisor.progress import Cancelled
from advisor.robustness import rank_acceptability, stance_spread
from advisor.scores import Score, ScoreSheet
from advisor.sobol import sobol_indices
from advisor.survey import FIRMING_DRAWS, MANY, Survey, recounted, survey
from advisor.tipping import STANCE, joint_moves, nearest, tipping_points
from advisor.uncertainty import BLOCK, draw_blocks
from data.playbook_files import shipped_playbook
from tests.advisor.small_playbooks import small_playbooks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws

SEED = 1
SOME = 2 * BLOCK + 100


@pytest.fixture(scope="module")
def sheet(cases: dict[str, Case]) -> ScoreSheet:
    return cases["Peru"].latest.sheet


@pytest.fixture(scope="module")
def usual(playbook: Playbook, sheet: ScoreSheet, draws: list[Draws]) -> Survey:
    """The survey that answers at once."""
    return survey(playbook, sheet, draws)


def few(playbook: Playbook, count: int = 64) -> list[Draws]:
    return list(draw_blocks(playbook, count, SEED))


def test_every_part_is_what_it_gives_alone(
    playbook: Playbook, sheet: ScoreSheet, draws: list[Draws], usual: Survey
) -> None:
    assert usual.draws == sum(block.scores.shape[1] for block in draws)
    assert usual.findings == assess(playbook, sheet, draws)
    assert usual.ranks_now == rank_acceptability(playbook, sheet, draws)
    assert usual.ranks_later == rank_acceptability(playbook, sheet, draws, playbook.uncertainty.horizon_months)
    assert usual.spread == stance_spread(playbook, sheet, draws)
    assert usual.doubtful == firm_up_first(playbook, sheet, draws)
    assert list(usual.drivers) == [STANCE, *playbook.option_ids]
    for subject in (STANCE, "erad_core"):
        assert usual.drivers[subject] == sobol_indices(playbook, sheet, subject)
    assert usual.turns == nearest(tipping_points(playbook, sheet), STANCE)
    assert usual.joint == joint_moves(playbook, sheet, [STANCE])


def test_a_hundred_thousand_futures_made_one_block_at_a_time_count_like_any_others(
    playbook: Playbook, sheet: ScoreSheet, usual: Survey
) -> None:
    found = recounted(playbook, sheet, usual, draw_blocks(playbook, MANY, SEED))
    assert found.draws == MANY == 100_000
    assert found.ranks_later == rank_acceptability(playbook, sheet, draw_blocks(playbook, MANY, SEED), 12.0)
    assert found.spread == stance_spread(playbook, sheet, draw_blocks(playbook, MANY, SEED))
    # What few futures say at once is close to what many say in the end.
    for few_ranks, many_ranks in zip(usual.ranks_now, found.ranks_now, strict=True):
        assert many_ranks.shares == pytest.approx(few_ranks.shares, abs=0.02)
    assert found.findings.probabilities == pytest.approx(usual.findings.probabilities, abs=0.01)


def test_counting_again_on_more_futures_is_the_same_as_counting_them_at_first(
    playbook: Playbook, sheet: ScoreSheet, usual: Survey
) -> None:
    again = recounted(playbook, sheet, usual, draw_blocks(playbook, SOME, SEED))
    assert again == survey(playbook, sheet, draw_blocks(playbook, SOME, SEED))
    assert again.doubtful.draws == FIRMING_DRAWS


def test_the_same_scores_give_the_same_bits_twice(playbook: Playbook, sheet: ScoreSheet) -> None:
    first, second = (survey(playbook, sheet, draw_blocks(playbook, 512, SEED)) for _ in range(2))
    assert first == second


def test_all_shares_add_up_to_one(playbook: Playbook, usual: Survey) -> None:
    for ranks in (usual.ranks_now, usual.ranks_later):
        table = np.array([one.shares for one in ranks])
        np.testing.assert_allclose(table.sum(axis=0), 1)
        np.testing.assert_allclose(table.sum(axis=1), 1)
    assert sum(usual.spread.shares) == pytest.approx(1)
    assert sum(usual.findings.probabilities.values()) == pytest.approx(1)


def test_a_score_moves_results_by_its_effect_and_not_by_noise(
    playbook: Playbook, sheet: ScoreSheet, usual: Survey, draws: list[Draws]
) -> None:
    score = sheet.get("pa_foreign")
    assert score is not None
    # An indicator on its own: whatever else is drawn is drawn as before.
    moved = sheet.with_score("pa_foreign", Score(score.low + 1e-9, score.best + 1e-9, score.high + 1e-9))
    found = survey(playbook, moved, draws)
    assert found.ranks_now == usual.ranks_now
    assert found.findings.probabilities == usual.findings.probabilities
    assert found.doubtful == usual.doubtful


def test_progress_only_ever_grows_and_names_the_work(playbook: Playbook, sheet: ScoreSheet) -> None:
    told: list[tuple[float, str]] = []
    blocks = draw_blocks(playbook, SOME, SEED)
    survey(playbook, sheet, blocks, expected=SOME, progress=lambda share, what: told.append((share, what)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert 0 == shares[0] < shares[-1] < 1
    assert list(dict.fromkeys(what for _, what in told)) == [
        "Counting 8,292 futures",
        "Looking for what to firm up first",
        "Looking for what drives the result",
    ]


def test_progress_of_counting_again_reaches_the_end(playbook: Playbook, sheet: ScoreSheet, usual: Survey) -> None:
    shares: list[float] = []
    blocks = draw_blocks(playbook, SOME, SEED)
    recounted(playbook, sheet, usual, blocks, expected=SOME, progress=lambda share, _: shares.append(share))
    assert shares == [0.0, BLOCK / SOME, 2 * BLOCK / SOME, 1.0]


@pytest.mark.parametrize("steps", [1, 2, 3, 10, 40])
def test_it_stops_at_the_next_step_once_nobody_waits_for_it(playbook: Playbook, sheet: ScoreSheet, steps: int) -> None:
    done: list[float] = []
    with pytest.raises(Cancelled):
        survey(
            playbook,
            sheet,
            few(playbook),
            expected=64,
            progress=lambda share, _: done.append(share),
            cancelled=lambda: len(done) == steps,
        )
    assert len(done) == steps


def test_once_stopped_no_further_block_is_asked_for(playbook: Playbook, sheet: ScoreSheet, usual: Survey) -> None:
    asked: list[int] = []

    def blocks() -> Iterator[Draws]:
        while True:
            asked.append(1)
            yield few(playbook)[0]

    with pytest.raises(Cancelled):
        recounted(playbook, sheet, usual, blocks(), cancelled=lambda: len(asked) == 2)
    assert len(asked) == 2


def test_blocks_are_let_go_once_they_are_counted(playbook: Playbook, sheet: ScoreSheet, usual: Survey) -> None:
    alive: list[weakref.ref[object]] = []
    most = 0

    def blocks() -> Iterator[Draws]:
        nonlocal most
        for block in draw_blocks(playbook, 6 * BLOCK, SEED):
            alive.append(weakref.ref(block.scores))
            most = max(most, sum(one() is not None for one in alive))
            yield block

    recounted(playbook, sheet, usual, blocks())
    assert len(alive) == 6
    # The first is kept for the prices; one is at work and one is being handed over.
    assert most <= 3


def test_nothing_scored_is_surveyed_like_anything_else(playbook: Playbook) -> None:
    found = survey(playbook, ScoreSheet(), few(playbook))
    assert found.findings.best.scored == 0
    assert found.doubtful.verdicts > 0
    assert found.drivers[STANCE][0].total > 0


def test_where_no_range_is_open_nothing_drives_and_nothing_is_in_doubt(playbook: Playbook, sheet: ScoreSheet) -> None:
    firm = ScoreSheet({name: Score(one.best, one.best, one.best) for name, one in sheet.scores.items()})
    found = survey(playbook, firm, few(playbook))
    assert found.doubtful.verdicts == 0
    assert {index.total for indices in found.drivers.values() for index in indices} == {0.0}


@settings(max_examples=10)
@given(small=small_playbooks(shipped_playbook()), scored=st.booleans())
def test_playbooks_with_few_options_are_surveyed_too(small: Playbook, scored: bool) -> None:
    sheet = ScoreSheet({name: Score(2, 6, 8) for name in small.indicator_ids} if scored else {})
    found = survey(small, sheet, few(small, 32))
    assert len(found.ranks_now) == len(found.ranks_now[0].shares) == len(small.options)
    assert all(1 <= one.expected_rank <= len(small.options) for one in found.ranks_later)
