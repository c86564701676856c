"""The stance model: class of an index, closed-form probabilities, and how predictions are scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import DUST
from advisor.playbook import STANCE_CLASSES

if TYPE_CHECKING:
    from advisor.arrays import Array
    from advisor.playbook import StanceClass
    from advisor.stance_fit import StanceModel


def classify(index: float, model: StanceModel) -> StanceClass:
    """Return the stance class of an index by the cuts of the stance model."""
    return STANCE_CLASSES[int(class_numbers(np.array([index]), model)[0])]


def class_numbers(index: Array, model: StanceModel) -> Array:
    """Return the number of the stance class (0 divergent, 1 contested, 2 aligned) of each index."""
    return (index > model.cut_divergent + DUST).astype(np.float64) + (index > model.cut_aligned + DUST)


def class_probabilities(index: Array, model: StanceModel) -> Array:
    """Return probabilities [n, 3] of the classes when each index is normal with the model's sigma."""
    # Deferred: the window classifies at every start, and needs no probabilities for it.
    from scipy.special import ndtr

    below = ndtr((model.cut_divergent - index) / model.sigma)
    not_above = ndtr((model.cut_aligned - index) / model.sigma)
    return np.stack([below, not_above - below, 1 - not_above], axis=1)


def brier(probabilities: Array, outcome: Array, weight: Array | None = None) -> float:
    """Return the mean Brier score over all classes (Brier 1950): 0 is perfect, 2 the worst."""
    happened = np.eye(len(STANCE_CLASSES))[outcome.astype(np.intp)]
    return float(np.average(((probabilities - happened) ** 2).sum(axis=1), weights=weight))


def concordance(index: Array, outcome: Array, weight: Array | None = None) -> float | None:
    """Return the share of pairs with different outcomes that the index orders rightly; a tie is a miss.

    None where no two outcomes differ.
    """
    weights = np.ones(len(index)) if weight is None else weight
    higher = outcome[:, None] > outcome[None, :]
    paired = higher * weights[:, None] * weights[None, :]
    return float((paired * (index[:, None] > index[None, :])).sum() / paired.sum()) if paired.any() else None
