"""What an import of score sheets proposes: a new assessment for each date, merged where several analysts scored it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.merge import AnalystSheet, disagreement, merge
from advisor.phrasing import listed
from advisor.returned import score_changes, with_later_edits
from advisor.scores import ScoreSheet

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from advisor.case import Assessment, Case
    from advisor.merge import Disagreement, Merged
    from advisor.playbook import Playbook
    from advisor.returned import Returned, ScoreChange

_ANALYSTS_NAMED = 20


@dataclass(frozen=True, slots=True)
class Proposal:
    """A new assessment that sheets of one case and date would make.

    Attributes
    ----------
    basis
        The assessment it is compared with, whose issue it takes over; None where the case has none.
    sheet
        Its scores.
    merged, disagreement
        How they came about, and whether the analysts' differences matter; None where there is one sheet.
    """

    as_of: dt.date
    analysts: tuple[str, ...]
    basis: Assessment | None
    sheet: ScoreSheet
    changes: tuple[ScoreChange, ...]
    returned: tuple[Returned, ...]
    merged: Merged | None = None
    disagreement: Disagreement | None = None

    @property
    def new(self) -> bool:
        """Whether it says anything that its basis does not: other scores, or another date."""
        return self.basis is None or self.basis.as_of != self.as_of or bool(self.changes)

    @property
    def analyst(self) -> str:
        """Who signs it: "Ana Ruiz and Ben Holt"; empty where nobody gave a name."""
        return listed(self.analysts, _ANALYSTS_NAMED) if self.analysts else ""


def propose(
    playbook: Playbook, case: Case | None, returned: Sequence[Returned], *, separately: bool = False
) -> tuple[Proposal, ...]:
    """Return what sheets of one case would make of it, in order of date.

    Parameters
    ----------
    case
        The case as it stands; None where it is to be added.
    separately
        Keep each sheet as an assessment of its own instead of merging those of one date.
    """
    if separately:
        groups = [[one] for one in returned]
    else:
        groups = [[one for one in returned if one.as_of == day] for day in {one.as_of for one in returned}]
    return tuple(_proposal(playbook, case, group) for group in sorted(groups, key=lambda group: group[0].as_of))


def _proposal(playbook: Playbook, case: Case | None, given: Sequence[Returned]) -> Proposal:
    basis = _basis(case, given)
    standing = ScoreSheet() if basis is None else basis.sheet
    group = [one if basis is None else with_later_edits(playbook, one, basis) for one in given]
    sheets = [AnalystSheet(one.analyst, one.sheet) for one in group]
    merged = merge(playbook, sheets) if len(group) > 1 else None
    sheet = sheets[0].sheet if merged is None else _as_sent(sheets, merged.sheet, standing)
    sheet = _with_absent(group, sheet, standing)
    held = _held(case, group[0].as_of, sheet)
    if held is not None:
        basis, standing = held, held.sheet
    return Proposal(
        as_of=group[0].as_of,
        analysts=tuple(one.analyst for one in group if one.analyst) if merged is None else merged.analysts,
        basis=basis,
        sheet=sheet,
        changes=score_changes(playbook, standing, sheet),
        returned=tuple(group),
        merged=merged,
        disagreement=None if merged is None else disagreement(playbook, sheets),
    )


def _held(case: Case | None, day: dt.date, sheet: ScoreSheet) -> Assessment | None:
    """Return the assessment that says all of it already, as after an import of the same files."""
    return next((one for one in (case.assessments if case else ()) if one.as_of == day and one.sheet == sheet), None)


def _as_sent(sheets: Sequence[AnalystSheet], merged: ScoreSheet, standing: ScoreSheet) -> ScoreSheet:
    """Return the merged sheet with the scores as they stand that every analyst left as they were sent."""
    kept = {
        name: score for name, score in standing.scores.items() if all(one.sheet.get(name) == score for one in sheets)
    }
    return ScoreSheet({**merged.scores, **kept})


def _with_absent(group: Sequence[Returned], sheet: ScoreSheet, standing: ScoreSheet) -> ScoreSheet:
    """Return the sheet with the scores as they stand of indicators that no file has a row for."""
    absent = set.intersection(*(set(one.absent) for one in group))
    kept = {name: score for name, score in standing.scores.items() if name in absent}
    return ScoreSheet({**kept, **sheet.scores})


def _basis(case: Case | None, group: Sequence[Returned]) -> Assessment | None:
    """Return the assessment that the sheets were made from, else the latest by their date, else the earliest."""
    held = sorted(case.assessments, key=lambda one: one.as_of) if case else []
    made_from = {one.assessment for one in group}
    named = [one for one in held if one.id in made_from]
    earlier = [one for one in held if one.as_of <= group[0].as_of]
    fitting = named or earlier or held[:1]
    return fitting[-1] if fitting else None
