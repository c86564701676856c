"""Each number says what it means and goes no further than the playbook allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.dials import dials, group_title
from advisor.trial import Entry, Trial
from advisor.trial_check import problems

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def test_a_veto_has_a_strength_up_to_three_points_and_a_degree(playbook: Playbook) -> None:
    strength, veto = dials(playbook, Entry("rule", "military_objection"))
    assert (strength.high, strength.written(1.25)) == (1.5, "× 1.25")
    assert "go up to 3" in strength.meaning
    assert (veto.given, veto.written(0.6)) == (0.6, "0.60")
    assert dials(playbook, Entry("rule", "ev_ad_first")) == ()


def test_an_option_shows_demands_then_looks_then_values(playbook: Playbook) -> None:
    found = dials(playbook, Entry("option", "erad_core"))
    assert found[0].meaning == playbook.option["erad_core"].political["electoral_base"].reason
    assert [found[0].written(value) for value in (-3.0, 0.0, 1.5)] == ["−3", "0", "+1.5"]
    titles = dict.fromkeys(group_title(dial.number.name) for dial in found)
    assert [title.split(",")[0] for title in titles] == [
        "What it demands",
        "What it looks like",
        "US value by objective",
    ]


@pytest.mark.parametrize("end", ["low", "high"])
def test_both_ends_of_every_number_fit_the_playbook(playbook: Playbook, end: str) -> None:
    entries = [Entry("rule", rule.id) for rule in (*playbook.rules, *playbook.stance_rules)]  # type: ignore[attr-defined]
    entries += [Entry("option", name) for name in playbook.option_ids]
    numbers = {dial.number: getattr(dial, end) for entry in entries for dial in dials(playbook, entry)}
    assert problems(playbook, Trial(numbers=numbers)) == ()
