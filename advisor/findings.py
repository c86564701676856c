"""What the tool says of one assessment: stance, standings and verdicts, each with its reasons.

`judge` answers from best scores alone, at once; `assess` adds likelihoods from the draws, now and at the horizon.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from advisor.engine import DUST, evaluate, matrices, worth
from advisor.explanation import Contribution, stance_contributions, standing_contributions, total
from advisor.frozen import freeze
from advisor.levers import PriceList
from advisor.playbook import STANCE_CLASSES
from advisor.scores import CONFIDENCES
from advisor.scoring import within_scale
from advisor.stance import classify
from advisor.tally import Tally
from advisor.uncertainty import futures, scores_later, scores_now, standing_sigma
from advisor.verdicts import best_verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from advisor.arrays import Array
    from advisor.engine import Evaluation
    from advisor.levers import Price
    from advisor.playbook import Option, Playbook, StanceClass
    from advisor.scores import Confidence, ScoreArrays, ScoreSheet
    from advisor.tally import Doubt
    from advisor.uncertainty import Draws, Futures

Verdict = Literal["lead", "offer_with_conditions", "hold_in_reserve", "avoid"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
RANK_DECIMALS = 9
"""Worths that agree to so many decimals share a rank but for the order of the playbook."""


@dataclass(frozen=True, slots=True)
class StanceAtBest:
    """Where the government leans by best scores: the index, its class and what adds up to the index."""

    index: float
    stance_class: StanceClass
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class OptionAtBest:
    """One option by best scores; `domestic`, `external` and `interaction` add up to `standing`.

    `vetoes` are the rules that take the option out, the weightiest first; `advice` is that of the rules that fire, the
    strongest first.
    """

    id: str
    name: str
    rank: int
    standing: float
    domestic: float
    external: float
    interaction: float
    vetoes: tuple[str, ...]
    us_value: float
    worth: float
    verdict: Verdict
    sweetener: bool
    contributions: tuple[Contribution, ...]
    advice: tuple[str, ...]

    @property
    def vetoed(self) -> bool:
        """Whether a veto takes the option out of the win-set."""
        return bool(self.vetoes)

    @property
    def in_win_set(self) -> bool:
        """Whether the government can live with the option."""
        return self.standing >= -DUST and not self.vetoed


@dataclass(frozen=True, slots=True)
class RuleDegree:
    """A rule of either kind and the degree to which its condition holds."""

    id: str
    degree: float


@dataclass(frozen=True, slots=True)
class BestFindings:
    """Everything that follows from best scores alone. `options` are in playbook order."""

    sheet: ScoreSheet
    factors: Mapping[str, float]
    stance: StanceAtBest
    options: tuple[OptionAtBest, ...]
    rules: tuple[RuleDegree, ...]
    scored: int
    indicators: int
    confidence: Confidence

    def __post_init__(self) -> None:
        freeze(self, "factors")

    @property
    def ranked(self) -> tuple[OptionAtBest, ...]:
        """Options by rank."""
        return tuple(sorted(self.options, key=lambda option: option.rank))

    @property
    def unscored_share(self) -> float:
        """Share of the indicators that are not scored."""
        return 1 - self.scored / self.indicators

    def degree(self, rule_id: str) -> float:
        """Return the degree of a rule of either kind; 0 where it does not fire."""
        return next((fired.degree for fired in self.rules if fired.id == rule_id), 0.0)

    @property
    def win_set(self) -> tuple[OptionAtBest, ...]:
        """Options the government can live with, in playbook order."""
        return tuple(option for option in self.options if option.in_win_set)


@dataclass(frozen=True, slots=True)
class OptionFinding:
    """One option with its likelihoods; `price` is looked up only where the verdict depends on it."""

    best: OptionAtBest
    p_now: float
    p_horizon: float
    verdict: Verdict
    price: Price | None


@dataclass(frozen=True, slots=True)
class Findings:
    """Best findings with the likelihoods that the draws add. `options` are in playbook order; probabilities are 0-1.

    `stance_range` holds the stance index in eight of ten draws.
    """

    best: BestFindings
    probabilities: Mapping[StanceClass, float]
    stance_range: tuple[float, float]
    reversal: float
    horizon_months: float
    options: tuple[OptionFinding, ...]
    doubts: tuple[Doubt, ...]

    def __post_init__(self) -> None:
        freeze(self, "probabilities")

    @property
    def likeliest(self) -> StanceClass:
        """The likeliest stance class."""
        return max(STANCE_CLASSES, key=lambda name: self.probabilities[name])

    @property
    def ranked(self) -> tuple[OptionFinding, ...]:
        """Options by rank."""
        return tuple(sorted(self.options, key=lambda option: option.best.rank))

    def with_verdict(self, verdict: Verdict) -> tuple[OptionFinding, ...]:
        """Options of one verdict, by rank."""
        return tuple(option for option in self.ranked if option.verdict == verdict)


def judge(playbook: Playbook, sheet: ScoreSheet) -> BestFindings:
    """Return all that follows from best scores alone."""
    scores = sheet.arrays(playbook.indicator_ids)
    evaluation = evaluate(playbook, scores.best[None, :])
    values = worth(playbook, evaluation.standings, evaluation.vetoed)[0]
    ranks = _ranks(values)
    verdicts = best_verdicts(playbook, evaluation, scores.unscored_share)[0]
    options = tuple(
        _option(playbook, evaluation, column, ranks[column], float(values[column]), VERDICTS[verdicts[column]])
        for column in range(len(playbook.options))
    )
    index = float(evaluation.stance_index[0])
    return BestFindings(
        sheet=sheet,
        factors=dict(zip(playbook.factor_ids, evaluation.factors[0].tolist(), strict=True)),
        stance=StanceAtBest(
            index, classify(index, playbook.stance_model), stance_contributions(playbook, evaluation, 0)
        ),
        options=options,
        rules=_fired(playbook, evaluation),
        scored=int(scores.scored.sum()),
        indicators=len(playbook.indicators),
        confidence=overall_confidence(playbook, sheet),
    )


def assess(playbook: Playbook, sheet: ScoreSheet, draws: Iterable[Draws], months: float | None = None) -> Findings:
    """Return the findings on a sheet with likelihoods; parameters as in `with_likelihoods`."""
    return with_likelihoods(playbook, judge(playbook, sheet), draws, months)


def with_likelihoods(
    playbook: Playbook, best: BestFindings, draws: Iterable[Draws], months: float | None = None
) -> Findings:
    """Return the findings that the draws make of what `judge` has found.

    Parameters
    ----------
    draws
        Blocks of one sequence, from `draw_blocks`, kept or made one by one; the same blocks make results comparable.
    months
        The horizon; the playbook's where none is given.
    """
    horizon = playbook.uncertainty.horizon_months if months is None else months
    scores = best.sheet.arrays(playbook.indicator_ids)
    tally, prices = Tally(playbook), _Prices(playbook, scores)
    for block in draws:
        now, later = _both(playbook, scores, block, horizon)
        prices.offer(block, now)
        tally.add(now, later)
    if not tally.draws:
        raise ValueError("no draws to assess with; without them only judge can answer")
    floor = playbook.uncertainty.p_floor
    p_now, p_later = _shown(tally.p_now, floor).tolist(), _shown(tally.p_later, floor).tolist()
    return Findings(
        best=best,
        probabilities=_probabilities(tally.class_shares, floor),
        stance_range=tally.stance_range,
        reversal=float(_shown(tally.reversal, floor)),
        horizon_months=horizon,
        options=tuple(
            _finding(playbook, best, option, p_now[column], p_later[column], prices)
            for column, option in enumerate(best.options)
        ),
        doubts=tally.doubts,
    )


def overall_confidence(playbook: Playbook, sheet: ScoreSheet) -> Confidence:
    """Return the confidence that at least half of the indicators reach; one not scored counts as low."""
    given = [score.confidence if (score := sheet.get(name)) else "low" for name in playbook.indicator_ids]
    ordered = sorted(CONFIDENCES.index(one) for one in given)
    return CONFIDENCES[ordered[(len(ordered) - 1) // 2]]


def nudged(sheet: ScoreSheet, indicator: str, points: float) -> ScoreSheet | None:
    """Return the sheet with one indicator moved by `points`, range included; None where that is impossible."""
    score = sheet.get(indicator)
    if score is None:
        return None
    low, best, high = (within_scale(value + points) for value in (score.low, score.best, score.high))
    return None if best == score.best else sheet.with_score(indicator, replace(score, low=low, best=best, high=high))


def _ranks(values: Array) -> list[int]:
    """Rank by worth; what is equal but for the dust of binary fractions ties, in playbook order."""
    order = np.argsort(-np.round(values, RANK_DECIMALS), kind="stable")
    ranks = np.empty(len(values), dtype=np.int64)
    ranks[order] = np.arange(1, len(values) + 1)
    return [int(rank) for rank in ranks]


def _option(
    playbook: Playbook, evaluation: Evaluation, column: int, rank: int, value: float, verdict: Verdict
) -> OptionAtBest:
    option = playbook.options[column]
    standing, vetoes = float(evaluation.standings[0, column]), _vetoes(playbook, evaluation, column)
    us_value = float(matrices(playbook).us_value[column])
    contributions = standing_contributions(playbook, evaluation, 0, column)
    return OptionAtBest(
        id=option.id,
        name=option.name,
        rank=rank,
        standing=standing,
        domestic=total(contributions, "domestic"),
        external=total(contributions, "external"),
        interaction=total(contributions, "interaction"),
        vetoes=vetoes,
        us_value=us_value,
        worth=value,
        verdict=verdict,
        sweetener=us_value < playbook.verdict.sweetener_value,
        contributions=contributions,
        advice=_advice(playbook, evaluation, option),
    )


def _vetoes(playbook: Playbook, evaluation: Evaluation, column: int) -> tuple[str, ...]:
    table, degrees = matrices(playbook), evaluation.rule_degrees[0]
    points = table.points[column] * degrees
    in_force = sorted(np.flatnonzero(degrees >= table.veto_at[column]), key=lambda rule: float(points[rule]))
    return tuple(playbook.rules[rule].id for rule in in_force)


def _advice(playbook: Playbook, evaluation: Evaluation, option: Option) -> tuple[str, ...]:
    firing = [
        (float(evaluation.rule_degrees[0, column]), playbook.rules[column])
        for column in np.flatnonzero(evaluation.rule_degrees[0])
        if playbook.rules[column].advice and playbook.rules[column].names(option)
    ]
    return tuple(rule.advice for _, rule in sorted(firing, key=lambda pair: -pair[0]))


def _fired(playbook: Playbook, evaluation: Evaluation) -> tuple[RuleDegree, ...]:
    ids = [rule.id for rule in playbook.rules] + [rule.id for rule in playbook.stance_rules]
    degrees = np.concatenate((evaluation.rule_degrees[0], evaluation.stance_degrees[0])).tolist()
    return tuple(RuleDegree(name, degree) for name, degree in zip(ids, degrees, strict=True) if degree > 0)


def _both(playbook: Playbook, scores: ScoreArrays, draws: Draws, months: float) -> tuple[Futures, Futures]:
    sigma = standing_sigma(playbook, scores)
    now = scores_now(scores, draws)
    later = scores_later(playbook, now, draws, months)
    return futures(playbook, now, draws, sigma), futures(playbook, later, draws, sigma)


def _shown(shares: Array, floor: float) -> Array:
    return np.clip(shares, floor, 1 - floor)


def _probabilities(shares: Array, floor: float) -> dict[StanceClass, float]:
    kept = _shown(shares, floor)
    return {name: float(share) for name, share in zip(STANCE_CLASSES, kept / kept.sum(), strict=True)}


class _Prices:
    """Prices on demand, from the first block of draws: most assessments need none for their verdicts."""

    def __init__(self, playbook: Playbook, scores: ScoreArrays) -> None:
        self._playbook, self._scores = playbook, scores
        self._first: tuple[Draws, Futures] | None = None
        self._list: PriceList | None = None

    def offer(self, block: Draws, now: Futures) -> None:
        """Keep the first block offered."""
        self._first = self._first or (block, now)

    def of(self, option_id: str) -> Price | None:
        """Return the price of an option; None where there are no draws to verify it on."""
        if self._list is None and self._first is not None:
            self._list = PriceList(self._playbook, self._scores, *self._first)
        return self._list.price(option_id) if self._list else None


def _finding(
    playbook: Playbook, best: BestFindings, option: OptionAtBest, p_now: float, p_later: float, prices: _Prices
) -> OptionFinding:
    limits = playbook.verdict
    complete = best.unscored_share <= limits.lead_max_unscored + DUST
    if option.worth >= limits.lead_worth and min(p_now, p_later) >= limits.lead_p and complete:
        return OptionFinding(option, p_now, p_later, "lead", None)
    if p_now >= limits.offer_p:
        return OptionFinding(option, p_now, p_later, "offer_with_conditions", None)
    if option.vetoed:
        return OptionFinding(option, p_now, p_later, "avoid", None)
    if option.standing >= limits.reserve_standing:
        return OptionFinding(option, p_now, p_later, "hold_in_reserve", None)
    price = prices.of(option.id)
    affordable = price is not None and price.cost <= limits.reserve_price
    return OptionFinding(option, p_now, p_later, "hold_in_reserve" if affordable else "avoid", price)
