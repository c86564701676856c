"""The shipped example of two analysts: every coefficient can be followed to the indicators."""

from __future__ import annotations

from math import sqrt

import pytest

from advisor.agreement_text import CAVEAT
from advisor.analysts import Opinions, PackageOf, opinions
from advisor.answers import Subject
from advisor.answers_analysts import agreement_answer, packages_answer, split_answer, spread_answer, spreads_answer
from data.examples import two_analysts
from tests.advisor.known_peru import PLAYBOOK, UNREST


@pytest.fixture(scope="module")
def found() -> Opinions:
    case = two_analysts(PLAYBOOK)
    made = opinions(PLAYBOOK, case, case.latest.as_of)
    assert made is not None
    return made


def test_the_squares_make_the_difference(found: Opinions) -> None:
    parts = agreement_answer(PLAYBOOK, found, "difference").parts
    assert found.agreement.difference == pytest.approx(
        sqrt(sum(float(part.value) for part in parts) / len(parts)), abs=0.01
    )


def test_a_coefficient_is_made_of_what_is_shown_below_it(found: Opinions) -> None:
    alpha = agreement_answer(PLAYBOOK, found, "alpha")
    within, chance = (float(part.value) for part in alpha.parts[:2])
    assert float(alpha.value) == pytest.approx(1 - within / chance, abs=0.02)
    assert "Krippendorff" in alpha.sources[0]
    icc = agreement_answer(PLAYBOOK, found, "icc")
    units, analysts, left = (float(part.value) for part in icc.parts[:3])
    assert float(icc.value) == pytest.approx(
        (units - left) / (units + left + 2 * (analysts - left) / found.agreement.complete), abs=0.02
    )
    assert CAVEAT in icc.meaning


def test_all_coefficients_lead_on(found: Opinions) -> None:
    assert [part.subject.id for part in agreement_answer(PLAYBOOK, found, "").parts if part.subject] == [
        "difference",
        "alpha",
        "icc",
    ]


def test_an_indicator_keeps_each_score_with_its_reason_and_leads_to_its_assessment(found: Opinions) -> None:
    answer = spread_answer(PLAYBOOK, found, UNREST)
    ids = [one.id for one in found.assessments]
    assert [part.subject for part in answer.parts[:2]] == [Subject("score", UNREST, one) for one in ids]
    assert answer.parts[-1].name == "Merged"
    widest = spreads_answer(PLAYBOOK, found).parts
    assert [float(part.value) for part in widest] == sorted((float(part.value) for part in widest), reverse=True)


def test_what_they_split_on_leads_to_the_standing_by_each(found: Opinions) -> None:
    answer = split_answer(PLAYBOOK, found)
    verdicts = [part for part in answer.parts if part.subject and part.subject.kind == "standing"]
    assert len(verdicts) == sum(len(who) for one in found.disagreement.verdicts for who in one.by.values())
    assert answer.value.startswith(str(len(found.disagreement.verdicts)))


def test_packages_say_what_is_in_every_one(found: Opinions) -> None:
    names = found.merged.analysts
    made = (PackageOf(names[0], ("alt_dev", "justice")), PackageOf(names[1], ("alt_dev",)))
    answer = packages_answer(PLAYBOOK, found, made)
    assert answer.value == "1 option in every one"
    assert [part.note.endswith("in every package") for part in answer.parts] == [True, False, True]
    assert packages_answer(PLAYBOOK, found, ()).meaning == "They are being worked out."
