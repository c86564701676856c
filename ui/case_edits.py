"""Edits of what the open case holds besides scores: notes, events, the confidence of a score taken from evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.case import CaseEvent, Note
    from advisor.scores import Confidence
    from ui.session import Session


class CaseEdits:
    """Each edit is saved as it is made and can be undone; what the library refuses, the session tells."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_note(self, note: Note, case_id: int | None = None) -> int | None:
        """Add a note to a case, the open one where none is named; return its id, or None where that failed."""
        into, add = self._session.case_id if case_id is None else case_id, self._session.library.add_note
        if into is None:
            return None
        return self._session.amend("The note was not added", lambda: add(into, note))

    def set_note(self, note_id: int, note: Note, field: str) -> None:
        """Change a note; edits of one field in a short time are one step."""
        change, key = self._session.library.set_note, self._session.merge_key(f"note {note_id} {field}")
        self._session.amend("The note was not changed", lambda: change(note_id, note, merge_key=key))

    def delete_note(self, note_id: int) -> bool:
        """Delete a note; say whether it was done."""
        delete = self._session.library.delete_note
        return self._session.amend("The note was not deleted", lambda: (delete(note_id), True)[1]) is True

    def add_event(self, event: CaseEvent) -> int | None:
        """Add an event to the open case; return its id, or None where that failed."""
        case_id, add = self._session.case_id, self._session.library.add_event
        if case_id is None:
            return None
        return self._session.amend("The event was not added", lambda: add(case_id, event))

    def set_event(self, event_id: int, event: CaseEvent, field: str) -> None:
        """Change an event; edits of one field in a short time are one step."""
        change, key = self._session.library.set_event, self._session.merge_key(f"event {event_id} {field}")
        self._session.amend("The event was not changed", lambda: change(event_id, event, merge_key=key))

    def delete_event(self, event_id: int) -> bool:
        """Delete an event; say whether it was done."""
        delete = self._session.library.delete_event
        return self._session.amend("The event was not deleted", lambda: (delete(event_id), True)[1]) is True

    def take_confidence(self, indicator: str, confidence: Confidence) -> None:
        """Give the score of an indicator the confidence that its evidence suggests."""
        sheet = self._session.sheet
        score = None if sheet is None else sheet.get(indicator)
        if score is not None:
            self._session.set_score(indicator, replace(score, confidence=confidence))
