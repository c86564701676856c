"""The knobs of the plan as kept with the open case: saved once a drag pauses, and followed where they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.knobs import Knobs

if TYPE_CHECKING:
    from ui.session import Session

PAUSE_MS = 300


class KeptKnobs(QObject):
    """Saves the knobs last turned; one drag is one step of the history.

    Where nothing may be changed, in a library open for reading only or for a locked assessment, knobs can be turned
    to see what would follow, and are not kept.
    """

    changed = Signal()
    """The case holds other knobs than those last saved here: after an undo, or by another window."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._turned: tuple[int, Knobs] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save)
        session.assessment_opened.connect(self.save)
        session.case_changed.connect(self._follow)

    @property
    def knobs(self) -> Knobs:
        """The knobs of the open case as they are kept."""
        case = self._session.case
        return Knobs() if case is None else case.knobs

    def keep(self, knobs: Knobs) -> None:
        """Save knobs once they have been still for a moment."""
        if self._session.case_id is not None and self._session.editable:
            self._turned = (self._session.case_id, knobs)
            self._pause.start()

    def save(self) -> None:
        """Save now what was turned and is not saved yet."""
        self._pause.stop()
        if self._turned is None:
            return
        (case_id, knobs), self._turned = self._turned, None
        set_knobs, key = self._session.library.set_knobs, self._session.merge_key("knobs")
        self._session.amend("The knobs were not saved", lambda: set_knobs(case_id, knobs, merge_key=key))

    def _follow(self) -> None:
        if self._turned is None:
            self.changed.emit()
