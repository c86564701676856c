"""Playbooks with few options, so small that every package can be written down."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.parameters import PlanParameters
    from advisor.playbook import Option, Playbook


def with_options(playbook: Playbook, options: Sequence[Option]) -> Playbook:
    """Return the playbook with these options alone, and nothing that names another."""
    names = {option.id for option in options}
    plan = playbook.plan
    kept = tuple(
        replace(one, any=tuple(sorted(set(one.any) & names)))
        for one in plan.requires_any
        if one.option in names and set(one.any) & names
    )
    return replace(
        playbook,
        options=tuple(
            replace(option, complements=tuple(one for one in option.complements if one in names)) for option in options
        ),
        plan=replace(
            plan,
            standing_package=tuple(name for name in plan.standing_package if name in names),
            requires_any=kept,
        ),
    )


def with_plan(playbook: Playbook, plan: PlanParameters) -> Playbook:
    """Return the playbook with other parameters of plans."""
    return replace(playbook, plan=plan)


@st.composite
def small_playbooks(draw: st.DrawFn, playbook: Playbook) -> Playbook:
    """Draw a playbook of one to seven shipped options with costs, footprints and limits of its own."""
    chosen = draw(st.lists(st.sampled_from(playbook.options), min_size=1, max_size=7, unique_by=lambda one: one.id))
    options = [
        replace(
            option,
            cost_usd_m=(0.0, 2.0 * draw(st.integers(0, 60))),
            visibility=float(draw(st.integers(0, 10))),
        )
        for option in chosen
    ]
    small = with_options(playbook, options)
    plan = replace(
        small.plan,
        budget=float(draw(st.integers(0, 200))),
        footprint_cap=float(draw(st.integers(0, 40))),
        max_options=draw(st.integers(0, 6)),
    )
    return with_plan(small, plan)


def packages_by_hand(playbook: Playbook, pinned: frozenset[str], ruled_out: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield every package within the limits, by trying all sets of options one by one."""
    for size in range(len(playbook.options) + 1):
        for names in itertools.combinations(playbook.option_ids, size):
            package = frozenset(names)
            if pinned <= package and not package & ruled_out and allowed(playbook, package):
                yield package


def allowed(playbook: Playbook, package: frozenset[str]) -> bool:
    """Say whether a package keeps to budget, footprint, number, exclusions and prerequisites."""
    options, plan = [playbook.option[name] for name in package], playbook.plan
    return (
        sum(sum(option.cost_usd_m) / 2 for option in options) <= plan.budget + 1e-9
        and sum(option.visibility for option in options) <= plan.footprint_cap + 1e-9
        and len(options) <= plan.max_options
        and not any(set(option.mutually_exclusive_with) & package for option in options)
        and all(set(one.any) & package for one in plan.requires_any if one.option in package)
    )
