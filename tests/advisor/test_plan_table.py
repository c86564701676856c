"""The tables of a plan say what the plan says, in words and in the same numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.knobs import Knobs
from advisor.levers import Move, Price
from advisor.plan_table import PlanTable, plan_table
from advisor.wording import likelihood
from tests import briefings

PLAYBOOK = briefings.playbook()
PLAN = briefings.plan()


def table_of(knobs: Knobs) -> PlanTable:
    return plan_table(PLAYBOOK, briefings.plan_of(briefings.peru().sheet, knobs))


def test_the_package_is_told_option_by_option_and_adds_up() -> None:
    table = plan_table(PLAYBOOK, PLAN)
    assert [row.option for row in table.package] == [member.name for member in PLAN.package]
    for row, member in zip(table.package, PLAN.package, strict=True):
        assert (row.p_now, row.p_horizon, row.worth) == (member.p_now, member.p_horizon, member.worth)
        assert (row.now_words, row.horizon_words) == (likelihood(member.p_now), likelihood(member.p_horizon))
    assert sum(row.cost for row in table.package) == pytest.approx(table.limits[0].used)
    assert sum(row.visibility for row in table.package) == pytest.approx(table.limits[1].used)
    assert sum(row.worth for row in table.package) == pytest.approx(table.worth_of_package)
    assert table.package_note == ""


def test_every_option_of_the_package_has_its_substitute_beside_it() -> None:
    table = plan_table(PLAYBOOK, PLAN)
    by_option = {PLAYBOOK.option[one.option].name: one for one in PLAN.substitutes}
    for row in table.package:
        assert row.substitutes == tuple(PLAYBOOK.option[name].name for name in by_option[row.option].add)
        assert row.gain == by_option[row.option].gain
        assert row.if_refused.startswith("Add ")


def test_roles_carry_the_glyph_of_their_verdict() -> None:
    members = (
        PLAN.package[0],
        replace(PLAN.package[1], role="sweetener", verdict="offer_with_conditions"),
        replace(PLAN.package[2], role="offer_with_conditions", verdict="avoid"),
    )
    table = plan_table(PLAYBOOK, replace(PLAN, package=members))
    assert [row.role_text for row in table.package] == ["● Lead", "◐ Sweetener", "✕ Avoid"]


def test_a_limit_says_whether_it_binds_and_what_it_keeps_out() -> None:
    table = plan_table(PLAYBOOK, PLAN)
    for row, use in zip(table.limits, PLAN.limits, strict=True):
        assert (row.used, row.allowed, row.binds, row.gain_without) == (
            use.used,
            use.allowed,
            use.binds,
            use.gain_without,
        )
        assert ("without this limit" in row.text) == row.binds


def test_a_price_is_told_move_by_move_or_by_the_reason_why_there_is_none() -> None:
    bought = Price(
        "justice", (Move("de_access", 6.5, 7.0, 3.0), Move("de_pressure", 5.0, 5.5, 1.5)), ("alt_dev",), 0.56
    )
    refused = Price("erad_core", none_because="a veto stands whatever we move")
    first, second = plan_table(PLAYBOOK, replace(PLAN, prices=(bought, refused))).prices
    assert [(move.lever, move.start, move.end, move.cost) for move in first.moves] == [
        ("Trust and access", 6.5, 7.0, 3.0),
        ("US diplomatic pressure", 5.0, 5.5, 1.5),
    ]
    assert (first.cost, first.p_now, first.now_words, first.linked) == (
        4.5,
        0.56,
        "likely",
        ("Alternative development",),
    )
    assert (second.cost, second.p_now, second.now_words) == (None, None, "")
    assert second.reason == "No price buys it: a veto stands whatever we move."
    assert second.label == "✕ Forced eradication in the core area"


def test_what_the_analyst_set_is_said_and_the_horizon_is_the_plans() -> None:
    table = table_of(Knobs(budget=50.0, horizon_months=24.0, ruled_out=("alt_dev",)))
    assert table.settings == (
        "Set by the analyst for this plan: budget 50; horizon 24 months; ruled out: alternative development."
    )
    assert table.horizon_text == "in 24 months"
    assert plan_table(PLAYBOOK, PLAN).settings == ""


def test_a_plan_of_nothing_says_so_and_has_no_empty_lists_to_explain() -> None:
    table = table_of(Knobs(ruled_out=PLAYBOOK.option_ids))
    assert table.package == ()
    assert table.package_note.startswith("Nothing to commit to")
    assert (table.watch, table.watch_note, table.signs, table.signs_note) == ((), "", (), "")


def test_an_empty_switch_table_and_an_empty_watch_list_say_why() -> None:
    table = plan_table(PLAYBOOK, replace(PLAN, switches=(), watch_list=()))
    assert table.switch_note.startswith("No trigger pays")
    assert table.watch_note == (
        "No indicator on its own changes a verdict of the package within 2 typical years of change."
    )


def test_without_its_worth_the_plan_says_nothing_of_flexibility() -> None:
    table = plan_table(PLAYBOOK, replace(PLAN, worth=None))
    assert (table.worth, table.flexibility) == ((), "")
    assert not any("tailoring" in text for text in table.cautions)


def test_the_cautions_say_what_the_figures_are() -> None:
    text = " ".join(plan_table(PLAYBOOK, PLAN).cautions)
    assert "a model's estimate and no forecast: 256 futures drawn afresh" in text
    assert "over 48 months, counted at 5 moments" in text
    assert "more than any planner could reach" in text


@pytest.mark.parametrize("episode", [briefings.PERU_2011, briefings.PERU_2012, briefings.PERU_2014])
def test_peru_has_a_plan_at_every_date(episode: str) -> None:
    table = plan_table(PLAYBOOK, briefings.plan("peru", episode))
    assert len(table.package) == 6
    assert table.flexibility.startswith("Kept unchanged for 48 months")
    assert table.signs
