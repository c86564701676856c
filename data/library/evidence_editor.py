"""Edits of what the judgment rests on: notes, events, who judges, and what a plan is asked to weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.library import evidence_edits
from data.library.reader import LibraryReader

if TYPE_CHECKING:
    from advisor.case import Analyst, CaseEvent, Note
    from advisor.knobs import Knobs


class EvidenceEditor(LibraryReader):
    """An open library, as far as its evidence and settings are edited; every method is one saved, undoable step.

    With the `merge_key` of the step just made, an edit continues that step: typing is one step, and so is a drag.
    """

    def add_note(self, case_id: int, note: Note) -> int:
        """Add a note to a case and return its id."""
        with self._history.step() as step:
            return evidence_edits.add_note(step, case_id, note)

    def set_note(self, note_id: int, note: Note, *, merge_key: str | None = None) -> None:
        """Change a note, its grade and its links to those of `note`."""
        with self._history.step(merge_key) as step:
            evidence_edits.set_note(step, note_id, note)

    def delete_note(self, note_id: int) -> None:
        """Delete a note."""
        with self._history.step() as step:
            evidence_edits.delete_note(step, note_id)

    def add_event(self, case_id: int, event: CaseEvent) -> int:
        """Add an event to a case and return its id."""
        with self._history.step() as step:
            return evidence_edits.add_event(step, case_id, event)

    def set_event(self, event_id: int, event: CaseEvent, *, merge_key: str | None = None) -> None:
        """Change an event to `event`."""
        with self._history.step(merge_key) as step:
            evidence_edits.set_event(step, event_id, event)

    def delete_event(self, event_id: int) -> None:
        """Delete an event."""
        with self._history.step() as step:
            evidence_edits.delete_event(step, event_id)

    def add_analyst(self, analyst: Analyst) -> int:
        """Add an analyst to the library and return the id; no two have the same name."""
        with self._history.step() as step:
            return evidence_edits.add_analyst(step, analyst)

    def set_knobs(self, case_id: int, knobs: Knobs, *, merge_key: str | None = None) -> None:
        """Change the settings of the plan of a case to `knobs`."""
        with self._history.step(merge_key) as step:
            evidence_edits.set_knobs(step, case_id, knobs)
