"""Undo what a workbook does to texts and numbers that it cannot hold, so that only what a person changed is a change.

A cell holds no control characters, no text over 32,767 units, and numbers of 16 digits. What comes back as the export
wrote it is what stood in the assessment.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.scores import Score, ScoreSheet
from data.workbook.text import cell_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.case import Assessment, Case
    from advisor.returned import Returned

_SAME = 1e-9


def restored(returned: Returned, case: Case) -> Returned:
    """Return the sheet with the scores and justifications of the case where the workbook holds them as exported."""
    named = [one for one in case.assessments if one.id == returned.assessment]
    held = named or case.assessments
    scores = {name: _restored(score, name, held) for name, score in returned.sheet.scores.items()}
    return replace(returned, sheet=ScoreSheet(scores))


def _restored(score: Score, indicator: str, held: Sequence[Assessment]) -> Score:
    there = [one for assessment in held if (one := assessment.sheet.get(indicator)) is not None]
    words = next((one.justification for one in there if cell_text(one.justification) == score.justification), None)
    numbers = next((one for one in there if _as_near(one, score)), score)
    return replace(
        score,
        low=numbers.low,
        best=numbers.best,
        high=numbers.high,
        justification=score.justification if words is None else words,
    )


def _as_near(one: Score, other: Score) -> bool:
    pairs = ((one.low, other.low), (one.best, other.best), (one.high, other.high))
    return all(abs(first - second) <= _SAME for first, second in pairs)
