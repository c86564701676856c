"""Notes for the tests of the page Evidence."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from advisor.case import Assessment, Case, Note
from advisor.note_list import IndicatorEvidence, evidence_by_indicator
from advisor.scores import Score, ScoreSheet

if TYPE_CHECKING:
    from advisor.playbook import Playbook

UNREST = "su_level"
OMBUDSMAN = Note(
    "212 conflicts", "Defensoría", date="2014-04", reliability="B", credibility=2, indicators=(UNREST,), id=1
)
MINISTRY = Note("All is calm", "MININTER", date="2014-03", reliability="D", credibility=4, bearing="against", id=2)


def evidence(playbook: Playbook, *notes: Note) -> tuple[IndicatorEvidence, ...]:
    """Return the evidence on an assessment in which unrest is scored with low confidence."""
    opened = Assessment("PER", "Peru", dt.date(2014, 5, 15), ScoreSheet({UNREST: Score(6, 7, 8, "low")}))
    return evidence_by_indicator(playbook, Case("Peru", (opened,), notes=notes), opened)


def on_unrest(playbook: Playbook, *notes: Note) -> IndicatorEvidence:
    """Return the evidence on unrest."""
    return next(one for one in evidence(playbook, *notes) if one.indicator == UNREST)
