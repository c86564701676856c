"""What the data of an indicator suggest: what each suggestion rests on, what to mind, and the button that uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.suggestion_text import basis_text, button_text, caution_texts
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.suggestion import Suggestion

USE_KEY = "U"


class DataSuggestions(QWidget):
    """A line for every suggestion; without any it is not shown. Above them what asks for a reason, if anything does."""

    used = Signal(object)
    """The Suggestion whose button was pressed."""

    def __init__(self, label_width: int) -> None:
        super().__init__()
        self._rows = [_Row()]
        self._suggestions: tuple[Suggestion, ...] = ()
        self._editable = True
        self.heading = InkLabel(section_font(), "ink2", "Data")
        self.heading.setWordWrap(False)
        self.review = InkLabel(font(12, bold=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._column.addWidget(self.review)
        self.heading.setFixedWidth(label_width)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE[1])
        layout.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._column, 1)
        self.review.hide()
        self._place(0)
        self.hide()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons shown, from top to bottom."""
        return tuple(row.button for row in self._rows if not row.button.isHidden())

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """What is said of every suggestion shown: what it rests on, and what to mind."""
        return tuple((row.basis.text(), row.caution.text()) for row in self._rows[: len(self._suggestions)])

    @property
    def pointed(self) -> int:
        """The place of the suggestion that the mouse or the keyboard is on; 0 where it is on none."""
        return next((place for place, row in enumerate(self._rows) if row.pointed), 0)

    @property
    def first_button(self) -> QPushButton:
        """Where the keyboard arrives; the buttons of further suggestions follow it."""
        return self._rows[0].button

    def show_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Show other suggestions."""
        self._suggestions = tuple(suggestions)
        while len(self._rows) < len(suggestions):
            self._rows.append(_Row())
            self._place(len(self._rows) - 1)
            QWidget.setTabOrder(self._rows[-2].button, self._rows[-1].button)
        for number, row in enumerate(self._rows):
            row.show_suggestion(suggestions[number] if number < len(suggestions) else None)
        self.setVisible(bool(suggestions))

    def show_review(self, text: str) -> None:
        """Ask for the reason of a score that departs from its data, or for nothing."""
        self.review.setText(text)
        self.review.setVisible(bool(text))

    def set_editable(self, editable: bool) -> None:
        """Let suggestions be used, or only read."""
        self._editable = editable
        for row in self._rows:
            row.button.setEnabled(editable)

    def _place(self, number: int) -> None:
        row = self._rows[number]
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(row.basis)
        texts.addWidget(row.caution)
        texts.addStretch()
        beside = QHBoxLayout()
        beside.setSpacing(SPACE[1])
        beside.addLayout(texts, 1)
        beside.addWidget(row.button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(beside)
        row.button.setEnabled(self._editable)
        row.button.clicked.connect(lambda: self.used.emit(self._suggestions[number]))
        row.show_suggestion(None)


class _Row:
    """The widgets of one suggestion."""

    def __init__(self) -> None:
        self.basis = InkLabel(font(12))
        self.caution = InkLabel(font(11.5), "ink2")
        self.button = QPushButton()
        self.button.setFont(font(12))

    @property
    def pointed(self) -> bool:
        """Whether the mouse or the keyboard is on it."""
        return self.button.hasFocus() or any(one.underMouse() for one in (self.basis, self.caution, self.button))

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """Show a suggestion, or nothing."""
        cautions = () if suggestion is None else caution_texts(suggestion)
        for widget in (self.basis, self.button):
            widget.setVisible(suggestion is not None)
        self.caution.setVisible(bool(cautions))
        self.caution.setText("".join(f"⚠ {text} " for text in cautions).strip())
        if suggestion is not None:
            basis = basis_text(suggestion)
            self.basis.setText(basis)
            self.button.setText(button_text(suggestion))
            self.button.setAccessibleDescription(" ".join((f"{basis}.", *cautions)))
            self.button.setToolTip(f"Set the score to what the data suggest ({USE_KEY} on the row uses the soundest)")
