from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.knobs import Knobs
from advisor.levers import Move, Price
from advisor.options_table import acceptance_rows, option_table, plan_columns
from advisor.wording import likelihood
from tests import briefings

PLAYBOOK = briefings.playbook()


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases())
def test_the_table_ranks_every_option_and_splits_its_standing(name: str, episode: str) -> None:
    rows = option_table(PLAYBOOK, briefings.findings(name, episode))
    assert [row.rank for row in rows] == list(range(1, len(PLAYBOOK.options) + 1))
    assert all(PLAYBOOK.options[row.place - 1].name == row.name for row in rows)
    for row in rows:
        assert row.domestic + row.external + row.interaction == pytest.approx(row.standing, abs=1e-9)
        assert row.now_words == likelihood(row.p_now)
        assert row.horizon_words == likelihood(row.p_horizon)


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases())
def test_the_plan_holds_every_option_exactly_once(name: str, episode: str) -> None:
    columns = plan_columns(PLAYBOOK, briefings.findings(name, episode))
    assert [column.verdict for column in columns] == ["lead", "offer_with_conditions", "hold_in_reserve", "avoid"]
    listed = [option for column in columns for option in column.options]
    assert sorted(listed) == sorted(option.name for option in PLAYBOOK.options)
    assert all(column.note.endswith(".") for column in columns)


def test_leads_are_headed_by_what_to_do_with_them() -> None:
    assert plan_columns(PLAYBOOK, briefings.findings())[0].title == "● Commit now"


def test_an_empty_column_of_the_plan_says_what_would_stand_there() -> None:
    lead = plan_columns(PLAYBOOK, briefings.findings_of(briefings.BLANK))[0]
    assert lead.options == ()
    assert lead.note.startswith("Acceptable now and at the horizon")


@pytest.mark.parametrize(("name", "episode"), briefings.all_cases())
def test_the_chart_shows_at_most_ten_options_grouped_by_verdict(name: str, episode: str) -> None:
    found = briefings.findings(name, episode)
    rows = acceptance_rows(found)
    order = ["lead", "offer_with_conditions", "hold_in_reserve", "avoid"]
    assert 0 < len(rows) <= 10
    assert [row.verdict for row in rows] == sorted((row.verdict for row in rows), key=order.index)
    assert {row.verdict for row in rows} == {option.verdict for option in found.options}


def test_of_the_refused_options_the_chart_shows_the_most_valuable() -> None:
    assert acceptance_rows(briefings.findings())[-1].label == "✕ Forced eradication in the core area"


def test_a_price_names_its_moves_and_what_it_is_linked_with() -> None:
    found = briefings.findings()
    moves = (Move("ue_aid", 4.5, 5.5, 10.0),)
    price = Price("vetted_units", moves, ("justice_sector",) if "justice_sector" in PLAYBOOK.option else (), 0.6)
    options = tuple(replace(one, price=price) for one in found.options)
    assert option_table(PLAYBOOK, replace(found, options=options))[0].price.startswith(
        "10: US share of the policy budget 4.5 → 5.5"
    )


def test_an_option_that_no_price_buys_says_why() -> None:
    found = briefings.findings()
    price = Price("erad_core", none_because="a veto stands whatever we move")
    options = tuple(replace(one, price=price) for one in found.options)
    assert option_table(PLAYBOOK, replace(found, options=options))[0].price == (
        "No price buys it: a veto stands whatever we move"
    )


def test_an_option_that_is_in_for_nothing_shows_a_price_of_nothing() -> None:
    found = briefings.findings()
    options = tuple(replace(one, price=Price(one.best.id, p_now=0.6)) for one in found.options)
    assert option_table(PLAYBOOK, replace(found, options=options))[0].price == "0"


@pytest.mark.parametrize("episode", [briefings.PERU_2011, briefings.PERU_2012, briefings.PERU_2014])
def test_with_a_plan_the_first_column_is_its_package_and_the_rest_stands_beside_it(episode: str) -> None:
    plan = briefings.plan("peru", episode)
    first, *beside = plan_columns(PLAYBOOK, briefings.findings("peru", episode), plan)
    assert first.title == "● Commit now"
    assert [name.partition(" (")[0] for name in first.options] == [member.name for member in plan.package]
    assert first.note.startswith("About $11")
    listed = [*(member.name for member in plan.package), *(option for column in beside for option in column.options)]
    assert sorted(listed) == sorted(option.name for option in PLAYBOOK.options)
    assert [column.left_out for column in beside] == [True, False, False, False]


def test_leads_beyond_the_limits_are_told_apart_from_the_package() -> None:
    columns = plan_columns(PLAYBOOK, briefings.findings("peru", briefings.PERU_2012), briefings.plan())
    left_out = columns[1]
    assert left_out.title == "● Leads left out"
    assert left_out.note == "Acceptable too, but beyond the plan's budget and number of options."


def test_where_no_lead_is_left_out_there_is_no_column_for_it() -> None:
    plan = briefings.plan_of(briefings.BLANK)
    columns = plan_columns(PLAYBOOK, briefings.findings_of(briefings.BLANK), plan)
    assert [column.title for column in columns] == [
        "● Commit now",
        "◐ Offer with conditions",
        "○ Hold in reserve",
        "✕ Avoid",
    ]


def test_a_plan_under_knobs_says_what_the_analyst_set_and_what_was_ruled_out() -> None:
    plan = briefings.plan_of(briefings.peru().sheet, Knobs(budget=50.0, ruled_out=("interdiction",)))
    columns = plan_columns(PLAYBOOK, briefings.findings(), plan)
    assert "of a $50m budget. Set by the analyst for this plan: budget 50; ruled out: interdiction" in columns[0].note
    assert "Interdiction by air, river and port (ruled out)" in columns[1].options


def test_reserve_options_say_how_many_of_them_have_a_price() -> None:
    plan = briefings.plan("peru", briefings.PERU_2014)
    reserve = plan_columns(PLAYBOOK, briefings.findings(), plan)[3]
    assert reserve.note == "Not acceptable now but close; 1 of them can be brought in at a price, see Plan."
    nothing = tuple(Price(one.option, none_because="gap 1.0, everything we have 0.4") for one in plan.prices)
    reserve = plan_columns(PLAYBOOK, briefings.findings(), replace(plan, prices=nothing))[3]
    assert "none of them can be brought in at a price" in reserve.note
