"""Knobs change the playbook's numbers, and say clearly where they make no sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.knobs import InvalidKnob, Knobs, apply

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def test_a_knob_that_is_not_turned_leaves_the_number_of_the_playbook(playbook: Playbook) -> None:
    turned = apply(playbook, Knobs())
    assert turned.plan == playbook.plan
    assert turned.objectives == playbook.objectives
    assert turned.uncertainty == playbook.uncertainty


def test_every_knob_reaches_its_number(playbook: Playbook) -> None:
    knobs = Knobs(weights={"finance": 7}, budget=50, footprint=9, horizon_months=24, term_months=60)
    turned = apply(playbook, knobs)
    assert (turned.plan.budget, turned.plan.footprint_cap, turned.plan.term_months) == (50, 9, 60)
    assert turned.uncertainty.horizon_months == 24
    assert {one.id: one.weight for one in turned.objectives} == {
        **{one.id: one.weight for one in playbook.objectives},
        "finance": 7,
    }


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"budget": -1.0}, "the budget is -1; use a number of 0 or more"),
        ({"footprint": float("nan")}, "the footprint is nan"),
        ({"budget": float("inf")}, "the budget is inf"),
        ({"horizon_months": 121.0}, "the horizon is 121 months; use 0 to 120"),
        ({"term_months": -12.0}, "the term is -12 months"),
        ({"weights": {"finance": -1.0}}, 'the weight of "finance" is -1'),
        ({"pinned": ("justice",), "ruled_out": ("justice",)}, '"justice" is pinned and ruled out at once'),
    ],
)
def test_a_knob_turned_too_far_is_refused_in_words(settings: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidKnob, match=message):
        Knobs(**settings)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("knobs", "message"),
    [
        (Knobs(weights={"finanse": 1}), '"finanse" is no objective of this playbook; did you mean "finance"'),
        (Knobs(pinned=("justis",)), '"justis" is no option of this playbook; did you mean "justice"'),
        (Knobs(ruled_out=("nothing_like_it",)), '"nothing_like_it" is no option'),
        (
            Knobs(pinned=("erad_core", "pause_metrics")),
            '"Forced eradication in the core area" and "Agreed pause with metrics" exclude each other',
        ),
        (
            Knobs(pinned=("pause_metrics", "erad_core")),
            '"Agreed pause with metrics" and "Forced eradication in the core area" exclude each other',
        ),
        (Knobs(budget=5, pinned=("justice",)), "what is pinned comes to 20 USD million, and the budget is 5"),
        (Knobs(footprint=1, pinned=("justice",)), "comes to 3 points of visibility, and the footprint may be 1"),
        (
            Knobs(pinned=("erad_core",), ruled_out=("alt_dev", "territorial_presence")),
            '"Forced eradication in the core area" is pinned and needs one of these, which are ruled out: '
            "Alternative development; State presence in the contested area. Allow one",
        ),
    ],
)
def test_contradictions_are_refused_in_words(playbook: Playbook, knobs: Knobs, message: str) -> None:
    with pytest.raises(InvalidKnob, match=message):
        apply(playbook, knobs)


def test_more_pins_than_a_package_holds_are_refused(playbook: Playbook) -> None:
    cheap = ("tech_coop", "multilateral", "fin_intel", "precursor_control", "justice", "vetted_units", "intel_sharing")
    with pytest.raises(InvalidKnob, match="comes to 7 options, and a package holds 6"):
        apply(playbook, Knobs(pinned=cheap))


def test_some_objective_must_count(playbook: Playbook) -> None:
    with pytest.raises(InvalidKnob, match="every objective has weight 0"):
        apply(playbook, Knobs(weights={one.id: 0.0 for one in playbook.objectives}))


def test_an_option_pinned_twice_counts_once(playbook: Playbook) -> None:
    apply(playbook, Knobs(budget=20, pinned=("justice", "justice")))
