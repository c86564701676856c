"""What a playbook holds, as a list to browse: each entry with what it does in the open assessment now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from advisor.condition import english, names_in
from advisor.wording import percent, plain, signed, verdict_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from advisor.condition import Condition
    from advisor.findings import BestFindings, Verdict
    from advisor.parameters import Lever, Objective
    from advisor.playbook import Factor, Indicator, Option, Playbook, Rule, StanceRule

ContentKind: TypeAlias = Literal["rule", "stance_rule", "option", "indicator", "lever", "objective"]
KIND_WORDS: Mapping[ContentKind, str] = {
    "rule": "Rules on options",
    "stance_rule": "Rules on the stance",
    "option": "Options",
    "indicator": "Indicators",
    "lever": "Levers",
    "objective": "Objectives",
}
NOT_SCORED = "not scored"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: its name, what it comes to now, what it does, and every word it can be found by.

    What an option does is its `verdict`.
    """

    kind: ContentKind
    id: str
    name: str
    now: str
    does: str
    words: str
    verdict: Verdict | None = None

    def answers(self, wanted: str) -> bool:
        """Say whether all words wanted stand somewhere in the entry."""
        return all(word in self.words for word in wanted.casefold().split())


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one kind about one thing, in the order of the playbook."""

    kind: ContentKind
    title: str
    items: tuple[Item, ...]


def contents(playbook: Playbook, best: BestFindings | None = None) -> tuple[Group, ...]:
    """Return all entries in groups; what they come to now is empty where nothing is open."""
    return tuple(group for group in _groups(playbook, best) if group.items)


def counts(playbook: Playbook) -> str:
    """Say how much a playbook holds."""
    return (
        f"{len(playbook.rules)} rules on options, {len(playbook.stance_rules)} on the stance, "
        f"{len(playbook.options)} options, {len(playbook.indicators)} indicators, {len(playbook.levers)} levers, "
        f"{len(playbook.objectives)} objectives, {len(playbook.sources)} sources"
    )


def standing_points(playbook: Playbook, best: BestFindings, rule: Rule) -> dict[str, float]:
    """Return what a rule adds to the standing of each option now, before the cap; options it leaves alone not."""
    degree = best.degree(rule.id)
    found = {option.id: degree * rule.points_for(option) for option in playbook.options}
    return {name: points for name, points in found.items() if points}


def vetoed_by(best: BestFindings, rule_id: str) -> tuple[str, ...]:
    """Return the names of the options that a rule takes out now."""
    return tuple(option.name for option in best.options if rule_id in option.vetoes)


def _groups(playbook: Playbook, best: BestFindings | None) -> Iterator[Group]:
    about = [(rule, _first_factor(playbook, rule.condition)) for rule in playbook.rules]
    for factor in playbook.factors:
        rules = tuple(_rule(playbook, best, rule) for rule, first in about if first.id == factor.id)
        yield Group("rule", f"{KIND_WORDS['rule']}: {factor.name.lower()}", rules)
    stance = tuple(_stance_rule(playbook, best, rule) for rule in playbook.stance_rules)
    yield Group("stance_rule", KIND_WORDS["stance_rule"], stance)
    yield Group("option", KIND_WORDS["option"], tuple(_option(best, option) for option in playbook.options))
    for factor in playbook.factors:
        members = tuple(_indicator(playbook, best, one) for one in playbook.indicators if one.factor == factor.id)
        yield Group("indicator", f"{KIND_WORDS['indicator']}: {factor.name.lower()}", members)
    yield Group("lever", KIND_WORDS["lever"], tuple(_lever(playbook, best, lever) for lever in playbook.levers))
    total = sum(one.weight for one in playbook.objectives)
    yield Group("objective", KIND_WORDS["objective"], tuple(_objective(one, total) for one in playbook.objectives))


def _first_factor(playbook: Playbook, condition: Condition) -> Factor:
    """Return the factor that a condition speaks of first: what the rule is about."""
    name = next(iter(names_in(condition)))
    return playbook.factor[name] if name in playbook.factor else playbook.factor[playbook.indicator[name].factor]


def _rule(playbook: Playbook, best: BestFindings | None, rule: Rule) -> Item:
    now, does = "", ""
    if best is not None:
        now = _fires(best.degree(rule.id))
        points = standing_points(playbook, best, rule).values()
        out = vetoed_by(best, rule.id)
        does = f"vetoes {len(out)}" if out else _span([*points])
    words = (rule.label, rule.rationale, rule.advice, english(rule.condition, playbook.phrase), rule.basis, rule.kind)
    return Item("rule", rule.id, rule.label, now, does, _words(*words, rule.id, *rule.source))


def _stance_rule(playbook: Playbook, best: BestFindings | None, rule: StanceRule) -> Item:
    now, does = "", ""
    if best is not None:
        degree = best.degree(rule.id)
        now = _fires(degree)
        does = signed(degree * rule.points * playbook.stance.rule_weight) if degree and rule.points else ""
    words = (rule.label, rule.rationale, english(rule.condition, playbook.phrase), rule.id, *rule.source)
    return Item("stance_rule", rule.id, rule.label, now, does, _words(*words))


def _option(best: BestFindings | None, option: Option) -> Item:
    found = None if best is None else next(one for one in best.options if one.id == option.id)
    now = "" if found is None else signed(found.standing)
    does = "" if found is None else verdict_text(found.verdict)
    words = (option.name, option.summary, *option.tags, *option.instruments, option.id, *option.sources)
    verdict = None if found is None else found.verdict
    return Item("option", option.id, option.name, now, does, _words(*words), verdict)


def _indicator(playbook: Playbook, best: BestFindings | None, one: Indicator) -> Item:
    conditions = [rule.condition for rule in playbook.rules] + [rule.condition for rule in playbook.stance_rules]
    named = sum(one.id in names_in(condition) for condition in conditions)
    does = f"in {named} {'rule' if named == 1 else 'rules'}"
    return Item("indicator", one.id, one.name, _score(best, one.id), does, _words(one.name, one.question, one.id))


def _lever(playbook: Playbook, best: BestFindings | None, lever: Lever) -> Item:
    ways = [f"{sign}{plain(limit)}" for sign, limit in (("+", lever.up_limit), ("−", lever.down_limit)) if limit]
    name = playbook.indicator[lever.indicator].name
    return Item(
        "lever",
        lever.indicator,
        name,
        _score(best, lever.indicator),
        " or ".join(ways),
        _words(name, lever.reason, lever.indicator),
    )


def _objective(one: Objective, total: float) -> Item:
    return Item("objective", one.id, one.name, percent(one.weight / total), "", _words(one.name, one.id))


def _score(best: BestFindings | None, indicator: str) -> str:
    if best is None:
        return ""
    score = best.sheet.get(indicator)
    return NOT_SCORED if score is None else f"{score.best:.1f}"


def _fires(degree: float) -> str:
    return f"{degree:.2f}" if degree else "–"


def _span(points: list[float]) -> str:
    """Print points as a range: "−1.3 to +0.7"; empty where there are none."""
    if not points:
        return ""
    low, high = signed(min(points), 1), signed(max(points), 1)
    return low if low == high else f"{low} to {high}"


def _words(*texts: str) -> str:
    return " ".join(texts).casefold()
