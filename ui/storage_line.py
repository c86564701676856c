"""One line on where the library lies, that it is gone, or why no backup could be made; hidden where all is well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.tokens import SPACE, font
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from ui.session import Session


class StorageLine(QFrame):
    """What it says stands in full in its tooltip; hidden until the next start once it was read.

    That the file of the library is gone stays, until it is back: till then nothing can be saved.
    """

    copy_wanted = Signal()
    """What is open is to be kept in another file."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._read: set[str] = set()
        self.setObjectName("status")
        self.text = ElidedLabel(font(11.5), "ink2")
        self.keep, self.hide_it = QPushButton("Keep a copy…"), QPushButton("Hide")
        for button in (self.keep, self.hide_it):
            button.setProperty("link", "true")
            button.setFont(font(11.5))
        self.keep.setToolTip("Write what is open here to another file")
        self.keep.clicked.connect(self.copy_wanted)
        self.hide_it.setToolTip("Hide this until the next start")
        self.hide_it.clicked.connect(self._take_as_read)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2], 0, SPACE[2], 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.keep)
        row.addWidget(self.hide_it)
        session.history_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what there is to know now."""
        library = self._session.library
        lost = library.lost
        quiet = (one for one in (library.backups.problem, library.warning) if one and one not in self._read)
        told = lost or next(quiet, "")
        self.setVisible(bool(told))
        self.keep.setVisible(bool(lost))
        self.hide_it.setVisible(not lost)
        self.text.set_ink("ink" if lost else "ink2")
        if told:
            text = f"{told[:1].upper()}{told[1:]}".rstrip(".") + "."
            self.text.set_text(text)
            self.text.setToolTip(plain_tip(text))

    def _take_as_read(self) -> None:
        library = self._session.library
        self._read |= {library.backups.problem, library.warning}
        self.refresh()
