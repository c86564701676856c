"""The best package is the best there is: shown by trying all of them, and by another solver."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from advisor.knobs import Knobs
from advisor.outlook import look_ahead
from advisor.package import Limits, NoPackage, best_package, limits_of, limits_used, names_of, row_of
from data.playbook_files import shipped_playbook
from tests.advisor.small_playbooks import allowed, packages_by_hand, small_playbooks

if TYPE_CHECKING:
    from advisor.arrays import Array
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws

PACKAGES = {
    "PER-2011H2": "land_market precursor_control multilateral tech_coop intel_sharing territorial_presence",
    "PER-2012-2014": "erad_periphery alt_dev land_market precursor_control vetted_units intel_sharing",
    "PER-2014-2016": "land_market precursor_control multilateral tech_coop intel_sharing territorial_presence",
}


def best_names(playbook: Playbook, values: Array, knobs: Knobs) -> frozenset[str]:
    return frozenset(names_of(playbook, best_package(values, limits_of(playbook, knobs))))


def sum_of(playbook: Playbook, values: Array, package: frozenset[str]) -> float:
    return float(values @ row_of(playbook, package))


@settings(max_examples=30)
@given(data=st.data())
def test_no_package_is_better_by_brute_force(data: st.DataObject) -> None:
    small = data.draw(small_playbooks(shipped_playbook()))
    values = np.array([data.draw(st.floats(-5, 8)) for _ in small.options])
    ids = st.sampled_from(small.option_ids)
    ruled_out = data.draw(st.frozensets(ids, max_size=2))
    pinned = data.draw(st.frozensets(ids, max_size=2)) - ruled_out
    knobs = Knobs(pinned=tuple(sorted(pinned)), ruled_out=tuple(sorted(ruled_out)))
    listed = list(packages_by_hand(small, pinned, ruled_out))
    if not listed:
        with pytest.raises(NoPackage, match="unpin an option"):
            best_names(small, values, knobs)
        return
    found = best_names(small, values, knobs)
    assert pinned <= found
    assert not found & ruled_out
    assert allowed(small, found)
    best = max(sum_of(small, values, package) for package in listed)
    assert sum_of(small, values, found) == pytest.approx(best, abs=1e-9)


def test_another_solver_finds_nothing_better(playbook: Playbook) -> None:
    random = np.random.default_rng(1)
    plain = limits_of(playbook, Knobs())
    for _ in range(30):
        allowed_now = np.array([random.uniform(20, 300), random.uniform(5, 40), random.integers(1, 9)])
        limits = replace(plain, allowed=allowed_now, ruled_out=random.random(len(playbook.options)) < 0.1)
        values = random.normal(2, 2, len(playbook.options))
        assert values @ best_package(values, limits) == pytest.approx(by_highs(values, limits), abs=1e-6)


def by_highs(values: Array, limits: Limits) -> float:
    pairs = np.argwhere(np.triu(limits.excludes))
    rows = [*limits.uses, *(np.isin(np.arange(len(values)), pair).astype(float) for pair in pairs)]
    most = [*limits.allowed, *np.ones(len(pairs))]
    for option, any_of in limits.requires:
        rows.append(1.0 * (np.arange(len(values)) == option) - np.isin(np.arange(len(values)), any_of))
        most.append(0.0)
    result = milp(
        -values,
        integrality=np.ones(len(values), dtype=np.int64),
        bounds=Bounds(limits.pinned.astype(np.float64), 1.0 - limits.ruled_out),
        constraints=LinearConstraint(np.array(rows), -np.inf, np.array(most)),
        options={"mip_rel_gap": 0.0},
    )
    assert result.x is not None
    return float(values @ result.x)


@pytest.mark.parametrize("episode", PACKAGES)
def test_the_packages_of_peru(playbook: Playbook, cases: dict[str, Case], draws: list[Draws], episode: str) -> None:
    sheet = cases["Peru"].assessment(episode).sheet.arrays(playbook.indicator_ids)
    values = look_ahead(playbook, sheet, draws, playbook.uncertainty.seed_fit).values
    assert best_names(playbook, values, Knobs()) == frozenset(PACKAGES[episode].split())


def test_nothing_is_committed_to_that_is_worth_less_than_nothing(playbook: Playbook) -> None:
    assert best_names(playbook, np.full(len(playbook.options), -1.0), Knobs()) == frozenset()


def test_an_option_may_bring_in_what_it_requires_at_a_loss(playbook: Playbook) -> None:
    names = playbook.option_ids
    values = np.full(len(names), -1.0)
    values[names.index("erad_core")] = 5.0
    found = best_names(playbook, values, Knobs())
    assert "erad_core" in found
    assert len(found & {"alt_dev", "territorial_presence"}) == 1


def test_a_limit_binds_where_something_worth_having_is_kept_out(playbook: Playbook) -> None:
    values = np.linspace(1.0, 3.0, len(playbook.options))
    limits = limits_of(playbook, Knobs())
    package = best_package(values, limits)
    uses = {use.limit: use for use in limits_used(values, limits, package)}
    for number, name in enumerate(("budget", "footprint", "options")):
        without = values @ best_package(values, limits.without(number))
        use = uses[name]  # type: ignore[index]
        assert use.gain_without == pytest.approx(without - values @ package)
        assert use.used <= use.allowed
        assert use.binds == (use.gain_without > 1e-9)


def test_where_everything_fits_no_limit_binds(playbook: Playbook) -> None:
    values = np.where(np.arange(len(playbook.options)) == 5, 1.0, -1.0)
    limits = limits_of(playbook, Knobs())
    assert not any(use.binds for use in limits_used(values, limits, best_package(values, limits)))
