"""What a reader of a briefing must know of the method: what the words mean, how they come about, what they are not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from advisor.wording import BAND_EDGES, likelihood, percent, plain, verdict_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from advisor.findings import Findings, Verdict
    from advisor.parameters import VerdictParameters
    from advisor.playbook import Playbook
    from advisor.stance_fit import StanceFit

_LIMITS = (
    "Differences of standing below 1 mean nothing: two coders of one case differ by about as much.",
    "Weights, points and thresholds of the playbook are expert judgments with a stated reason, not estimates. The "
    "track record is a fit more than a forecast: those who coded past episodes knew how they ended.",
    "Options are judged one by one. A likelihood says whether an option is accepted, not whether it works.",
    "The tool orders the analyst's own judgments. It knows nothing that was not scored.",
)


@dataclass(frozen=True, slots=True)
class MethodSection:
    """A heading with its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A term of ICD 203 and the probabilities it stands for."""

    words: str
    low: float
    high: float


def method_sections(playbook: Playbook, findings: Findings) -> tuple[MethodSection, ...]:
    """Return the method in plain words, with the parameters of the playbook filled in."""
    return (
        MethodSection("Scores", _scores(findings)),
        MethodSection("Standing, win-set and veto", _standing(playbook)),
        MethodSection("Stance", _stance(playbook)),
        MethodSection("Likelihood and confidence", _likelihood(playbook, findings)),
        MethodSection("Verdicts", tuple(_verdicts(playbook.verdict))),
        MethodSection("Limits", _LIMITS),
    )


def method_facts(playbook: Playbook, findings: Findings) -> tuple[tuple[str, str], ...]:
    """Return what names the playbook, the fit and the draws that the briefing rests on, as label and value."""
    identity, uncertainty, best = playbook.identity, playbook.uncertainty, findings.best
    return (
        ("Playbook", f"{identity.name} ({identity.id}), version {identity.version}"),
        *_derivation_facts(playbook),
        ("Playbook hash (SHA-256)", identity.sha256 or "none: not read from files"),
        ("Indicators scored", f"{best.scored} of {best.indicators}"),
        ("Overall confidence of the scores", best.confidence),
        ("Draws", f"{uncertainty.draws} points of a scrambled Sobol sequence, seed {uncertainty.seed_fit}"),
        ("Horizon", f"{findings.horizon_months:g} months"),
        *(_fit_facts(playbook.stance_fit) if playbook.stance_fit else (("Stance model", "not fitted"),)),
    )


def likelihood_bands() -> tuple[Band, ...]:
    """Return the ICD 203 terms with their ranges, from least to most likely."""
    return tuple(Band(likelihood((low + high) / 2), low, high) for low, high in pairwise((0.01, *BAND_EDGES, 0.99)))


def _scores(findings: Findings) -> tuple[str, ...]:
    indicators, missing = findings.best.indicators, findings.best.indicators - findings.best.scored
    return (
        f"An analyst scores {indicators} indicators from 0 to 10, each with a lowest, best and highest value. On the "
        "domestic side 10 is the strongest pressure to resist the US-preferred policy; on the external side 10 is the "
        "strongest pull to align with it. A factor is the weighted mean of its indicators.",
        f"{missing} not scored here: each counts as anything from 0 to 10 and widens every likelihood."
        if missing
        else "All of them are scored here.",
    )


def _standing(playbook: Playbook) -> tuple[str, ...]:
    standing = playbook.standing
    return (
        "The standing of an option says how acceptable it is to the partner government. Every factor adds its "
        "strength times the option's sensitivity to it (from −3 to +3); every rule whose condition holds adds its "
        f"points times the degree to which it holds, all rules together at most {standing.rule_cap:g} either way; the "
        f"cost of agreeing, {standing.cost_of_agreeing:g}, is taken off. The sheet Why lists every term.",
        "An option is in the win-set (Putnam 1988) when its standing is not negative and no veto is in force. A veto "
        "rule whose condition holds far enough takes an option out whatever its standing.",
        "US value weighs what an option gives to US objectives, less its risks. Its worth is that value times how "
        f"fully it would be carried out: a standing of {standing.full_delivery:g} counts as full delivery, a veto as "
        "refusal.",
    )


def _stance(playbook: Playbook) -> tuple[str, ...]:
    model = playbook.stance_model
    fitted = "Weights, cuts and spread were fitted on past episodes whose outcome is known."
    unfitted = "The model is not fitted to past episodes: factors weigh the same within a side, and the spread is wide."
    return (
        "The stance index is a weighted sum of the factors, external pull counting for the US-preferred policy and "
        f"domestic pressure against it, plus the stance rules at a weight of {playbook.stance.rule_weight:g}. Up to "
        f"{plain(model.cut_divergent, 3)} the government is divergent, above {plain(model.cut_aligned, 3)} aligned, "
        f"between the two contested. {fitted if playbook.stance_fit else unfitted}",
    )


def _likelihood(playbook: Playbook, findings: Findings) -> tuple[str, ...]:
    return (
        "A likelihood is the share of drawn futures in which something holds. Drawn are the scores within their "
        "ranges, the strength of every effect and rule, and a residual for what the playbook does not know; for the "
        f"horizon also how far each indicator usually moves in {findings.horizon_months:g} months. It is put in the "
        "words of ICD 203 and never shown as nearer to certainty than "
        f"{percent(1 - playbook.uncertainty.p_floor)}.",
        "Confidence is another thing: how good the evidence behind the scores is. A judgment carries the confidence "
        "that the indicators behind at least half of its weight reach.",
    )


def _verdicts(limits: VerdictParameters) -> Iterator[str]:
    meanings: Mapping[Verdict, str] = {
        "lead": f"worth at least {limits.lead_worth:g} by best scores, and at least {percent(limits.lead_p)} likely "
        f"to be accepted now and at the horizon; none where more than {percent(limits.lead_max_unscored)} is "
        "not scored.",
        "offer_with_conditions": f"at least {percent(limits.offer_p)} likely to be accepted now; attach the "
        f"conditions. Below a US value of {limits.sweetener_value:g} it is a sweetener.",
        "hold_in_reserve": f"not vetoed, and a standing of at least {plain(limits.reserve_standing)} or a price of at "
        f"most {limits.reserve_price:g} (USD million a year or its equivalent) brings it in.",
        "avoid": "the rest.",
    }
    for verdict, meaning in meanings.items():
        yield f"{verdict_text(verdict)}: {meaning}"
    yield "The verdict by best scores alone is shown beside it; where the two differ, the ranges matter."


def _derivation_facts(playbook: Playbook) -> tuple[tuple[str, str], ...]:
    """Say what a playbook of somebody's own was made from, and that its fit is the old one."""
    derivation = playbook.derivation
    if derivation is None:
        return ()
    fit = "; the stance was fitted before the changes" if playbook.stance_fit is not None else ""
    return (("Made from the playbook", f"{derivation.sentence}{fit}"),)


def _fit_facts(fit: StanceFit) -> tuple[tuple[str, str], ...]:
    return (
        ("Stance model", f"fitted on {fit.rows} scorecards of {len(fit.episodes)} past episodes, ridge {fit.ridge:g}"),
        ("Left-out Brier score of the stance", f"{fit.left_out_brier:.2f} (0 is perfect, 2 the worst)"),
        ("Hash of the fitted data (SHA-256)", fit.data_sha256),
    )
