"""The shipped numbers put good grades before bad ones."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from advisor.evidence_parameters import CREDIBILITIES, RELIABILITIES

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def test_a_better_grade_counts_more_and_what_cannot_be_judged_is_neither_best_nor_worst(playbook: Playbook) -> None:
    parameters = playbook.evidence
    assert parameters is not None
    for grades, values in ((RELIABILITIES, parameters.reliability), (CREDIBILITIES, parameters.credibility)):
        *judged, unknown = values
        assert len(values) == len(grades)
        assert all(better > worse for better, worse in pairwise(judged))
        assert min(judged) < unknown < max(judged)


def test_high_confidence_asks_for_more_than_moderate(playbook: Playbook) -> None:
    parameters = playbook.evidence
    assert parameters is not None
    high, moderate = parameters.high, parameters.moderate
    assert high.support > moderate.support
    assert high.good_sources > moderate.good_sources
    assert high.contradiction < moderate.contradiction
    assert set(parameters.sources) <= set(playbook.source)
