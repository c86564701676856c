"""What to put in the place of a committed option if it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.package import NoPackage, best_package, names_of

if TYPE_CHECKING:
    from advisor.arrays import Array, BoolArray
    from advisor.outlook import Outlook
    from advisor.package import Limits
    from advisor.playbook import Playbook


@dataclass(frozen=True, slots=True)
class Substitute:
    """What to add if `option` is refused; `drop` are others that do not go without it.

    `gain` is what the added options are worth, now plus at the horizon, in the futures that refuse.
    """

    option: str
    add: tuple[str, ...]
    drop: tuple[str, ...]
    p_refused: float
    gain: float


def substitutes(playbook: Playbook, limits: Limits, package: BoolArray, outlook: Outlook) -> tuple[Substitute, ...]:
    """Return a substitute for each committed option: the best addition to the rest of the package.

    It is chosen for the futures in which the option is refused today, or for all futures where a refusal is rarer than
    a trigger may be. The rest is kept as far as prerequisites allow; a pinned option that is refused is out as well.
    """
    return tuple(_substitute(playbook, limits, package, outlook, column) for column in np.flatnonzero(package).tolist())


def _substitute(playbook: Playbook, limits: Limits, package: BoolArray, outlook: Outlook, column: int) -> Substitute:
    refused = ~outlook.accepted_now[:, column]
    chosen = refused if refused.mean() >= playbook.plan.min_trigger_share else np.ones_like(refused)
    values: Array = (outlook.now[chosen] + outlook.later[chosen]).mean(axis=0)
    out = np.arange(len(package)) == column
    after = _best_without(values, limits, package, out)
    floor = playbook.uncertainty.p_floor
    return Substitute(
        option=playbook.option_ids[column],
        add=names_of(playbook, after & ~package),
        drop=names_of(playbook, package & ~after & ~out),
        p_refused=float(np.clip(refused.mean(), floor, 1 - floor)),
        gain=float(values @ (after & ~package)),
    )


def _best_without(values: Array, limits: Limits, package: BoolArray, out: BoolArray) -> BoolArray:
    """Return the best package without one option that keeps the rest, or as much of what is pinned as can be had."""
    for kept in (package, limits.pinned):
        try:
            return best_package(values, limits.pinning(kept & ~out, out))
        except NoPackage:
            continue
    return best_package(values, limits.pinning(np.zeros_like(out), out))
