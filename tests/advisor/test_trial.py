"""A trial is a value: what is switched off, what is turned, and how one follows another."""

from __future__ import annotations

from advisor.trial import NOTHING, Derivation, Entry, Number, Origin, Trial

RULE, OPTION = Entry("rule", "unrest_core"), Entry("option", "erad_core")
STRENGTH, UNREST = Number(RULE, "strength"), Number(OPTION, "political", "unrest")


def test_what_is_switched_and_turned_can_be_taken_back_one_by_one() -> None:
    trial = NOTHING.switched(OPTION, on=False).turned(STRENGTH, 0.5)
    assert len(trial) == 2
    assert trial.entries == {RULE, OPTION}
    assert trial.is_off("option", "erad_core")
    assert trial.switched(OPTION, on=True) == Trial(numbers={STRENGTH: 0.5})
    assert trial.turned(STRENGTH, None).without(OPTION) == NOTHING
    assert not NOTHING


def test_one_trial_after_another_multiplies_strengths_and_replaces_all_other_numbers() -> None:
    first = Trial(frozenset({RULE}), {STRENGTH: 1.25, UNREST: -2.0})
    both = first.then(Trial(frozenset({OPTION}), {STRENGTH: 0.5, UNREST: 1.0}))
    assert both.off == {RULE, OPTION}
    assert both.numbers == {STRENGTH: 0.625, UNREST: 1.0}


def test_a_derivation_names_the_playbook_it_began_with() -> None:
    origins = (Origin("drugs", "1.0"), Origin("drugs-mine", "1.0-own"))
    assert Derivation(origins, Trial(frozenset({RULE}))).sentence == "drugs 1.0, with 1 change"
