"""Words for results: ICD 203 likelihoods, verdicts, stances, and one-line reasons.

Likelihood and confidence are never put into one sentence.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from advisor.phrasing import uncapitalised

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.explanation import Contribution
    from advisor.findings import Findings, OptionAtBest, OptionFinding, Verdict
    from advisor.levers import Move, Price
    from advisor.playbook import ContributionSide, Playbook, StanceClass

VERDICT_WORDS: Mapping[Verdict, str] = {
    "lead": "Lead",
    "offer_with_conditions": "Offer with conditions",
    "hold_in_reserve": "Hold in reserve",
    "avoid": "Avoid",
}
VERDICT_GLYPHS: Mapping[Verdict, str] = {
    "lead": "●",
    "offer_with_conditions": "◐",
    "hold_in_reserve": "○",
    "avoid": "✕",
}
VERDICT_MEANINGS: Mapping[Verdict, str] = {
    "lead": "acceptable now and at the horizon, and worth most to the United States",
    "offer_with_conditions": "acceptable now; attach the conditions, or use as a sweetener",
    "hold_in_reserve": "outside the win-set, but within reach",
    "avoid": "vetoed, or out of reach at any affordable price",
}
STANCE_WORDS: Mapping[StanceClass, str] = {"divergent": "Divergent", "contested": "Contested", "aligned": "Aligned"}
STANCE_GLYPHS: Mapping[StanceClass, str] = {"divergent": "◀", "contested": "◆", "aligned": "▶"}
SIDE_WORDS: Mapping[ContributionSide, str] = {
    "domestic": "domestic",
    "external": "external",
    "interaction": "both sides",
}
_BANDS = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
)
BAND_EDGES = tuple(edge for edge, _ in _BANDS)


def likelihood(probability: float) -> str:
    """Return the ICD 203 words for a probability; a value on an edge takes the band nearer to even."""
    for edge, words in _BANDS:
        if probability < edge or (probability == edge and edge > 0.5):
            return words
    return "almost certain"


def judged(probability: float, clause: str) -> str:
    """Put a clause ("Peru accepts a compact") under its likelihood in ICD 203 words."""
    words = likelihood(probability)
    match words:
        case "almost no chance":
            return f"There is {words} that {clause}"
        case "roughly even chance":
            return f"There is a {words} that {clause}"
    return f"It is {words} that {clause}"


def percent(probability: float) -> str:
    """Print a probability in whole per cent as a spreadsheet does, so that text and the cells beside it agree.

    A spreadsheet looks at 15 digits of the number and rounds halves up.
    """
    hundredfold = 100 * Decimal(f"{probability:.15g}")
    return f"{hundredfold.quantize(Decimal(1), ROUND_HALF_UP)} %"


def chances(probabilities: Mapping[StanceClass, float]) -> str:
    """List the stance classes with their probabilities: "divergent 64 %, contested 31 %, aligned 5 %"."""
    return ", ".join(f"{name} {percent(share)}" for name, share in probabilities.items())


def plain(number: float, digits: int = 6) -> str:
    """Print a number as short as it is exact to so many digits, with a true minus."""
    return f"{number:.{digits}g}".replace("-", "−")


def signed(points: float, digits: int = 2) -> str:
    """Print points with their sign, a true minus included."""
    text = f"{points:+.{digits}f}"
    return text.replace("-", "−") if float(text) else text.lstrip("+-")


def contribution_label(playbook: Playbook, contribution: Contribution) -> str:
    """Name a contribution for a chart or table."""
    match contribution.kind:
        case "factor":
            return playbook.factor[contribution.id].name
        case "rule":
            known = playbook.rule.get(contribution.id) or playbook.stance_rule[contribution.id]
            return known.label
        case "cost_of_agreeing":
            return "Cost of agreeing"
        case "rule_cap":
            return "Repetition is not proof (cap on rules)"


def contribution_reason(playbook: Playbook, option_id: str, contribution: Contribution) -> str:
    """Say why a contribution to the standing of an option points the way it does."""
    match contribution.kind:
        case "factor":
            return playbook.option[option_id].political[contribution.id].reason
        case "rule":
            return playbook.rule[contribution.id].rationale
        case "cost_of_agreeing":
            return "Agreeing with Washington has a price at home, whatever the option."
        case "rule_cap":
            return "Several rules can fire from one cause; their sum is held to the cap."


def option_reason(playbook: Playbook, option: OptionAtBest) -> str:
    """Return one line on why an option stands where it stands: its veto, or its weightiest contribution."""
    if option.vetoed:
        return f"Vetoed: {uncapitalised(playbook.rule[option.vetoes[0]].label)}"
    return weightiest_reason(playbook, option, option.standing) or "Nothing speaks strongly for or against it"


def weightiest_reason(playbook: Playbook, option: OptionAtBest, direction: float) -> str:
    """Name the factor or rule that pushes an option furthest up (direction >= 0) or down; empty where none does."""
    sign = 1 if direction >= 0 else -1
    political = [one for one in option.contributions if one.kind in ("factor", "rule") and one.points * sign > 0]
    if not political:
        return ""
    weightiest = max(political, key=lambda one: abs(one.points))
    if weightiest.kind == "factor":
        return contribution_reason(playbook, option.id, weightiest).rstrip(".")
    return contribution_label(playbook, weightiest)


def verdict_text(verdict: Verdict) -> str:
    """Return a verdict as a chip shows it: glyph and word."""
    return f"{VERDICT_GLYPHS[verdict]} {VERDICT_WORDS[verdict]}"


def move_text(playbook: Playbook, move: Move) -> str:
    """Say what a lever moves, from where to where: "Trust and access 6.5 → 8.0"."""
    return f"{playbook.indicator[move.indicator].name} {move.start:.1f} → {move.end:.1f}"


def no_price_text(price: Price) -> str:
    """Say why no price brings an option into the win-set."""
    return f"No price buys it: {price.none_because}"


def stance_sentence(findings: Findings) -> str:
    """Say where the government leans and how likely that is."""
    leaning, likeliest = findings.best.stance.stance_class, findings.likeliest
    chance = f"{likelihood(findings.probabilities[leaning])}, {percent(findings.probabilities[leaning])}"
    if leaning == likeliest:
        return f"{STANCE_WORDS[leaning]}: {chance}."
    return f"{STANCE_WORDS[leaning]} by best scores: {chance}; {likelier_text(findings)}."


def likelier_text(findings: Findings) -> str:
    """Say which class is likelier over the ranges than the one by best scores; empty where it is the same."""
    likeliest = findings.likeliest
    if likeliest == findings.best.stance.stance_class:
        return ""
    return f"likelier over the ranges is {likeliest}, {percent(findings.probabilities[likeliest])}"


def is_offered_as_sweetener(option: OptionAtBest, verdict: Verdict) -> bool:
    """Say whether the option is offered for its welcome and not for its value."""
    return option.sweetener and verdict == "offer_with_conditions"


def option_advice(playbook: Playbook, option: OptionFinding) -> tuple[str, ...]:
    """Return the advice to attach: that of the rules that fire, and what a sweetener is good for."""
    if not is_offered_as_sweetener(option.best, option.verdict):
        return option.best.advice
    limit = playbook.verdict.sweetener_value
    note = f"Offer it as a sweetener beside something else: its US value {option.best.us_value:.1f} is below {limit:g}."
    return (note, *option.best.advice)


def verdict_change(before: OptionFinding, after: OptionFinding) -> str | None:
    """Say how a verdict changes, or None where it does not."""
    if before.verdict == after.verdict:
        return None
    return f"{before.best.name}: {VERDICT_WORDS[before.verdict]} → {VERDICT_WORDS[after.verdict]}"
