"""One row an option: what best scores say at once, and the likelihoods there are, current or of an earlier edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.wording import option_reason

if TYPE_CHECKING:
    from advisor.findings import BestFindings, Findings, OptionAtBest, OptionFinding, Verdict
    from advisor.playbook import Playbook


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One option as the table shows it; `stale` says that the finding is of an earlier edit."""

    best: OptionAtBest
    finding: OptionFinding | None
    stale: bool
    reason: str
    value_share: float

    @property
    def verdict(self) -> Verdict:
        """The full verdict; by best scores where there is none yet, or where an edit has just changed it."""
        if self.finding is None or (self.stale and self.finding.best.verdict != self.best.verdict):
            return self.best.verdict
        return self.finding.verdict


def option_rows(playbook: Playbook, best: BestFindings, findings: Findings | None, stale: bool) -> list[OptionRow]:
    """Return the rows by rank, with the likelihoods there are."""
    known = {one.best.id: one for one in findings.options} if findings else {}
    top = max((option.us_value for option in best.options), default=0.0)
    return [
        OptionRow(
            best=option,
            finding=known.get(option.id),
            stale=stale,
            reason=option_reason(playbook, option),
            value_share=option.us_value / top if top > 0 else 0.0,
        )
        for option in best.ranked
    ]
