"""What principals read of a plan: every sentence holds its numbers, and says so where there is nothing to say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.knobs import Knobs
from advisor.package import LimitUse
from advisor.plan import Member
from advisor.plan_summary import (
    commitment_text,
    course_text,
    flexibility_text,
    left_out_text,
    member_text,
    money_text,
    signs_text,
)
from tests import briefings

PLAYBOOK = briefings.playbook()
PLAN = briefings.plan()
MEMBER = Member("multilateral", "Multilateral channel", "offer_with_conditions", "offer_with_conditions", 0.9, 0.9, 3.0)


def test_the_commitment_names_the_best_of_the_package_and_what_it_costs() -> None:
    text = commitment_text(PLAN)
    assert text.startswith("Commit now to intelligence sharing, ")
    assert text.endswith(f" and {len(PLAN.package) - 3} more, at about $115.5m a year of a $120m budget.")


def test_a_package_without_a_lead_is_committed_to_with_conditions() -> None:
    assert commitment_text(replace(PLAN, package=(MEMBER,))).startswith(
        "Commit now, with conditions, to multilateral channel, at about"
    )


def test_nothing_to_commit_to_is_said() -> None:
    nothing = replace(PLAN, package=(), switches=())
    assert commitment_text(nothing).startswith("Nothing to commit to")
    assert course_text(PLAYBOOK, nothing) == ""
    assert signs_text(nothing, 0) == ""


def test_the_course_is_the_first_switch() -> None:
    (switch,) = PLAN.switches
    assert course_text(PLAYBOOK, PLAN) == (
        "If trust and access falls to 5, drop vetted police units, add low-visibility technical cooperation."
    )
    assert "(1 more below)" in course_text(PLAYBOOK, replace(PLAN, switches=(switch, switch)))


def test_without_a_switch_the_course_is_to_keep_to_it() -> None:
    text = course_text(PLAYBOOK, replace(PLAN, switches=()))
    assert text == "No single sign is worth a change in advance: keep to it until the review in 12 months."


def test_today_alone_has_no_course() -> None:
    today = replace(PLAN, horizon_months=0.0, switches=())
    assert course_text(PLAYBOOK, today) == ""
    assert signs_text(today, 0) == "The plan looks at today alone, so there is nothing to wait for."


def test_money_is_told_without_needless_decimals() -> None:
    assert money_text(replace(PLAN, limits=(LimitUse("budget", 1118.0, 1200.0, 0.0),))) == (
        "About $1,118m a year of a $1,200m budget"
    )


@pytest.mark.parametrize(
    ("gains", "text"),
    [
        ((4.9, 0.0, 2.2), "acceptable too, but beyond the plan's budget and number of options"),
        ((0.0, 1.0, 0.0), "acceptable too, but beyond the plan's visible footprint"),
        ((0.0, 0.0, 0.0), "acceptable too, but not in the plan"),
    ],
)
def test_what_is_left_out_is_left_out_for_the_limits_that_bind(gains: tuple[float, ...], text: str) -> None:
    limits = tuple(replace(use, gain_without=gain) for use, gain in zip(PLAN.limits, gains, strict=True))
    assert left_out_text(replace(PLAN, limits=limits)) == text


def test_an_option_of_the_package_is_named_with_how_to_commit_to_it() -> None:
    assert member_text(replace(MEMBER, role="lead", verdict="lead")) == "Multilateral channel"
    assert member_text(MEMBER) == "Multilateral channel (with conditions)"
    assert member_text(replace(MEMBER, role="sweetener")) == "Multilateral channel (as a sweetener)"
    assert member_text(replace(MEMBER, verdict="avoid")) == "Multilateral channel (although rated “Avoid”)"


def test_the_note_on_signs_says_whether_they_are_switches_or_only_signs() -> None:
    (switch,) = PLAN.switches
    assert signs_text(PLAN, 3) == ""
    assert signs_text(replace(PLAN, switches=(switch,) * 6), 4) == "2 more on the sheet Plan."
    without = replace(PLAN, switches=())
    assert signs_text(without, 2).endswith("The nearest that would change what the plan relies on:")
    assert "no scored pressure is close" in signs_text(without, 0)


def test_flexibility_is_rigid_beside_flexible_in_the_mean_and_in_the_worst_tenth() -> None:
    assert PLAN.worth is not None
    term = PLAN.worth.term
    rigid = replace(term.rigid, share=0.82, worst_tenth=63.0)
    flexible = replace(term.flexible, share=0.88, worst_tenth=73.0)
    worth = replace(
        PLAN.worth,
        term=replace(term, rigid=rigid, flexible=flexible, foresight=replace(term.foresight, mean=100.0)),
    )
    assert flexibility_text(PLAYBOOK, worth) == (
        "Kept unchanged for 48 months, the plan yields 82 % of what perfect foresight could; reviewed and changed "
        "every 12 months, 88 %. In the worst tenth of futures it yields at most 63 % unchanged and 73 % reviewed."
    )


def test_a_gain_within_its_error_is_not_sold_as_one() -> None:
    assert PLAN.worth is not None
    worth = replace(PLAN.worth, term=replace(PLAN.worth.term, added=0.1, added_error=0.06))
    assert flexibility_text(PLAYBOOK, worth).endswith("adds nothing that stands out from chance.")


def test_where_nothing_can_be_gained_there_are_no_shares() -> None:
    plan = briefings.plan_of(briefings.peru().sheet, Knobs(ruled_out=PLAYBOOK.option_ids))
    assert plan.worth is not None
    assert flexibility_text(PLAYBOOK, plan.worth).startswith("Within these limits there is nothing to gain")
