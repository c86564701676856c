"""What score sheets that came back would change, as sentences and tables for a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers_import import change_answer, split_row_answer, spread_row_answer
from advisor.incoming import Column, Table
from advisor.merge_text import RULE_TEXT, disagreement_text, widest_text
from advisor.phrasing import day_text, listed
from advisor.returned import consequence
from advisor.returned_text import consequence_text, signature
from advisor.scorecard import range_text
from advisor.wording import STANCE_WORDS, VERDICT_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.incoming import Cell
    from advisor.merge import Disagreement, Merged, Spread
    from advisor.playbook import Playbook
    from advisor.proposal import Proposal
    from advisor.returned import ScoreChange
    from advisor.scores import Score

CHANGES = "Scores that change"
SPREAD = "What each analyst gave, where they differ"
SPLIT = "What each analyst's scores lead to, where it differs"
_NOT_SCORED = "not scored"
_ANALYSTS_IN_COLUMNS, _INDICATORS_NAMED = 5, 6


def judgements(playbook: Playbook, proposal: Proposal) -> tuple[str, ...]:
    """Say what the changes do to the stance and the verdicts, and whether the analysts' differences matter."""
    basis, split = proposal.basis, proposal.disagreement
    said = []
    if basis is not None and proposal.changes:
        found = consequence(playbook, basis.sheet, proposal.sheet)
        said.append(consequence_text(playbook, found))
        if split is not None and not split.matters and not found.matters:
            # Said apart, what the import and what the differences change would be nearly one sentence twice.
            return (f"{said[0].removesuffix('.')}; the analysts' differences change neither.",)
    if split is not None:
        said.append(disagreement_text(playbook, split)[0])
    return tuple(said)


def facts(playbook: Playbook, proposal: Proposal) -> tuple[str, ...]:
    """Say who scored and when, what it is compared with, and how several sheets become one."""
    who = "; ".join(signature(one) for one in proposal.returned)
    basis = proposal.basis
    compared = "There is no assessment to compare it with." if basis is None else _compared(proposal)
    merged = (widest_text(playbook, proposal.merged), RULE_TEXT) if proposal.merged else ()
    return (f"Scored by {who}. {compared}", *((" ".join(merged),) if merged else ()))


def tables(playbook: Playbook, proposal: Proposal) -> tuple[Table, ...]:
    """Return what differs between the analysts, and the scores that change."""
    found = []
    merged, split = proposal.merged, proposal.disagreement
    if merged is not None and split is not None and split.matters:
        found.append(split_table(playbook, proposal, split))
    if merged is not None and merged.widest:
        found.append(spread_table(playbook, merged))
    moved = tuple(one for one in proposal.changes if not one.only_words)
    if moved:
        found.append(changes_table(playbook, proposal, moved))
    return tuple(found)


def changes_table(playbook: Playbook, proposal: Proposal, changes: Sequence[ScoreChange]) -> Table:
    """Return each change: from, to, by how much, range, confidence and justification."""
    columns = (
        Column("Indicator", 170, 2),
        Column("From", 96),
        Column("To", 96),
        Column("Points", 60),
        Column("Confidence", 130),
        Column("Justification", 160, 4),
    )
    rows = tuple(_change_row(playbook, one) for one in changes)
    return Table(CHANGES, columns, rows, (0, 2), lambda row: change_answer(playbook, proposal, changes[row]))


def spread_table(playbook: Playbook, merged: Merged) -> Table:
    """Return what each analyst gave to the indicators on which they differ, those that differ most first."""
    few = len(merged.analysts) <= _ANALYSTS_IN_COLUMNS
    given = [Column(who, 96, 1) for who in merged.analysts] if few else [Column("Given", 200, 4)]
    columns = (Column("Indicator", 170, 2), *given, Column("Merged", 96), Column("Apart", 120))
    rows = tuple(
        (
            playbook.indicator[one.indicator].name,
            *(_given(merged, one) if few else (_all_given(one),)),
            _text(merged.sheet.get(one.indicator)),
            f"{one.gap:g}, no overlap" if one.apart else f"{one.gap:g}",
        )
        for one in merged.widest
    )
    widest = merged.widest
    strong = (0, len(columns) - 2)
    return Table(SPREAD, columns, rows, strong, lambda row: spread_row_answer(playbook, merged, widest[row]))


def split_table(playbook: Playbook, proposal: Proposal, split: Disagreement) -> Table:
    """Return the stance, where it differs, and the options with different verdicts, as each analyst's scores give."""
    analysts = proposal.merged.analysts if proposal.merged else ()
    about = [*([""] if split.stance_differs else []), *(one.option for one in split.verdicts)]
    rows = (
        [("Stance", {STANCE_WORDS[kind]: who for kind, who in split.stances.items()})] if split.stance_differs else []
    )
    rows += [
        (playbook.option[one.option].name, {VERDICT_WORDS[kind]: who for kind, who in one.by.items()})
        for one in split.verdicts
    ]
    few = len(analysts) <= _ANALYSTS_IN_COLUMNS
    given = [Column(who, 130, 1) for who in analysts] if few else [Column("Verdicts", 200, 4)]
    cells = tuple((name, *(_said_by(by, analysts) if few else (_all_said(by),))) for name, by in rows)
    columns = (Column("By best scores", 170, 2), *given)
    return Table(SPLIT, columns, cells, why=lambda row: split_row_answer(playbook, proposal, about[row]))


def brought(proposal: Proposal) -> str:
    """Name what an import adds: "an assessment as of 15 May 2014 by Ana Ruiz (5 scores change)"."""
    by = f" by {proposal.analyst}" if proposal.analyst else ""
    what = f"{len(proposal.sheet.scores)} indicators scored" if proposal.basis is None else _count(proposal.changes)
    return f"an assessment as of {day_text(proposal.as_of)}{by} ({what})"


def _count(changes: Sequence[ScoreChange]) -> str:
    moved = sum(not one.only_words for one in changes)
    words = len(changes) - moved
    reasons = f"{words} {'justification' if words == 1 else 'justifications'}"
    scores = f"{moved} {'score changes' if moved == 1 else 'scores change'}" if moved else "no score changes"
    return f"{scores}, and {reasons}" if words else scores


def _compared(proposal: Proposal) -> str:
    assert proposal.basis is not None
    by = f" by {proposal.basis.analyst}" if proposal.basis.analyst else ""
    with_ = f"the assessment as of {day_text(proposal.basis.as_of)}{by}"
    if not proposal.new:
        return f"It says what {with_} says already."
    return f"Compared with {with_}, which stays as it is."


def _change_row(playbook: Playbook, change: ScoreChange) -> tuple[Cell, ...]:
    before, after = change.before, change.after
    moved = "" if before is None or after is None or before.best == after.best else _signed(after.best - before.best)
    return (
        playbook.indicator[change.indicator].name,
        _text(before),
        _text(after),
        moved,
        _confidence(before, after),
        "" if after is None else after.justification,
    )


def _confidence(before: Score | None, after: Score | None) -> str:
    words = [one.confidence for one in (before, after) if one is not None]
    return " → ".join(dict.fromkeys(words)) if after is not None else ""


def _text(score: Score | None) -> str:
    return _NOT_SCORED if score is None else f"{score.best:g} ({range_text(score)})"


def _signed(points: float) -> str:
    return f"{points:+g}".replace("-", "−")


def _said_by(by: Mapping[str, Sequence[str]], analysts: Sequence[str]) -> tuple[str, ...]:
    return tuple(next((word for word, who in by.items() if one in who), "") for one in analysts)


def _all_said(by: Mapping[str, Sequence[str]]) -> str:
    return "; ".join(f"{word} by {listed(who)}" for word, who in by.items())


def _given(merged: Merged, spread: Spread) -> tuple[str, ...]:
    """Return what each analyst gave, in the order of the analysts."""
    scores = dict(spread.opinions)
    return tuple(_text(scores.get(who)) for who in merged.analysts)


def _all_given(spread: Spread) -> str:
    return "; ".join(f"{who} {_text(score)}" for who, score in spread.opinions)


def notes(playbook: Playbook, proposal: Proposal) -> tuple[str, ...]:
    """Say what was left empty, what the sheets have no row for, and what was filled in while they were read."""
    found = []
    for one in proposal.returned:
        who = one.analyst or one.file
        if one.left_empty:
            found.append(f"{who} left {_named(playbook, one.left_empty)} empty: not scored.")
        if one.absent:
            found.append(
                f"{one.file} has no row for {_named(playbook, one.absent)}: as in the assessment compared with."
            )
        found += [f"{one.file}: {note}" for note in one.notes]
    words = sum(one.only_words for one in proposal.changes)
    if words and proposal.merged is None:
        found.append(
            f"{words} {'score has' if words == 1 else 'scores have'} another justification and the same numbers."
        )
    return tuple(found)


def _named(playbook: Playbook, indicators: Sequence[str]) -> str:
    return listed([playbook.phrase(name) for name in indicators], _INDICATORS_NAMED)
