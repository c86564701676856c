"""The track record: what the playbook says of past episodes whose outcome is known, beside two baselines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import evaluate, matrices
from advisor.errors import AdvisorError
from advisor.frozen import freeze
from advisor.playbook import STANCE_CLASSES
from advisor.progress import Watch
from advisor.stance import brier, class_numbers, class_probabilities, concordance
from advisor.uncertainty import futures, scores_now, standing_sigma
from advisor.wording import BAND_EDGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from advisor.arrays import Array
    from advisor.case import Assessment, Case
    from advisor.playbook import Playbook, StanceClass
    from advisor.stance_fit import LeftOut, StanceModel
    from advisor.uncertainty import Draws


class NoOutcome(AdvisorError):
    """No episode whose outcome is known."""


@dataclass(frozen=True, slots=True)
class EpisodePrediction:
    """What the stance model says of one episode, and what happened."""

    id: str
    country: str
    outcome: StanceClass
    stance_class: StanceClass
    index: float
    probabilities: Mapping[StanceClass, float]
    left_out: bool

    def __post_init__(self) -> None:
        freeze(self, "probabilities")


@dataclass(frozen=True, slots=True)
class Direction:
    """Consecutive episodes of one country whose outcomes differ: how often the index moved the same way."""

    hits: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Record:
    """How well predictions did; `concordance` is None where no two outcomes differ."""

    brier: float
    class_hits: int
    concordance: float | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class ReliabilityBand:
    """Of the class probabilities stated within one band: how many, their mean, and the share that came true."""

    low: float
    high: float
    stated: int
    mean: float
    happened: float


@dataclass(frozen=True, slots=True)
class KnownActsRecord:
    """How likelihoods of acceptance fare against what governments are known to have accepted or refused."""

    acts: int
    brier: float
    base_rate_brier: float
    refused: int
    refused_called_acceptable: int


@dataclass(frozen=True, slots=True)
class JudgedAct:
    """An offer that a government is known to have accepted or refused, and the likelihood that it would accept."""

    episode: str
    option: str
    p_now: float
    accepted: bool


@dataclass(frozen=True, slots=True)
class Hindcast:
    """The whole track record.

    `bare` are the predictions without rules, `acts` what `known_acts` counts, `cases` what was predicted from.
    """

    episodes: tuple[EpisodePrediction, ...]
    record: Record
    commonest_class: Record
    factors_only: Record
    reliability: tuple[ReliabilityBand, ...]
    known_acts: KnownActsRecord | None
    coded_blind: int
    bare: tuple[EpisodePrediction, ...] = ()
    acts: tuple[JudgedAct, ...] = ()
    cases: tuple[Case, ...] = ()

    @property
    def caveat(self) -> str:
        """What to keep in mind when reading the record."""
        knowing = len(self.episodes) - self.coded_blind
        return (
            f"Whoever scored {knowing} of these {len(self.episodes)} episodes knew, or may have known, how they ended; "
            f"{self.coded_blind} were scored without knowing, from facts chosen by someone who knew. Read this as a "
            "check on consistency, not as a forecast record. An episode the stance model was fitted on is predicted "
            "by a fit without its country."
        )


def hindcast(
    playbook: Playbook, cases: Sequence[Case], draws: Sequence[Draws] = (), watch: Watch | None = None
) -> Hindcast:
    """Predict every episode of `cases` that has an outcome, and score the predictions.

    Parameters
    ----------
    draws
        For the likelihoods of known acts; without draws they are left out.

    Raises
    ------
    NoOutcome
        No assessment of the cases has an outcome.
    Cancelled
        `watch` was asked to stop.
    """
    past = [assessment for case in cases for assessment in case.assessments if assessment.outcome is not None]
    if not past:
        raise NoOutcome("no episode has an outcome; add [episode.outcome] with a stance to at least one")
    outcome = np.array([STANCE_CLASSES.index(_outcome(one)) for one in past], dtype=np.float64)
    full = _Predictions(playbook, past, factors_only=False)
    bare = _Predictions(playbook, past, factors_only=True)
    acts = tuple(_judged_acts(playbook, past, draws, watch or Watch())) if draws else ()
    return Hindcast(
        episodes=tuple(full.episode(row) for row in range(len(past))),
        record=_record(full, past, outcome),
        commonest_class=_commonest(outcome),
        factors_only=_record(bare, past, outcome),
        reliability=_reliability(full.probabilities, outcome),
        known_acts=_known_acts(playbook, acts),
        coded_blind=sum(one.coded_blind for one in past),
        bare=tuple(bare.episode(row) for row in range(len(past))),
        acts=acts,
        cases=tuple(cases),
    )


def turns(past: Sequence[Assessment]) -> tuple[tuple[int, int], ...]:
    """Return the places of consecutive episodes of one country whose outcomes differ."""
    order = sorted(range(len(past)), key=lambda row: (past[row].country, past[row].playbook or "", past[row].as_of))
    groups = groupby(order, key=lambda row: (past[row].country, past[row].playbook or ""))
    pairs = (pair for _, group in groups for pair in pairwise(group))
    return tuple((before, after) for before, after in pairs if _outcome(past[before]) != _outcome(past[after]))


class _Predictions:
    """Index, class and probabilities of every episode, each by the model that has not seen its country."""

    def __init__(self, playbook: Playbook, past: Sequence[Assessment], *, factors_only: bool) -> None:
        scores = np.array([one.sheet.arrays(playbook.indicator_ids).best for one in past])
        evaluation = evaluate(playbook, scores)
        rules = evaluation.stance_degrees @ matrices(playbook).stance_points
        self._past = past
        self._models = [model_for(playbook, one, factors_only=factors_only) for one in past]
        weights = np.array([[model.weights[factor] for factor in playbook.factor_ids] for model, _ in self._models])
        self.index = (weights * evaluation.factors).sum(axis=1) + (0.0 if factors_only else rules)
        rows = range(len(past))
        self.probabilities = np.concatenate(
            [class_probabilities(self.index[[row]], self._models[row][0]) for row in rows]
        )
        self.classes = np.concatenate([class_numbers(self.index[[row]], self._models[row][0]) for row in rows])

    def episode(self, row: int) -> EpisodePrediction:
        one = self._past[row]
        return EpisodePrediction(
            one.id,
            one.country,
            _outcome(one),
            STANCE_CLASSES[int(self.classes[row])],
            float(self.index[row]),
            dict(zip(STANCE_CLASSES, self.probabilities[row].tolist(), strict=True)),
            self._models[row][1],
        )


def _outcome(assessment: Assessment) -> StanceClass:
    if assessment.outcome is None:
        raise NoOutcome(f"{assessment.id} has no outcome")
    return assessment.outcome.stance


def model_for(playbook: Playbook, one: Assessment, *, factors_only: bool = False) -> tuple[StanceModel, bool]:
    """Return the model that predicts an episode, and whether it is one fitted without its country."""
    fit = playbook.stance_fit
    if fit is None:
        return playbook.unfitted_stance, False
    left_out: LeftOut | None = None
    if one.id in fit.episodes:
        left_out = next((left for left in fit.left_out if left.country == one.country), None)
    chosen = left_out or fit
    return (chosen.factors_only if factors_only else chosen.full), left_out is not None


def _record(predictions: _Predictions, past: Sequence[Assessment], outcome: Array) -> Record:
    return Record(
        brier(predictions.probabilities, outcome),
        int((predictions.classes == outcome).sum()),
        concordance(predictions.index, outcome),
        _direction(past, predictions.index, outcome),
    )


def _commonest(outcome: Array) -> Record:
    """Always state the shares of the outcomes themselves: a baseline that has seen what it predicts."""
    counts = Counter(outcome.astype(int).tolist())
    shares = np.array([counts[number] / len(outcome) for number in range(len(STANCE_CLASSES))])
    return Record(brier(np.tile(shares, (len(outcome), 1)), outcome), max(counts.values()))


def _direction(past: Sequence[Assessment], index: Array, outcome: Array) -> Direction:
    pairs = turns(past)
    right = [(index[after] - index[before]) * (outcome[after] - outcome[before]) > 0 for before, after in pairs]
    return Direction(sum(map(bool, right)), len(pairs))


def _reliability(probabilities: Array, outcome: Array) -> tuple[ReliabilityBand, ...]:
    stated = probabilities.ravel()
    happened = np.eye(len(STANCE_CLASSES))[outcome.astype(np.intp)].ravel()
    bands = []
    for low, high in pairwise((0.0, *BAND_EDGES, 1.0)):
        inside = (stated >= low) & ((stated < high) | (high == 1.0))
        if inside.any():
            bands.append(
                ReliabilityBand(
                    low, high, int(inside.sum()), float(stated[inside].mean()), float(happened[inside].mean())
                )
            )
    return tuple(bands)


def _judged_acts(
    playbook: Playbook, past: Sequence[Assessment], draws: Sequence[Draws], watch: Watch
) -> Iterator[JudgedAct]:
    acts = {one.episode: one for one in playbook.known_acts}
    for number, one in enumerate(past):
        if one.id in acts:
            watch.step(number / len(past), "Predicting the past episodes")
            p_now = _acceptance(playbook, one, draws)
            yield from (JudgedAct(one.id, option, p_now[option], True) for option in acts[one.id].accepted)
            yield from (JudgedAct(one.id, option, p_now[option], False) for option in acts[one.id].refused)


def _known_acts(playbook: Playbook, acts: Sequence[JudgedAct]) -> KnownActsRecord | None:
    if not acts:
        return None
    happened = np.array([one.accepted for one in acts], dtype=np.float64)
    stated, base = np.array([one.p_now for one in acts]), float(happened.mean())
    return KnownActsRecord(
        acts=len(acts),
        brier=float(((stated - happened) ** 2).mean()),
        base_rate_brier=base * (1 - base),
        refused=int((happened == 0).sum()),
        refused_called_acceptable=sum(not one.accepted and one.p_now >= playbook.verdict.offer_p for one in acts),
    )


def _acceptance(playbook: Playbook, one: Assessment, draws: Sequence[Draws]) -> dict[str, float]:
    scores = one.sheet.arrays(playbook.indicator_ids)
    sigma = standing_sigma(playbook, scores)
    drawn = [futures(playbook, scores_now(scores, block), block, sigma).accepted for block in draws]
    return dict(zip(playbook.option_ids, np.concatenate(drawn).mean(axis=0).tolist(), strict=True))
