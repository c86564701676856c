"""What must hold between the entries of a playbook, beyond what their types say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from advisor.levers import STEP
from advisor.scores import SCALE
from data.proxy_checks import proxy_problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.parameters import Drift, KnownActs, Lever, Objective, PlanParameters, StanceParameters, Uncertainty
    from advisor.playbook import Factor, Indicator, Option, Rule, Source, StanceRule
    from advisor.stance_fit import StanceFit
    from data.playbook_tables import Tables

MOST_LEVER_SETTINGS = 100_000
_POINTS_PER_INDICATOR = 2
_Names = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Names:
    """What the files declare, entries that cannot be read included; None where the file cannot be read at all."""

    factors: _Names
    indicators: _Names
    options: _Names
    tags: _Names
    sources: _Names
    objectives: _Names


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything of a playbook that could be read."""

    names: Names
    factors: tuple[Factor, ...]
    indicators: tuple[Indicator, ...]
    options: tuple[Option, ...]
    rules: tuple[Rule, ...]
    stance_rules: tuple[StanceRule, ...]
    sources: tuple[Source, ...]
    objectives: tuple[Objective, ...]
    levers: tuple[Lever, ...]
    known_acts: tuple[KnownActs, ...]
    plan: PlanParameters | None
    uncertainty: Uncertainty | None
    stance: StanceParameters | None
    stance_fit: StanceFit | None


def check(tables: Tables, parts: Parts) -> None:
    """Report everything that does not fit together."""
    for one in _CHECKS:
        one(tables, parts)


def declared_names(tables: Tables) -> Names:
    """Collect the ids and tags that the files declare."""
    groups = (tables.values("indicators.toml", "factor"), tables.values("indicators.toml", "indicator", "factor"))
    return Names(
        factors=None if groups[0] is None else frozenset((*groups[0], *(groups[1] or ()))),
        indicators=_declared(tables, "indicators.toml", "indicator"),
        options=_declared(tables, "options.toml", "option"),
        tags=_declared_tags(tables),
        sources=_declared(tables, "sources.toml", "source"),
        objectives=_declared(tables, "model.toml", "objective"),
    )


def _declared(tables: Tables, file: str, key: str) -> _Names:
    values = tables.values(file, key)
    return None if values is None else frozenset(values)


def _declared_tags(tables: Tables) -> _Names:
    if "options.toml" not in tables.parsed:
        return None
    options = tables.parsed["options.toml"].get("option", [])
    lists = [option.get("tags") for option in options if isinstance(option, dict)] if isinstance(options, list) else []
    return frozenset(tag for tags in lists if isinstance(tags, list) for tag in tags if isinstance(tag, str))


def _check_factors(tables: Tables, parts: Parts) -> None:
    file = "indicators.toml"
    used = tables.values(file, "indicator", "factor") or ()
    for factor in parts.factors:
        if factor.id not in used:
            tables.add(file, f'factor "{factor.id}"', "has no indicator; add one or remove the factor")
    for name in sorted((parts.names.factors or frozenset()) & (parts.names.indicators or frozenset())):
        tables.add(file, f'indicator "{name}"', "has the id of a factor; ids must differ")


def _check_indicators(tables: Tables, parts: Parts) -> None:
    file = "indicators.toml"
    if parts.names.indicators is not None and not parts.names.indicators:
        tables.add(file, "", "holds no indicator; write at least one, headed [[indicator]]")
    sides = {factor.id: factor.side for factor in parts.factors}
    for indicator in parts.indicators:
        where = f'indicator "{indicator.id}"'
        side = sides.get(indicator.factor, indicator.side)
        if indicator.side != side:
            tables.add(file, where, f'side is "{indicator.side}", but its factor "{indicator.factor}" is {side}')
        if len(indicator.anchors) < _POINTS_PER_INDICATOR:
            tables.add(file, where, "needs at least two anchors, such as 0 and 10")
        for proxy in indicator.proxies:
            for what in proxy_problems(proxy):
                tables.add(file, where, what)


def _check_options(tables: Tables, parts: Parts) -> None:
    file, names = "options.toml", parts.names
    if names.options is not None and not names.options:
        tables.add(file, "", "holds no option; write at least one, headed [[option]]")
    for option in parts.options:
        where = f'option "{option.id}"'
        tables.known(file, where, "factor", option.political, names.factors)
        for factor in sorted((names.factors or frozenset()) - set(option.political)):
            tables.add(file, where, f"political.{factor} is missing; write effect = 0 where it has none")
        tables.known(file, where, "objective", dict.fromkeys((*option.us_value, *option.us_risk)), names.objectives)
        tables.known(file, where, "option", (*option.mutually_exclusive_with, *option.complements), names.options)
        tables.known(file, where, "source", dict.fromkeys((*option.sources, *option.precedent.sources)), names.sources)
        if option.cost_usd_m[0] > option.cost_usd_m[1]:
            tables.add(file, where, f"cost_usd_m is {list(option.cost_usd_m)}; write the lower figure first")
        if option.id in (*option.mutually_exclusive_with, *option.complements):
            tables.add(file, where, "names itself as exclusive or complement")


def _check_rules(tables: Tables, parts: Parts) -> None:
    file = "rules.toml"
    for rule in parts.rules:
        tables.known(file, f'rule "{rule.id}"', "source", rule.source, parts.names.sources)
    for stance_rule in parts.stance_rules:
        tables.known(file, f'stance_rule "{stance_rule.id}"', "source", stance_rule.source, parts.names.sources)
    for name in sorted({rule.id for rule in parts.rules} & {rule.id for rule in parts.stance_rules}):
        tables.add(file, f'rule "{name}"', "has the id of a stance rule; ids must differ")


def _check_objectives(tables: Tables, parts: Parts) -> None:
    all_read = parts.names.objectives is not None and len(parts.objectives) == len(parts.names.objectives)
    if all_read and sum(objective.weight for objective in parts.objectives) <= 0:
        tables.add("model.toml", "objective", "the weights of the objectives must sum to more than 0")


def _check_plan(tables: Tables, parts: Parts) -> None:
    if parts.plan is None:
        return
    file, options = "model.toml", parts.names.options
    tables.known(file, "plan, standing_package", "option", parts.plan.standing_package, options)
    tables.known(file, "plan, not_triggers", "indicator", parts.plan.not_triggers, parts.names.indicators)
    for requirement in parts.plan.requires_any:
        tables.known(file, "plan, requires_any", "option", (requirement.option, *requirement.any), options)


def _check_stance(tables: Tables, parts: Parts) -> None:
    if parts.stance is not None:
        low, high = parts.stance.cuts
        if low >= high:
            what = f"is {low:g} and must lie below cut_aligned, {high:g}; correct one of them"
            tables.add("model.toml", "stance, cut_divergent", what)


def _check_uncertainty(tables: Tables, parts: Parts) -> None:
    if parts.uncertainty is None:
        return
    file, draws = "model.toml", parts.uncertainty.draws
    if draws & (draws - 1):
        tables.add(file, "uncertainty, draws", f"is {draws}, but must be a power of two, such as 4096")
    for name, count in Counter(drift.indicator for drift in parts.uncertainty.drift).items():
        if count > 1:
            tables.add(file, f'uncertainty, drift "{name}"', f"stands {count} times; write it once")
    for drift in parts.uncertainty.drift:
        _check_drift(tables, parts, drift)


def _check_drift(tables: Tables, parts: Parts, drift: Drift) -> None:
    file, where = "model.toml", f'uncertainty, drift "{drift.indicator}"'
    tables.known(file, where, "indicator", [drift.indicator], parts.names.indicators)
    key, value = {"calendar": ("sd", drift.sd), "revert": ("keep", drift.keep)}[drift.kind]
    if value is None:
        tables.add(file, where, f'kind "{drift.kind}" needs {key}')


def _check_levers(tables: Tables, parts: Parts) -> None:
    file = "model.toml"
    for lever in parts.levers:
        where = f'lever "{lever.indicator}"'
        tables.known(file, where, "indicator", [lever.indicator], parts.names.indicators)
        for way, limit, cost in (("up", lever.up_limit, lever.up_cost), ("down", lever.down_limit, lever.down_cost)):
            if limit > 0 and cost is None:
                tables.add(file, where, f"{way}_limit is given without {way}_cost")
    settings = prod(_settings(lever) for lever in parts.levers)
    if settings > MOST_LEVER_SETTINGS:
        what = f"too many lever settings: {settings:,} half-point combinations, at most {MOST_LEVER_SETTINGS:,}"
        tables.add(file, "lever", f"{what}; lower some up_limit or down_limit, or remove a lever")


def _settings(lever: Lever) -> int:
    """Count the half-point settings of a lever; more than the whole scale holds are never tried."""
    whole_scale = round((SCALE[1] - SCALE[0]) / STEP)
    return min(round(lever.up_limit / STEP) + round(lever.down_limit / STEP), whole_scale) + 1


def _check_known_acts(tables: Tables, parts: Parts) -> None:
    for acts in parts.known_acts:
        where = f'known_acts "{acts.episode}"'
        tables.known("model.toml", where, "option", (*acts.accepted, *acts.refused), parts.names.options)
        for option in sorted(set(acts.accepted) & set(acts.refused)):
            tables.add("model.toml", where, f'"{option}" is both accepted and refused')


def _check_fit(tables: Tables, parts: Parts) -> None:
    file, fit, factors = "stance_fit.toml", parts.stance_fit, parts.names.factors
    if fit is None or factors is None:
        return
    for model in (fit.full, fit.factors_only, *(m for left in fit.left_out for m in (left.full, left.factors_only))):
        tables.known(file, "weights", "factor", model.weights, factors)
        if missing := sorted(factors - set(model.weights)):
            tables.add(file, "weights", f"{', '.join(missing)} missing; run the fit again")
        if model.cut_divergent >= model.cut_aligned:
            tables.add(file, "cut_divergent", "must lie below cut_aligned; run the fit again")


_CHECKS: tuple[Callable[[Tables, Parts], None], ...] = (
    _check_factors,
    _check_indicators,
    _check_options,
    _check_rules,
    _check_objectives,
    _check_plan,
    _check_stance,
    _check_uncertainty,
    _check_levers,
    _check_known_acts,
    _check_fit,
)
