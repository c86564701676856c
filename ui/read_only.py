"""Why what is open cannot be changed, and what to do about it, in a line beside what is only shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.tokens import font
from ui.widgets.ink_label import InkLabel
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session

LOCKED = "Locked: unlock it above, or copy it, to change a score."
READ_ONLY = "Nothing can be changed: the library is open for reading only."
LOCKED_PLAN = (
    "This assessment is locked, but the plan here is solved with the knobs of the country as they stand today. "
    "Turning them shows what would follow; nothing is kept."
)


class ReadOnlyLine(InkLabel):
    """Shown only while the open assessment cannot be changed."""

    def __init__(self, session: Session, locked: str = LOCKED, parent: QWidget | None = None) -> None:
        super().__init__(font(11.5), "ink2")
        self.setParent(parent)
        self._session, self._locked = session, locked
        session.assessment_opened.connect(self.refresh)
        session.case_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say why nothing can be changed, or nothing."""
        self.setText(_reason(self._session, self._locked))
        self.setToolTip(plain_tip(self._session.library.read_only_reason) if self.text() == READ_ONLY else "")
        self.setVisible(bool(self.text()))


def _reason(session: Session, locked: str) -> str:
    if session.assessment is None or session.editable:
        return ""
    if session.library.read_only:
        return READ_ONLY
    return locked
