"""What it costs to change a package at a review: an option added starts late, an option dropped leaves a bill."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import SCALE_TOP

if TYPE_CHECKING:
    from advisor.arrays import Array, BoolArray
    from advisor.playbook import Playbook


def late_shares(playbook: Playbook) -> Array:
    """Return what an option added at a review delivers until the next [O], as a share of the whole."""
    leads = np.array([option.lead_time_months for option in playbook.options])
    return np.maximum(0.0, 1.0 - leads / playbook.plan.late_months)


def drop_costs(playbook: Playbook) -> Array:
    """Return what dropping each option costs once [O], in points of worth."""
    reversibility = np.array([option.reversibility for option in playbook.options])
    costs: Array = playbook.plan.drop_scale * (SCALE_TOP - reversibility) / SCALE_TOP
    return costs


def keeping_values(playbook: Playbook, worths: Array, before: BoolArray, rounds: float = 1.0) -> Array:
    """Return what each option adds to a package chosen at a review [n, O], up to a constant of each row.

    Parameters
    ----------
    worths
        What each option is worth until the next review [n, O].
    before
        The package so far, [O] or [n, O].
    rounds
        How many reviews lie ahead, this one included: only the first suffers from the late start.
    """
    held = rounds * worths + drop_costs(playbook)
    return np.where(before, held, (rounds - 1.0 + late_shares(playbook)) * worths)


def worth_after(playbook: Playbook, worths: Array, before: BoolArray, after: BoolArray) -> Array:
    """Return what the package chosen at a review is worth until the next [n], its late starts and drops paid."""
    delivered = np.where(after & ~before, late_shares(playbook), 1.0) * after
    left: Array = (worths * delivered).sum(axis=-1) - (drop_costs(playbook) * (before & ~after)).sum(axis=-1)
    return left
