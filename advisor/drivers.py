"""Which indicators drive a result, as a picture shows them: the strongest by name, the rest as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.phrasing import listed, uncapitalised
from advisor.tipping import STANCE
from advisor.wording import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.playbook import Playbook
    from advisor.sobol import SobolIndex

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Driver:
    """An indicator with its Sobol indices, or several as one where `indicator` is None.

    Several account together for at least the sum of their `first` and for at most the sum of their `total`.
    """

    indicator: str | None
    name: str
    first: float
    total: float


def drivers(playbook: Playbook, indices: Sequence[SobolIndex], shown: int) -> tuple[Driver, ...]:
    """Return the `shown` strongest, and the others that drive the result at all as one; nothing where none does."""
    moving = [index for index in indices if index.total > 0]
    if len(moving) <= shown + 1:
        return tuple(_driver(playbook, index) for index in moving)
    rest = moving[shown:]
    first, total = sum(index.first for index in rest), min(1.0, sum(index.total for index in rest))
    others = Driver(None, f"{len(rest)} others, at most", first, total)
    return (*(_driver(playbook, index) for index in moving[:shown]), others)


def driven(playbook: Playbook, subject: str) -> str:
    """Name what is driven: the stance index, or the standing of an option."""
    if subject == STANCE:
        return "the stance index"
    return f"the standing of {uncapitalised(playbook.option[subject].name)}"


def drivers_text(playbook: Playbook, subject: str, indices: Sequence[SobolIndex]) -> str:
    """Say which indicators drive a result most, or that none does."""
    moving = [index for index in indices if index.total > 0]
    what = driven(playbook, subject)
    if not moving:
        return f"No range is open that bears on {what}."
    strongest = [f"{playbook.indicator[one.indicator].name} ({percent(one.total)})" for one in moving[:_NAMED]]
    return f"What the ranges leave open about {what} comes most from {listed(strongest)}."


def _driver(playbook: Playbook, index: SobolIndex) -> Driver:
    return Driver(index.indicator, playbook.indicator[index.indicator].name, index.first, index.total)
