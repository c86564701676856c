from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.findings import judge
from advisor.reliability_method import ReliabilityMethod, reliability_method
from advisor.reliability_text import ABOUT

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook


def test_a_briefing_says_how_reliable_its_scores_are_and_how_that_is_measured(
    playbook: Playbook, cases: dict[str, Case]
) -> None:
    peru = cases["Peru"]
    said = reliability_method(playbook, peru, peru.latest, judge(playbook, peru.latest.sheet))
    (section,) = said.sections
    assert section.heading == "Reliability"
    told = "4.9 of 10: few or poorly graded sources 3.6, age of the evidence 1.2"
    assert section.paragraphs[0].startswith(f"Lack of reliability {told}.")
    assert section.paragraphs[-1] == ABOUT
    assert said.facts == (("Lack of reliability (0 is best)", told),)


def test_without_weights_of_evidence_it_says_nothing(playbook: Playbook, cases: dict[str, Case]) -> None:
    peru, silent = cases["Peru"], replace(playbook, evidence=None)
    best = judge(silent, peru.latest.sheet)
    assert reliability_method(silent, peru, peru.latest, best) == ReliabilityMethod()
