"""The headline says what the plan says, whatever that is."""

from __future__ import annotations

from advisor.plan_headline import NOTHING_SCORED, headline
from advisor.plan_summary import commitment_text, course_text
from advisor.plan_text import empty_package_text
from tests.advisor.solved_plans import PLAYBOOK, WITH_SWITCH, plan_of


def test_it_names_what_to_commit_to_and_when_to_look_again() -> None:
    plan = plan_of()
    text = headline(PLAYBOOK, plan)
    assert text == f"{commitment_text(plan)} {course_text(PLAYBOOK, plan)}"
    assert "state presence in the contested area" in text


def test_it_names_the_first_switch() -> None:
    text = headline(PLAYBOOK, plan_of(WITH_SWITCH))
    assert "trust and access falls to 5" in text
    assert "low-visibility technical cooperation" in text


def test_an_empty_package_is_no_commitment() -> None:
    text = headline(PLAYBOOK, plan_of(ruled_out=PLAYBOOK.option_ids))
    assert text == empty_package_text()
    assert headline(PLAYBOOK, plan_of(budget=0.0)) == text


def test_without_a_horizon_nothing_is_said_of_waiting() -> None:
    plan = plan_of(horizon_months=0.0)
    assert headline(PLAYBOOK, plan) == commitment_text(plan)


def test_what_is_committed_against_its_rating_is_named() -> None:
    text = headline(PLAYBOOK, plan_of(pinned=("erad_core",)))
    assert "It holds forced eradication in the core area although rated “Avoid”." in text


def test_a_plan_of_nothing_scored_says_so_first() -> None:
    assert headline(PLAYBOOK, plan_of(None)).startswith(NOTHING_SCORED)
