from __future__ import annotations

from dataclasses import replace

from advisor.answers_score import UNSCORED, confidence_answer, evidence_answer, reliability_answer, score_answer
from advisor.findings import judge
from tests.advisor.known_peru import PLAYBOOK, UNREST, known


def names(indicator: str) -> list[str]:
    return [part.name for part in score_answer(known(), indicator).parts]


def test_a_score_rests_on_anchors_justification_and_the_evidence_beneath_it() -> None:
    found = score_answer(known(), UNREST)
    assert found.value == "7.0 (range 6–8)"
    assert found.meaning == PLAYBOOK.indicator[UNREST].question
    notes = [part.note for part in found.parts if part.name.startswith("Note ")]
    assert notes == ["Roads blocked in Ayacucho (Andina, 2014-04-02)"]
    assert {"Confidence", "Justification", "The evidence suggests confidence", "Social unrest"} <= set(names(UNREST))


def test_an_indicator_without_a_score_says_what_it_counts_as() -> None:
    sheet = known().assessment.sheet.with_score(UNREST, None)
    found = score_answer(replace(known(), best=judge(PLAYBOOK, sheet)), UNREST)
    assert found.value == "not scored"
    assert found.meaning.endswith(UNSCORED)


def test_the_confidence_names_the_weakest_indicators() -> None:
    found = confidence_answer(known())
    assert found.value == known().best.confidence
    assert [part.name for part in found.parts][:3] == ["High", "Moderate", "Low"]
    assert any(part.subject is not None and part.subject.kind == "score" for part in found.parts)


def test_the_evidence_is_counted_by_indicator() -> None:
    found = evidence_answer(known())
    assert found.value == "1 links to indicators" or found.value.startswith("1 ")
    assert found.parts[0].name == PLAYBOOK.indicator[UNREST].name
    assert found.parts[0].value == "1"


def test_the_lack_of_reliability_names_what_lacks_and_where_most() -> None:
    found = reliability_answer(known())
    assert found.value.endswith(" of 10")
    assert any(part.subject is not None and part.subject.kind == "score" for part in found.parts)
    without = replace(known(), playbook=replace(PLAYBOOK, evidence=None))
    assert reliability_answer(without).parts == ()
