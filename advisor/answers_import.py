"""Why a preview of an import says what it says: of all files, of one, of a table in it, and of a row of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.answers import RULE_MARK, Answer, Part, Subject
from advisor.merge_text import RULE_TEXT
from advisor.returned import consequence
from advisor.returned_text import consequence_text, score_text
from advisor.wording import VERDICT_WORDS, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor import incoming
    from advisor.incoming import ImportPreview
    from advisor.merge import Merged, Spread
    from advisor.playbook import Playbook
    from advisor.proposal import Proposal
    from advisor.returned import ScoreChange

NOTHING_KEPT = "Nothing is kept before Import is pressed, and then all of it in one step that can be undone."
NO_FILES = "No files are chosen."
_CORRECT = "What was found or assumed about a file stands above its tables and can be corrected there."


def incoming_answer(preview: ImportPreview | None, place: str) -> Answer:
    """Return what stands behind a part of a preview: "" all, "part", "part/table" or "part/table/row"."""
    if preview is None:
        return Answer("Import", "", f"{NO_FILES} {NOTHING_KEPT}")
    places = [int(one) for one in place.split(RULE_MARK)] if place else []
    if not places:
        return _whole(preview)
    part = preview.parts[places[0]]
    if len(places) == 1:
        return _part(part, places[0])
    table = part.tables[places[1]]
    if len(places) == 2 or table.why is None:
        return _table(table, places)
    return table.why(places[2])


def change_answer(playbook: Playbook, proposal: Proposal, change: ScoreChange) -> Answer:
    """Return what a score that comes back would change, alone and from what to what."""
    before, after = change.before, change.after
    alone = "There is nothing to compare it with."
    if proposal.basis is not None:
        sheet = proposal.basis.sheet
        found = consequence(playbook, sheet, sheet.with_score(change.indicator, after))
        alone = f"Changed alone: {consequence_text(playbook, found)}"
    words = "no justification given"
    return Answer(
        title=playbook.indicator[change.indicator].name,
        value=f"{score_text(before)} → {score_text(after)}",
        meaning=f"{playbook.indicator[change.indicator].question} {alone}",
        parts=(
            Part("As it stands", score_text(before), "" if before is None else before.justification or words),
            Part("As it came back", score_text(after), "" if after is None else after.justification or words),
            *(
                Part(one.file, one.analyst or "not signed", score_text(one.sheet.get(change.indicator)))
                for one in proposal.returned
            ),
        ),
        changes=(NOTHING_KEPT,),
    )


def spread_row_answer(playbook: Playbook, merged: Merged, spread: Spread) -> Answer:
    """Return what each analyst gave an indicator and why, and how that becomes one score."""
    return Answer(
        title=playbook.indicator[spread.indicator].name,
        value=f"gap {spread.gap:g}",
        meaning=f"{playbook.indicator[spread.indicator].question} {RULE_TEXT}",
        parts=(
            *(
                Part(who, score_text(score), score.justification or "no justification given")
                for who, score in spread.opinions
            ),
            *(Part(who, "not scored") for who in spread.silent),
            Part("Merged", score_text(merged.sheet.get(spread.indicator))),
        ),
        changes=("Keeping each analyst's scores as an assessment of its own leaves them unmerged.", NOTHING_KEPT),
    )


def split_row_answer(playbook: Playbook, proposal: Proposal, option: str) -> Answer:
    """Return what each analyst's scores say of an option; without one, of the stance."""
    # Deferred: judging is not needed to show a preview.
    from advisor.findings import judge
    from advisor.wording import STANCE_WORDS, option_reason

    names = proposal.merged.analysts if proposal.merged else ()
    parts = []
    for who, one in zip(names, proposal.returned, strict=True):
        best = judge(playbook, one.sheet)
        if not option:
            parts.append(Part(who, f"index {signed(best.stance.index)}", STANCE_WORDS[best.stance.stance_class]))
            continue
        found = next(each for each in best.options if each.id == option)
        note = f"{VERDICT_WORDS[found.verdict]}: {option_reason(playbook, found)}"
        parts.append(Part(who, f"standing {signed(found.standing)}", note))
    return Answer(
        title=playbook.option[option].name if option else "Stance",
        value="",
        meaning="What each analyst's best scores lead to, taken alone.",
        parts=tuple(parts),
        changes=(NOTHING_KEPT,),
    )


def _whole(preview: ImportPreview) -> Answer:
    return Answer(
        title="Import",
        value=f"{len(preview.parts)} {'part' if len(preview.parts) == 1 else 'parts'}",
        meaning=f"{preview.summary} {NOTHING_KEPT}".strip(),
        parts=(
            *(Part(one.file, one.where, one.what) for one in preview.troubles),
            *(
                Part(one.title, "", one.kind, Subject("incoming", str(place)))
                for place, one in enumerate(preview.parts)
            ),
        ),
        changes=(_CORRECT,),
    )


def _part(part: incoming.Part, place: int) -> Answer:
    return Answer(
        title=part.title,
        value=part.kind,
        meaning=" ".join((*part.judgements, *part.lines)) or NOTHING_KEPT,
        parts=(
            *(
                Part(one.name, str(len(one.rows)), "rows", Subject("incoming", f"{place}{RULE_MARK}{number}"))
                for number, one in enumerate(part.tables)
            ),
            *(Part("To know", "", note) for note in part.notes),
        ),
        changes=(_CORRECT,),
    )


def _table(table: incoming.Table, places: list[int]) -> Answer:
    return Answer(
        title=table.name,
        value=f"{len(table.rows)} {'row' if len(table.rows) == 1 else 'rows'}",
        meaning="; ".join(one.title for one in table.columns) + ".",
        parts=tuple(_rows(table, RULE_MARK.join(map(str, places[:2])))),
        changes=(_CORRECT,),
    )


def _rows(table: incoming.Table, place: str) -> Iterator[Part]:
    for number, row in enumerate(table.rows):
        first, *rest = ["" if cell is None else f"{cell:g}" if isinstance(cell, float) else cell for cell in row]
        subject = None if table.why is None else Subject("incoming", f"{place}{RULE_MARK}{number}")
        yield Part(first, "", ", ".join(filter(None, rest)), subject)
