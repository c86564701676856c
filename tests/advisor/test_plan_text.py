"""What is said of a plan reads as a sentence and holds its numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.knobs import Knobs
from advisor.package import LimitUse
from advisor.plan import Plan, solve, with_worth
from advisor.plan_text import (
    consequence_text,
    limit_note,
    limit_text,
    narrowed_text,
    no_switch_text,
    settings_text,
    substitute_text,
    switch_reason,
    switch_text,
    trigger_text,
    watch_text,
    worth_lines,
)
from advisor.substitutes import Substitute
from advisor.switches import Change, Switch
from advisor.tipping import TippingPoint
from advisor.triggers import Trigger
from advisor.uncertainty import draw_blocks

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook

SWITCH = Switch(
    trigger=Trigger("de_access", "falls_to", 5, 7.0),
    package=("tech_coop",),
    drop=(Change("vetted_units", 0.37, 0.81),),
    add=(Change("tech_coop", 0.75, 0.75),),
    share=0.16,
    gain=0.08,
    standard_error=0.01,
)


def plan_of(playbook: Playbook, case: Case, knobs: Knobs | None = None) -> Plan:
    blocks = list(draw_blocks(playbook, 32, 1))
    return with_worth(playbook, case.latest.sheet, solve(playbook, case.latest.sheet, blocks, knobs))


def test_a_limit_that_binds_says_what_it_keeps_out() -> None:
    use = LimitUse("budget", 116.5, 120.0, 4.86)
    assert limit_text(use) == (
        "Budget: 116.5 of 120 USD million a year; without this limit the best package is worth 4.9 more"
    )
    assert limit_text(LimitUse("footprint", 15, 22, 0.0)) == "Visible footprint: 15 of 22 points of visibility"


def test_beside_the_limit_itself_less_is_said() -> None:
    assert limit_note(LimitUse("budget", 116.5, 120.0, 4.86)) == "116.5 used; without it 4.9 points more"
    assert limit_note(LimitUse("footprint", 15, 22, 0.0)) == "15 used"


def test_a_switch_reads_as_trigger_change_and_reason(playbook: Playbook) -> None:
    assert trigger_text(playbook, SWITCH.trigger) == "Trust and access falls to 5 (now 7)"
    assert switch_text(playbook, SWITCH) == "drop vetted police units, add low-visibility technical cooperation"
    reason = switch_reason(playbook, SWITCH)
    assert "Vetted police units is then accepted in 37 % of futures, otherwise in 81 %" in reason
    assert reason.endswith("The switch adds 0.08 ± 0.01 over all futures, acting in 16 % of them.")


def test_a_substitute_names_what_comes_and_what_goes(playbook: Playbook) -> None:
    text = substitute_text(playbook, Substitute("alt_dev", ("justice",), ("erad_core",), 0.3, 1.0))
    assert text == (
        "Alternative development (unlikely to be refused): add justice-sector support "
        "and let go forced eradication in the core area"
    )
    assert substitute_text(playbook, Substitute("alt_dev", (), (), 0.3, 0.0)).endswith(": go on without it")


def test_beyond_a_tipping_point_an_option_is_treated_as_it_then_stands(playbook: Playbook) -> None:
    point = TippingPoint("vetted_units", "de_access", "falls_to", 7.0, 4.3, "lead", "offer_with_conditions", 1.4)
    better = replace(point, before="hold_in_reserve")
    assert consequence_text(playbook, point) == "offer vetted police units only with conditions"
    assert consequence_text(playbook, better) == "offer vetted police units with conditions"
    assert consequence_text(playbook, replace(point, after="hold_in_reserve")) == "hold vetted police units in reserve"
    assert consequence_text(playbook, replace(point, after="avoid")) == "avoid vetted police units"


def test_what_the_analyst_has_set_is_listed(playbook: Playbook) -> None:
    knobs = Knobs(
        weights={"finance": 2.5}, budget=1000.0, footprint=12.5, term_months=36.0, pinned=("justice", "alt_dev")
    )
    text = settings_text(playbook, knobs)
    assert text.startswith("Set by the analyst for this plan: weight of ")
    assert " 2.5; budget 1,000; visible footprint 12.5; term 36 months; pinned: " in text
    assert text.endswith("justice-sector support and alternative development.")
    assert settings_text(playbook, Knobs()) == ""


def test_a_tipping_point_says_what_the_option_becomes(playbook: Playbook) -> None:
    point = TippingPoint("vetted_units", "de_access", "falls_to", 7.0, 4.3, "offer_with_conditions", "avoid", 1.4)
    assert watch_text(playbook, point) == "Trust and access falls to 4.3 (now 7): Vetted police units → Avoid"


def test_an_empty_table_says_why(playbook: Playbook, cases: dict[str, Case]) -> None:
    assert no_switch_text(plan_of(playbook, cases["Peru"])).startswith("No trigger pays")
    assert "0 months" in no_switch_text(plan_of(playbook, cases["Peru"], Knobs(horizon_months=0)))


def test_options_left_aside_are_named(playbook: Playbook, cases: dict[str, Case]) -> None:
    assert narrowed_text(playbook, plan_of(playbook, cases["Peru"])) == ""
    assert narrowed_text(playbook, plan_of(playbook, cases["Peru"], Knobs(ruled_out=("justice",)))) == ""
    wide = plan_of(playbook, cases["Peru"], Knobs(budget=1e6, footprint=1e6))
    assert narrowed_text(playbook, wide).startswith("Too many packages fit these limits")


@pytest.mark.parametrize("nothing_allowed", [False, True])
def test_worth_is_told_with_its_errors_and_without_shares_of_nothing(
    playbook: Playbook, cases: dict[str, Case], nothing_allowed: bool
) -> None:
    knobs = Knobs(ruled_out=playbook.option_ids) if nothing_allowed else Knobs()
    plan = plan_of(playbook, cases["Peru"], knobs)
    assert plan.worth is not None
    text = "\n".join(worth_lines(playbook, plan.worth))
    assert "Worth over 48 months, 5 moments" in text
    assert "Flexibility adds" in text
    assert ("Over 12 months" in text) == (not nothing_allowed)
    assert " nan" not in text
