"""Changing a package costs: what is added starts late, what is dropped leaves a bill."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from advisor.package import row_of
from advisor.revising import drop_costs, keeping_values, late_shares, worth_after

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def test_an_option_with_half_the_lead_time_delivers_half(playbook: Playbook) -> None:
    shares = dict(zip(playbook.option_ids, late_shares(playbook), strict=True))
    assert shares["vetted_units"] == pytest.approx(0.5)  # 12 of 24 months
    assert shares["territorial_presence"] == 0  # 24 of 24 months


def test_what_is_hard_to_reverse_costs_more_to_drop(playbook: Playbook) -> None:
    costs = dict(zip(playbook.option_ids, drop_costs(playbook), strict=True))
    assert costs["vetted_units"] == pytest.approx(0.3)  # reversibility 7
    assert costs["land_market"] == pytest.approx(0.8)  # reversibility 2


def test_a_package_kept_is_worth_what_its_options_are_worth(playbook: Playbook) -> None:
    worths = np.arange(len(playbook.options), dtype=np.float64)[None, :]
    package = row_of(playbook, ("alt_dev", "justice"))
    assert worth_after(playbook, worths, package, package) == pytest.approx(worths[0] @ package)


def test_a_swap_pays_for_the_drop_and_waits_for_the_new_option(playbook: Playbook) -> None:
    worths = np.full((1, len(playbook.options)), 4.0)
    before, after = row_of(playbook, ("vetted_units",)), row_of(playbook, ("tech_coop",))
    assert worth_after(playbook, worths, before, after) == pytest.approx(4.0 * (1 - 4 / 24) - 0.3)


def test_values_of_keeping_differ_between_packages_as_their_worths_do(playbook: Playbook) -> None:
    random = np.random.default_rng(2)
    worths = random.normal(1, 2, (5, len(playbook.options)))
    before, one, other = (random.random(len(playbook.options)) < 0.3 for _ in range(3))
    values = keeping_values(playbook, worths, before)
    expected = worth_after(playbook, worths, before, one) - worth_after(playbook, worths, before, other)
    np.testing.assert_allclose(values @ one - values @ other, expected)


def test_a_late_start_weighs_less_the_more_reviews_lie_ahead(playbook: Playbook) -> None:
    worths = np.ones((1, len(playbook.options)))
    values = keeping_values(playbook, worths, np.zeros(len(playbook.options), dtype=np.bool_), rounds=3)
    assert values[0, playbook.option_ids.index("territorial_presence")] == pytest.approx(2.0)
