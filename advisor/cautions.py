"""What the reader of a briefing must know before using it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.wording import percent

if TYPE_CHECKING:
    from advisor.case import Assessment
    from advisor.findings import Findings
    from advisor.playbook import Playbook


def cautions(playbook: Playbook, assessment: Assessment, findings: Findings) -> tuple[str, ...]:
    """Return the cautions; empty where nothing stands in the way."""
    return tuple(text for text in (_unscored(playbook, findings), _other_issue(playbook, assessment)) if text)


def _unscored(playbook: Playbook, findings: Findings) -> str:
    scored, indicators = findings.best.scored, findings.best.indicators
    missing = indicators - scored
    if missing == 0:
        return ""
    verb = "is" if scored == 1 else "are"
    text = f"{scored} of {indicators} indicators {verb} scored; the rest count as unknown over the whole scale."
    if scored == 0:
        text = f"No indicator is scored; all {indicators} count as unknown over the whole scale."
    limit = playbook.verdict.lead_max_unscored
    if findings.best.unscored_share <= limit:
        return text
    return f"{text} With more than {percent(limit)} unknown no option is rated Lead, and the judgments mean little."


def _other_issue(playbook: Playbook, assessment: Assessment) -> str:
    if playbook.identity.covers(assessment.playbook):
        return ""
    whose = f"belongs to the playbook “{assessment.playbook}”" if assessment.playbook else "names no playbook"
    return (
        f"This assessment {whose}: the stance can be read, but the options are those of the "
        f"{playbook.identity.name} playbook and may not fit its issue."
    )
