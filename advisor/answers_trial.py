"""Why an entry of the playbook says what it says now, and what a trial consists of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import Answer, Part, Subject
from advisor.condition import english, names_in
from advisor.dials import dials
from advisor.phrasing import capitalised
from advisor.playbook_contents import standing_points
from advisor.reasons import citations
from advisor.trial_effect import SWITCHED_OFF, effect_sentence
from advisor.trial_record import fit_caveat
from advisor.wording import percent, plain, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.answers import Known
    from advisor.playbook import Playbook, Rule, StanceRule
    from advisor.trial import Entry, Trial
    from advisor.trial_effect import TrialEffect

COMPARED = (
    "Both sides draw the same futures from the same scores, so that they differ by what is tried out and not by "
    "chance. Nothing of it is saved."
)


def rule_now_answer(known: Known, name: str) -> Answer:
    """Return to which degree a rule of either kind fires, on what that rests, and what it gives."""
    playbook = known.playbook
    rule: Rule | StanceRule = playbook.rule.get(name) or playbook.stance_rule[name]
    degree = known.best.degree(name)
    condition = capitalised(english(rule.condition, playbook.phrase))
    return Answer(
        title=rule.label,
        value=f"degree {degree:.2f}" if degree else "does not fire",
        meaning=f"It fires as far as this holds: {condition}. {rule.rationale}",
        parts=(
            *(_named(known, one) for one in dict.fromkeys(names_in(rule.condition))),
            *_gives(known, name),
        ),
        changes=("Both “and” and “or” take one of the degrees: the lowest, or the highest.",),
        sources=citations(playbook, rule.source),
    )


def objective_answer(playbook: Playbook, name: str) -> Answer:
    """Return what the weight of an objective comes to."""
    one = next(objective for objective in playbook.objectives if objective.id == name)
    total = sum(objective.weight for objective in playbook.objectives)
    return Answer(
        title=one.name,
        value=percent(one.weight / total),
        meaning=f"Its weight {plain(one.weight)} of all weights together, {plain(total)}; by it count the US values of "
        "options.",
        parts=tuple(
            Part(option.name, plain(option.us_value.get(name, 0.0)), "", Subject("us_value", option.id))
            for option in playbook.options
        ),
        changes=("The weights are knobs of the page Plan.",),
    )


def trial_answer(playbook: Playbook, trial: Trial, found: TrialEffect | None) -> Answer:
    """Return what is tried out, and how before and after compare."""
    said = "" if found is None else f" {effect_sentence(found)}"
    return Answer(
        title="What if",
        value=f"{len(trial)} {'change' if len(trial) == 1 else 'changes'} tried out",
        meaning=f"{COMPARED}{said}",
        parts=tuple(changes(playbook, trial)),
        changes=("“Put everything back” takes all of it back.", fit_caveat(playbook)),
    )


def changes(playbook: Playbook, trial: Trial) -> Iterator[Part]:
    """Return what a trial changes, entry by entry."""
    for entry in sorted(trial.entries):
        name = _name(playbook, entry)
        if entry in trial.off:
            yield Part(name, SWITCHED_OFF)
        for dial in dials(playbook, entry):
            value = trial.numbers.get(dial.number)
            if value is not None:
                yield Part(f"{name}: {dial.name.lower()}", f"{dial.written(dial.given)} → {dial.written(value)}")


def _name(playbook: Playbook, entry: Entry) -> str:
    if entry.kind == "option":
        return playbook.option[entry.id].name
    rule = playbook.rule.get(entry.id) or playbook.stance_rule[entry.id]
    return rule.label


def _named(known: Known, name: str) -> Part:
    if name in known.best.factors:
        value = f"{known.best.factors[name]:.1f}"
        return Part(known.playbook.factor[name].name, value, "", Subject("factor", name))
    score = known.best.sheet.get(name)
    value = f"{score.best:.1f}" if score else "not scored"
    return Part(known.playbook.indicator[name].name, value, "", Subject("score", name))


def _gives(known: Known, name: str) -> Iterator[Part]:
    playbook, degree = known.playbook, known.best.degree(name)
    if name in playbook.stance_rule:
        weight, points = playbook.stance.rule_weight, playbook.stance_rule[name].points
        note = f"{degree:.2f} × {plain(points)} × rule weight {plain(weight)}"
        yield Part("Stance index", signed(degree * points * weight), note, Subject("stance"))
        return
    rule = playbook.rule[name]
    for option, points in standing_points(playbook, known.best, rule).items():
        note = f"{degree:.2f} × {plain(rule.points_for(playbook.option[option]))}"
        yield Part(playbook.option[option].name, signed(points), note, Subject("standing", option))
