"""What may set off a switch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from advisor.scores import Score, ScoreSheet
from advisor.triggers import Trigger, triggers

if TYPE_CHECKING:
    from advisor.playbook import Playbook

NEWS = "su_level"


def sheet(playbook: Playbook) -> ScoreSheet:
    return ScoreSheet({name: Score(4, 5, 6) for name in playbook.indicator_ids})


def spread(playbook: Playbook) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Re-scored indicators that take every value from 0 to 10 evenly."""
    return np.tile(np.linspace(0, 10, 1001)[:, None], (1, len(playbook.indicators)))


def thresholds(found: tuple[Trigger, ...], direction: str) -> list[int]:
    return [one.threshold for one in found if one.indicator == NEWS and one.direction == direction]


def test_thresholds_are_whole_scores_a_move_away_that_fire_neither_rarely_nor_always(playbook: Playbook) -> None:
    found = triggers(playbook, sheet(playbook).arrays(playbook.indicator_ids), spread(playbook))
    assert thresholds(found, "rises_to") == [6, 7, 8, 9]  # 10 would fire in 0.1 %
    assert thresholds(found, "falls_to") == [1, 2, 3, 4]


def test_a_smaller_move_must_be_allowed_by_the_playbook(playbook: Playbook) -> None:
    wider = replace(playbook, plan=replace(playbook.plan, min_trigger_move=3.0))
    found = triggers(wider, sheet(playbook).arrays(playbook.indicator_ids), spread(playbook))
    assert thresholds(found, "rises_to") == [8, 9]


def test_what_fires_too_often_is_no_trigger(playbook: Playbook) -> None:
    narrow = replace(playbook, plan=replace(playbook.plan, max_trigger_share=0.25))
    found = triggers(narrow, sheet(playbook).arrays(playbook.indicator_ids), spread(playbook))
    assert thresholds(found, "rises_to") == [8, 9]


def test_our_own_moves_are_no_news(playbook: Playbook) -> None:
    found = triggers(playbook, sheet(playbook).arrays(playbook.indicator_ids), spread(playbook))
    assert not {one.indicator for one in found} & set(playbook.plan.not_triggers)


def test_an_indicator_that_nobody_has_scored_sets_nothing_off(playbook: Playbook) -> None:
    partly = sheet(playbook).with_score(NEWS, None)
    found = triggers(playbook, partly.arrays(playbook.indicator_ids), spread(playbook))
    assert found
    assert NEWS not in {one.indicator for one in found}


def test_a_trigger_fires_at_its_threshold_and_beyond(playbook: Playbook) -> None:
    scores = np.full((3, len(playbook.indicators)), 5.0)
    scores[:, playbook.indicator_ids.index(NEWS)] = (6.9, 7.0, 7.1)
    assert Trigger(NEWS, "rises_to", 7, 5).fires(playbook, scores).tolist() == [False, True, True]
    assert Trigger(NEWS, "falls_to", 7, 9).fires(playbook, scores).tolist() == [True, True, False]


def test_the_threshold_of_a_trigger_is_a_score() -> None:
    assert Trigger(NEWS, "rises_to", 8, 6.5).value == 8.0
