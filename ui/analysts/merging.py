"""Keeps the merged scores of several analysts as a new assessment, in one step of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.phrasing import listed

if TYPE_CHECKING:
    from advisor.analysts import Opinions
    from ui.session import Session

_NAMED = 20


def keep_merged(session: Session, opinions: Opinions) -> str | None:
    """Add the merged sheet beside the analysts' own, open it and return its id; None where that was refused."""
    case_id, library, version = session.case_id, session.library, session.playbook_version
    if case_id is None or session.case is None:
        return None
    names, country = listed(opinions.merged.analysts, _NAMED), session.case.name

    def add() -> str:
        with library.edit(f"{country}: merge the scores of {names}"):
            made = library.add_assessment(case_id, opinions.as_of, copy_of=opinions.assessments[0].id, analyst=names)
            for indicator, score in opinions.merged.sheet.scores.items():
                name = session.playbook.indicator[indicator].name
                library.set_score(made, indicator, score, name=name, playbook=version)
        session.want(made)
        return made

    return session.edit("The scores were not merged", add)
