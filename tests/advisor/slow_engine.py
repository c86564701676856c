"""docs/model.md in plain Python, one row at a time: an independent oracle for the vectorised engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.condition import And, Condition, Level, Not, Or

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.playbook import Option, Playbook


def slow_factors(playbook: Playbook, scores: Mapping[str, float]) -> dict[str, float]:
    factors = {}
    for factor in playbook.factors:
        members = [indicator for indicator in playbook.indicators if indicator.factor == factor.id]
        total = sum(indicator.weight for indicator in members)
        factors[factor.id] = sum(indicator.weight * scores[indicator.id] for indicator in members) / total
    return factors


def slow_degree(condition: Condition, values: Mapping[str, float]) -> float:
    match condition:
        case Level(level="high", name=name):
            return min(1.0, max(0.0, (values[name] - 5) / 3))
        case Level(level="low", name=name):
            return min(1.0, max(0.0, (5 - values[name]) / 3))
        case Level(name=name):
            return 1 - max(slow_degree(Level("high", name), values), slow_degree(Level("low", name), values))
        case Not(term=term):
            return 1 - slow_degree(term, values)
        case And(terms=terms):
            return min(slow_degree(term, values) for term in terms)
        case Or(terms=terms):
            return max(slow_degree(term, values) for term in terms)


def slow_standing(playbook: Playbook, option: Option, scores: Mapping[str, float]) -> float:
    factors = slow_factors(playbook, scores)
    values = {**scores, **factors}
    political = sum(option.political[name].effect * value / 10 for name, value in factors.items())
    points = 0.0
    for rule in playbook.rules:
        for effect in rule.then:
            if effect.option == option.id or effect.tag in option.tags:
                points += effect.points * slow_degree(rule.condition, values)
    return political + min(4.0, max(-4.0, points)) - 1.0


def slow_veto(playbook: Playbook, option: Option, scores: Mapping[str, float]) -> bool:
    values = {**scores, **slow_factors(playbook, scores)}
    return any(
        rule.veto_at is not None
        and sum(effect.points for effect in rule.then if effect.option == option.id or effect.tag in option.tags) < 0
        and slow_degree(rule.condition, values) >= rule.veto_at
        for rule in playbook.rules
    )


def slow_worth(playbook: Playbook, option: Option, scores: Mapping[str, float]) -> float:
    weights = {objective.id: objective.weight for objective in playbook.objectives}
    value = sum(
        weight * (option.us_value.get(name, 0) - option.us_risk.get(name, 0)) for name, weight in weights.items()
    ) / sum(weights.values())
    backlash = 5 * (option.visibility + option.coerciveness + 10 - option.reversibility) / 30
    if slow_veto(playbook, option, scores):
        return -backlash
    delivered = min(1.0, max(-1.0, slow_standing(playbook, option, scores) / 5))
    return value * delivered if delivered >= 0 else backlash * delivered


def slow_index(playbook: Playbook, scores: Mapping[str, float]) -> float:
    factors = slow_factors(playbook, scores)
    values = {**scores, **factors}
    index = sum(playbook.stance_model.weights[name] * value for name, value in factors.items())
    return index + sum(0.25 * rule.points * slow_degree(rule.condition, values) for rule in playbook.stance_rules)
