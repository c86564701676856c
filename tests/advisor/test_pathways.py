"""Where a plan may lead, as lanes and switches, and when its parts deliver."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from advisor.pathways import Branch, Lane, Pathways, deliveries, months_after, pathways, pathways_table
from advisor.switches import Change, Switch
from advisor.triggers import Trigger
from tests.advisor.solved_plans import PLAYBOOK, WITH_SWITCH, plan_of

START = dt.date(2014, 5, 31)


def switch(indicator: str, add: str, share: float, drop: str = "vetted_units") -> Switch:
    changes = (Change(add, 0.7, 0.8),) if add else ()
    return Switch(
        trigger=Trigger(indicator, "falls_to", 4, 7.0),
        package=("intel_sharing", add),
        drop=(Change(drop, 0.3, 0.8),) if drop else (),
        add=changes,
        share=share,
        gain=0.1,
        standard_error=0.01,
    )


def found(*switches: Switch) -> Pathways:
    return pathways(PLAYBOOK, replace(plan_of(), switches=switches), START)


def test_without_a_switch_there_is_one_lane_with_its_reviews() -> None:
    one = pathways(PLAYBOOK, plan_of(horizon_months=30.0), START)
    assert [lane.name for lane in one.lanes] == ["Today's package"]
    assert one.lanes[0].detail == "6 options committed now"
    assert (one.branches, one.stay, one.expected) == ((), 1.0, None)
    assert [review.date for review in one.reviews] == [dt.date(2015, 5, 31), dt.date(2016, 5, 31)]
    assert one.sentence == "One lane: no trigger leads away from today's package."
    assert "no trigger leads away" in one.caption


def test_with_no_horizon_there_is_nothing_but_today() -> None:
    one = pathways(PLAYBOOK, plan_of(horizon_months=0.0), START)
    assert (one.start, one.reviews) == (one.end, ())
    assert one.caption == "the plan looks at today alone"


def test_nothing_committed_is_a_lane_too() -> None:
    one = pathways(PLAYBOOK, plan_of(ruled_out=PLAYBOOK.option_ids), START)
    assert one.lanes[0].detail == "nothing committed"


def test_a_switch_leads_to_the_lane_of_its_package() -> None:
    one = pathways(PLAYBOOK, plan_of(WITH_SWITCH), START)
    (branch,) = one.branches
    assert (branch.number, branch.lane, branch.side) == (1, 1, "external")
    assert branch.trigger == "trust and access falls to 5"
    lane = one.lanes[1]
    assert (lane.name, lane.detail) == ("Low-visibility technical cooperation", "instead of vetted police units")
    assert lane.entered_from == "external"
    assert one.stay == pytest.approx(1 - branch.share)
    assert one.expected is None
    assert "numbers are the switches of the table" in one.caption


def test_switches_to_the_same_package_share_a_lane() -> None:
    one = found(switch("de_access", "tech_coop", 0.2), switch("ms_opposition", "tech_coop", 0.1))
    assert len(one.lanes) == 2
    assert [branch.lane for branch in one.branches] == [1, 1]
    assert [branch.side for branch in one.branches] == ["external", "domestic"]


def test_the_expected_route_is_the_likeliest_one() -> None:
    kept = found(switch("de_access", "tech_coop", 0.3), switch("su_level", "multilateral", 0.3))
    assert kept.expected is None
    assert kept.sentence.startswith("The expected route keeps today's package: 40 %")
    left = found(switch("de_access", "tech_coop", 0.3), switch("su_level", "multilateral", 0.5))
    assert left.expected is left.branches[1]
    assert left.sentence.startswith("The expected route takes switch 2 to Multilateral channel; 20 %")
    assert "Switch 1, 30 %, unlikely: trust and access falls to 4: drop vetted police units" in left.sentence


def test_lanes_are_named_after_what_sets_them_apart() -> None:
    only_drop = found(switch("de_access", "", 0.2)).lanes[1]
    assert (only_drop.name, only_drop.detail) == ("Without vetted police units", "the rest is kept")
    only_add = found(switch("de_access", "tech_coop", 0.2, drop="")).lanes[1]
    assert only_add.detail == "in addition"


def test_up_to_four_switches_make_up_to_five_lanes() -> None:
    added = ("tech_coop", "multilateral", "justice", "fin_intel")
    one = found(*(switch("de_access", add, 0.1) for add in added))
    assert len(one.lanes) == 5
    assert [branch.number for branch in one.branches] == [1, 2, 3, 4]


def test_the_map_makes_a_table() -> None:
    titles, home, first = pathways_table(found(switch("de_access", "tech_coop", 0.3)))
    assert titles[0] == "Switch"
    assert home[1:3] == ("no trigger is reached", "Today's package")
    assert (home[5], home[6]) == (0.7, "yes")
    assert first == (
        1,
        "trust and access falls to 4",
        "Low-visibility technical cooperation",
        "drop vetted police units, add low-visibility technical cooperation",
        "unlikely",
        0.3,
        "",
    )
    alone = list(pathways_table(found()))
    assert alone[1] == (None, "no trigger pays", "Today's package", "keep it", "", None, "yes")


def test_what_is_committed_delivers_by_its_lead_time() -> None:
    plan = plan_of()
    delivered = deliveries(PLAYBOOK, plan)
    assert [one.months for one in delivered] == sorted(
        {PLAYBOOK.option[name].lead_time_months for name in plan.options}
    )
    assert delivered[0].options == ("Intelligence sharing", "Low-visibility technical cooperation")
    assert sum(len(one.options) for one in delivered) == len(plan.options)
    assert deliveries(PLAYBOOK, plan_of(ruled_out=PLAYBOOK.option_ids)) == ()


@pytest.mark.parametrize(
    ("months", "date"),
    [
        (0, START),
        (1, dt.date(2014, 6, 30)),
        (9, dt.date(2015, 2, 28)),
        (12, dt.date(2015, 5, 31)),
        (120, dt.date(2024, 5, 31)),
        (120_000, dt.date.max),
    ],
)
def test_months_are_counted_on_the_calendar(months: float, date: dt.date) -> None:
    assert months_after(START, months) == date


def test_a_branch_says_how_likely_it_is_and_when() -> None:
    branch = Branch(1, 1, "domestic", "unrest rises to 8", "drop x", 0.09)
    assert branch.text == "9 %, very unlikely: unrest rises to 8"
    assert Lane("a", "b", ()).entered_from is None
