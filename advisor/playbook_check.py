"""What looks odd in a playbook that can be read: nothing forbidden, but probably not what its author meant."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from advisor.condition import source_text
from advisor.normal_form import NEGLIGIBLE, TooInvolved, droppable, highest_degree, minimal_form
from advisor.playbook import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from advisor.normal_form import Form, Shares
    from advisor.playbook import Option, Playbook, StanceRule

LONGEST_NAME = 38
_BACKGROUND_KIND = "dataset"


@dataclass(frozen=True, slots=True)
class Oddity:
    """One oddity: where it stands, what is odd, and what to do about it, as a sentence."""

    entry: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class _Checked:
    """A rule with the minimal form of its condition, or None where that is too involved."""

    kind: Literal["rule", "stance_rule"]
    rule: Rule | StanceRule
    form: Form | None
    highest: float

    @property
    def entry(self) -> str:
        return f'{self.kind} "{self.rule.id}"'


def warnings(playbook: Playbook) -> tuple[Oddity, ...]:
    """Return what looks odd, rules first, each in the order of the playbook."""
    shares = factor_shares(playbook)
    checked = [_check("rule", rule, shares) for rule in playbook.rules]
    checked += [_check("stance_rule", rule, shares) for rule in playbook.stance_rules]
    found: list[Oddity] = []
    for one in checked:
        found += _of_condition(one, shares)
        if isinstance(one.rule, Rule):
            found += _of_effects(one.entry, one.rule, playbook)
    found += _said_twice(checked, playbook.options)
    found += _of_names(checked)
    found += _of_options(playbook)
    found += _of_model(playbook)
    found += _of_sources(playbook)
    return tuple(found)


def factor_shares(playbook: Playbook) -> Shares:
    """Return, for each factor, the share of each of its indicators in the weighted mean."""
    weights: dict[str, dict[str, float]] = {factor: {} for factor in playbook.factor_ids}
    for indicator in playbook.indicators:
        weights[indicator.factor][indicator.id] = indicator.weight
    return {
        factor: {name: weight / sum(members.values()) for name, weight in members.items()}
        for factor, members in weights.items()
    }


def _check(kind: Literal["rule", "stance_rule"], rule: Rule | StanceRule, shares: Shares) -> _Checked:
    try:
        form = minimal_form(rule.condition, shares)
    except TooInvolved:
        return _Checked(kind, rule, None, 1.0)
    return _Checked(kind, rule, form, highest_degree(form, shares))


def _of_condition(checked: _Checked, shares: Shares) -> Iterator[Oddity]:
    if checked.form is None:
        yield Oddity(checked.entry, "has a condition too involved to check", "Split the rule.")
    elif checked.highest <= NEGLIGIBLE:
        yield Oddity(checked.entry, "can never fire: no scores make its condition true", "Correct the condition.")
    else:
        yield from _of_veto(checked)
        for term in droppable(checked.rule.condition, shares):
            yield Oddity(checked.entry, f'says "{source_text(term)}" to no effect', "Leave that part out.")


def _of_veto(checked: _Checked) -> Iterator[Oddity]:
    veto_at = checked.rule.veto_at if isinstance(checked.rule, Rule) else None
    if veto_at is None:
        return
    if veto_at <= 0:
        yield Oddity(checked.entry, "is a veto at all scores: veto_at is 0", "Write a veto_at above 0.")
    if checked.highest < veto_at - NEGLIGIBLE:
        reached = f"its degree rises to {checked.highest:.3g} at most, and veto_at is {veto_at:g}"
        yield Oddity(checked.entry, f"can never take effect as a veto: {reached}", "Lower veto_at or ask for less.")


def _of_effects(entry: str, rule: Rule, playbook: Playbook) -> Iterator[Oddity]:
    named = [option for option in playbook.options if rule.names(option)]
    idle = [option.id for option in named if not rule.advice and not any(_points(rule, option))]
    if idle:
        what = f"gives 0 points and no advice to {_listed(idle)}"
        yield Oddity(entry, what, "Give points or advice, or leave it out.")
    if rule.veto_at is not None and all(rule.points_for(option) >= 0 for option in named):
        what = "is a veto without negative points, which vetoes nothing"
        yield Oddity(entry, what, "Give the vetoed option points below 0.")


def _points(rule: Rule, option: Option) -> list[float]:
    """Return the points one by one: an option taken out of a tag again, +1 and -1, is meant."""
    return [effect.points for effect in rule.then if effect.applies_to(option)]


def _said_twice(checked: Sequence[_Checked], options: Sequence[Option]) -> Iterator[Oddity]:
    alike: Mapping[tuple[str, Form], list[_Checked]] = defaultdict(list)
    for one in checked:
        if one.form:
            alike[one.kind, one.form].append(one)
    for group in alike.values():
        for first, second in combinations(group, 2):
            shared = _shared_effect(first.rule, second.rule, options)
            if shared:
                what = f"has the same condition as {first.entry}, and both {shared}"
                yield Oddity(second.entry, what, "Make one rule of the two.")


def _shared_effect(first: Rule | StanceRule, second: Rule | StanceRule, options: Sequence[Option]) -> str:
    if not (isinstance(first, Rule) and isinstance(second, Rule)):
        return "move the stance" if not isinstance(first, Rule) and not isinstance(second, Rule) else ""
    points = [option.id for option in options if first.points_for(option) and second.points_for(option)]
    if points:
        return f"give points to {_listed(points)}"
    if not (first.advice and second.advice and first.kind == second.kind):
        return ""
    advised = [option.id for option in options if first.names(option) and second.names(option)]
    return f"attach advice to {_listed(advised)}" if advised else ""


def _of_names(checked: Sequence[_Checked]) -> Iterator[Oddity]:
    first_with: dict[str, str] = {}
    for one in checked:
        name = one.rule.name
        if len(name) > LONGEST_NAME:
            remedy = f"Shorten it to {LONGEST_NAME}, for the charts."
            yield Oddity(one.entry, f"has a name of {len(name)} characters", remedy)
        if name and name in first_with:
            yield Oddity(one.entry, f"has the same name as {first_with[name]}", "Give each rule a name of its own.")
        first_with.setdefault(name, one.entry)


def _of_options(playbook: Playbook) -> Iterator[Oddity]:
    for option in playbook.options:
        entry = f'option "{option.id}"'
        if not any(rule.names(option) for rule in playbook.rules):
            remedy = "Add a rule, if its politics depend on more than factors."
            yield Oddity(entry, "is named by no rule, directly or by tag", remedy)
        for other in option.mutually_exclusive_with:
            if option.id not in playbook.option[other].mutually_exclusive_with:
                what = f'excludes "{other}", which does not exclude it'
                yield Oddity(entry, what, f'Add "{option.id}" to mutually_exclusive_with of "{other}".')


def _of_model(playbook: Playbook) -> Iterator[Oddity]:
    for side, remedy in (("domestic", "Add what resists the policy."), ("external", "Add what pulls towards it.")):
        if all(factor.side != side for factor in playbook.factors):
            yield Oddity("factors", f"none is {side}, so the stance can lean one way only", remedy)
    for objective in playbook.objectives:
        if objective.weight == 0:
            what = "has weight 0 and counts for nothing"
            yield Oddity(f'objective "{objective.id}"', what, "Give it a weight or leave it out.")
    for lever in playbook.levers:
        if not playbook.indicator[lever.indicator].us_controllable:
            what = "moves an indicator that is marked us_controllable = false"
            yield Oddity(f'lever "{lever.indicator}"', what, "Remove the lever or correct the indicator.")


def _of_sources(playbook: Playbook) -> Iterator[Oddity]:
    cited = set(_cited(playbook))
    # Datasets back the proxies, which name them in words.
    idle = [source.id for source in playbook.sources if source.id not in cited and source.kind != _BACKGROUND_KIND]
    if idle:
        yield Oddity("sources", f"nobody cites {_listed(idle)}", "Cite them where they apply or leave them out.")


def _cited(playbook: Playbook) -> Iterator[str]:
    for option in playbook.options:
        yield from option.sources
        yield from option.precedent.sources
    for rule in playbook.rules:
        yield from rule.source
    for stance_rule in playbook.stance_rules:
        yield from stance_rule.source
    if playbook.evidence is not None:
        yield from playbook.evidence.sources


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
