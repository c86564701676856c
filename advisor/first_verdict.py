"""What an incomplete assessment says so far, how far it is from an option that may lead, and what to score next."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from advisor.engine import DUST
from advisor.scorecard import open_questions
from advisor.wording import BAND_EDGES, STANCE_WORDS, likelihood, percent

if TYPE_CHECKING:
    from advisor.findings import Findings
    from advisor.playbook import Playbook

# From here on a stance is called likely.
LEAN_FROM = BAND_EDGES[3]


@dataclass(frozen=True, slots=True)
class NextScore:
    """Where the scoring stands, in a sentence or two, and the indicator worth scoring next."""

    text: str
    indicator: str


def next_score(playbook: Playbook, findings: Findings) -> NextScore | None:
    """Return the missing score behind most of the doubt, and where the scoring stands; None where none is missing."""
    best = findings.best
    questions = open_questions(playbook, best.sheet, findings.doubts)
    if best.scored == best.indicators:
        return None
    missing = scores_until_leads(playbook, findings)
    parts = [_count(best.scored, best.indicators), _lean(findings) if best.scored else ""]
    if missing:
        parts.append(f"{missing} more until an option may lead.")
    return NextScore(" ".join(part for part in parts if part), questions[0].indicator)


def scores_until_leads(playbook: Playbook, findings: Findings) -> int:
    """Return how many more indicators must be scored before an option may be rated Lead."""
    best = findings.best
    allowed = playbook.verdict.lead_max_unscored * best.indicators
    return max(0, ceil(best.indicators - best.scored - allowed - DUST))


def _count(scored: int, indicators: int) -> str:
    return f"{scored} of {indicators} indicators scored." if scored else f"None of {indicators} indicators is scored."


def _lean(findings: Findings) -> str:
    """Say which way they lean as soon as one stance is likely, and before that, that none is."""
    stance = findings.likeliest
    chance = findings.probabilities[stance]
    if chance <= LEAN_FROM:
        return "Too few for a lean: no stance is likely yet."
    return f"A first lean: {STANCE_WORDS[stance].lower()} is {likelihood(chance)}, {percent(chance)}."
