"""What is said of scores that came back: who signed them, what changes, and what that does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.phrasing import day_text, listed
from advisor.scorecard import range_text
from advisor.wording import VERDICT_WORDS

if TYPE_CHECKING:
    from advisor.playbook import Playbook
    from advisor.proposal import Proposal
    from advisor.returned import Consequence, Returned
    from advisor.scores import Score

UNSIGNED = "somebody who gave no name"
_VERDICTS_NAMED = 5


def signature(returned: Returned) -> str:
    """Say whose scores they are and of when: "Ana Ruiz, as of 15 May 2014"."""
    return f"{returned.analyst or UNSIGNED}, as of {day_text(returned.as_of)}"


def score_text(score: Score | None) -> str:
    """Print a score with its range and confidence: "7 (6–8), moderate"."""
    return "not scored" if score is None else f"{score.best:g} ({range_text(score)}), {score.confidence}"


def consequence_text(playbook: Playbook, found: Consequence) -> str:
    """Say what the changes do to the stance and the verdicts by best scores."""
    stance = (
        f"By best scores the stance stays {found.stance_after}"
        if found.stance_before == found.stance_after
        else f"By best scores the stance turns from {found.stance_before} to {found.stance_after}"
    )
    if not found.verdicts:
        return f"{stance}, and no verdict changes."
    moved = [
        f"{playbook.option[one.option].name} from {VERDICT_WORDS[one.before]} to {VERDICT_WORDS[one.after]}"
        for one in found.verdicts
    ]
    noun = "verdict changes" if len(moved) == 1 else "verdicts change"
    return f"{stance}, and {len(moved)} {noun}: {listed(moved, _VERDICTS_NAMED)}."


def origin_text(proposal: Proposal) -> str:
    """Say which files a new assessment is from: "Merged from ana.xlsx (Ana Ruiz) and ben.xlsx (Ben Holt)."."""
    files = [f"{one.file} ({one.analyst or UNSIGNED})" for one in proposal.returned]
    return f"{'Merged from' if proposal.merged else 'Scores from'} {listed(files, len(files))}."
