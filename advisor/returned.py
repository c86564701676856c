"""Scores that came back from a colleague, in a scorecard or a briefing, beside an assessment as it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from advisor.findings import judge
from advisor.scorecard import range_text

if TYPE_CHECKING:
    import datetime as dt

    from advisor.case import Assessment, PlaybookVersion
    from advisor.findings import Verdict
    from advisor.playbook import Playbook, StanceClass
    from advisor.scores import Confidence, Score, ScoreSheet

ChangeKind = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class Returned:
    """One sheet of scores as it came back.

    Attributes
    ----------
    file
        What to call it: the name of its file.
    case
        The country that it names, empty where it names none.
    left_empty
        Indicators whose cells were empty: not scored.
    absent
        Indicators that have no row: nothing is said of them, and they stay as they are.
    assessment
        Id of the assessment that it was made from, empty where that is not known.
    sent
        The scores that it was sent out with, where it says them.
    notes
        What was filled in for the analyst or left out, each with its cell.
    """

    file: str
    case: str
    as_of: dt.date
    analyst: str
    sheet: ScoreSheet
    left_empty: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    assessment: str = ""
    playbook: PlaybookVersion | None = None
    sent: ScoreSheet | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A score that differs between two sheets; None is not scored."""

    indicator: str
    before: Score | None
    after: Score | None

    @property
    def kind(self) -> ChangeKind:
        """What became of the score."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def only_words(self) -> bool:
        """Whether numbers and confidence are the same, and only the justification is another."""
        return self.before is not None and _judgment(self.before) == _judgment(self.after)


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """An option whose verdict by best scores differs between two sheets."""

    option: str
    before: Verdict
    after: Verdict


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a change of scores does to the stance and the verdicts, by best scores."""

    stance_before: StanceClass
    stance_after: StanceClass
    verdicts: tuple[VerdictChange, ...]

    @property
    def matters(self) -> bool:
        """Whether the stance or any verdict is another."""
        return self.stance_before != self.stance_after or bool(self.verdicts)


def score_changes(playbook: Playbook, before: ScoreSheet, after: ScoreSheet) -> tuple[ScoreChange, ...]:
    """Return the scores that differ, in playbook order; another justification is a difference too."""
    pairs = ((name, before.get(name), after.get(name)) for name in playbook.indicator_ids)
    return tuple(ScoreChange(*pair) for pair in pairs if pair[1] != pair[2])


def consequence(playbook: Playbook, before: ScoreSheet, after: ScoreSheet) -> Consequence:
    """Return what changes by best scores from one sheet to another."""
    first, second = judge(playbook, before), judge(playbook, after)
    pairs = zip(first.options, second.options, strict=True)
    moved = (VerdictChange(was.id, was.verdict, now.verdict) for was, now in pairs if was.verdict != now.verdict)
    return Consequence(first.stance.stance_class, second.stance.stance_class, tuple(moved))


def with_later_edits(playbook: Playbook, returned: Returned, basis: Assessment) -> Returned:
    """Return the sheet with what was edited in its assessment since it was sent, where it was left as it was sent.

    What is not known to be an older sheet of this very assessment stays as it is.
    """
    sent = returned.sent
    if sent is None or returned.assessment != basis.id:
        return returned
    sheet, notes = returned.sheet, returned.notes
    for name in playbook.indicator_ids:
        given, standing = _judgment(returned.sheet.get(name)), basis.sheet.get(name)
        if name not in returned.absent and given == _judgment(sent.get(name)) != _judgment(standing):
            sheet = sheet.with_score(name, standing)
            notes = (*notes, f"{playbook.indicator[name].name} {_edited(standing)}")
    left_empty = tuple(name for name in returned.left_empty if sheet.get(name) is None)
    return replace(returned, sheet=sheet, notes=notes, left_empty=left_empty)


def _edited(standing: Score | None) -> str:
    now = "not scored" if standing is None else f"{standing.best:g} ({range_text(standing)})"
    return f"was changed here since this was sent, and not in it: it stays {now}."


def _judgment(score: Score | None) -> tuple[float, float, float, Confidence] | None:
    """Return all of a score but its words."""
    return None if score is None else (score.low, score.best, score.high, score.confidence)
