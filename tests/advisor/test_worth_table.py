"""The rows on worth are the results themselves, named and explained."""

from __future__ import annotations

import pytest

from advisor.knobs import Knobs
from advisor.worth_table import worth_rows
from tests import briefings

PLAYBOOK = briefings.playbook()


def test_every_way_of_acting_is_told_with_mean_share_and_worst_tenth() -> None:
    worth = briefings.plan().worth
    assert worth is not None
    rows, term = worth_rows(PLAYBOOK, worth), worth.term
    assert [row.strategy for row in rows] == [
        "Untailored",
        "The usual request",
        "Rigid",
        "Flexible",
        "Perfect foresight",
    ]
    results = (term.untailored, term.standing, term.rigid, term.flexible, term.foresight)
    for row, result in zip(rows, results, strict=True):
        assert (row.mean, row.standard_error) == (result.mean, result.standard_error)
        assert (row.share, row.share_error) == (result.share, result.share_error)
        assert (row.worst_tenth, row.worst_tenth_error) == (result.worst_tenth, result.worst_tenth_error)
        assert row.worst_tenth_share == pytest.approx(result.worst_tenth / term.foresight.mean)
    assert rows[-1].share == pytest.approx(1.0)
    assert rows[1].meaning.startswith("Forced eradication in the core area; interdiction")
    assert rows[3].meaning == "Re-scored and re-planned at each review."


def test_a_plan_whose_worth_was_not_measured_has_no_rows() -> None:
    assert worth_rows(PLAYBOOK, None) == ()


def test_where_foresight_gains_nothing_there_are_no_shares() -> None:
    worth = briefings.plan_of(briefings.peru().sheet, Knobs(ruled_out=PLAYBOOK.option_ids)).worth
    assert {(row.share, row.worst_tenth_share) for row in worth_rows(PLAYBOOK, worth)} == {(None, None)}
