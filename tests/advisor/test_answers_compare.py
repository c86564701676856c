"""Peru beside Bolivia: the indicators add up to the distance of a pressure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.answers import Subject
from advisor.answers_compare import apart_answer, comparison_answer
from advisor.findings import assess
from advisor.scores import ScoreSheet
from advisor.side_by_side import Compared, SideBySide, side_by_side

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


@pytest.fixture(scope="module")
def found(playbook: Playbook, cases: dict[str, Case], draws: list[Draws]) -> SideBySide:
    two = [cases["Peru"].latest, cases["Bolivia"].latest]
    return side_by_side(
        playbook, [Compared(one.id, one.country, one.as_of, assess(playbook, one.sheet, draws[:1])) for one in two]
    )


def test_the_indicators_add_up_to_the_distance(playbook: Playbook, found: SideBySide) -> None:
    for row in found.factors:
        answer = apart_answer(playbook, found, row.id)
        points = [
            float(part.value.replace("−", "-"))
            for part in answer.parts
            if part.subject is not None and part.subject.kind == "score"
        ]
        assert sum(points) == pytest.approx(row.spread, abs=0.05)


def test_a_comparison_leads_to_each_assessment_and_each_pressure(playbook: Playbook, found: SideBySide) -> None:
    asked = {part.subject for part in comparison_answer(playbook, found).parts}
    assert {Subject("stance", of=one.id) for one in found.compared} <= asked
    assert {Subject("apart", row.id) for row in found.factors} <= asked


def test_one_value_lies_apart_from_nothing(playbook: Playbook, found: SideBySide, draws: list[Draws]) -> None:
    first = found.compared[0]
    blank = Compared("blank", "Nowhere", first.as_of, assess(playbook, ScoreSheet(), draws[:1]))
    answer = apart_answer(playbook, side_by_side(playbook, [first, blank]), playbook.factor_ids[0])
    assert answer.value == ""
    assert [part.value for part in answer.parts][1] == "not scored"
