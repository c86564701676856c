"""Apply a trial to a playbook: as a what-if that draws the same futures, or as a playbook of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.errors import AdvisorError
from advisor.trial import STRENGTH_DIGITS, Entry, Number, Trial
from advisor.trial_check import problems

if TYPE_CHECKING:
    from collections.abc import Collection

    from advisor.parameters import PlanParameters
    from advisor.playbook import Effect, Option, Playbook, Rule, StanceRule


class InvalidTrial(AdvisorError):
    """A trial that names what the playbook does not have, or that leaves nothing to judge."""


def tried(playbook: Playbook, trial: Trial) -> Playbook:
    """Return the playbook as a what-if.

    Rules switched off stay in it without points, veto or advice, and options switched off stay where they are: so the
    same futures are drawn for both, and two results differ by the trial and not by chance. Whoever compares them
    leaves out the options switched off (`advisor/trial_effect.py`).

    Raises
    ------
    InvalidTrial
        The trial does not fit the playbook.
    """
    changed, gone = _changed(playbook, trial)
    return replace(
        changed,
        rules=tuple(_silenced(rule) if trial.is_off("rule", rule.id) else rule for rule in changed.rules),
        stance_rules=tuple(
            replace(rule, points=0.0) if trial.is_off("rule", rule.id) else rule for rule in changed.stance_rules
        ),
        options=tuple(_pruned(option, gone) for option in changed.options),
    )


def remade(playbook: Playbook, trial: Trial) -> Playbook:
    """Return a playbook of its own: what is switched off is gone, with all that names it.

    Raises
    ------
    InvalidTrial
        The trial does not fit the playbook.
    """
    changed, gone = _changed(playbook, trial)
    rules = [_without(rule, gone) for rule in changed.rules if not trial.is_off("rule", rule.id)]
    return replace(
        changed,
        rules=tuple(rule for rule in rules if rule.then),
        stance_rules=tuple(rule for rule in changed.stance_rules if not trial.is_off("rule", rule.id)),
        options=tuple(_pruned(option, gone) for option in changed.options if option.id not in gone),
        plan=_plan_without(changed.plan, gone),
        known_acts=known_without(changed, gone).known_acts,
    )


def known_without(playbook: Playbook, options: Collection[str]) -> Playbook:
    """Return the playbook without what governments are known to have answered to some options."""
    return replace(
        playbook,
        known_acts=tuple(
            replace(
                acts,
                accepted=tuple(name for name in acts.accepted if name not in options),
                refused=tuple(name for name in acts.refused if name not in options),
            )
            for acts in playbook.known_acts
        ),
    )


def _changed(playbook: Playbook, trial: Trial) -> tuple[Playbook, frozenset[str]]:
    """Check a trial; return the playbook with its numbers, and the options that it switches off."""
    _check(playbook, trial)
    changed = _with_numbers(playbook, trial)
    gone = _off_options(changed, trial)
    return changed, gone


def _check(playbook: Playbook, trial: Trial) -> None:
    found = problems(playbook, trial)
    if found:
        raise InvalidTrial("\n".join(f"{one.where}: {one.what}" for one in found))


def _off_options(playbook: Playbook, trial: Trial) -> frozenset[str]:
    return frozenset(name for name in playbook.option_ids if trial.is_off("option", name))


def _with_numbers(playbook: Playbook, trial: Trial) -> Playbook:
    return replace(
        playbook,
        rules=tuple(_rule(rule, trial) for rule in playbook.rules),
        stance_rules=tuple(_stance_rule(rule, trial) for rule in playbook.stance_rules),
        options=tuple(_option(option, trial) for option in playbook.options),
    )


def _rule(rule: Rule, trial: Trial) -> Rule:
    entry = Entry("rule", rule.id)
    strength = trial.numbers.get(Number(entry, "strength"), 1.0)
    then = tuple(replace(effect, points=scaled(effect.points, strength)) for effect in rule.then)
    return replace(rule, then=then, veto_at=trial.numbers.get(Number(entry, "veto_at"), rule.veto_at))


def _stance_rule(rule: StanceRule, trial: Trial) -> StanceRule:
    strength = trial.numbers.get(Number(Entry("rule", rule.id), "strength"), 1.0)
    return replace(rule, points=scaled(rule.points, strength))


def scaled(points: float, strength: float) -> float:
    """Return points at another strength, without the dust of binary fractions."""
    return points if strength == 1.0 else round(points * strength, STRENGTH_DIGITS)


def _option(option: Option, trial: Trial) -> Option:
    entry = Entry("option", option.id)
    mine = {number: value for number, value in trial.numbers.items() if number.entry == entry}
    if not mine:
        return option

    def given(name: str, kept: float) -> float:
        return next((value for number, value in mine.items() if number.name == name), kept)

    values = {number.of: value for number, value in mine.items() if number.name == "us_value"}
    effects = {number.of: value for number, value in mine.items() if number.name == "political"}
    return replace(
        option,
        visibility=given("visibility", option.visibility),
        coerciveness=given("coerciveness", option.coerciveness),
        reversibility=given("reversibility", option.reversibility),
        us_value={**option.us_value, **values},
        political={
            factor: replace(effect, effect=effects.get(factor, effect.effect))
            for factor, effect in option.political.items()
        },
    )


def _silenced(rule: Rule) -> Rule:
    return replace(rule, then=(), veto_at=None, advice="")


def _pruned(option: Option, gone: Collection[str]) -> Option:
    return replace(
        option,
        mutually_exclusive_with=tuple(name for name in option.mutually_exclusive_with if name not in gone),
        complements=tuple(name for name in option.complements if name not in gone),
    )


def _without(rule: Rule, gone: Collection[str]) -> Rule:
    def stays(effect: Effect) -> bool:
        return effect.option not in gone

    return replace(rule, then=tuple(effect for effect in rule.then if stays(effect)))


def _plan_without(plan: PlanParameters, gone: Collection[str]) -> PlanParameters:
    return replace(
        plan,
        standing_package=tuple(name for name in plan.standing_package if name not in gone),
        requires_any=tuple(
            replace(one, any=tuple(name for name in one.any if name not in gone))
            for one in plan.requires_any
            if one.option not in gone
        ),
    )
