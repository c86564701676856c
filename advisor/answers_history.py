"""Why the history says what it says: what an edit altered, and how a score came to be another one since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import Answer, Part, Subject
from advisor.moment_scores import moment_sentence
from advisor.phrasing import capitalised
from advisor.scorecard import range_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.case import Assessment
    from advisor.playbook import Playbook
    from advisor.scores import Score

NOTHING_TOLD = "The edit altered nothing that is told here."
_TAKE_BACK = (
    "Undo takes the newest edit back; Return to this moment brings the scores of then back as a new assessment."
)
_SHORT = 24
_HOLDS, _UNDONE = "The edit holds.", "The edit was undone since; what it altered no longer holds."
_EVERY = "Every edit is kept in the library with who made it and when, in the same step as the edit itself."


def edit_answer(title: str, made: str, alterations: Sequence[tuple[str, str, str]], *, undone: bool) -> Answer:
    """Return what an edit altered: each thing, what it was and what it became; `made` says when and by whom."""
    return Answer(
        title=title,
        value=made,
        meaning=f"{_UNDONE if undone else _HOLDS} {_EVERY}{'' if alterations else f' {NOTHING_TOLD}'}",
        parts=tuple(_altered(capitalised(what), f"{old or '–'} → {new or '–'}") for what, old, new in alterations),
        changes=(_TAKE_BACK,),
    )


def moment_answer(playbook: Playbook, then: Assessment, now: Assessment | None, indicator: str) -> Answer:
    """Return a score as it was at a moment beside the one of today; without an indicator, the stance of both."""
    if not indicator:
        return Answer(
            title="The assessment right after the edit",
            value=f"{len(then.sheet.scores)} scored",
            meaning=moment_sentence(playbook, then, now),
            parts=() if now is None else (Part("Stance today", "", "by best scores", Subject("stance", of=now.id)),),
            changes=(_TAKE_BACK,),
        )
    was, becomes = then.sheet.get(indicator), None if now is None else now.sheet.get(indicator)
    lead = None if now is None else Subject("score", indicator, now.id)
    return Answer(
        title=f"{playbook.indicator[indicator].name}, then and now",
        value=f"{_best(was)} → {_best(becomes)}",
        meaning="The score right after the edit, and the score as it stands today.",
        parts=(_part("Then", was, None), _part("Now", becomes, lead)),
        changes=(_TAKE_BACK,),
    )


def _altered(what: str, text: str) -> Part:
    """Return what was altered: numbers beside their name, and words, which need room, below it."""
    return Part(what, text) if len(text) <= _SHORT else Part(what, "", text)


def _part(name: str, score: Score | None, subject: Subject | None) -> Part:
    if score is None:
        return Part(name, "not scored", "", subject)
    note = f"{score.confidence} confidence; {score.justification or 'no justification given'}"
    return Part(name, f"{score.best:g} ({range_text(score)})", note, subject)


def _best(score: Score | None) -> str:
    return "not scored" if score is None else f"{score.best:g}"


def backup_answer(line: str) -> Answer:
    """Return what a backup is and how long it stays; without a line, what backups are."""
    return Answer(
        title=line or "Backups",
        value="",
        meaning="A backup is a copy of the whole library as it was then: every country, score, note and edit. One is "
        "made at most every half hour while you work, and before every import, restore and update. All of the last two "
        "days are kept, then one a day, a week and a month, each for a while.",
        changes=("Going back to a backup puts everything back as it was then, after a backup of what is there now.",),
    )
