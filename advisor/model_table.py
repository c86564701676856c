"""The engine as a table: every number it starts from and every number it arrives at, for one assessment.

Whoever can show cells and formulas can rebuild the engine from it; docs/model.md says how the numbers hang together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.engine import DUST, MIDDLE, SCALE_TOP, SPAN, delivery, levels, matrices
from advisor.explanation import total
from advisor.findings import RANK_DECIMALS
from advisor.scores import UNKNOWN_BEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from advisor.condition import Condition
    from advisor.explanation import Contribution, ContributionKind
    from advisor.findings import BestFindings, OptionAtBest, Verdict
    from advisor.playbook import ContributionSide, Playbook, Side, StanceClass


@dataclass(frozen=True, slots=True)
class Graded:
    """The degrees to which a value is high, low and moderate."""

    high: float
    low: float
    moderate: float


@dataclass(frozen=True, slots=True)
class IndicatorTerm:
    """An indicator; `place` is its place on the scorecard from 0, `value` the score used, also where none is given."""

    id: str
    name: str
    side: Side
    factor: str
    place: int
    weight: float
    scored: bool
    value: float
    graded: Graded


@dataclass(frozen=True, slots=True)
class FactorTerm:
    """A factor; `stance_weight` is what a point of it adds to the stance index."""

    id: str
    name: str
    side: Side
    stance_weight: float
    scored: int
    value: float
    graded: Graded


@dataclass(frozen=True, slots=True)
class RuleTerm:
    """A rule on options with its points for each of them, in order; `in_force` says that its veto is."""

    id: str
    name: str
    side: ContributionSide
    condition: Condition
    veto_at: float | None
    points: tuple[float, ...]
    degree: float
    in_force: bool


@dataclass(frozen=True, slots=True)
class StanceRuleTerm:
    """A rule on the stance."""

    id: str
    name: str
    side: ContributionSide
    condition: Condition
    points: float
    degree: float


@dataclass(frozen=True, slots=True)
class OptionTerm:
    """An option: its constants, then the steps from the sums of factors and rules by side to its verdict."""

    id: str
    name: str
    effects: tuple[float, ...]
    us_value: float
    backlash: float
    factors_domestic: float
    factors_external: float
    rules_domestic: float
    rules_external: float
    rules_interaction: float
    cap_excess: float
    domestic: float
    external: float
    interaction: float
    standing: float
    vetoes: int
    in_win_set: bool
    delivered: float
    worth: float
    rank: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Constants:
    """The constants of the engine and the parameters of the playbook that results at best scores depend on."""

    scale_middle: float
    scale_top: float
    level_span: float
    unscored_best: float
    dust: float
    rank_decimals: int
    cost_of_agreeing: float
    rule_cap: float
    full_delivery: float
    lead_worth: float
    lead_max_unscored: float
    reserve_standing: float
    stance_rule_weight: float
    cut_divergent: float
    cut_aligned: float


@dataclass(frozen=True, slots=True)
class ModelTable:
    """Everything by itself; indicators stand by factor, all else in the order of the playbook."""

    constants: Constants
    indicators: tuple[IndicatorTerm, ...]
    factors: tuple[FactorTerm, ...]
    rules: tuple[RuleTerm, ...]
    stance_rules: tuple[StanceRuleTerm, ...]
    options: tuple[OptionTerm, ...]
    unscored_share: float
    stance_index: float
    stance_class: StanceClass


def model_table(playbook: Playbook, best: BestFindings) -> ModelTable:
    """Return the engine as a table, with its values for the scores of `best`."""
    degrees = {rule.id: rule.degree for rule in best.rules}
    return ModelTable(
        constants=_constants(playbook),
        indicators=tuple(_indicators(playbook, best)),
        factors=tuple(_factors(playbook, best)),
        rules=tuple(_rule(playbook, column, degrees.get(rule.id, 0.0)) for column, rule in enumerate(playbook.rules)),
        stance_rules=tuple(
            StanceRuleTerm(rule.id, rule.label, side, rule.condition, rule.points, degrees.get(rule.id, 0.0))
            for rule, side in zip(playbook.stance_rules, matrices(playbook).stance_rule_sides, strict=True)
        ),
        options=tuple(_option(playbook, option, column) for column, option in enumerate(best.options)),
        unscored_share=best.unscored_share,
        stance_index=best.stance.index,
        stance_class=best.stance.stance_class,
    )


def _constants(playbook: Playbook) -> Constants:
    standing, limits, model = playbook.standing, playbook.verdict, playbook.stance_model
    return Constants(
        scale_middle=MIDDLE,
        scale_top=SCALE_TOP,
        level_span=SPAN,
        unscored_best=UNKNOWN_BEST,
        dust=DUST,
        rank_decimals=RANK_DECIMALS,
        cost_of_agreeing=standing.cost_of_agreeing,
        rule_cap=standing.rule_cap,
        full_delivery=standing.full_delivery,
        lead_worth=limits.lead_worth,
        lead_max_unscored=limits.lead_max_unscored,
        reserve_standing=limits.reserve_standing,
        stance_rule_weight=playbook.stance.rule_weight,
        cut_divergent=model.cut_divergent,
        cut_aligned=model.cut_aligned,
    )


def _indicators(playbook: Playbook, best: BestFindings) -> Iterator[IndicatorTerm]:
    scores = best.sheet.arrays(playbook.indicator_ids)
    graded = _graded(scores.best.tolist())
    for factor in playbook.factor_ids:
        for place, one in enumerate(playbook.indicators):
            if one.factor == factor:
                scored, value = bool(scores.scored[place]), float(scores.best[place])
                yield IndicatorTerm(one.id, one.name, one.side, factor, place, one.weight, scored, value, graded[place])


def _factors(playbook: Playbook, best: BestFindings) -> Iterator[FactorTerm]:
    values = [best.factors[factor.id] for factor in playbook.factors]
    for factor, value, graded in zip(playbook.factors, values, _graded(values), strict=True):
        scored = sum(best.sheet.get(one.id) is not None for one in playbook.indicators if one.factor == factor.id)
        weight = playbook.stance_model.weights[factor.id]
        yield FactorTerm(factor.id, factor.name, factor.side, weight, scored, value, graded)


def _graded(values: Iterable[float]) -> list[Graded]:
    tables = levels(np.array(tuple(values)))
    rows = zip(tables["high"].tolist(), tables["low"].tolist(), tables["moderate"].tolist(), strict=True)
    return [Graded(*row) for row in rows]


def _rule(playbook: Playbook, column: int, degree: float) -> RuleTerm:
    table, rule = matrices(playbook), playbook.rules[column]
    return RuleTerm(
        id=rule.id,
        name=rule.label,
        side=table.rule_sides[column],
        condition=rule.condition,
        veto_at=rule.veto_at,
        points=tuple(table.points[:, column].tolist()),
        degree=degree,
        in_force=rule.veto_at is not None and degree >= rule.veto_at - DUST,
    )


def _option(playbook: Playbook, option: OptionAtBest, column: int) -> OptionTerm:
    table = matrices(playbook)
    given = option.contributions
    delivered = delivery(playbook, np.array([option.standing]), np.array([option.vetoed]))
    return OptionTerm(
        id=option.id,
        name=option.name,
        effects=tuple(playbook.options[column].political[factor].effect for factor in playbook.factor_ids),
        us_value=option.us_value,
        backlash=float(table.backlash[column]),
        factors_domestic=_sum(given, "factor", "domestic"),
        factors_external=_sum(given, "factor", "external"),
        rules_domestic=_sum(given, "rule", "domestic"),
        rules_external=_sum(given, "rule", "external"),
        rules_interaction=_sum(given, "rule", "interaction"),
        cap_excess=_sum(given, "rule_cap", "interaction"),
        domestic=option.domestic,
        external=option.external,
        interaction=option.interaction,
        standing=option.standing,
        vetoes=len(option.vetoes),
        in_win_set=option.in_win_set,
        delivered=float(delivered[0]),
        worth=option.worth,
        rank=option.rank,
        verdict=option.verdict,
    )


def _sum(contributions: Iterable[Contribution], kind: ContributionKind, side: ContributionSide) -> float:
    return total((one for one in contributions if one.kind == kind), side)
