"""All packages are listed once, and each future gets its best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.knobs import Knobs
from advisor.package import NoPackage, best_package, limits_of, names_of
from advisor.package_list import list_packages
from data.playbook_files import shipped_playbook
from tests.advisor.small_playbooks import packages_by_hand, small_playbooks

if TYPE_CHECKING:
    from advisor.playbook import Playbook


@settings(max_examples=15)
@given(data=st.data())
def test_the_list_is_that_of_trying_every_set_of_options(data: st.DataObject) -> None:
    small = data.draw(small_playbooks(shipped_playbook()))
    ruled_out = data.draw(st.frozensets(st.sampled_from(small.option_ids), max_size=2))
    listed = list_packages(limits_of(small, Knobs(ruled_out=tuple(ruled_out))), np.zeros(len(small.options)))
    found = [frozenset(names_of(small, row)) for row in listed.rows]
    assert len(found) == len(set(found))
    assert set(found) == set(packages_by_hand(small, frozenset(), ruled_out))


def test_the_shipped_playbook_has_some_seventeen_thousand_packages(playbook: Playbook) -> None:
    listed = list_packages(limits_of(playbook, Knobs()), np.zeros(len(playbook.options)))
    assert len(listed.rows) == 17_357
    assert listed.considered.all()


def test_what_is_pinned_is_in_every_package(playbook: Playbook) -> None:
    listed = list_packages(limits_of(playbook, Knobs(pinned=("justice", "erad_core"))), np.zeros(len(playbook.options)))
    ids = playbook.option_ids
    assert listed.rows[:, [ids.index("justice"), ids.index("erad_core")]].all()
    assert listed.rows[:, [ids.index("alt_dev"), ids.index("territorial_presence")]].any(axis=1).all()


def test_each_future_gets_the_package_that_the_exact_search_finds(playbook: Playbook) -> None:
    limits = limits_of(playbook, Knobs())
    values = np.random.default_rng(5).normal(1, 3, (20, len(playbook.options)))
    chosen = list_packages(limits, np.zeros(len(playbook.options))).best(values)
    for row, package in zip(values, chosen, strict=True):
        assert row @ package == pytest.approx(row @ best_package(row, limits), abs=1e-4)


def test_where_there_are_too_many_packages_the_least_promising_options_are_left_out(playbook: Playbook) -> None:
    promise = np.arange(len(playbook.options), dtype=np.float64)
    listed = list_packages(limits_of(playbook, Knobs()), promise, most=1000)
    assert 100 < len(listed.rows) <= 1000
    kept = np.flatnonzero(listed.considered)
    assert kept.tolist() == list(range(kept[0], len(promise)))
    assert not listed.rows[:, ~listed.considered].any()


def test_what_is_pinned_stays_in_a_narrowed_list(playbook: Playbook) -> None:
    limits = limits_of(playbook, Knobs(pinned=("erad_core",)))
    promise = np.zeros(len(playbook.options))
    promise[playbook.option_ids.index("alt_dev")] = 1.0
    listed = list_packages(limits, promise, most=50)
    assert listed.rows[:, playbook.option_ids.index("erad_core")].all()


def test_pins_that_lack_what_they_require_leave_no_package(playbook: Playbook) -> None:
    knobs = Knobs(pinned=("erad_core",), ruled_out=("alt_dev", "territorial_presence"))
    with pytest.raises(NoPackage, match="unpin an option"):
        list_packages(limits_of(playbook, knobs), np.zeros(len(playbook.options)))
