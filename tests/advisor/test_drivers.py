from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.drivers import driven, drivers, drivers_text
from advisor.sobol import SobolIndex
from advisor.tipping import STANCE

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def indices(playbook: Playbook, *shares: float) -> tuple[SobolIndex, ...]:
    """Return indices of the first indicators, each alone accounting for half of its total."""
    padded = [*shares, *[0.0] * (len(playbook.indicators) - len(shares))]
    return tuple(SobolIndex(name, share / 2, share) for name, share in zip(playbook.indicator_ids, padded, strict=True))


def test_the_strongest_are_named_and_the_rest_added_up(playbook: Playbook) -> None:
    found = drivers(playbook, indices(playbook, 0.4, 0.3, 0.2, 0.1), 2)
    assert [one.name for one in found] == ["Base hurt by the policy", "Pledge against the policy", "2 others, at most"]
    assert [one.indicator for one in found] == ["eb_overlap", "eb_pledge", None]
    assert found[-1].first == pytest.approx(0.15)
    assert found[-1].total == pytest.approx(0.3)


def test_a_single_other_is_named(playbook: Playbook) -> None:
    assert len(drivers(playbook, indices(playbook, 0.4, 0.3, 0.2), 2)) == 3
    assert None not in [one.indicator for one in drivers(playbook, indices(playbook, 0.4, 0.3, 0.2), 2)]


def test_others_account_for_no_more_than_everything(playbook: Playbook) -> None:
    assert drivers(playbook, indices(playbook, 0.9, 0.9, 0.9), 1)[-1].total == 1


def test_what_does_not_vary_is_driven_by_nothing(playbook: Playbook) -> None:
    assert drivers(playbook, indices(playbook), 12) == ()
    assert drivers_text(playbook, STANCE, indices(playbook)) == "No range is open that bears on the stance index."


def test_the_strongest_are_said_with_their_shares(playbook: Playbook) -> None:
    assert driven(playbook, "erad_core") == "the standing of forced eradication in the core area"
    assert drivers_text(playbook, "erad_core", indices(playbook, 0.61, 0.22, 0.1, 0.05)) == (
        "What the ranges leave open about the standing of forced eradication in the core area comes most from "
        "Base hurt by the policy (61 %), Pledge against the policy (22 %) and Closeness of elections (10 %)."
    )
