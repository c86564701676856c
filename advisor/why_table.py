"""Every reason behind every standing and behind the stance, as rows that add up: what fires, what does not, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from advisor.condition import english
from advisor.engine import SCALE_TOP
from advisor.explanation import Contribution
from advisor.phrasing import capitalised
from advisor.wording import SIDE_WORDS, contribution_label, contribution_reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from advisor.condition import Condition
    from advisor.model_table import FactorTerm, ModelTable, OptionTerm, RuleTerm, StanceRuleTerm
    from advisor.playbook import ContributionSide, Playbook, Source

TermKind = Literal["factor", "rule", "stance_rule", "cost_of_agreeing", "rule_cap", "sum"]
STANCE_SUBJECT = "Stance"
IN_FORCE, NOT_REACHED, VETOED, NOT_VETOED = "in force", "not reached", "Vetoed", "Not vetoed"


@dataclass(frozen=True, slots=True)
class WhyRow:
    """One term of the standing of an option or of the stance, also where it adds nothing now.

    Parameters
    ----------
    option, term, term_id
        Id of the option, empty for the stance; what the term is, and the id of its factor or rule.
    strength, full
        How strong it is from 0 to 1, and its points at full strength; `points` are their product. None where the term
        is no product.
    sources
        Ids of cited sources.
    veto_at, veto
        Degree from which a rule takes the option out, and the state of that. The row of kind "Sum" closes each subject.
    """

    subject: str
    option: str
    term: TermKind
    term_id: str
    kind: str
    name: str
    side_id: ContributionSide | None
    strength: float | None
    full: float | None
    points: float
    condition: str = ""
    rationale: str = ""
    sources: tuple[str, ...] = ()
    veto_at: float | None = None
    veto: str = ""

    @property
    def side(self) -> str:
        """The side in words, empty for a sum."""
        return capitalised(SIDE_WORDS[self.side_id]) if self.side_id else ""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that a row cites."""

    id: str
    citation: str
    supports: str
    verified: bool
    url: str


def stance_rows(playbook: Playbook, model: ModelTable) -> tuple[WhyRow, ...]:
    """Return what adds up to the stance index, by weight; what adds nothing now comes last."""
    weight = model.constants.stance_rule_weight
    factors = (_stance_factor(factor) for factor in model.factors)
    rules = (_stance_rule(playbook, rule, weight) for rule in model.stance_rules)
    total = WhyRow(STANCE_SUBJECT, "", "sum", "", "Sum", "Stance index", None, None, None, model.stance_index)
    return (*_by_weight((*factors, *rules)), total)


def option_rows(playbook: Playbook, model: ModelTable) -> tuple[WhyRow, ...]:
    """Return what adds up to each standing, options by rank, and the rules that only attach advice."""
    ranked = sorted(enumerate(model.options), key=lambda numbered: numbered[1].rank)
    return tuple(row for place, option in ranked for row in _rows_of(playbook, model, option, place))


def cited_sources(playbook: Playbook, rows: Iterable[WhyRow]) -> tuple[CitedSource, ...]:
    """Return the sources that the rows cite, in playbook order."""
    cited = {name for row in rows for name in row.sources}
    return tuple(_cited(source) for source in playbook.sources if source.id in cited)


def from_text(veto_at: float) -> str:
    """Say from which degree on a veto is in force."""
    return f" (from {veto_at:.2f})"


def _cited(source: Source) -> CitedSource:
    return CitedSource(source.id, source.citation, source.supports, source.verified, source.url)


def _by_weight(rows: Sequence[WhyRow]) -> tuple[WhyRow, ...]:
    """Put the weightiest first, then what holds but only advises, then what does not hold now."""
    return tuple(sorted(rows, key=lambda row: (-abs(row.points), not row.strength)))


def _rows_of(playbook: Playbook, model: ModelTable, option: OptionTerm, place: int) -> Iterator[WhyRow]:
    owner = playbook.option[option.id]
    factors = (
        _factor(option.name, option.id, factor, effect, owner.political[factor.id].reason)
        for factor, effect in zip(model.factors, option.effects, strict=True)
        if effect
    )
    rules = (
        _option_rule(playbook, option, rule, rule.points[place])
        for rule in model.rules
        if playbook.rule[rule.id].names(owner)
    )
    cost = Contribution("cost_of_agreeing", "", "domestic", -model.constants.cost_of_agreeing)
    cap = Contribution("rule_cap", "", "interaction", option.cap_excess)
    yield from _by_weight((*factors, *rules, *(_constant(playbook, option, one) for one in (cost, cap))))
    veto = VETOED if option.vetoes else NOT_VETOED
    yield WhyRow(option.name, option.id, "sum", "", "Sum", "Standing", None, None, None, option.standing, veto=veto)


def _factor(subject: str, option: str, factor: FactorTerm, full: float, rationale: str) -> WhyRow:
    strength = factor.value / SCALE_TOP
    return WhyRow(
        subject=subject,
        option=option,
        term="factor",
        term_id=factor.id,
        kind="Factor",
        name=factor.name,
        side_id=factor.side,
        strength=strength,
        full=full,
        points=strength * full,
        rationale=rationale,
    )


def _stance_factor(factor: FactorTerm) -> WhyRow:
    pull = "Pressure at home to resist the policy." if factor.side == "domestic" else "Pull towards the United States."
    return _factor(STANCE_SUBJECT, "", factor, factor.stance_weight * SCALE_TOP, pull)


def _option_rule(playbook: Playbook, option: OptionTerm, term: RuleTerm, full: float) -> WhyRow:
    rule = playbook.rule[term.id]
    veto_at = term.veto_at if full < 0 else None
    state = IN_FORCE if term.in_force else NOT_REACHED
    return WhyRow(
        subject=option.name,
        option=option.id,
        term="rule",
        term_id=rule.id,
        kind=rule.kind.capitalize(),
        name=rule.label,
        side_id=term.side,
        strength=term.degree,
        full=full,
        points=term.degree * full,
        condition=_because(playbook, rule.condition),
        rationale=f"{rule.rationale} Advice: {rule.advice}" if rule.advice else rule.rationale,
        sources=rule.source,
        veto_at=veto_at,
        veto="" if veto_at is None else f"{state}{from_text(veto_at)}",
    )


def _stance_rule(playbook: Playbook, term: StanceRuleTerm, weight: float) -> WhyRow:
    rule, full = playbook.stance_rule[term.id], weight * term.points
    return WhyRow(
        subject=STANCE_SUBJECT,
        option="",
        term="stance_rule",
        term_id=rule.id,
        kind="Stance rule",
        name=rule.label,
        side_id=term.side,
        strength=term.degree,
        full=full,
        points=term.degree * full,
        condition=_because(playbook, rule.condition),
        rationale=rule.rationale,
        sources=rule.source,
    )


def _because(playbook: Playbook, condition: Condition) -> str:
    return capitalised(english(condition, playbook.phrase))


def _constant(playbook: Playbook, option: OptionTerm, one: Contribution) -> WhyRow:
    return WhyRow(
        subject=option.name,
        option=option.id,
        term="cost_of_agreeing" if one.kind == "cost_of_agreeing" else "rule_cap",
        term_id="",
        kind="Constant" if one.kind == "cost_of_agreeing" else "Cap",
        name=contribution_label(playbook, one),
        side_id=one.side,
        strength=None,
        full=None,
        points=one.points,
        rationale=contribution_reason(playbook, option.id, one),
    )
