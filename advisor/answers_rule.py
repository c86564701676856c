"""Why a rule, or another bar of a waterfall, adds what it adds: condition, reason, source, and the scores beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import RULE_MARK, Answer, Part, Subject
from advisor.answers_stance import turns
from advisor.condition import english, names_in
from advisor.phrasing import capitalised
from advisor.reasons import citations, reason
from advisor.tipping import STANCE
from advisor.waterfall import waterfall
from advisor.wording import contribution_label, signed

if TYPE_CHECKING:
    from advisor.answers import Known
    from advisor.findings import OptionAtBest
    from advisor.reasons import Reason
    from advisor.waterfall import Bar


def rule_answer(known: Known, both: str) -> Answer:
    """Return what stands behind one bar of an option: "option/bar"."""
    option_id, _, bar_id = both.partition(RULE_MARK)
    option = known.option(option_id)
    bars = waterfall(known.playbook, option)
    bar = next(one for one in bars if one.id == bar_id)
    found = reason(known.playbook, known.best, option, bars, bar)
    members = tuple(bar_part(known, option, bars, inner) for inner in bar.members)
    return Answer(
        title=f"{found.title}, for {option.name}",
        value=signed(bar.points),
        meaning=" ".join(part for part in (capitalised(_steps(found, bar)), found.because, found.rationale) if part),
        parts=members or _beneath(known, bar),
        changes=turns(known, option_id),
        sources=found.sources,
    )


def stance_rule_answer(known: Known, rule_id: str) -> Answer:
    """Return what stands behind a rule of the stance, fired or not."""
    rule = known.playbook.stance_rule[rule_id]
    fired = next((one for one in known.best.stance.contributions if one.id == rule_id), None)
    because = f"The rule holds as far as {english(rule.condition, known.playbook.phrase)}. {rule.rationale}"
    return Answer(
        title=rule.label if fired is None else contribution_label(known.playbook, fired),
        value=signed(0.0 if fired is None else fired.points),
        meaning=because,
        parts=(
            Part("Degree to which it holds", f"{known.best.degree(rule.id):.2f}", "from 0, not at all, to 1, wholly"),
            *(_named(known, name) for name in sorted(names_in(rule.condition))),
        ),
        changes=turns(known, STANCE),
        sources=citations(known.playbook, rule.source),
    )


def bar_part(known: Known, option: OptionAtBest, bars: tuple[Bar, ...], bar: Bar) -> Part:
    """Return one bar of an option, with what to ask about it."""
    found = reason(known.playbook, known.best, option, bars, bar)
    asked = Subject("rule", f"{option.id}{RULE_MARK}{bar.id}") if bar in bars else None
    veto = "veto; " if bar.vetoes else ""
    return Part(bar.label, signed(bar.points), f"{veto}{_steps(found, bar) or found.rationale}", asked)


def _steps(found: Reason, bar: Bar) -> str:
    """Return how the points of a bar come about; empty where that would only repeat them."""
    return found.arithmetic if bar.kind in ("factor", "rule", "rule_cap") else ""


def _beneath(known: Known, bar: Bar) -> tuple[Part, ...]:
    """Return the factor or, for a rule, the factors and indicators that its condition names."""
    if bar.contribution is None:
        return ()
    if bar.kind == "factor":
        names = [bar.contribution.id]
    elif bar.kind == "rule":
        names = list(_names_in(known, bar.contribution.id))
    else:
        names = []
    return tuple(_named(known, name) for name in names)


def _names_in(known: Known, rule: str) -> dict[str, None]:
    return dict.fromkeys(sorted(names_in(known.playbook.rule[rule].condition)))


def _named(known: Known, name: str) -> Part:
    if name in known.best.factors:
        value = f"{known.best.factors[name]:.1f}"
        return Part(known.playbook.factor[name].name, value, "", Subject("factor", name))
    score = known.best.sheet.get(name)
    return Part(
        known.playbook.indicator[name].name, f"{score.best:.1f}" if score else "not scored", "", Subject("score", name)
    )
