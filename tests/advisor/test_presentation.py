from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.presentation import index_position, stance_range
from advisor.scores import Score, ScoreSheet
from advisor.uncertainty import draw_blocks
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from advisor.playbook import Playbook


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return shipped_playbook()


def test_the_cuts_stand_at_the_thirds_of_the_axis(playbook: Playbook) -> None:
    model = playbook.stance_model
    assert index_position(model.cut_divergent, model) == pytest.approx(1 / 3)
    assert index_position(model.cut_aligned, model) == pytest.approx(2 / 3)


def test_an_index_beyond_the_axis_stands_at_its_end(playbook: Playbook) -> None:
    model = playbook.stance_model
    assert (index_position(-100, model), index_position(100, model)) == (0.0, 1.0)


def test_the_range_is_wider_where_less_is_known(playbook: Playbook) -> None:
    draws = tuple(draw_blocks(playbook, 512, 1))
    sure = ScoreSheet({indicator.id: Score(5, 5, 5) for indicator in playbook.indicators})
    narrow, wide = stance_range(playbook, sure, draws), stance_range(playbook, ScoreSheet(), draws)
    assert wide[0] < narrow[0] < narrow[1] < wide[1]


def test_the_range_holds_eight_of_ten_draws_of_a_known_spread(playbook: Playbook) -> None:
    draws = tuple(draw_blocks(playbook, 4096, 1))
    sure = ScoreSheet({indicator.id: Score(5, 5, 5) for indicator in playbook.indicators})
    low, high = stance_range(playbook, sure, draws)
    assert high - low == pytest.approx(2 * 1.2816 * playbook.stance_model.sigma, rel=0.05)
