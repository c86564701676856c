"""What to put in the place of an option that is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.knobs import Knobs
from advisor.outlook import look_ahead
from advisor.package import best_package, limits_of, names_of, row_of
from advisor.substitutes import substitutes
from tests.advisor.small_playbooks import allowed

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


@pytest.mark.parametrize("pinned", [(), ("erad_core",), ("mil_coin", "justice")])
def test_every_committed_option_has_a_substitute_within_the_limits(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws], pinned: tuple[str, ...]
) -> None:
    sheet = cases["Peru"].assessment("PER-2012-2014").sheet.arrays(playbook.indicator_ids)
    seen = look_ahead(playbook, sheet, draws, 1)
    limits = limits_of(playbook, Knobs(pinned=pinned))
    package = best_package(seen.values, limits)
    committed = set(names_of(playbook, package))
    found = substitutes(playbook, limits, package, seen)
    assert [one.option for one in found] == list(names_of(playbook, package))
    for one in found:
        after = committed - {one.option} - set(one.drop) | set(one.add)
        assert one.option not in after
        assert not set(one.add) & committed
        assert allowed(playbook, frozenset(after))


def test_the_rest_of_the_package_is_kept(playbook: Playbook, cases: dict[str, Case], draws: list[Draws]) -> None:
    sheet = cases["Peru"].latest.sheet.arrays(playbook.indicator_ids)
    seen = look_ahead(playbook, sheet, draws, 1)
    limits = limits_of(playbook, Knobs())
    found = substitutes(playbook, limits, best_package(seen.values, limits), seen)
    assert all(not one.drop for one in found)
    assert {one.option: one.add for one in found}["territorial_presence"] == ("interdiction",)


def test_what_stood_on_the_refused_option_goes_with_it(
    playbook: Playbook, cases: dict[str, Case], draws: list[Draws]
) -> None:
    """Removal in the core needs development or presence beside it; without either it cannot stay."""
    sheet = cases["Peru"].latest.sheet.arrays(playbook.indicator_ids)
    seen = look_ahead(playbook, sheet, draws, 1)
    limits = limits_of(playbook, Knobs(pinned=("erad_core",), ruled_out=("territorial_presence",)))
    package = row_of(playbook, ("erad_core", "alt_dev"))
    found = {one.option: one for one in substitutes(playbook, limits, package, seen)}
    assert "erad_core" in found["alt_dev"].drop
