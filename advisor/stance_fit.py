"""The stance model and its fit to past episodes, as values; the fitting itself is in `fit.py`."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.bounds import Positive, Text, Whole
from advisor.frozen import freeze


@dataclass(frozen=True, slots=True)
class StanceModel:
    """Parameters of the stance: signed weight of each factor, two cuts and the spread of the index."""

    weights: Mapping[str, float]
    cut_divergent: float
    cut_aligned: float
    sigma: Positive

    def __post_init__(self) -> None:
        freeze(self, "weights")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The stance model fitted without one country, to predict that country."""

    country: Text
    full: StanceModel
    factors_only: StanceModel


@dataclass(frozen=True, slots=True)
class RidgeTrial:
    """How a strength of ridge predicts countries that were left out."""

    ridge: Positive
    left_out_brier: float
    left_out_concordance: float | None = None


@dataclass(frozen=True, slots=True)
class StanceFit:
    """The fitted stance model with what it was fitted on, written by `fit` and read by everything else."""

    data_sha256: Text
    rows: Whole
    episodes: tuple[Text, ...]
    ridge: Positive
    left_out_brier: float
    trials: tuple[RidgeTrial, ...]
    full: StanceModel
    factors_only: StanceModel
    left_out: tuple[LeftOut, ...]
    left_out_concordance: float | None = None
