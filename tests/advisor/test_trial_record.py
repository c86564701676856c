"""The track record with and without a trial counts the same episodes and acts, and carries its caveat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.trial import Entry, Trial
from advisor.trial_record import FITTED, UNFITTED, fit_caveat, record_rows, trial_record
from advisor.trying import tried
from advisor.uncertainty import draw_blocks

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook


def test_both_sides_leave_out_acts_on_options_that_are_off(playbook: Playbook, cases: dict[str, Case]) -> None:
    trial = Trial(frozenset({Entry("option", "alt_dev"), Entry("rule", playbook.stance_rules[0].id)}))
    draws = tuple(tuple(draw_blocks(one, 64, 1)) for one in (playbook, tried(playbook, trial)))
    found = trial_record(playbook, trial, list(cases.values()), (draws[0], draws[1]))
    acts = sum("alt_dev" in (*one.accepted, *one.refused) for one in playbook.known_acts)
    assert found.before.known_acts is not None
    assert found.after.known_acts is not None
    assert found.before.known_acts.acts == found.after.known_acts.acts == 73 - acts
    rows = {row.name: row for row in record_rows(found)}
    assert rows["Stance: Brier score"].before != rows["Stance: Brier score"].after
    assert {row.better for row in rows.values()} == {"lower", "higher"}


def test_the_caveat_speaks_of_the_fit_only_where_there_is_one(playbook: Playbook) -> None:
    assert fit_caveat(playbook) == FITTED
    assert fit_caveat(replace(playbook, stance_fit=None)) == UNFITTED
