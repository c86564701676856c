"""A scorecard to send to a colleague: what it asks and how to fill it in, blank or with the scores of an assessment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.briefing import pressure_rows
from advisor.marking import UNCLASSIFIED
from advisor.phrasing import day_text, one_line
from advisor.scores import ScoreSheet

if TYPE_CHECKING:
    import datetime as dt

    from advisor.briefing import PressureRow
    from advisor.case import Assessment, Case
    from advisor.playbook import Playbook

_NAME_LENGTH, _ISSUE_LENGTH = 80, 110
INSTRUCTIONS: tuple[tuple[str, str], ...] = (
    (
        "Score",
        "Go through the sheet Pressures row by row and fill in the yellow cells. Best is your best estimate from 0 to "
        "10; half points are fine. Point at a cell of Best to read what 0, 2, 4, 6, 8 and 10 mean for that indicator.",
    ),
    (
        "Two directions",
        "Domestic: 10 is the strongest pressure to resist the US-preferred policy. External: 10 is the strongest pull "
        "to align with it.",
    ),
    (
        "Range",
        "Low and High are the least and the greatest value that you would not be surprised by. Low is at most Best, "
        "and Best at most High. Left empty, they count as a point either way.",
    ),
    (
        "Confidence",
        "How good the evidence behind the score is: low, moderate or high. It is no likelihood. Left empty, it counts "
        "as low.",
    ),
    (
        "Justification",
        "Why this score, in a sentence or two, with the source. It goes into the assessment under your name.",
    ),
    (
        "Not known",
        "Leave Low, Best and High empty. An indicator that nobody knows is worth more to the reader as unknown than "
        "as a guess.",
    ),
    (
        "On your own",
        "Score before you talk to others who score the same case: where independent scores differ is what they are "
        "asked for.",
    ),
    (
        "Send it back",
        "Save the workbook as .xlsx and send it back. The ids in the first column and the headings stay as they are. "
        "To sort rows or insert columns of your own, take off the protection: Review, Unprotect Sheet, no password.",
    ),
)


@dataclass(frozen=True, slots=True)
class ScorecardForm:
    """Everything that a scorecard says; country and date are empty where the colleague is to fill them in."""

    title: str
    country: str
    issue: str
    as_of: dt.date | None
    as_of_text: str
    analyst: str
    marking: str
    playbook: str
    playbook_id: str
    playbook_version: str
    assessment: str
    pressures: tuple[PressureRow, ...]
    instructions: tuple[tuple[str, str], ...] = INSTRUCTIONS

    @property
    def filled(self) -> bool:
        """Whether it holds scores to begin with."""
        return any(row.best is not None for row in self.pressures)


def scorecard_form(
    playbook: Playbook,
    case: Case | None = None,
    assessment: Assessment | None = None,
    *,
    blank: bool = False,
    marking: str = UNCLASSIFIED,
) -> ScorecardForm:
    """Return a scorecard for a playbook, of a case and an assessment where these are given.

    Parameters
    ----------
    blank
        Leave out the scores, for a judgement that is independent of them.
    """
    country = one_line(case.name, _NAME_LENGTH) if case else ""
    sheet = assessment.sheet if assessment and not blank else ScoreSheet()
    identity = playbook.identity
    return ScorecardForm(
        title=f"Scorecard – {country or identity.name}",
        country=country,
        issue=one_line(assessment.issue, _ISSUE_LENGTH) if assessment else "",
        as_of=assessment.as_of if assessment else None,
        as_of_text=day_text(assessment.as_of) if assessment else "the date filled in",
        analyst="",
        marking=marking,
        playbook=f"{identity.name} playbook {identity.version}",
        playbook_id=identity.id,
        playbook_version=identity.version,
        assessment=assessment.id if assessment else "",
        pressures=pressure_rows(playbook, sheet),
    )
