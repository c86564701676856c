from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.answers_measures import MEASURES, WAYS, measure_answer, squared_distance
from advisor.hindcast import Hindcast, hindcast
from advisor.hindcast_text import record_lines

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook


@pytest.fixture(scope="module")
def found(playbook: Playbook, cases: dict[str, Case]) -> Hindcast:
    return hindcast(playbook, list(cases.values()))


def test_the_squared_distances_are_the_brier_score_of_each_way(found: Hindcast) -> None:
    for way, line in zip(WAYS, record_lines(found), strict=True):
        parts = measure_answer(found, way, "brier", ()).parts
        mean = sum(float(part.value) for part in parts) / len(found.episodes)
        assert mean == pytest.approx(line.brier, abs=0.006)
    exact = sum(map(squared_distance, found.episodes)) / len(found.episodes)
    assert exact == pytest.approx(found.record.brier)


def test_hits_turns_and_order_are_counted_episode_by_episode(found: Hindcast) -> None:
    ours = found.record
    assert ours.direction is not None
    assert ours.concordance is not None
    hits, order, turns = (measure_answer(found, "ours", one, ()).parts for one in ("hits", "concordance", "turns"))
    assert sum(part.value == "right" for part in hits) == ours.class_hits
    assert sum(part.value == "right" for part in turns) == ours.direction.hits
    wrong, pairs = (sum(int(part.value.split(" of ")[place]) for part in order) for place in (0, 1))
    assert 1 - wrong / pairs == pytest.approx(ours.concordance)


def test_every_cell_of_the_table_has_an_answer(found: Hindcast) -> None:
    assert all(measure_answer(found, way, one, ()).meaning for way in WAYS for one in MEASURES)
    assert measure_answer(found, "shares", "turns", ()).value == ""
    assert measure_answer(found, "shares", "hits", ()).value.startswith(str(found.commonest_class.class_hits))
