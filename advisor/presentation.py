"""Results in the form that a picture of them needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.stance_fit import StanceModel


def index_position(index: float, model: StanceModel) -> float:
    """Return where a stance index stands on an axis from 0 to 1 whose middle third is the contested zone."""
    width = model.cut_aligned - model.cut_divergent
    return min(1.0, max(0.0, (index - model.cut_divergent + width) / (3 * width)))
