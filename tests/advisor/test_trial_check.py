"""What does not fit a playbook is said with the entry and the remedy, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.trial import Entry, Number, Trial
from advisor.trial_check import points_of, problems

if TYPE_CHECKING:
    from advisor.playbook import Playbook

RULE, VETO, OPTION = Entry("rule", "base_in_valley"), Entry("rule", "military_objection"), Entry("option", "erad_core")


def said(playbook: Playbook, trial: Trial) -> str:
    return "\n".join(f"{one.where}: {one.what}" for one in problems(playbook, trial))


def test_what_fits_has_no_problems(playbook: Playbook) -> None:
    numbers = {Number(VETO, "veto_at"): 0.9, Number(VETO, "strength"): 1.5, Number(OPTION, "us_value", "finance"): 4.0}
    assert problems(playbook, Trial(frozenset({RULE}), numbers)) == ()


@pytest.mark.parametrize(
    ("number", "value", "words"),
    [
        (Number(Entry("rule", "base_in_vally"), "strength"), 1.0, 'did you mean "base_in_valley"'),
        (Number(RULE, "strength"), 2.0, "use 1.5 or less"),
        (Number(RULE, "strength"), -1.0, "use 0 or more"),
        (Number(RULE, "strength"), float("nan"), "use 0 or more"),
        (Number(RULE, "veto_at"), 0.5, "is no veto"),
        (Number(RULE, "visibility"), 5.0, "no number of a rule"),
        (Number(VETO, "veto_at"), 1.5, "use 0 to 1"),
        (Number(OPTION, "political", "unrest"), 4.0, "use −3 to 3"),
        (Number(OPTION, "political", "weather"), 1.0, '"weather" is not known here'),
        (Number(Entry("rule", "ev_ad_first"), "strength"), 2.0, "only advice"),
    ],
)
def test_every_number_that_does_not_fit_says_what_would(
    playbook: Playbook, number: Number, value: float, words: str
) -> None:
    assert words in said(playbook, Trial(numbers={number: value}))


def test_something_must_be_left_and_what_needs_others_keeps_one_of_them(playbook: Playbook) -> None:
    everything = frozenset(Entry("option", name) for name in playbook.option_ids)
    assert "leave at least one" in said(playbook, Trial(everything))
    needed = frozenset(Entry("option", name) for name in ("alt_dev", "territorial_presence"))
    assert "needs one of these" in said(playbook, Trial(needed))
    assert problems(playbook, Trial(needed | {OPTION})) == ()


def test_the_points_of_a_rule_on_the_stance_are_one_number(playbook: Playbook) -> None:
    rule = playbook.stance_rules[0]
    assert points_of(playbook, rule.id) == (rule.points,)
