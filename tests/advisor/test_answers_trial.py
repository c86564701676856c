"""Why a rule fires as it does, and what is tried out, down to each number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import Known, Subject
from advisor.answers_trial import changes, objective_answer, rule_now_answer, trial_answer
from advisor.findings import judge
from advisor.trial import Entry, Number, Trial

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook

TRIAL = Trial(
    frozenset({Entry("rule", "military_objection")}),
    {Number(Entry("option", "erad_core"), "political", "unrest"): -1.0},
)


def known(playbook: Playbook, case: Case) -> Known:
    return Known(playbook, case, case.latest, judge(playbook, case.latest.sheet))


def test_a_rule_leads_to_its_scores_and_to_what_it_moves(playbook: Playbook, cases: dict[str, Case]) -> None:
    found = rule_now_answer(known(playbook, cases["Peru"]), "military_objection")
    assert found.value == "degree 0.67"
    assert Subject("score", "ms_opposition") in [part.subject for part in found.parts]
    assert ("−1.33", "0.67 × −2") in [(part.value, part.note) for part in found.parts]
    assert found.sources


def test_a_rule_on_the_stance_leads_to_the_stance(playbook: Playbook, cases: dict[str, Case]) -> None:
    found = rule_now_answer(known(playbook, cases["Peru"]), playbook.stance_rules[0].id)
    assert found.parts[-1].subject == Subject("stance")


def test_a_trial_is_told_number_by_number_with_the_caveat_of_the_fit(playbook: Playbook) -> None:
    told = {part.name: part.value for part in changes(playbook, TRIAL)}
    assert told["The command objects"] == "switched off"
    assert told["Forced eradication in the core area: social unrest"] == "−3 → −1"
    assert "not fitted again" in trial_answer(playbook, TRIAL, None).changes[-1]


def test_an_objective_is_a_share_of_all_weights(playbook: Playbook) -> None:
    assert objective_answer(playbook, "cultivation").value == "33 %"
