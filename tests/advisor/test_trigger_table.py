"""What to watch: switches first, each with what an observer would see."""

from __future__ import annotations

from dataclasses import replace

from advisor.scores import ScoreSheet
from advisor.tipping import TippingPoint
from advisor.trigger_table import signs, switch_rows, watch_rows
from advisor.wording import likelihood
from tests import briefings

PLAYBOOK = briefings.playbook()
PLAN = briefings.plan()
SHEET = PLAN.findings.best.sheet


def test_a_switch_is_told_with_its_trigger_its_likelihood_and_what_to_do() -> None:
    (row,), (switch,) = switch_rows(PLAYBOOK, PLAN), PLAN.switches
    assert (row.number, row.watch, row.trigger) == (1, "Trust and access", "falls to 5")
    assert (row.threshold, row.now) == (5.0, 7.0)
    assert (row.share, row.share_words) == (switch.share, likelihood(switch.share))
    assert (row.drop, row.add) == (("Vetted police units",), ("Low-visibility technical cooperation",))
    assert row.then == "drop vetted police units, add low-visibility technical cooperation"
    assert (row.gain, row.standard_error) == (switch.gain, switch.standard_error)
    assert "is then accepted in" in row.why
    assert row.sight == "Neutral or untested"
    assert row.reading.startswith("About 0 or less: of the three key posts")


def test_the_watch_list_keeps_its_order_and_says_what_an_option_becomes() -> None:
    rows = watch_rows(PLAYBOOK, SHEET, PLAN)
    assert [(row.value, row.years) for row in rows] == [(point.value, point.distance) for point in PLAN.watch_list]
    first = rows[0]
    assert (first.watch, first.trigger, first.now) == ("Need for US security support", "falls below 5.6", 7.0)
    assert (first.before, first.after) == ("● Lead", "◐ Offer with conditions")
    assert first.then == "offer forced eradication outside the contested area only with conditions"


def test_an_indicator_that_is_not_scored_has_no_value_today() -> None:
    point = TippingPoint("vetted_units", "de_access", "falls_to", 5.0, 4.3, "offer_with_conditions", "avoid", 0.4)
    (row,) = watch_rows(PLAYBOOK, ScoreSheet(), replace(PLAN, watch_list=(point,)))
    assert row.now is None
    assert row.then == "avoid vetted police units"
    assert signs((), [row]) == ()


def test_signs_are_the_switches_then_other_indicators_that_are_near() -> None:
    shown = signs(switch_rows(PLAYBOOK, PLAN), watch_rows(PLAYBOOK, SHEET, PLAN))
    assert [(one.number, one.watch) for one in shown] == [
        (1, "Trust and access"),
        (None, "Need for US security support"),
        (None, "Strategic asset at risk"),
    ]
    assert shown[0].share == PLAN.switches[0].share
    assert shown[0].seen == "Looks like: neutral or untested."
    assert (shown[1].share, shown[1].share_words) == (None, "")


def test_without_a_switch_the_nearest_tipping_points_are_the_signs() -> None:
    rows = watch_rows(PLAYBOOK, SHEET, PLAN)
    shown = signs((), rows)
    assert len(shown) == 3
    assert all(one.number is None for one in shown)
    assert len({one.watch for one in shown}) == 3


def test_more_switches_than_a_brief_can_hold_are_cut() -> None:
    rows = switch_rows(PLAYBOOK, PLAN) * 6
    assert len(signs(rows, watch_rows(PLAYBOOK, SHEET, PLAN))) == 4
