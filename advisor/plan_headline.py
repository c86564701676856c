"""The one thing a plan says, in a sentence or two at the head of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.phrasing import listed, uncapitalised
from advisor.plan_summary import commitment_text, course_text
from advisor.wording import VERDICT_WORDS

if TYPE_CHECKING:
    from advisor.plan import Plan
    from advisor.playbook import Playbook

NOTHING_SCORED = "Nothing is scored yet: this is what the playbook gives when every pressure is unknown."


def headline(playbook: Playbook, plan: Plan) -> str:
    """Say what to commit to, when to change course, and what to be wary of: nothing scored, options not on offer."""
    scored = "" if plan.findings.best.scored else NOTHING_SCORED
    texts = (scored, commitment_text(plan), _against_advice(plan), course_text(playbook, plan))
    return " ".join(text for text in texts if text)


def _against_advice(plan: Plan) -> str:
    """Name what is in the package although it is not on offer."""
    against = [one for one in plan.package if one.verdict in ("hold_in_reserve", "avoid")]
    if not against:
        return ""
    rated = " or ".join(dict.fromkeys(f"“{VERDICT_WORDS[one.verdict]}”" for one in against))
    return f"It holds {listed([uncapitalised(one.name) for one in against])} although rated {rated}."
