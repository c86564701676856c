from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.presentation import index_position
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
