from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.plan_text import no_watch_text
from tests.advisor.solved_plans import PLAYBOOK, WITH_SWITCH, plan_of
from ui.plan.plan_lists import EVERYTHING_OFFERED, NOTHING_COMMITTED, SHOWN, PlanLists
from ui.plan.runs import plain

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.plan.plan_lists import ListSection
    from ui.theme import Theme


@pytest.fixture
def lists(qtbot: QtBot, theme: Theme) -> PlanLists:
    made = PlanLists(PLAYBOOK)
    qtbot.addWidget(made)
    made.show_plan(plan_of())
    made.resize(920, 900)
    made.show()
    return made


def texts(section: ListSection) -> list[list[str]]:
    return [[plain(cell.runs) for cell in row] for row in section.table.cells]


def test_every_committed_option_has_what_to_do_if_it_is_refused(lists: PlanLists) -> None:
    rows = texts(lists.refused)
    assert sorted(row[0] for row in rows) == sorted(PLAYBOOK.option[name].name for name in plan_of().options)
    row = next(row for row in rows if row[0] == "Intelligence sharing")
    assert row[1].endswith("almost no chance")
    assert row[2] == "Add financial intelligence and anti-money-laundering"


def test_the_watch_list_says_where_what_would_be_seen_and_what_then(lists: PlanLists) -> None:
    lists.show_plan(plan_of(WITH_SWITCH))
    first = texts(lists.watch)[0]
    assert first[0].startswith("Need for US security support falls")
    assert first[0].endswith("now 7")
    assert first[1]
    assert first[2].startswith("Offer forced eradication outside the contested area")


def test_a_long_list_shows_its_first_rows_until_all_are_asked_for(lists: PlanLists) -> None:
    plan = plan_of(WITH_SWITCH)
    lists.show_plan(plan)
    assert len(plan.watch_list) > SHOWN
    assert len(lists.watch.table.cells) == SHOWN
    assert lists.watch.more.text() == f"Show all {len(plan.watch_list)}"
    assert lists.watch.more.accessibleName() == f"Watch: Show all {len(plan.watch_list)}"
    lists.watch.more.click()
    assert len(lists.watch.table.cells) == len(plan.watch_list)
    lists.watch.more.click()
    assert len(lists.watch.table.cells) == SHOWN
    assert not lists.refused.more.isVisible()


def test_nothing_to_watch_is_said(lists: PlanLists) -> None:
    lists.show_plan(plan_of(None))
    assert not lists.watch.table.isVisible()
    assert lists.watch.note.text() == no_watch_text(PLAYBOOK)


def test_each_option_that_is_not_offered_has_its_price_or_the_reason_why_there_is_none(lists: PlanLists) -> None:
    rows = {row[0]: row[1:] for row in texts(lists.prices)}
    assert set(rows) == {PLAYBOOK.option[price.option].name for price in plan_of().prices}
    moves, chance, price = rows["Justice-sector support"]
    assert moves.startswith("US diplomatic pressure 5.0 → 5.5, cost 1.5 Trust and access 6.5 → 7.0, cost 3")
    assert "linked with Vetted police units" in moves
    assert chance.endswith("likely")
    assert price == "4.5"
    assert rows["Forced eradication in the core area"] == [
        "No price buys it: a veto stands in too many of the futures drawn.",
        "",
        "–",
    ]


def test_of_an_empty_package_nothing_can_be_refused_or_watched(lists: PlanLists) -> None:
    lists.show_plan(plan_of(ruled_out=PLAYBOOK.option_ids))
    assert lists.refused.note.text() == NOTHING_COMMITTED
    assert not lists.refused.table.isVisible()
    assert not lists.watch.isVisible()


def test_where_everything_is_offered_there_is_no_price(lists: PlanLists) -> None:
    lists.prices.show_rows([], EVERYTHING_OFFERED, "how to read it")
    assert lists.prices.note.isVisible()
    assert not lists.prices.caption.isVisible()


def test_of_an_earlier_plan_they_are_dimmed(lists: PlanLists) -> None:
    before = lists.grab().toImage()
    lists.set_dimmed(dimmed=True)
    assert lists.grab().toImage() != before
