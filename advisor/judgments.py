"""The sentences a principal reads first: the bottom line and the key judgments.

Every sentence is true to the findings whatever they are. No sentence mixes likelihood and confidence: confidence
stands beside it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.condition import names_in
from advisor.phrasing import capitalised, country_in_text, listed, one_line, uncapitalised
from advisor.plan_summary import commitment_text, course_text
from advisor.scores import CONFIDENCES
from advisor.wording import BAND_EDGES, contribution_label, judged, likelihood, option_reason, weightiest_reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from advisor.case import Assessment
    from advisor.condition import Condition
    from advisor.explanation import Contribution
    from advisor.findings import Findings, OptionFinding
    from advisor.plan import Plan
    from advisor.playbook import Playbook, StanceClass
    from advisor.scores import Confidence, ScoreSheet

_POLICY_LENGTH = 180
_EVEN, _LIKELY = BAND_EDGES[2:4]
_LEANS: Mapping[StanceClass, str] = {
    "divergent": "leans away from",
    "contested": "is divided over",
    "aligned": "leans towards",
}
_APPEARS: Mapping[StanceClass, str] = {
    "divergent": "appears to lean away from",
    "contested": "appears divided over",
    "aligned": "appears to lean towards",
}
_AT_BEST: Mapping[StanceClass, str] = {
    "divergent": "leans away",
    "contested": "is divided",
    "aligned": "leans towards it",
}


@dataclass(frozen=True, slots=True)
class Judgment:
    """One key judgment; `words` is the ICD 203 term as it stands in `text`, `confidence` is shown beside it."""

    topic: str
    text: str
    words: str
    probability: float
    confidence: Confidence


def bottom_line(playbook: Playbook, assessment: Assessment, findings: Findings, plan: Plan | None = None) -> str:
    """Return where the government leans, what to do, and what not to ask for, in two to four sentences."""
    country, policy = country_in_text(assessment.country), one_line(assessment.us_preferred_policy, _POLICY_LENGTH)
    if findings.best.scored == 0:
        return (
            f"Nothing is scored yet, so this says nothing about {country}. "
            "The figures below are what the playbook gives when every pressure is unknown."
        )
    tail = f": {policy.rstrip('.')}." if policy else "."
    stance = f"{_leaning(country, findings)} the US-preferred policy{tail}"
    if not playbook.identity.covers(assessment.playbook):
        return f"{stance} The options below may not fit this issue."
    do = _recommendation(findings) if plan is None else _planned(playbook, plan)
    return " ".join((stance, *do, *_hands_off(playbook, findings)))


def key_judgments(playbook: Playbook, findings: Findings) -> tuple[Judgment, ...]:
    """Return three to five judgments: stance, hardest ask, best leads, and over the horizon durability and reversal."""
    judgments = [
        _stance_judgment(playbook, findings),
        _hardest_ask(playbook, findings),
        _best_offer(playbook, findings),
    ]
    if findings.horizon_months > 0:
        judgments += [*_durability(playbook, findings), _reversal(playbook, findings)]
    return tuple(judgments)


def confidence_behind(playbook: Playbook, sheet: ScoreSheet, contributions: Iterable[Contribution]) -> Confidence:
    """Return the confidence that the indicators behind half of the weight reach; one not scored counts as low.

    The points of a contribution are shared equally among the indicators it rests on.
    """
    weights: defaultdict[Confidence, float] = defaultdict(float)
    for one in contributions:
        behind = _indicators_behind(playbook, one)
        for name in behind:
            score = sheet.get(name)
            weights[score.confidence if score else "low"] += abs(one.points) / len(behind)
    half, reached = sum(weights.values()) / 2, 0.0
    for level in reversed(CONFIDENCES):
        reached += weights[level]
        if reached >= half > 0:
            return level
    return "low"


def _leaning(country: str, findings: Findings) -> str:
    likeliest = findings.likeliest
    probability = findings.probabilities[likeliest]
    if probability < _EVEN:
        return f"It is open whether {country} goes along with"
    return f"{capitalised(country)} {(_LEANS if probability >= _LIKELY else _APPEARS)[likeliest]}"


def _inline(options: Iterable[OptionFinding]) -> list[str]:
    return [uncapitalised(option.best.name) for option in options]


def _planned(playbook: Playbook, plan: Plan) -> Iterator[str]:
    yield commitment_text(plan)
    if course := course_text(playbook, plan):
        yield course


def _recommendation(findings: Findings) -> Iterator[str]:
    leads, offers = findings.with_verdict("lead"), findings.with_verdict("offer_with_conditions")
    reserve = findings.with_verdict("hold_in_reserve")
    if leads:
        yield f"Commit now to {listed(_inline(leads), 3)}."
        if offers:
            yield f"Offer {listed(_inline(offers), 2)} with conditions."
    elif offers:
        yield f"No option earns a lead; offer {listed(_inline(offers))} with conditions."
    elif reserve:
        yield f"No option is acceptable now; hold {listed(_inline(reserve))} in reserve."
    else:
        yield "No option is acceptable or within reach at an affordable price."


def _hands_off(playbook: Playbook, findings: Findings) -> Iterator[str]:
    refused = _hardest(findings)
    if refused and (findings.with_verdict("lead") or findings.with_verdict("offer_with_conditions")):
        objection = _objection(playbook, refused)
        because = f" ({uncapitalised(objection)})" if objection else ""
        yield f"Do not ask for {uncapitalised(refused.best.name)} now{because}."


def _hardest(findings: Findings) -> OptionFinding | None:
    """Return the least acceptable of the options refused, before all of those worth more than a sweetener."""
    refused = (*findings.with_verdict("hold_in_reserve"), *findings.with_verdict("avoid"))
    asked = [one for one in refused if not one.best.sweetener] or refused
    return min(asked, key=lambda one: (one.p_now, -one.best.us_value), default=None)


def _objection(playbook: Playbook, option: OptionFinding) -> str:
    """Return what weighs most against an option, whatever its standing; empty where nothing does."""
    best = option.best
    return option_reason(playbook, best) if best.vetoed else weightiest_reason(playbook, best, -1)


def _stance_judgment(playbook: Playbook, findings: Findings) -> Judgment:
    likeliest = findings.likeliest
    probability = findings.probabilities[likeliest]
    clause = f"the government {_LEANS[likeliest]} the US-preferred policy"
    text = f"{judged(probability, clause)}."
    if probability < _EVEN:
        text = (
            f"No reading of the stance reaches an even chance; the likeliest, that {clause}, "
            f"is itself {likelihood(probability)}."
        )
    parts = (text, _at_best(findings), _pulls(playbook, findings.best.stance.contributions))
    return _stance_based(playbook, findings, "Stance", probability, " ".join(part for part in parts if part))


def _at_best(findings: Findings) -> str:
    leaning = findings.best.stance.stance_class
    return "" if leaning == findings.likeliest else f"By best scores alone it {_AT_BEST[leaning]}."


def _pulls(playbook: Playbook, contributions: Sequence[Contribution]) -> str:
    away, towards = min(contributions, key=lambda one: one.points), max(contributions, key=lambda one: one.points)
    parts = [
        f"{_driver(playbook, one)} weighs most {direction}"
        for one, direction, sign in ((away, "against it", -1), (towards, "for it", 1))
        if one.points * sign > 0
    ]
    return f"{capitalised('; '.join(parts))}." if parts else ""


def _driver(playbook: Playbook, contribution: Contribution) -> str:
    if contribution.kind == "factor":
        return playbook.phrase(contribution.id)
    return uncapitalised(contribution_label(playbook, contribution))


def _hardest_ask(playbook: Playbook, findings: Findings) -> Judgment:
    option = _hardest(findings)
    if option:
        clause, objection = f"the government accepts {uncapitalised(option.best.name)}", _objection(playbook, option)
        after = f" {capitalised(objection)}." if objection else ""
    else:
        option = min(findings.options, key=lambda one: one.p_now)
        clause, after = f"the government accepts even the hardest ask, {uncapitalised(option.best.name)}", ""
    return _option_based(
        playbook, findings, "Hardest ask", option, option.p_now, f"{judged(option.p_now, clause)}.{after}"
    )


def _best_offer(playbook: Playbook, findings: Findings) -> Judgment:
    leads, offers = findings.with_verdict("lead"), findings.with_verdict("offer_with_conditions")
    topic = "Best leads" if leads else "Best offer"
    if leads:
        option = min(leads, key=lambda one: one.p_now)
        others = _inline(one for one in leads if one is not option)
        which, after = "even the least certain lead" if others else "the one lead", _other_leads(others)
    elif offers:
        option = offers[0]
        which, after = "the best of those to offer with conditions", " No option earns a lead."
    else:
        option = max(findings.options, key=lambda one: one.p_now)
        which, after = "even the most acceptable option", " No option is acceptable now."
    clause = f"the government accepts {which}, {uncapitalised(option.best.name)}"
    return _option_based(playbook, findings, topic, option, option.p_now, f"{judged(option.p_now, clause)}.{after}")


def _other_leads(names: Sequence[str]) -> str:
    if not names:
        return ""
    return f" The other {'lead is' if len(names) == 1 else 'leads are'} {listed(names)}."


def _durability(playbook: Playbook, findings: Findings) -> Iterator[Judgment]:
    leads, offers = findings.with_verdict("lead"), findings.with_verdict("offer_with_conditions")
    group = leads or offers
    if not group:
        return
    option = min(group, key=lambda one: one.p_horizon)
    name = uncapitalised(option.best.name)
    whose = "leads" if leads else "options to offer"
    subject = f"even the least durable of the {whose}, {name}," if len(group) > 1 else name
    text = judged(option.p_horizon, f"{subject} is still accepted in {findings.horizon_months:g} months")
    yield _option_based(playbook, findings, "Durability", option, option.p_horizon, f"{text}.")


def _reversal(playbook: Playbook, findings: Findings) -> Judgment:
    clause = f"the government moves to another stance within {findings.horizon_months:g} months"
    text = f"{judged(findings.reversal, clause)}."
    return _stance_based(playbook, findings, "Change of course", findings.reversal, text)


def _option_based(
    playbook: Playbook, findings: Findings, topic: str, option: OptionFinding, probability: float, text: str
) -> Judgment:
    confidence = confidence_behind(playbook, findings.best.sheet, option.best.contributions)
    return Judgment(topic, text, likelihood(probability), probability, confidence)


def _stance_based(playbook: Playbook, findings: Findings, topic: str, probability: float, text: str) -> Judgment:
    confidence = confidence_behind(playbook, findings.best.sheet, findings.best.stance.contributions)
    return Judgment(topic, text, likelihood(probability), probability, confidence)


def _indicators_behind(playbook: Playbook, contribution: Contribution) -> tuple[str, ...]:
    match contribution.kind:
        case "factor":
            names = {contribution.id}
        case "rule":
            names = set(names_in(_condition(playbook, contribution.id)))
        case _:
            names = set()
    return tuple(one.id for one in playbook.indicators if one.id in names or one.factor in names)


def _condition(playbook: Playbook, rule: str) -> Condition:
    return playbook.rule[rule].condition if rule in playbook.rule else playbook.stance_rule[rule].condition
