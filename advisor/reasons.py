"""What stands behind one bar of a waterfall: arithmetic, condition in English, rationale and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.condition import english
from advisor.waterfall import in_words
from advisor.wording import contribution_reason, plain, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from advisor.explanation import Contribution
    from advisor.findings import BestFindings, OptionAtBest
    from advisor.playbook import Playbook
    from advisor.waterfall import Bar


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a bar is there; parts that do not apply are empty."""

    title: str
    arithmetic: str
    because: str
    rationale: str
    sources: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The whole reason as one line of text."""
        parts = (f"{self.title}, {self.arithmetic}" if self.arithmetic else self.title, self.because, self.rationale)
        return ". ".join(part.rstrip(".") for part in (*parts, *self.sources) if part) + "."


def citations(playbook: Playbook, sources: Iterable[str]) -> tuple[str, ...]:
    """Return the sources as citations; one that nobody looked up says so."""
    found = (playbook.source[name] for name in sources)
    return tuple(one.citation if one.verified else f"{one.citation} (not verified)" for one in found)


def reason(playbook: Playbook, best: BestFindings, option: OptionAtBest, bars: Sequence[Bar], bar: Bar) -> Reason:
    """Return what stands behind `bar`, one of the `bars` of `option`."""
    one = bar.contribution
    if bar.kind == "sum":
        return Reason(bar.label, signed(bar.points), "", in_words(option, bars))
    if one is None:
        return Reason(bar.label, f"together {signed(bar.points)}", "", _listed(bar.members))
    rationale = contribution_reason(playbook, option.id, one)
    if one.kind == "factor":
        return Reason(bar.label, _factor_arithmetic(playbook, best, option, one), "", rationale)
    if one.kind == "rule":
        return _rule_reason(playbook, best, option, bar, rationale)
    if one.kind == "rule_cap":
        return Reason(bar.label, _cap_arithmetic(option, one), "", rationale)
    return Reason(bar.label, signed(one.points), "", rationale)


def _listed(members: Iterable[Bar]) -> str:
    return "; ".join(f"{bar.label} {signed(bar.points)}" for bar in members) + "."


def _factor_arithmetic(playbook: Playbook, best: BestFindings, option: OptionAtBest, one: Contribution) -> str:
    effect = playbook.option[option.id].political[one.id].effect
    return f"{best.factors[one.id]:.1f} of 10 × {plain(effect)}"


def _rule_reason(playbook: Playbook, best: BestFindings, option: OptionAtBest, bar: Bar, rationale: str) -> Reason:
    rule = playbook.rule[bar.id.partition(":")[2]]
    arithmetic = f"degree {best.degree(rule.id):.2f} × {plain(rule.points_for(playbook.option[option.id]))}"
    if bar.vetoes and rule.veto_at is not None:
        arithmetic += f"; a veto from degree {rule.veto_at:.2f}"
    because = f"Because {english(rule.condition, playbook.phrase)}."
    return Reason(rule.label, arithmetic, because, rationale, citations(playbook, rule.source))


def _cap_arithmetic(option: OptionAtBest, excess: Contribution) -> str:
    rules = sum(one.points for one in option.contributions if one.kind == "rule")
    return f"the rules add up to {signed(rules)}, held to {signed(rules + excess.points)}"
