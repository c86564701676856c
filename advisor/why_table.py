"""Every reason behind every standing and behind the stance, as rows that add up: what fired, how far, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.condition import english
from advisor.phrasing import capitalised
from advisor.wording import SIDE_WORDS, contribution_label, contribution_reason, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from advisor.explanation import Contribution
    from advisor.findings import Findings, OptionFinding
    from advisor.playbook import ContributionSide, Playbook, Rule, Source

STANCE_SUBJECT = "Stance"


@dataclass(frozen=True, slots=True)
class WhyRow:
    """One contribution to the standing of an option or to the stance; parts that do not apply are empty.

    `sources` are ids of cited sources. The row of kind "Sum" closes each subject.
    """

    subject: str
    kind: str
    name: str
    side: str
    side_id: ContributionSide | None
    degree: float | None
    points: float
    condition: str
    rationale: str
    sources: tuple[str, ...] = ()
    veto: str = ""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that a row cites."""

    id: str
    citation: str
    supports: str
    verified: bool
    url: str


def stance_rows(playbook: Playbook, findings: Findings) -> tuple[WhyRow, ...]:
    """Return what adds up to the stance index, by weight."""
    stance = findings.best.stance
    ordered = sorted(stance.contributions, key=lambda one: -abs(one.points))
    rows = [_stance_row(playbook, findings, one) for one in ordered if one.points]
    return (*rows, _sum(STANCE_SUBJECT, "Stance index", stance.index))


def option_rows(playbook: Playbook, findings: Findings) -> tuple[WhyRow, ...]:
    """Return what adds up to each standing, options by rank, and the rules that only attach advice."""
    return tuple(row for option in findings.ranked for row in _rows_of(playbook, findings, option))


def cited_sources(playbook: Playbook, rows: Iterable[WhyRow]) -> tuple[CitedSource, ...]:
    """Return the sources that the rows cite, in playbook order."""
    cited = {name for row in rows for name in row.sources}
    return tuple(_cited(source) for source in playbook.sources if source.id in cited)


def _cited(source: Source) -> CitedSource:
    return CitedSource(source.id, source.citation, source.supports, source.verified, source.url)


def _rows_of(playbook: Playbook, findings: Findings, option: OptionFinding) -> Iterator[WhyRow]:
    best = option.best
    for one in sorted(best.contributions, key=lambda one: -abs(one.points)):
        if one.points:
            yield _option_row(playbook, findings, option, one)
    yield from _advice_rows(playbook, findings, option)
    yield _sum(best.name, "Standing", best.standing, "Vetoed" if best.vetoed else "")


def _option_row(playbook: Playbook, findings: Findings, option: OptionFinding, one: Contribution) -> WhyRow:
    rationale = contribution_reason(playbook, option.best.id, one)
    if one.kind == "rule":
        return _rule_row(playbook, findings, option, playbook.rule[one.id], one)
    if one.kind == "factor":
        effect = playbook.option[option.best.id].political[one.id].effect
        condition = f"{findings.best.factors[one.id]:.1f} of 10 × {signed(effect, 1)}"
        return _row(playbook, option.best.name, "Factor", one, condition, rationale)
    kind = "Constant" if one.kind == "cost_of_agreeing" else "Cap"
    return _row(playbook, option.best.name, kind, one, "", rationale)


def _row(playbook: Playbook, subject: str, kind: str, one: Contribution, condition: str, rationale: str) -> WhyRow:
    label = contribution_label(playbook, one)
    return WhyRow(subject, kind, label, _side(one), one.side, None, one.points, condition, rationale)


def _side(one: Contribution) -> str:
    return capitalised(SIDE_WORDS[one.side])


def _rule_row(playbook: Playbook, findings: Findings, option: OptionFinding, rule: Rule, one: Contribution) -> WhyRow:
    return WhyRow(
        subject=option.best.name,
        kind=rule.kind.capitalize(),
        name=rule.label,
        side=_side(one),
        side_id=one.side,
        degree=findings.best.degree(rule.id),
        points=one.points,
        condition=capitalised(english(rule.condition, playbook.phrase)),
        rationale=_with_advice(rule),
        sources=rule.source,
        veto=_veto(rule, option.best.vetoes, one.points),
    )


def _with_advice(rule: Rule) -> str:
    return f"{rule.rationale} Advice: {rule.advice}" if rule.advice else rule.rationale


def _veto(rule: Rule, vetoes: Sequence[str], points: float) -> str:
    if rule.veto_at is None or points >= 0:
        return ""
    state = "in force" if rule.id in vetoes else "not reached"
    return f"{state} (from {rule.veto_at:.2f})"


def _advice_rows(playbook: Playbook, findings: Findings, option: OptionFinding) -> Iterator[WhyRow]:
    """Yield the rules that fire and speak of the option without giving it points."""
    owner = playbook.option[option.best.id]
    for rule in playbook.rules:
        degree = findings.best.degree(rule.id)
        if degree and rule.names(owner) and not rule.points_for(owner):
            yield WhyRow(
                subject=option.best.name,
                kind=rule.kind.capitalize(),
                name=rule.label,
                side="",
                side_id=None,
                degree=degree,
                points=0.0,
                condition=capitalised(english(rule.condition, playbook.phrase)),
                rationale=_with_advice(rule),
                sources=rule.source,
            )


def _stance_row(playbook: Playbook, findings: Findings, one: Contribution) -> WhyRow:
    if one.kind == "factor":
        weight = playbook.stance_model.weights[one.id]
        condition = f"{findings.best.factors[one.id]:.1f} × {signed(weight)}"
        pull = "Pressure at home to resist the policy." if one.side == "domestic" else "Pull towards the United States."
        return _row(playbook, STANCE_SUBJECT, "Factor", one, condition, pull)
    rule = playbook.stance_rule[one.id]
    return WhyRow(
        subject=STANCE_SUBJECT,
        kind="Stance rule",
        name=rule.label,
        side=_side(one),
        side_id=one.side,
        degree=findings.best.degree(rule.id),
        points=one.points,
        condition=capitalised(english(rule.condition, playbook.phrase)),
        rationale=rule.rationale,
        sources=rule.source,
    )


def _sum(subject: str, name: str, points: float, veto: str = "") -> WhyRow:
    return WhyRow(subject, "Sum", name, "", None, None, points, "", "", (), veto)
