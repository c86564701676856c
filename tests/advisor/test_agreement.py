"""Agreement of analysts, against published worked examples and the two analysts of the shipped episodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.agreement import (
    CODERS_DIFFERENCE,
    absolute_agreement,
    agreement,
    difference,
    krippendorff_alpha,
    ratings,
)
from advisor.engine import evaluate
from advisor.merge import AnalystSheet
from advisor.scores import Score, ScoreSheet
from data.case_files import SECOND_CODER, read_second_coder

if TYPE_CHECKING:
    from advisor.arrays import Array
    from advisor.case import Case
    from advisor.playbook import Playbook

GAP = np.nan
# Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", example D: four observers, twelve units, gaps.
KRIPPENDORFF = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, GAP, GAP, GAP],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, GAP, 3],
        [GAP, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, GAP],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, GAP],
    ]
)
# Shrout and Fleiss 1979, table 2: six targets, four judges; the coefficients are in table 4.
SHROUT_FLEISS = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float).T


def test_alpha_is_that_of_the_published_example() -> None:
    assert slow_alpha(KRIPPENDORFF) == pytest.approx(0.849, abs=5e-4)
    assert krippendorff_alpha(KRIPPENDORFF) == pytest.approx(0.849, abs=5e-4)


def test_the_intraclass_correlation_is_that_of_the_published_example() -> None:
    assert absolute_agreement(SHROUT_FLEISS) == pytest.approx(0.29, abs=5e-3)


def slow_alpha(scores: Array) -> float:
    """Krippendorff's alpha by his own words: coincidences of pairs of values within units, weighed by 1 / (m - 1)."""
    units = [[value for value in unit if not np.isnan(value)] for unit in scores.T]
    coincidences: dict[tuple[float, float], float] = {}
    for unit in units:
        for place, one in enumerate(unit):
            for other in unit[:place] + unit[place + 1 :]:
                coincidences[one, other] = coincidences.get((one, other), 0.0) + 1 / (len(unit) - 1)
    total = sum(coincidences.values())
    margins: dict[float, float] = {}
    for (one, _), count in coincidences.items():
        margins[one] = margins.get(one, 0.0) + count
    observed = sum(count * (one - other) ** 2 for (one, other), count in coincidences.items())
    expected = sum(margins[one] * margins[other] * (one - other) ** 2 for one in margins for other in margins)
    return float(1 - (total - 1) * observed / expected)


def slow_icc(scores: Array) -> float:
    """ICC(2,1) out of the mean squares of a two-way table, sum by sum, as Shrout and Fleiss name them."""
    targets, judges = scores.shape[1], scores.shape[0]
    table = [[float(scores[judge, target]) for judge in range(judges)] for target in range(targets)]
    mean = sum(map(sum, table)) / (targets * judges)
    of_target = [sum(row) / judges for row in table]
    of_judge = [sum(row[judge] for row in table) / targets for judge in range(judges)]
    bms = judges * sum((one - mean) ** 2 for one in of_target) / (targets - 1)
    jms = targets * sum((one - mean) ** 2 for one in of_judge) / (judges - 1)
    left = [(row[j] - of_target[i] - of_judge[j] + mean) ** 2 for i, row in enumerate(table) for j in range(judges)]
    ems = sum(left) / ((targets - 1) * (judges - 1))
    return float((bms - ems) / (bms + (judges - 1) * ems + judges * (jms - ems) / targets))


def test_both_coefficients_are_those_of_their_definitions_on_any_scores() -> None:
    chance = np.random.default_rng(5)
    for analysts, units in ((2, 22), (3, 7), (5, 4)):
        scores = chance.integers(0, 21, (analysts, units)) / 2
        assert absolute_agreement(scores) == pytest.approx(slow_icc(scores), abs=1e-9)
        scores[chance.random(scores.shape) < 0.3] = GAP
        assert krippendorff_alpha(scores) == pytest.approx(slow_alpha(scores), abs=1e-9)


def test_agreement_is_one_where_all_agree_and_none_where_nothing_varies() -> None:
    same = np.array([[1.0, 5, 9], [1, 5, 9]])
    assert krippendorff_alpha(same) == absolute_agreement(same) == 1
    assert difference(same) == 0
    flat = np.full((2, 3), 4.0)
    assert krippendorff_alpha(flat) is None
    assert absolute_agreement(flat) is None


def test_one_analyst_alone_neither_agrees_nor_differs(playbook: Playbook) -> None:
    found = agreement(playbook, [AnalystSheet("Ana", ScoreSheet({"su_level": Score(6, 7, 8)}))])
    assert (found.shared, found.complete) == (0, 0)
    assert (found.difference, found.alpha, found.icc) == (None, None, None)


def test_gaps_count_for_neither_side(playbook: Playbook) -> None:
    ana = ScoreSheet({"su_level": Score(6, 7, 8), "su_trend": Score(4, 5, 6), "ue_aid": Score(1, 1, 1)})
    ben = ScoreSheet({"su_level": Score(3, 4, 5), "su_trend": Score(4, 5, 6), "de_access": Score(2, 2, 2)})
    found = agreement(playbook, [AnalystSheet("Ana", ana), AnalystSheet("Ben", ben)])
    assert (found.shared, found.complete) == (2, 2)
    assert found.difference == pytest.approx(np.sqrt(9 / 2))


@pytest.fixture(scope="module")
def coded(playbook: Playbook, cases: dict[str, Case]) -> tuple[Array, Array]:
    """The best scores of the two analysts of every shipped episode [episodes, indicators]."""
    second = read_second_coder(SECOND_CODER, playbook.indicator_ids)
    pairs = [(one.sheet, second[one.id]) for case in cases.values() for one in case.assessments]
    first, again = (
        ratings(playbook, [AnalystSheet("", sheet) for sheet in sheets]) for sheets in zip(*pairs, strict=True)
    )
    return first, again


def rms(apart: Array) -> float:
    return float(np.sqrt((apart**2).mean()))


def test_the_two_analysts_of_the_shipped_episodes_differ_as_the_documents_say(
    playbook: Playbook, coded: tuple[Array, Array]
) -> None:
    first, again = coded
    assert first.shape == (29, 22)
    assert round(rms(first - again), 2) == CODERS_DIFFERENCE
    one, other = evaluate(playbook, first), evaluate(playbook, again)
    assert round(rms(one.standings - other.standings), 2) == 0.74
    assert round(rms(one.stance_index - other.stance_index), 2) == 0.76


def test_their_coefficients_of_agreement_are_those_of_the_documents(coded: tuple[Array, Array]) -> None:
    both = np.array([scores.ravel() for scores in coded])
    assert krippendorff_alpha(both) == pytest.approx(0.954, abs=5e-4)
    assert absolute_agreement(both) == pytest.approx(0.954, abs=5e-4)
