"""An assessment as it once was beside how it stands: which scores differ, and the stance by best scores of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.findings import judge
from advisor.scorecard import range_text
from advisor.wording import STANCE_WORDS

if TYPE_CHECKING:
    from advisor.case import Assessment
    from advisor.playbook import Playbook
    from advisor.scores import Score, ScoreSheet

NOT_SCORED = "not scored"


@dataclass(frozen=True, slots=True)
class ScoreThenNow:
    """A score that differs, by the name of its indicator."""

    name: str
    then: str
    now: str


def scores_then_and_now(playbook: Playbook, then: ScoreSheet, now: ScoreSheet) -> tuple[ScoreThenNow, ...]:
    """Return the scores that differ in any way, in the order of the playbook."""
    pairs = ((one.name, then.get(one.id), now.get(one.id)) for one in playbook.indicators)
    return tuple(ScoreThenNow(name, *_told(was, is_)) for name, was, is_ in pairs if was != is_)


def moment_sentence(playbook: Playbook, then: Assessment, now: Assessment | None) -> str:
    """Say what an assessment came to by best scores at a moment, and what it comes to as it stands."""
    was = _stance(playbook, then.sheet)
    if now is None:
        return f"By best scores it came to {was}; it is no longer in the library."
    if now.sheet == then.sheet:
        return f"By best scores it came to {was}; its scores are the same today."
    becomes = _stance(playbook, now.sheet)
    if was == becomes:
        return f"By best scores it came to {was}, as it does today."
    return f"By best scores it came to {was}; today it comes to {becomes}."


def _told(was: Score | None, becomes: Score | None) -> tuple[str, str]:
    if was is None or becomes is None:
        return _score_text(was), _score_text(becomes)
    if was.best != becomes.best:
        return f"{was.best:g}", f"{becomes.best:g}"
    if (was.low, was.high) != (becomes.low, becomes.high):
        return range_text(was), range_text(becomes)
    if was.confidence != becomes.confidence:
        return f"{was.confidence} confidence", f"{becomes.confidence} confidence"
    return "another reason", "reason reworded"


def _score_text(score: Score | None) -> str:
    return NOT_SCORED if score is None else f"{score.best:g}"


def _stance(playbook: Playbook, sheet: ScoreSheet) -> str:
    if not sheet.scores:
        return "no stance, for nothing was scored"
    return STANCE_WORDS[judge(playbook, sheet).stance.stance_class].lower()
