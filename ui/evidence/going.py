"""From a hit of the search to the place where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.library_ports import HitPort
    from ui.pages import Pages
    from ui.session import Session


class Guide:
    """Opens the case of a hit and the page on which its text stands."""

    def __init__(self, session: Session, pages: Pages) -> None:
        self._session, self._pages = session, pages

    def go_to(self, hit: HitPort) -> None:
        """Show what was found: a note among the notes, a reason at its score, anything else on the timeline."""
        from ui.pages import EVIDENCE, TIMELINE

        assessment = self._assessment(hit)
        opened = self._session.assessment
        if assessment is None:
            return
        if opened is None or opened.id != assessment:
            self._session.open_assessment(assessment)
        if hit.kind == "note":
            self._pages.go_to(EVIDENCE)
            self._pages.evidence.show_note(hit.id)
        elif hit.kind == "justification" and hit.indicators:
            self._pages.show_indicator(hit.indicators[0])
        else:
            self._pages.go_to(TIMELINE)

    def _assessment(self, hit: HitPort) -> str | None:
        """Return which assessment to open: the one that is, if the text belongs to it or to its case at large."""
        opened = self._session.assessment
        if opened is not None and (
            opened.id in hit.assessments or (not hit.assessments and self._session.case_id == hit.case_id)
        ):
            return opened.id
        if hit.assessments:
            return hit.assessments[-1]
        case = next((one for one in self._session.cases() or () if one.id == hit.case_id), None)
        return max(case.assessments, key=lambda one: one.as_of).id if case and case.assessments else None
