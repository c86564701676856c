"""Keep scores that came back as new assessments: who, when, from which files; one step of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.case import PlaybookVersion
from advisor.proposal import propose
from advisor.returned import score_changes
from advisor.returned_text import origin_text
from advisor.scores import ScoreSheet
from data.scorecards.restoring import restored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.proposal import Proposal
    from advisor.returned import Returned
    from data.library import Library


def proposals_for(
    playbook: Playbook, case: Case | None, returned: Sequence[Returned], *, separately: bool = False
) -> tuple[Proposal, ...]:
    """Return what sheets of one case would make of it; what a workbook cannot hold is no change."""
    sheets = [one if case is None else restored(one, case) for one in returned]
    return propose(playbook, case, sheets, separately=separately)


def store_scores(library: Library, playbook: Playbook, case_id: int, proposals: Sequence[Proposal]) -> tuple[str, ...]:
    """Add an assessment for each proposal and return their ids; a step of its own, or part of an open `edit`.

    Raises
    ------
    LibraryError
        The library refuses; nothing was changed.
    """
    identity = playbook.identity
    version = PlaybookVersion(identity.id, identity.version, identity.sha256)
    added = []
    with library.edit("Import scores", case_id=case_id):
        for one in proposals:
            basis = None if one.basis is None else one.basis.id
            note = origin_text(one)
            new = library.add_assessment(case_id, one.as_of, copy_of=basis, analyst=one.analyst, note=note)
            standing = ScoreSheet() if one.basis is None else one.basis.sheet
            for change in score_changes(playbook, standing, one.sheet):
                name = playbook.indicator[change.indicator].name
                library.set_score(new, change.indicator, change.after, name=name, playbook=version)
            added.append(new)
    return tuple(added)
