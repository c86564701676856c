"""A blank assessment on its way to its first verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.findings import assess
from advisor.first_verdict import next_score, scores_until_leads
from advisor.scores import Score, ScoreSheet
from advisor.wording import likelihood, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.case import Case
    from advisor.findings import Findings
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


def scored(playbook: Playbook, draws: Sequence[Draws], sheet: ScoreSheet) -> Findings:
    return assess(playbook, sheet, draws[:1])


def test_a_blank_assessment_begins_with_the_score_that_tells_most(playbook: Playbook, draws: Sequence[Draws]) -> None:
    findings = scored(playbook, draws, ScoreSheet({}))
    asked = next_score(playbook, findings)
    assert asked is not None
    assert asked.text.startswith(f"None of {len(playbook.indicators)} indicators is scored.")
    assert "lean" not in asked.text
    most = max(findings.doubts, key=lambda doubt: doubt.share)
    assert asked.indicator == most.indicator


def test_what_is_scored_is_not_asked_again(playbook: Playbook, draws: Sequence[Draws]) -> None:
    sheet = ScoreSheet({})
    asked: list[str] = []
    for _ in playbook.indicators:
        wanted = next_score(playbook, scored(playbook, draws, sheet))
        assert wanted is not None
        asked.append(wanted.indicator)
        sheet = sheet.with_score(wanted.indicator, Score(7, 7.5, 8))
    assert sorted(asked) == sorted(playbook.indicator_ids)
    assert next_score(playbook, scored(playbook, draws, sheet)) is None


def test_a_lean_is_claimed_only_when_a_stance_is_likely(
    playbook: Playbook, draws: Sequence[Draws], cases: dict[str, Case]
) -> None:
    complete = cases["Peru"].latest.sheet
    said = []
    for count in range(1, len(playbook.indicators)):
        part = ScoreSheet({name: complete.scores[name] for name in playbook.indicator_ids[:count]})
        findings = scored(playbook, draws, part)
        asked = next_score(playbook, findings)
        assert asked is not None
        chance = findings.probabilities[findings.likeliest]
        claims = "A first lean" in asked.text
        assert claims == (chance > 0.55)
        if claims:
            assert f"{likelihood(chance)}, {percent(chance)}" in asked.text
        said.append(claims)
    assert set(said) == {True, False}


def test_it_counts_down_to_the_first_lead(playbook: Playbook, draws: Sequence[Draws], cases: dict[str, Case]) -> None:
    complete = cases["Peru"].latest.sheet
    left = []
    for count in range(len(playbook.indicators) + 1):
        part = ScoreSheet({name: complete.scores[name] for name in playbook.indicator_ids[:count]})
        findings = scored(playbook, draws, part)
        left.append(scores_until_leads(playbook, findings))
        may_lead = findings.best.unscored_share <= playbook.verdict.lead_max_unscored + 1e-9
        assert (left[-1] == 0) == may_lead
        leads = [option for option in findings.best.options if option.verdict == "lead"]
        assert may_lead or not leads
    assert left == sorted(left, reverse=True)
