from __future__ import annotations

import pytest

from advisor.answers import NOT_COMPUTED, Subject
from advisor.answers_stance import (
    factor_answer,
    reversal_answer,
    side_answer,
    stance_answer,
    stance_chance_answer,
    tipping_answer,
)
from advisor.wording import percent
from tests.advisor.known_peru import PLAYBOOK, UNREST, barely_known, known


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def test_the_parts_add_up_to_the_stance_index() -> None:
    found = stance_answer(known())
    assert found.value == "index −1.75"
    assert sum(number(part.value) for part in found.parts) == pytest.approx(-1.75, abs=0.05)
    rule = next(part for part in found.parts if part.name == "Protest and low approval")
    assert rule.note.startswith("degree 0.67, because current unrest is high and unpopular government is high. Protest")
    assert found.changes[0].startswith("Stance turns contested if US diplomatic pressure rises above 8.6")


def test_the_likelihood_names_what_it_is_counted_over_and_the_doubts() -> None:
    found = stance_chance_answer(known())
    assert f"{PLAYBOOK.uncertainty.draws:,} futures" in found.meaning
    assert [part.name for part in found.parts[:3]] == ["Divergent", "Contested", "Aligned"]
    assert any(part.name.startswith("Doubt from") for part in found.parts)
    assert stance_chance_answer(barely_known()).meaning == NOT_COMPUTED


def test_a_reversal_comes_from_what_moves_most() -> None:
    findings = known().findings
    assert findings is not None
    found = reversal_answer(known())
    assert percent(findings.reversal) in found.value
    assert found.parts[0].name == "Closeness of elections"
    assert reversal_answer(barely_known()).parts[0].subject == Subject("stance")


def test_a_factor_is_the_mean_of_its_indicators_by_weight() -> None:
    found = factor_answer(known(), PLAYBOOK.indicator[UNREST].factor)
    assert found.title == "Social unrest"
    members = [float(part.value) for part in found.parts]
    assert found.value == f"{sum(members) / len(members):.1f} of 10"
    assert "In the stance it counts 7.1 × −0.250 = −1.78." in found.meaning


def test_a_side_leads_to_its_factors() -> None:
    assert [part.name for part in side_answer(known(), "external").parts] == [
        factor.name for factor in PLAYBOOK.factors if factor.side == "external"
    ]


def test_tipping_points_lead_to_the_indicators_that_reach_them() -> None:
    found = tipping_answer(known(), "stance")
    assert found.parts[0].value == "5.0 → 8.6"
    assert found.parts[0].subject == Subject("score", "de_us_pressure") or found.parts[0].subject is not None
    assert tipping_answer(barely_known(), "stance").value == "No indicator on its own changes the stance"
