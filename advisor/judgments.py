"""The sentences a principal reads first: the bottom line, the key judgments and what to be careful about.

Every sentence is true to the findings whatever they are. A judgment never mixes likelihood and confidence in one sentence:
confidence stands beside it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.condition import names_in
from advisor.scores import CONFIDENCES
from advisor.wording import BAND_EDGES, contribution_label, likelihood, option_reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from advisor.case import Assessment
    from advisor.explanation import Contribution
    from advisor.findings import Findings, OptionFinding
    from advisor.playbook import Playbook, StanceClass
    from advisor.scores import Confidence, ScoreSheet

POLICY_LENGTH = 180
_NAMED = 4
_EVEN = BAND_EDGES[2]
_LIKELY = BAND_EDGES[3]
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
_WITH_ARTICLE = ("bahamas", "gambia", "maldives", "netherlands", "philippines", "seychelles")
_ENDING_WITH_ARTICLE = ("republic", "islands", "emirates", "kingdom", "states")


@dataclass(frozen=True, slots=True)
class Judgment:
    """One key judgment; `words` is the ICD 203 term as it stands in `text`, `confidence` is shown beside it."""

    topic: str
    text: str
    words: str
    probability: float
    confidence: Confidence


def bottom_line(playbook: Playbook, assessment: Assessment, findings: Findings) -> str:
    """Return where the government leans, what to do, and what not to ask for, in two or three sentences."""
    country, policy = country_in_text(assessment.country), one_line(assessment.us_preferred_policy, POLICY_LENGTH)
    tail = f": {policy.rstrip('.')}." if policy else "."
    if findings.best.scored == 0:
        return (
            f"Nothing is scored yet, so this says nothing about {country}. "
            "The figures below are what the playbook gives when every pressure is unknown."
        )
    likeliest = findings.likeliest
    words = _LEANS if findings.probabilities[likeliest] >= _LIKELY else _APPEARS
    stance = f"{capitalised(country)} {words[likeliest]} the US-preferred policy{tail}"
    return " ".join((stance, *_recommendation(playbook, findings)))


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


def cautions(playbook: Playbook, assessment: Assessment, findings: Findings) -> tuple[str, ...]:
    """Return what the reader must know before using the rest; empty where nothing stands in the way."""
    return tuple(text for text in (_unscored(playbook, findings), _other_issue(playbook, assessment)) if text)


def confidence_behind(playbook: Playbook, sheet: ScoreSheet, contributions: Iterable[Contribution]) -> Confidence:
    """Return the confidence that the indicators carrying at least half of the weight reach; one not scored counts as low.

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


def judged(probability: float, clause: str) -> str:
    """Put a clause ("Peru accepts a compact") under its likelihood in ICD 203 words."""
    words = likelihood(probability)
    match words:
        case "almost no chance":
            return f"There is {words} that {clause}"
        case "roughly even chance":
            return f"There is a {words} that {clause}"
    return f"It is {words} that {clause}"


def country_in_text(country: str) -> str:
    """Name a country inside a sentence, with its article where it takes one."""
    name = one_line(country, POLICY_LENGTH) or "the partner"
    lowered = name.lower()
    takes = lowered in _WITH_ARTICLE or lowered.endswith(_ENDING_WITH_ARTICLE)
    return f"the {name}" if takes and not lowered.startswith("the ") else name


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """Return a name or clause as it is written inside a sentence; abbreviations keep their capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def one_line(text: str, length: int) -> str:
    """Return free text on one line, cut at a word with an ellipsis where it is longer than `length`."""
    joined = " ".join(text.split())
    return joined if len(joined) <= length else joined[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def listed(names: Sequence[str], shown: int = _NAMED) -> str:
    """Join names as in "a, b and c", counting those beyond `shown`."""
    kept = [*names[:shown], *([f"{len(names) - shown} more"] if len(names) > shown else [])]
    return kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} and {kept[-1]}"


def _inline(options: Iterable[OptionFinding]) -> list[str]:
    return [uncapitalised(option.best.name) for option in options]


def _recommendation(playbook: Playbook, findings: Findings) -> Iterator[str]:
    leads, offers = findings.with_verdict("lead"), findings.with_verdict("offer_with_conditions")
    reserve = findings.with_verdict("hold_in_reserve")
    if leads:
        also = f"; offer {listed(_inline(offers), 2)} with conditions" if offers else ""
        yield f"Commit now to {listed(_inline(leads))}{also}."
    elif offers:
        yield f"No option earns a lead; offer {listed(_inline(offers))} with conditions."
    elif reserve:
        yield f"No option is acceptable now; hold {listed(_inline(reserve))} in reserve."
    else:
        yield "No option is acceptable or within reach at an affordable price."
    refused = _refused(findings)
    if refused and (leads or offers):
        option = max(refused, key=lambda one: one.best.us_value)
        reason = uncapitalised(option_reason(playbook, option.best))
        yield f"Do not ask for {uncapitalised(option.best.name)} now ({reason})."


def _refused(findings: Findings) -> tuple[OptionFinding, ...]:
    return (*findings.with_verdict("hold_in_reserve"), *findings.with_verdict("avoid"))


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
    parts = [text, _at_best(findings), _pulls(playbook, findings.best.stance.contributions)]
    return Judgment(
        topic="Stance",
        text=" ".join(part for part in parts if part),
        words=likelihood(probability),
        probability=probability,
        confidence=_stance_confidence(playbook, findings),
    )


def _at_best(findings: Findings) -> str:
    leaning = findings.best.stance.stance_class
    return "" if leaning == findings.likeliest else f"By best scores alone it {_LEANS[leaning]} it."


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
    refused = _refused(findings)
    if refused:
        option = max(refused, key=lambda one: one.best.us_value)
        clause, reason = f"it accepts {uncapitalised(option.best.name)}", f" {option_reason(playbook, option.best)}."
    else:
        option = min(findings.options, key=lambda one: one.p_now)
        clause, reason = f"it accepts even the hardest ask, {uncapitalised(option.best.name)}", ""
    return _option_judgment(playbook, findings, "Hardest ask", option, option.p_now, clause, reason)


def _best_offer(playbook: Playbook, findings: Findings) -> Judgment:
    leads, offers = findings.with_verdict("lead"), findings.with_verdict("offer_with_conditions")
    if leads:
        option = min(leads, key=lambda one: one.p_now)
        others = _inline(one for one in leads if one is not option)
        clause = "it accepts " + ("the least certain lead, " if others else "the one lead, ")
        after = f" The other leads are {listed(others)}." if len(others) > 1 else f" The other lead is {others[0]}." if others else ""
    elif offers:
        option = offers[0]
        clause, after = "it accepts the best of those to offer with conditions, ", " No option earns a lead."
    else:
        option = max(findings.options, key=lambda one: one.p_now)
        clause, after = "it accepts even the most acceptable option, ", " No option is acceptable now."
    clause += uncapitalised(option.best.name)
    return _option_judgment(playbook, findings, "Best leads", option, option.p_now, clause, after)


def _durability(playbook: Playbook, findings: Findings) -> Iterator[Judgment]:
    leads, offers = findings.with_verdict("lead"), findings.with_verdict("offer_with_conditions")
    group = leads or offers
    if not group:
        return
    option = min(group, key=lambda one: one.p_horizon)
    whose = "leads" if leads else "options to offer"
    least = f"even the least durable of the {whose}, " if len(group) > 1 else ""
    clause = f"it still accepts {least}{uncapitalised(option.best.name)}, in {findings.horizon_months:g} months"
    clause = clause if least else clause.replace(",", "")
    yield _option_judgment(playbook, findings, "Durability", option, option.p_horizon, clause, "")


def _reversal(playbook: Playbook, findings: Findings) -> Judgment:
    return Judgment(
        topic="Change of course",
        text=f"{judged(findings.reversal, f'the government moves to another stance within {findings.horizon_months:g} months')}.",
        words=likelihood(findings.reversal),
        probability=findings.reversal,
        confidence=_stance_confidence(playbook, findings),
    )


def _option_judgment(
    playbook: Playbook, findings: Findings, topic: str, option: OptionFinding, probability: float, clause: str, after: str
) -> Judgment:
    return Judgment(
        topic=topic,
        text=f"{judged(probability, clause)}.{after}",
        words=likelihood(probability),
        probability=probability,
        confidence=confidence_behind(playbook, findings.best.sheet, option.best.contributions),
    )


def _stance_confidence(playbook: Playbook, findings: Findings) -> Confidence:
    return confidence_behind(playbook, findings.best.sheet, findings.best.stance.contributions)


def _indicators_behind(playbook: Playbook, contribution: Contribution) -> tuple[str, ...]:
    match contribution.kind:
        case "factor":
            names = {contribution.id}
        case "rule":
            rules = {**playbook.stance_rule, **playbook.rule}
            names = set(names_in(rules[contribution.id].condition))
        case _:
            names = set()
    return tuple(one.id for one in playbook.indicators if one.id in names or one.factor in names)


def _unscored(playbook: Playbook, findings: Findings) -> str:
    scored, indicators = findings.best.scored, findings.best.indicators
    missing = indicators - scored
    if missing == 0:
        return ""
    limit = playbook.verdict.lead_max_unscored
    verb = "is" if scored == 1 else "are"
    text = f"{scored or 'None'} of {indicators} indicators {verb} scored; the rest count as unknown over the whole scale."
    barred = missing / indicators > limit
    return f"{text} With more than {100 * limit:.0f} % unknown no option is rated Lead, and the judgments mean little." if barred else text


def _other_issue(playbook: Playbook, assessment: Assessment) -> str:
    if assessment.playbook == playbook.identity.id:
        return ""
    whose = f"belongs to the playbook “{assessment.playbook}”" if assessment.playbook else "names no playbook"
    return (
        f"This assessment {whose}: the stance can be read, but the options are those of the "
        f"{playbook.identity.name} playbook and may not fit its issue."
    )
