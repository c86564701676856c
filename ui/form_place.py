"""The place above the page where forms are shown, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.forms import Form


class FormPlace(QWidget):
    """Holds a form until it is closed, and remembers where the keyboard was before."""

    closed = Signal()
    """The form is gone: the keyboard is to go somewhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form: Form | None = None
        self.keyboard_before: QWidget | None = None
        self.opened_before: str | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_form(self, form: Form, opened: str | None) -> None:
        """Show a form in place of the one that is there; `opened` is the id of the assessment that is open."""
        keyboard: QWidget | None = self.window().focusWidget()
        if self.form is not None and keyboard is not None and self.form.isAncestorOf(keyboard):
            keyboard = self.keyboard_before
        self.close_form()
        self.form, self.keyboard_before, self.opened_before = form, keyboard, opened
        self._column.addWidget(form)
        form.closed.connect(self.close_form)
        form.setFocus()

    def close_form(self) -> None:
        """Take the form away; what was entered and not submitted is dropped."""
        if self.form is not None:
            form, self.form = self.form, None
            form.hide()
            form.deleteLater()
            self.closed.emit()
