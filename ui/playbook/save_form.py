"""Asks for the name of a playbook of one's own, above the view, and keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.forms import NAME_MISSING, Form

if TYPE_CHECKING:
    from advisor.trial import Trial
    from ui.playbook_ports import PlaybooksPort
    from ui.session import Session

_LONGEST_NAME, _WIDTH = 60, 260


class SavePlaybookForm(Form):
    """Writes a copy of the open playbook with the changes that are tried out."""

    saved = Signal(object)
    """The playbook kept, as a `KnownPlaybookPort`."""

    def __init__(self, session: Session, playbooks: PlaybooksPort, trial: Trial) -> None:
        super().__init__("Save as a playbook of my own", "Save playbook")
        self._session, self._playbooks, self._trial = session, playbooks, trial
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setMinimumWidth(_WIDTH)
        self.name.setPlaceholderText("What it is to be called")
        self.add_field("Name", self.name, 1)
        self.add_buttons()
        self.setFocusProxy(self.name)

    def is_complete(self) -> bool:
        self.complain(self.name, "" if self.name.text().strip() else NAME_MISSING)
        return bool(self.name.text().strip())

    def apply(self) -> bool:
        try:
            kept = self._playbooks.save(self._session.playbook, self._trial, self.name.text())
        except Exception as error:  # whatever it is, it is said beside the field
            self.complain(self.name, str(error))
            return False
        self.saved.emit(kept)
        return True
