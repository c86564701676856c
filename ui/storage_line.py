"""One calm line on where the library lies or why no backup could be made; hidden where there is nothing to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.tokens import SPACE, font
from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from ui.session import Session


class StorageLine(QFrame):
    """What it says stands in full in its tooltip; hidden until the next start once it was read."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read: set[str] = set()
        self.setObjectName("status")
        self.text = ElidedLabel(font(11.5), "ink2")
        self.hide_it = QPushButton("Hide")
        self.hide_it.setProperty("link", "true")
        self.hide_it.setFont(font(11.5))
        self.hide_it.setToolTip("Hide this until the next start")
        self.hide_it.clicked.connect(self._take_as_read)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2], 0, SPACE[2], 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.hide_it)
        session.history_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what there is to know now."""
        library = self._session.library
        told = next((one for one in (library.backups.problem, library.warning) if one and one not in self._read), "")
        self.setVisible(bool(told))
        if told:
            text = f"{told[:1].upper()}{told[1:]}".rstrip(".") + "."
            self.text.set_text(text)
            self.text.setToolTip(text)

    def _take_as_read(self) -> None:
        library = self._session.library
        self._read |= {library.backups.problem, library.warning}
        self.refresh()
