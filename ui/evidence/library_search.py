"""The search over the whole library: a field, and what it found, the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from ui.evidence.hit_list import HitList
from ui.widgets.clear_button import ClearButton

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.session import Session

HINT = "Search the whole library"
_SEARCHED = "Finds words in the notes, reasons, facts and events of all countries"
_PAUSE_MS = 150


class LibrarySearch(QObject):
    """Searches as one types; Return goes to what was found, Escape there comes back and clears the field."""

    changed = Signal()
    """Other hits are there, or the search was left."""

    def __init__(self, session: Session, names: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.field, self.hits = QLineEdit(), HitList(names)
        self.field.setPlaceholderText(HINT)
        self.field.setAccessibleName(HINT)
        self.field.setToolTip(_SEARCHED)
        ClearButton(self.field)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.field.textChanged.connect(self._type)
        self.field.returnPressed.connect(self._enter)
        self.hits.left.connect(self._leave)

    @property
    def active(self) -> bool:
        """Whether something is searched for."""
        return bool(self.field.text().strip())

    @property
    def found(self) -> bool:
        """Whether there are hits."""
        return bool(self.hits.found.hits)

    def clear(self) -> None:
        """Leave the search."""
        self.field.clear()

    def _type(self) -> None:
        if self.active:
            self._pause.start()
        else:
            self._search()

    def _search(self) -> None:
        self._pause.stop()
        text, search = self.field.text().strip(), self._session.library.search
        found = self._session.ask("The library could not be searched", lambda: search(text)) if text else ()
        self.hits.found.show_hits(found or ())
        self.changed.emit()

    def _enter(self) -> None:
        self._search()
        if self.found:
            self.hits.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self) -> None:
        self.clear()
        self.field.setFocus()
