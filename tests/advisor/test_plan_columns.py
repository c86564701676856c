"""Every option stands in one column, with what speaks for or against it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.levers import Move, Price
from advisor.plan_columns import Entry, PlanColumn, columns_table, plan_columns, price_figure, price_notes
from advisor.plan_text import amount
from tests.advisor.solved_plans import PLAYBOOK, WITH_SWITCH, WITHOUT_SWITCH, plan_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from advisor.plan import Plan


def columns(plan: Plan) -> tuple[PlanColumn, ...]:
    return plan_columns(PLAYBOOK, plan)


def entry(plan: Plan, option: str) -> Entry:
    return next(one for column in columns(plan) for one in column.all_entries if one.option == option)


PLANS: dict[str, tuple[str | None, dict[str, Hashable]]] = {
    "as shipped": (WITHOUT_SWITCH, {}),
    "with a switch": (WITH_SWITCH, {}),
    "nothing scored": (None, {}),
    "no money": (WITHOUT_SWITCH, {"budget": 0.0}),
    "nothing allowed": (WITHOUT_SWITCH, {"ruled_out": PLAYBOOK.option_ids}),
    "against advice": (WITHOUT_SWITCH, {"pinned": ("erad_core",), "horizon_months": 0.0}),
    "ten years ahead": (WITHOUT_SWITCH, {"horizon_months": 120.0}),
}


@pytest.mark.parametrize("name", PLANS)
def test_every_option_stands_in_exactly_one_place(name: str) -> None:
    assessment, settings = PLANS[name]
    shown = [one.option for column in columns(plan_of(assessment, **settings)) for one in column.all_entries]
    assert sorted(shown) == sorted(PLAYBOOK.option_ids)


def test_the_package_comes_first_with_its_costs_beside_the_budget() -> None:
    plan = plan_of()
    commit = columns(plan)[0]
    assert tuple(one.option for one in commit.entries) == plan.options
    cost = sum(sum(PLAYBOOK.option[name].cost_usd_m) / 2 for name in plan.options)
    assert commit.figure == f"{amount(cost)} of $120m"
    assert entry(plan, "intel_sharing").aside == "15"


def test_leads_that_are_left_out_are_named_with_what_keeps_them_out() -> None:
    commit = columns(plan_of())[0]
    assert commit.more_title == "Leads left out"
    left = {one.option: one for one in commit.more}
    assert {one.verdict for one in left.values()} == {"lead"}
    assert left["interdiction"].aside == "52.5"
    assert left["interdiction"].notes[1] == (
        "Not in the package: costs 52.5 where 3.5 of the budget is left; the package is full with 6 options."
    )


def test_what_excludes_a_committed_option_or_lacks_its_companion_says_so() -> None:
    against = plan_of(pinned=("erad_core",), horizon_months=0.0)
    assert entry(against, "pause_metrics").notes[1] == (
        "Not in the package: it excludes Forced eradication in the core area, which is in."
    )
    alone = plan_of(ruled_out=("alt_dev", "land_market", "erad_voluntary"))
    assert entry(alone, "erad_periphery").notes[1] == (
        "Not in the package: it needs Alternative development or Land titles and market access or Negotiated reduction "
        "with social control beside it."
    )


def test_what_would_fit_and_is_left_out_all_the_same_is_not_worth_its_place() -> None:
    plan = plan_of()
    roomy = replace(plan, limits=tuple(replace(use, allowed=1e6) for use in plan.limits))
    assert entry(roomy, "trade_package").notes[1] == "Not in the package: what it would add is not worth its place."


def test_pins_show_on_their_options() -> None:
    plan = plan_of(pinned=("justice",), ruled_out=("alt_dev",))
    assert entry(plan, "justice").pin == "pinned"
    assert entry(plan, "alt_dev").pin == "ruled_out"
    assert entry(plan, "alt_dev").notes[1] == "Not in the package: ruled out by the analyst."
    assert entry(plan, "intel_sharing").pin == "free"


def test_what_is_committed_against_its_verdict_keeps_it_and_says_why() -> None:
    entry_ = entry(plan_of(pinned=("erad_core",), horizon_months=0.0), "erad_core")
    assert (entry_.verdict, entry_.pin) == ("avoid", "pinned")
    assert entry_.notes[1].startswith("Rated “Avoid”: Vetoed")


def test_a_reserve_option_shows_its_price_or_why_there_is_none() -> None:
    plan = plan_of()
    reserve = columns(plan)[2]
    assert reserve.figure == "price"
    assert {one.option: one.aside for one in reserve.entries} == {"justice": "4.5", "extradition_mla": "–"}
    assert any(note.startswith("Price 4.5: ") for note in entry(plan, "justice").notes)
    assert any(note.startswith("No price buys it: gap") for note in entry(plan, "extradition_mla").notes)


def test_what_to_avoid_says_why_in_a_word() -> None:
    avoid = {one.option: one.aside for one in columns(plan_of())[3].entries}
    assert avoid == {"erad_core": "veto", "conditionality": "no price"}
    plan = plan_of()
    dear = tuple(
        replace(price, none_because=None, moves=(Move("ue_aid", 5.0, 7.0, 90.0),))
        if price.option == "conditionality"
        else price
        for price in plan.prices
    )
    assert entry(replace(plan, prices=dear), "conditionality").aside == "costly"


def test_a_sweetener_is_called_one() -> None:
    offer = {one.option: one.aside for one in columns(plan_of())[1].entries}
    assert offer["pause_metrics"] == "sweetener"
    assert offer["vetted_units"] == ""


def test_without_a_horizon_only_acceptance_now_is_told() -> None:
    note = entry(plan_of(horizon_months=0.0), "intel_sharing").notes[0]
    assert note.startswith("Acceptance now almost certain, ")
    assert "months" not in note


def test_a_price_is_told_with_moves_links_and_what_it_brings() -> None:
    price = Price("justice", (Move("de_access", 6.5, 7.0, 3.0),), ("vetted_units",), 0.56)
    assert list(price_notes(PLAYBOOK, price)) == [
        "Price 3: Trust and access 6.5 → 7.0; linked with Vetted police units.",
        "Acceptance then: likely, 56 %.",
    ]
    assert list(price_notes(PLAYBOOK, Price("justice"))) == ["Price 0: nothing to move."]
    assert price_figure(price) == "3"
    assert price_figure(None) == price_figure(Price("justice", none_because="gap")) == "–"


def test_the_columns_make_a_table_with_every_option_once() -> None:
    titles, *rows = columns_table(columns(plan_of(pinned=("justice",))))
    assert titles[:2] == ("Plan", "Option")
    assert sorted(row[1] for row in rows) == sorted(option.name for option in PLAYBOOK.options)
    row = next(row for row in rows if row[1] == "Justice-sector support")
    assert (row[0], row[4]) == ("Commit now", "pinned")
