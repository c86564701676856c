"""Words follow ICD 203, and never mix likelihood with confidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.condition import parse
from advisor.findings import assess, judge
from advisor.playbook import Effect
from advisor.scores import Score
from advisor.wording import (
    judged,
    likelihood,
    option_advice,
    option_reason,
    percent,
    plain,
    signed,
    stance_sentence,
    verdict_change,
)

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.01, "almost no chance"),
        (0.05, "very unlikely"),
        (0.19, "very unlikely"),
        (0.20, "unlikely"),
        (0.44, "unlikely"),
        (0.45, "roughly even chance"),
        (0.55, "roughly even chance"),
        (0.56, "likely"),
        (0.80, "likely"),
        (0.81, "very likely"),
        (0.95, "very likely"),
        (0.96, "almost certain"),
        (0.99, "almost certain"),
    ],
)
def test_likelihoods_have_the_words_of_icd_203(probability: float, words: str) -> None:
    assert likelihood(probability) == words


@pytest.mark.parametrize(
    ("probability", "sentence"),
    [
        (0.01, "There is almost no chance that it agrees"),
        (0.10, "It is very unlikely that it agrees"),
        (0.30, "It is unlikely that it agrees"),
        (0.50, "There is a roughly even chance that it agrees"),
        (0.70, "It is likely that it agrees"),
        (0.90, "It is very likely that it agrees"),
        (0.99, "It is almost certain that it agrees"),
    ],
)
def test_a_clause_is_put_under_its_likelihood_in_good_english(probability: float, sentence: str) -> None:
    assert judged(probability, "it agrees") == sentence


@pytest.mark.parametrize(
    ("probability", "text"),
    [(0.314, "31 %"), (0.625, "63 %"), (0.125, "13 %"), (0.01, "1 %"), (0.994, "99 %"), (0.0, "0 %"), (1.0, "100 %")],
)
def test_percentages_are_rounded_as_in_a_spreadsheet(probability: float, text: str) -> None:
    assert percent(probability) == text


def test_a_half_per_cent_goes_up_although_no_binary_fraction_holds_it() -> None:
    assert [percent(share / 1000) for share in range(5, 1000, 10)] == [f"{whole} %" for whole in range(1, 101)]


def test_numbers_read_as_in_print() -> None:
    assert plain(-2.0) == "−2"
    assert plain(-1.0437, 3) == "−1.04"
    assert signed(-2.204) == "−2.20"
    assert signed(0.734) == "+0.73"
    assert signed(-0.001) == "0.00"


def test_a_vetoed_option_says_which_rule_vetoes_it(playbook: Playbook, cases: dict[str, Case]) -> None:
    core = next(one for one in judge(playbook, cases["Peru"].latest.sheet).options if one.id == "erad_core")
    assert option_reason(playbook, core) == f"Vetoed: {playbook.rule['military_objection'].label.lower()}"


def test_a_veto_rule_that_fires_below_its_threshold_is_not_named_as_the_veto(
    playbook: Playbook, cases: dict[str, Case]
) -> None:
    core, objection = playbook.option["erad_core"], playbook.rule["military_objection"]
    weightier = replace(
        objection,
        id="not_yet",
        name="Not yet a veto",
        veto_at=1.0,
        then=(Effect(-3.0, "erad_core"),),
        condition=parse("high(eb_pledge)"),
    )
    changed = replace(playbook, rules=(weightier, replace(objection, then=(Effect(-0.1, "erad_core"),))))
    sheet = cases["Peru"].latest.sheet.with_score("eb_pledge", Score(6, 6, 6))
    found = next(one for one in judge(changed, sheet).options if one.id == core.id)
    points = {one.id: one.points for one in found.contributions if one.kind == "rule"}
    assert points["not_yet"] < points["military_objection"] < 0
    assert found.vetoes == ("military_objection",)
    assert option_reason(changed, found) == f"Vetoed: {objection.label.lower()}"


def test_every_option_of_every_case_has_a_reason_on_one_line(playbook: Playbook, cases: dict[str, Case]) -> None:
    for case in cases.values():
        for option in judge(playbook, case.latest.sheet).options:
            reason = option_reason(playbook, option)
            assert reason
            assert "\n" not in reason
            assert len(reason) < 90


def test_a_sweetener_is_called_one(playbook: Playbook, cases: dict[str, Case], draws: list[Draws]) -> None:
    findings = assess(playbook, cases["Peru"].latest.sheet, draws)
    pause = next(option for option in findings.options if option.best.id == "pause_metrics")
    assert option_advice(playbook, pause)[0] == (
        "Offer it as a sweetener beside something else: its US value 0.2 is below 1.5."
    )


def test_a_stance_is_said_with_its_likelihood_and_without_confidence(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    for case in cases.values():
        sentence = stance_sentence(assess(playbook, case.latest.sheet, draws))
        assert "confidence" not in sentence
        assert "%" in sentence


def test_only_a_verdict_that_changes_is_told(playbook: Playbook, cases: dict[str, Case], draws: list[Draws]) -> None:
    early = assess(playbook, cases["Peru"].assessment("PER-2011H2").sheet, draws)
    late = assess(playbook, cases["Peru"].assessment("PER-2012-2014").sheet, draws)
    told = [verdict_change(a, b) for a, b in zip(early.options, late.options, strict=True)]
    assert "Vetted police units: Avoid → Offer with conditions" in told
    assert None in told
