"""What a playbook says of one entry, and what that comes to in the open assessment, as titled sections of lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.condition import english, names_in
from advisor.option_sheet import Line, Section, described_sections
from advisor.phrasing import capitalised
from advisor.playbook_contents import standing_points, vetoed_by
from advisor.wording import percent, plain, signed, verdict_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from advisor.findings import BestFindings
    from advisor.playbook import Effect, Option, Playbook, Rule, StanceRule
    from advisor.playbook_contents import ContentKind

_BASIS = {
    "case_study": "asserted by a core case source",
    "theory": "theory",
    "evidence": "empirical study",
    "precedent": "precedent",
}
_RULE_KINDS = {
    "modifier": "adjusts the standing of options",
    "veto": "adjusts the standing, and can take an option out of the win-set",
    "condition": "attaches a condition",
    "sequencing": "says what comes first",
}
UNVERIFIED = "not verified: check before quoting"


@dataclass(frozen=True, slots=True)
class Description:
    """Title, what kind of entry it is, the sentence that says most, and the sections below it."""

    title: str
    kind: str
    lead: str
    sections: tuple[Section, ...]


def describe(playbook: Playbook, best: BestFindings | None, kind: ContentKind, name: str) -> Description:
    """Return what there is to say of an entry; without an open assessment what the playbook says alone."""
    match kind:
        case "rule":
            return _of_rule(playbook, best, playbook.rule[name])
        case "stance_rule":
            return _of_stance_rule(playbook, best, playbook.stance_rule[name])
        case "option":
            return _of_option(playbook, best, playbook.option[name])
        case "indicator":
            return _of_indicator(playbook, best, name)
        case "lever":
            return _of_lever(playbook, best, name)
    return _of_objective(playbook, name)


def source_lines(playbook: Playbook, sources: Iterable[str]) -> tuple[Line, ...]:
    """Return works with whether they were looked up, what they support, and where they are."""
    return tuple(line for name in dict.fromkeys(sources) for line in _source(playbook, name))


def _source(playbook: Playbook, name: str) -> Iterator[Line]:
    one = playbook.source[name]
    yield Line(one.citation, "verified" if one.verified else UNVERIFIED)
    for text in (f"Supports: {one.supports}", one.note, one.url):
        if text:
            yield Line(text, minor=True)


def _of_rule(playbook: Playbook, best: BestFindings | None, rule: Rule) -> Description:
    kind = f"Rule on options: {_RULE_KINDS[rule.kind]}. Basis: {_BASIS.get(rule.basis, rule.basis)}."
    gives = [_effect(playbook, effect) for effect in rule.then]
    if rule.veto_at is not None:
        gives.append(Line("Takes out the options it gives negative points, from degree", f"{rule.veto_at:.2f}"))
    sections = (
        Section("Now", tuple(_rule_now(playbook, best, rule))),
        Section("Fires when", tuple(_condition(playbook, best, rule))),
        Section("Points at full degree", tuple(gives)),
        Section("Advice it attaches", (Line(rule.advice),) if rule.advice else ()),
        Section("Sources", source_lines(playbook, rule.source)),
    )
    return Description(rule.label, kind, rule.rationale, _filled(sections))


def _of_stance_rule(playbook: Playbook, best: BestFindings | None, rule: StanceRule) -> Description:
    weight = playbook.stance.rule_weight
    gives = Line(f"To the stance index, at rule weight {plain(weight)}", signed(rule.points * weight))
    now = [] if best is None else [_degree(best, rule)]
    if best is not None and best.degree(rule.id):
        now.append(Line("Added to the stance index", signed(best.degree(rule.id) * rule.points * weight)))
    sections = (
        Section("Now", tuple(now)),
        Section("Fires when", tuple(_condition(playbook, best, rule))),
        Section("Points at full degree", (gives, Line("Positive is towards the US-preferred policy.", minor=True))),
        Section("Sources", source_lines(playbook, rule.source)),
    )
    return Description(rule.label, "Rule on the stance.", rule.rationale, _filled(sections))


def _of_option(playbook: Playbook, best: BestFindings | None, option: Option) -> Description:
    described = [one for one in described_sections(playbook, option) if one.title not in ("Sources", "What it is")]
    demands = [_demand(playbook, option, factor.id) for factor in playbook.factors]
    sections = (
        Section("Now", tuple(_option_now(best, option))),
        Section("What it demands, by factor at full strength", tuple(line for pair in demands for line in pair)),
        Section("US value less risk, by objective", tuple(_values(playbook, option))),
        Section("Rules that speak of it", tuple(_rules_on(playbook, best, option))),
        *described,
        Section("Sources", source_lines(playbook, (*option.sources, *option.precedent.sources))),
    )
    tags = ", ".join(tag.replace("_", " ") for tag in option.tags)
    return Description(option.name, f"Option. Tags: {tags or 'none'}.", option.summary, _filled(sections))


def _of_indicator(playbook: Playbook, best: BestFindings | None, name: str) -> Description:
    one = playbook.indicator[name]
    anchors = tuple(Line(text, str(score)) for score, text in one.anchors.items())
    data = [
        line
        for proxy in one.proxies
        for line in (Line(proxy.dataset), Line(f"{proxy.field}. {proxy.mapping}", minor=True))
    ]
    moves = (
        Line("Usual change in 12 months (standard deviation)", plain(one.volatility)),
        *((Line(one.volatility_reason, minor=True),) if one.volatility_reason else ()),
        *((Line(f"Lever of the United States: {one.us_lever}"),) if one.us_lever else ()),
    )
    sections = (
        Section("Now", () if best is None else (_score_line(playbook, best, name),)),
        Section("Anchors", anchors),
        Section("How to score it", (Line(one.guidance),) if one.guidance else ()),
        Section("How it moves", moves),
        Section("Rules that name it", tuple(_rules_naming(playbook, best, name))),
        Section("Data that inform it", tuple(data)),
    )
    kind = f"Indicator of {playbook.factor[one.factor].name.lower()}, {one.side} side."
    return Description(one.name, kind, one.question, _filled(sections))


def _of_lever(playbook: Playbook, best: BestFindings | None, name: str) -> Description:
    lever = next(one for one in playbook.levers if one.indicator == name)
    ways = [
        Line(f"{way} by up to {plain(limit)} points, for each point", f"cost {plain(cost)}")
        for way, limit, cost in (
            ("Raised", lever.up_limit, lever.up_cost),
            ("Lowered", lever.down_limit, lever.down_cost),
        )
        if limit and cost is not None
    ]
    note = Line("Costs are USD million a year or their equivalent in senior time.", minor=True)
    sections = (
        Section("Now", () if best is None else (_score_line(playbook, best, name),)),
        Section("What moving it costs", (*ways, note)),
    )
    kind = "Lever: an indicator that the United States can move."
    return Description(playbook.indicator[name].name, kind, lever.reason, _filled(sections))


def _of_objective(playbook: Playbook, name: str) -> Description:
    one = next(objective for objective in playbook.objectives if objective.id == name)
    total = sum(objective.weight for objective in playbook.objectives)
    net = {option.name: option.us_value.get(name, 0.0) - option.us_risk.get(name, 0.0) for option in playbook.options}
    lines = tuple(Line(option, signed(value, 1)) for option, value in sorted(net.items(), key=lambda pair: -pair[1]))
    lead = f"Weight {plain(one.weight)} of {plain(total)}, which is {percent(one.weight / total)} of the US value."
    note = Line("The weight is a knob of the page Plan.", minor=True)
    sections = (Section("What each option does for it, less its risk", (*lines, note)),)
    return Description(one.name, "Objective of the United States.", lead, sections)


def _filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(one for one in sections if one.lines)


def _degree(best: BestFindings, rule: Rule | StanceRule) -> Line:
    degree = best.degree(rule.id)
    return Line("Fires to the degree" if degree else "Does not fire", f"{degree:.2f}" if degree else "")


def _rule_now(playbook: Playbook, best: BestFindings | None, rule: Rule) -> Iterator[Line]:
    if best is None:
        return
    yield _degree(best, rule)
    points = standing_points(playbook, best, rule)
    for name, value in sorted(points.items(), key=lambda pair: pair[1]):
        yield Line(playbook.option[name].name, signed(value))
    out = vetoed_by(best, rule.id)
    if out:
        yield Line(f"Vetoed: {', '.join(out)}")
    if points:
        yield Line(f"All rules on an option together are held to ±{plain(playbook.standing.rule_cap)}.", minor=True)


def _condition(playbook: Playbook, best: BestFindings | None, rule: Rule | StanceRule) -> Iterator[Line]:
    yield Line(f"{capitalised(english(rule.condition, playbook.phrase))}.")
    if best is not None:
        for name in dict.fromkeys(names_in(rule.condition)):
            yield _value_line(playbook, best, name)


def _value_line(playbook: Playbook, best: BestFindings, name: str) -> Line:
    if name in best.factors:
        return Line(f"{playbook.factor[name].name} (factor)", f"{best.factors[name]:.1f}")
    return _score_line(playbook, best, name)


def _score_line(playbook: Playbook, best: BestFindings, name: str) -> Line:
    score = best.sheet.get(name)
    if score is None:
        return Line(playbook.indicator[name].name, "not scored")
    span = "" if score.low == score.high else f", {score.low:.1f}–{score.high:.1f}"
    return Line(playbook.indicator[name].name, f"{score.best:.1f}{span}")


def _effect(playbook: Playbook, effect: Effect) -> Line:
    if effect.option is not None:
        return Line(playbook.option[effect.option].name, signed(effect.points, 1))
    names = [option.name for option in playbook.options if effect.applies_to(option)]
    tag = str(effect.tag).replace("_", " ")
    return Line(f"Every option tagged “{tag}”: {', '.join(names) or 'none'}", signed(effect.points, 1))


def _option_now(best: BestFindings | None, option: Option) -> Iterator[Line]:
    if best is None:
        return
    found = next(one for one in best.options if one.id == option.id)
    yield Line("Verdict by best scores", verdict_text(found.verdict))
    yield Line("Standing", signed(found.standing))
    yield Line(f"In the win-set: {'yes' if found.in_win_set else 'no'}", "vetoed" if found.vetoed else "")


def _demand(playbook: Playbook, option: Option, factor: str) -> tuple[Line, ...]:
    effect = option.political[factor]
    line = Line(playbook.factor[factor].name, signed(effect.effect, 1))
    return (line, Line(effect.reason, minor=True)) if effect.reason else (line,)


def _values(playbook: Playbook, option: Option) -> Iterator[Line]:
    for one in playbook.objectives:
        value, risk = option.us_value.get(one.id, 0.0), option.us_risk.get(one.id, 0.0)
        if value or risk:
            yield Line(one.name, f"{plain(value)} − {plain(risk)}" if risk else plain(value))


def _rules_on(playbook: Playbook, best: BestFindings | None, option: Option) -> Iterator[Line]:
    for rule in playbook.rules:
        if rule.names(option):
            yield Line(rule.label, _points_and_degree(best, rule, rule.points_for(option)))


def _rules_naming(playbook: Playbook, best: BestFindings | None, name: str) -> Iterator[Line]:
    rules: list[Rule | StanceRule] = [*playbook.rules, *playbook.stance_rules]
    for rule in rules:
        if name in names_in(rule.condition):
            yield Line(rule.label, "" if best is None else f"degree {best.degree(rule.id):.2f}")


def _points_and_degree(best: BestFindings | None, rule: Rule, points: float) -> str:
    shown = signed(points, 1) if points else "advice"
    return shown if best is None else f"{shown} × {best.degree(rule.id):.2f}"
