"""Edits of the library at large: countries and assessments are added, copied, renamed, dated, deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.case import Analyst

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from ui.session import Session


class LibraryEdits:
    """Each edit is saved as it is made and can be undone; what the library refuses, the session tells."""

    def __init__(self, session: Session) -> None:
        self._session, self._library = session, session.library

    def new_case(self, name: str, issue: str, as_of: dt.date) -> int | None:
        """Add a country with one blank assessment and open it; return its id, or None where that failed."""
        session, library = self._session, self._library

        def add() -> int:
            with library.edit(f"Add {name}"):
                self._introduce(session.analyst)
                case_id = library.add_case(name, session.playbook.identity.id)
                session.want(library.add_assessment(case_id, as_of, analyst=session.analyst, issue=issue))
            return case_id

        return session.edit("The country was not added", add)

    def rename_case(self, case_id: int, name: str) -> bool:
        """Rename a country; say whether it was saved."""
        return self._edited("The country was not renamed", lambda: self._library.rename_case(case_id, name))

    def duplicate_case(self, case_id: int, name: str) -> int | None:
        """Add a country that is a copy of another; return its id, or None where that failed."""

        def copy() -> int:
            case = self._library.case(case_id)
            return self._library.import_case(replace(case, name=name), f"Duplicate {case.name}")

        return self._session.edit("The country was not duplicated", copy)

    def delete_case(self, case_id: int) -> bool:
        """Delete a country with all its assessments; say whether it was done."""
        return self._edited("The country was not deleted", lambda: self._library.delete_case(case_id))

    def new_assessment(
        self, case_id: int, as_of: dt.date, copy_of: str | None = None, *, analyst: str | None = None
    ) -> str | None:
        """Add an assessment, blank or copied, and open it; return its id, or None where that failed.

        It is signed by `analyst`, or where that is None by the one of the settings.
        """
        signed = self._session.analyst if analyst is None else analyst.strip()

        def add() -> str:
            self._introduce(signed)
            added = self._library.add_assessment(case_id, as_of, copy_of=copy_of, analyst=signed)
            self._session.want(added)
            return added

        return self._session.edit("The assessment was not added", add)

    def redate(self, assessment_id: str, as_of: dt.date) -> bool:
        """Change the as-of date of an assessment; say whether it was saved."""
        update = self._library.update_assessment
        return self._edited("The date was not changed", lambda: update(assessment_id, as_of=as_of))

    def delete_assessment(self, assessment_id: str) -> bool:
        """Delete an assessment; say whether it was done."""
        return self._edited("The assessment was not deleted", lambda: self._library.delete_assessment(assessment_id))

    def _introduce(self, analyst: str) -> None:
        """Let the library know an analyst, before assessments are signed with the name."""
        if analyst and all(one.name != analyst for one in self._library.analysts()):
            self._library.add_analyst(Analyst(analyst))

    def _edited(self, failure: str, action: Callable[[], None]) -> bool:
        def edit() -> bool:
            action()
            return True

        return self._session.edit(failure, edit) is True
