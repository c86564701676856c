"""The track record in words: how well the playbook did, beside what, and how far its probabilities can be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.wording import likelihood

if TYPE_CHECKING:
    from advisor.hindcast import Hindcast, Record, ReliabilityBand
    from advisor.playbook import Playbook

OURS, SHARES, BARE = "This playbook", "Always the shares of all outcomes", "Factors without rules"
BRIER_NOTE = (
    "Brier score: the mean squared distance between the probabilities stated for the three classes and what happened; "
    "0 is perfect, and less is better. Concordance: of all pairs of episodes with different outcomes, the share that "
    "the index puts in the right order; 0.5 is chance."
)
FEW = 10


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One way to predict, and how well it did; None where a number does not apply."""

    name: str
    brier: float
    class_hits: int
    concordance: float | None
    turns: str


def headline(found: Hindcast) -> str:
    """Say in a sentence or two how well the playbook did."""
    ours, shares, count = found.record, found.commonest_class, len(found.episodes)
    said = (
        f"The playbook names the class that came about in {ours.class_hits} of {count} past episodes; always naming "
        f"the commonest class would be right in {shares.class_hits}."
    )
    turns = ours.direction
    if turns is not None and turns.pairs:
        said += f" Where a government turned, the index moved the right way in {turns.hits} of {turns.pairs} turns."
    return said


def record_lines(found: Hindcast) -> tuple[RecordLine, ...]:
    """Return the playbook and what it is compared with, best known first."""
    return (_line(OURS, found.record), _line(BARE, found.factors_only), _line(SHARES, found.commonest_class))


def acts_sentence(found: Hindcast) -> str:
    """Say how likelihoods of acceptance fare against what governments are known to have done; empty where unknown."""
    acts = found.known_acts
    if acts is None:
        return ""
    return (
        f"Of {acts.acts} offers that governments are known to have accepted or refused, {acts.refused} were refused; "
        f"{acts.refused_called_acceptable} of these the playbook would have called acceptable. Brier score of the "
        f"likelihoods {acts.brier:.2f}; {acts.base_rate_brier:.2f} for always stating the share accepted."
    )


def band_words(band: ReliabilityBand) -> str:
    """Name a band of probabilities in the words of ICD 203."""
    return likelihood((band.low + band.high) / 2)


def reliability_sentence(found: Hindcast) -> str:
    """Say which bands promised more, or less, than came true, leaving out bands with few statements."""
    counted = [band for band in found.reliability if band.stated >= FEW]
    over = [band_words(band) for band in counted if band.mean - band.happened > 2 * _error(band)]
    under = [band_words(band) for band in counted if band.happened - band.mean > 2 * _error(band)]
    parts = []
    if over:
        parts.append(f"less often came true than was stated as {_listed(over)}")
    if under:
        parts.append(f"more often came true than was stated as {_listed(under)}")
    if not parts:
        return (
            f"In every band with at least {FEW} statements, what was stated and what came true differ by no more than "
            "chance would have it (two standard errors)."
        )
    return f"It {' and '.join(parts)}, by more than two standard errors."


def unfitted(playbook: Playbook) -> str:
    """Say that the stance is not fitted, where it is not."""
    if playbook.stance_fit is not None:
        return ""
    return "This playbook's stance is not fitted: equal weights and the wide sigma of its prior."


def made_from(playbook: Playbook) -> str:
    """Say of a playbook of somebody's own that its fit is older than its changes; empty of any other."""
    if playbook.derivation is None:
        return ""
    said = f"This playbook was made from {playbook.derivation.sentence}."
    if playbook.stance_fit is None:
        return said
    return (
        f"{said} Its stance was fitted before them: the fits without a country have not seen that country, but whoever "
        "made the changes may have."
    )


def _line(name: str, record: Record) -> RecordLine:
    turns = record.direction
    shown = "" if turns is None else f"{turns.hits} of {turns.pairs}"
    return RecordLine(name, record.brier, record.class_hits, record.concordance, shown)


def _error(band: ReliabilityBand) -> float:
    """Return the standard error of the share that comes true where probabilities like these are right."""
    return float((band.mean * (1 - band.mean) / band.stated) ** 0.5)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
