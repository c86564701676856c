"""The assessments of a case over time, as rows of a table by best scores."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from advisor.timeline import timeline
from advisor.wording import STANCE_GLYPHS, STANCE_WORDS

if TYPE_CHECKING:
    import datetime as dt

    from advisor.case import Assessment, Case
    from advisor.playbook import Playbook, StanceClass

NOT_SCORED = "Not scored"


@dataclass(frozen=True, slots=True)
class MomentRow:
    """One assessment; `opened` marks the one that is briefed, `later` those with a later date.

    A factor without any score, and the index where nothing is scored, is None.
    """

    as_of: dt.date
    factors: tuple[float | None, ...]
    index: float | None
    stance_text: str
    opened: bool
    later: bool


def moment_rows(playbook: Playbook, case: Case, assessment: Assessment) -> tuple[MomentRow, ...]:
    """Return a row for each assessment of the case by date; none where there is only one."""
    others = tuple(one for one in case.assessments if one.id != assessment.id)
    if not others:
        return ()
    seen = timeline(playbook, replace(case, assessments=(*others, assessment)), assessment.id, {})
    return tuple(
        MomentRow(
            as_of=one.as_of,
            factors=tuple(one.factors[factor] for factor in playbook.factor_ids),
            index=one.index,
            stance_text=stance_text(one.stance),
            opened=one.id == assessment.id,
            later=one.later,
        )
        for one in seen.moments
    )


def stance_text(stance: StanceClass | None) -> str:
    """Return a stance as it is shown: glyph and word."""
    return NOT_SCORED if stance is None else f"{STANCE_GLYPHS[stance]} {STANCE_WORDS[stance]}"
