"""Fit the stance model to episodes with a known outcome: an ordered probit with factor weights held near equal.

Source of the model: McKelvey and Zavoina 1975 (ordered probit), with a ridge toward equal weights (Dawes 1979: with
few cases equal weights predict as well as estimated ones). The strength of the ridge is chosen by leaving out one
country at a time. Two codings of one episode are one outcome: they share its weight.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize
from scipy.special import ndtr

from advisor.engine import evaluate, matrices
from advisor.errors import AdvisorError
from advisor.playbook import STANCE_CLASSES
from advisor.stance import brier, class_probabilities, concordance
from advisor.stance_fit import LeftOut, RidgeTrial, StanceFit, StanceModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.arrays import Array, BoolArray
    from advisor.parameters import StancePrior
    from advisor.playbook import Playbook, StanceClass
    from advisor.scores import ScoreSheet

_SMALLEST = 1e-12
_FAR = 1e6


class NothingToFit(AdvisorError):
    """No episode with a known outcome, or fewer than two countries to leave out in turn."""


@dataclass(frozen=True, slots=True)
class Coding:
    """One analyst's scores of one episode whose outcome is known."""

    episode: str
    country: str
    outcome: StanceClass
    sheet: ScoreSheet


@dataclass(frozen=True, slots=True)
class _Rows:
    """Codings as arrays; n rows, F factors."""

    factors: Array  # [n, F]
    rules: Array  # [n], what the stance rules add to the index
    outcome: Array  # [n], number of the class
    weight: Array  # [n]
    country: Array  # [n], text


def fit_stance(playbook: Playbook, codings: Sequence[Coding], data_sha256: str) -> StanceFit:
    """Fit weights, cuts and sigma, with the left-out models that predict each country.

    Raises
    ------
    NothingToFit
        There are no codings, or all are of one country.
    """
    if len({coding.country for coding in codings}) < 2:
        raise NothingToFit(
            "a fit needs episodes with a known outcome from at least two countries; "
            "without them the playbook keeps equal weights and the wider sigma of its prior"
        )
    rows = _rows(playbook, codings)
    trials = [_trial(playbook, rows, ridge) for ridge in playbook.stance.prior.ridge]
    best = min(trials, key=lambda trial: trial.left_out_brier)
    bare = _without_rules(rows)
    countries = sorted({coding.country for coding in codings})
    return StanceFit(
        data_sha256=data_sha256,
        rows=len(codings),
        episodes=tuple(dict.fromkeys(coding.episode for coding in codings)),
        ridge=best.ridge,
        left_out_brier=best.left_out_brier,
        left_out_concordance=best.left_out_concordance,
        trials=tuple(trials),
        full=_fitted(playbook, rows, best.ridge),
        factors_only=_fitted(playbook, bare, best.ridge),
        left_out=tuple(_leave_out(playbook, rows, bare, country, best.ridge) for country in countries),
    )


def _rows(playbook: Playbook, codings: Sequence[Coding]) -> _Rows:
    scores = np.array([coding.sheet.arrays(playbook.indicator_ids).best for coding in codings])
    evaluation = evaluate(playbook, scores)
    times = Counter(coding.episode for coding in codings)
    return _Rows(
        factors=evaluation.factors,
        rules=evaluation.stance_degrees @ matrices(playbook).stance_points,
        outcome=np.array([STANCE_CLASSES.index(coding.outcome) for coding in codings], dtype=np.float64),
        weight=np.array([1 / times[coding.episode] for coding in codings]),
        country=np.array([coding.country for coding in codings]),
    )


def _without_rules(rows: _Rows) -> _Rows:
    return _Rows(rows.factors, np.zeros_like(rows.rules), rows.outcome, rows.weight, rows.country)


def _subset(rows: _Rows, keep: BoolArray) -> _Rows:
    return _Rows(rows.factors[keep], rows.rules[keep], rows.outcome[keep], rows.weight[keep], rows.country[keep])


def _leave_out(playbook: Playbook, rows: _Rows, bare: _Rows, country: str, ridge: float) -> LeftOut:
    keep = rows.country != country
    return LeftOut(
        country, _fitted(playbook, _subset(rows, keep), ridge), _fitted(playbook, _subset(bare, keep), ridge)
    )


def _trial(playbook: Playbook, rows: _Rows, ridge: float) -> RidgeTrial:
    """Predict every country without its own rows."""
    probabilities = np.zeros((len(rows.outcome), len(STANCE_CLASSES)))
    index = np.zeros(len(rows.outcome))
    for country in np.unique(rows.country):
        out = rows.country == country
        model = _fitted(playbook, _subset(rows, ~out), ridge)
        index[out] = _index(playbook, model, _subset(rows, out))
        probabilities[out] = class_probabilities(index[out], model)
    return RidgeTrial(
        ridge, brier(probabilities, rows.outcome, rows.weight), concordance(index, rows.outcome, rows.weight)
    )


def _index(playbook: Playbook, model: StanceModel, rows: _Rows) -> Array:
    weights = np.array([model.weights[factor] for factor in playbook.factor_ids])
    index: Array = rows.factors @ weights + rows.rules
    return index


def _fitted(playbook: Playbook, rows: _Rows, ridge: float) -> StanceModel:
    start = playbook.unfitted_stance
    equal = np.array([start.weights[factor] for factor in playbook.factor_ids])
    prior = playbook.stance.prior
    # Cuts are kept in order by fitting the logarithm of their distance, sigma positive by fitting its logarithm.
    first = np.concatenate((equal, [-prior.cut_mean, np.log(2 * prior.cut_mean), np.log(prior.sigma_median)]))
    bounds = [(0.0, None) if weight > 0 else (None, 0.0) for weight in equal] + [(None, None)] * 3
    arguments = (rows, equal, prior, ridge)
    found = minimize(_penalised, first, args=arguments, jac=True, method="L-BFGS-B", bounds=bounds)
    *weights, low, log_gap, log_sigma = (float(value) for value in found.x)
    named = dict(zip(playbook.factor_ids, weights, strict=True))
    return StanceModel(named, low, low + float(np.exp(log_gap)), float(np.exp(log_sigma)))


def _penalised(parameters: Array, rows: _Rows, equal: Array, prior: StancePrior, ridge: float) -> tuple[float, Array]:
    """Negative log posterior and its gradient; the ridge counts departures from equal weights as shares of them."""
    misfit, slope = _misfit(parameters, rows)
    weights, (low, log_gap, log_sigma) = parameters[:-3], parameters[-3:]
    departure = (weights - equal) / equal
    high = low + np.exp(log_gap)
    off_low, off_high = (low + prior.cut_mean) / prior.cut_sd, (high - prior.cut_mean) / prior.cut_sd
    off_sigma = (log_sigma - np.log(prior.sigma_median)) / prior.sigma_log_sd
    penalty = (ridge * float(departure @ departure) + off_low**2 + off_high**2 + off_sigma**2) / 2
    slope[:-3] += ridge * departure / equal
    slope[-3] += (off_low + off_high) / prior.cut_sd
    slope[-2] += off_high / prior.cut_sd * np.exp(log_gap)
    slope[-1] += off_sigma / prior.sigma_log_sd
    return misfit + float(penalty), slope


def _misfit(parameters: Array, rows: _Rows) -> tuple[float, Array]:
    """Negative log likelihood of the outcomes and its gradient."""
    weights, (low, log_gap, log_sigma) = parameters[:-3], parameters[-3:]
    sigma, gap = np.exp(log_sigma), np.exp(log_gap)
    index = rows.factors @ weights + rows.rules
    cuts = np.array([-_FAR, low, low + gap, _FAR])
    which = rows.outcome.astype(np.intp)
    lower, upper = (cuts[which] - index) / sigma, (cuts[which + 1] - index) / sigma
    reached = np.maximum(ndtr(upper) - ndtr(lower), _SMALLEST)
    at_lower, at_upper = _density(lower), _density(upper)
    scaled = rows.weight / (reached * sigma)
    by_low = scaled * (at_upper * (which == 0) - at_lower * (which == 1))
    by_high = scaled * (at_upper * (which == 1) - at_lower * (which == 2))
    by_index = scaled * (at_lower - at_upper)
    by_sigma = rows.weight / reached * (at_lower * lower - at_upper * upper)
    slope = [*(rows.factors.T @ by_index), by_low.sum() + by_high.sum(), by_high.sum() * gap, by_sigma.sum()]
    return -float(rows.weight @ np.log(reached)), -np.array(slope)


def _density(at: Array) -> Array:
    density: Array = np.exp(-(at**2) / 2) / np.sqrt(2 * np.pi)
    return density
