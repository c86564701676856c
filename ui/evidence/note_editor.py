"""The fields of one note, in a panel beside the list; what is entered is saved as it is entered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from advisor.evidence_parameters import CREDIBILITIES, RELIABILITIES
from advisor.evidence_words import BEARING_WORDS, CREDIBILITY_WORDS, RELIABILITY_WORDS
from advisor.periods import NO_DATE, period
from advisor.phrasing import capitalised
from ui.evidence.links_button import LinksButton
from ui.evidence.typed_text import TypedText
from ui.live_sections import line
from ui.tokens import SPACE, font
from ui.widgets.error_label import ErrorLabel
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from advisor.case import Note

WIDTH = 320
NEW, CHANGE, READ = "New note", "Note", "Note (read only)"
LOCKED = "An assessment it belongs to is locked: unlock that to change the note, or add another note."
NOTHING, NOTHING_TO_CHANGE = "Choose a note to read or change it, or add one.", "Choose a note to read it."
TEXT_MISSING = "Type what the source says"
_TEXT_LINES = 7
_BEARINGS = {"for": "For the score", "against": "Against the score", "neutral": "Background"}


class NoteEditor(QFrame):
    """Shows a note of the case, or a draft that becomes one with its first words."""

    added = Signal(object)
    """The Note to add."""
    changed = Signal(object, str)
    """The Note as it is to be, and which field was changed."""
    delete_wanted = Signal(int)
    """Id of the note to delete."""
    left = Signal()
    """The keyboard wants to go back to the list."""
    link_wanted = Signal(str)
    """The address to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setMinimumWidth(WIDTH)
        self._note: Note | None = None
        self._filling = False
        self.heading = line(font(15, serif=True, bold=True), "ink", CHANGE)
        self.nothing = InkLabel(font(12.5), "ink2", NOTHING)
        self.text = TypedText("What the source says", "What the source says, in your words or its own", _TEXT_LINES)
        self.source, self.date, self.link = QLineEdit(), QLineEdit(), QLineEdit()
        self.reliability, self.credibility, self.bearing = QComboBox(), QComboBox(), QComboBox()
        self.indicators = LinksButton("No indicator yet")
        self.assessments = LinksButton("Every assessment of the case")
        self.text_problem, self.date_problem = ErrorLabel(), ErrorLabel()
        self.aside = InkLabel(font(11.5), "ink3")
        self.open_link, self.delete = QPushButton("Open"), QPushButton("Delete note")
        self._fields = QWidget()
        self._fill_choices()
        self._lay_out()
        self._listen()
        self.show_note(None)

    @property
    def note(self) -> Note | None:
        """The note shown, a draft included."""
        return self._note

    def show_note(self, note: Note | None, aside: str = "", *, editable: bool = True, locked: bool = False) -> None:
        """Show a note; what is being typed into the same note stays. `aside` says why it has no weight here, if so."""
        same = note is not None and self._note is not None and note.id == self._note.id
        if not same:
            self.keep()
        self._filling = True
        self._fields.setVisible(note is not None)
        self.nothing.setVisible(note is None)
        said = (f"No weight here: {aside}." if aside else "", LOCKED if locked else "")
        self.aside.setText(" ".join(filter(None, said)))
        self.aside.setVisible(bool(self.aside.text()))
        if note is not None:
            self._fill(note, self._note if same else None)
            self._set_editable(editable)
            draft = not note.id
            self.heading.setText(NEW if draft else CHANGE if editable else READ)
            self.delete.setVisible(not draft)
        else:
            self.heading.setText(CHANGE)
            self.nothing.setText(NOTHING if editable else NOTHING_TO_CHANGE)
        self._note = note
        self._filling = False

    def offer(self, indicators: Sequence[tuple[str, str, str]], assessments: Sequence[tuple[str, str, str]]) -> None:
        """List what a note can be about: id, name and group of each."""
        self.indicators.offer(indicators)
        self.assessments.offer(assessments)

    def take_over(self, note: Note | None) -> None:
        """Go on with a draft as the note that it has become, whatever is being typed."""
        if note is not None:
            self._note = note

    def keep(self) -> None:
        """Save what was typed and is not saved yet."""
        if self._note is None:
            return
        self.text.keep_typing()
        for name, field in (("source", self.source), ("link", self.link), ("date", self.date)):
            if field.isModified():
                self._keep_line(name, field)

    def take_keyboard(self) -> None:
        """Put the keyboard on the words of the note."""
        if self._note is not None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.keep()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Inside

    def _fill(self, note: Note, before: Note | None) -> None:
        """Fill the fields, but leave those alone into which something else was typed since."""
        self.text_problem.setText("")
        self.date_problem.setText("")
        if before is None:
            self.text.setPlainText("")
            self.text.show_text("")
        self.text.show_text(note.text)
        for name, field in (("source", self.source), ("link", self.link), ("date", self.date)):
            if before is None or field.text() == getattr(before, name):
                if field.text() != getattr(note, name):
                    field.setText(getattr(note, name))
                    field.setCursorPosition(0)
                field.setModified(False)
        for box, value in (
            (self.reliability, note.reliability),
            (self.credibility, note.credibility),
            (self.bearing, note.bearing),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        self.indicators.show_chosen(note.indicators)
        self.assessments.show_chosen(note.assessments)
        self.open_link.setEnabled(bool(note.link))

    def _set_editable(self, editable: bool) -> None:
        for field in (self.text, self.source, self.link, self.date):
            field.setReadOnly(not editable)
        self.text.viewport().setAutoFillBackground(editable)
        for entry in (self.source, self.link, self.date) if not editable else ():
            entry.setCursorPosition(0)  # its beginning tells more than its end
        for widget in (self.reliability, self.credibility, self.bearing, self.indicators, self.assessments):
            widget.setEnabled(editable)
        self.delete.setEnabled(editable)

    def _change(self, field: str, **values: Any) -> None:
        """Pass on what was entered; a draft waits for its first words."""
        if self._filling or self._note is None:
            return
        note = replace(self._note, **values)
        if note == self._note:
            return
        self._note = note
        if note.id:
            self.changed.emit(note, field)
        elif note.text:
            self.added.emit(note)

    def _keep_text(self, text: str) -> None:
        self.text_problem.setText("" if text else TEXT_MISSING)
        if text:
            self._change("text", text=text)

    def _keep_line(self, name: str, field: QLineEdit) -> None:
        value = field.text().strip()
        if name == "date":
            wrong = bool(value) and period(value) is None
            self.date_problem.setText(NO_DATE if wrong else "")
            field.setAccessibleDescription(self.date_problem.text())
            if wrong:
                return
        field.setModified(False)
        self.open_link.setEnabled(bool(self.link.text().strip()))
        self._change(name, **{name: value})

    def _listen(self) -> None:
        self.text.edited.connect(self._keep_text)
        self.text.left.connect(self.left)
        for name, field in (("source", self.source), ("link", self.link), ("date", self.date)):
            field.editingFinished.connect(lambda name=name, field=field: self._keep_line(name, field))
        for name, box in (
            ("reliability", self.reliability),
            ("credibility", self.credibility),
            ("bearing", self.bearing),
        ):
            box.activated.connect(lambda _, name=name, box=box: self._change(name, **{name: box.currentData()}))
        self.indicators.chosen.connect(lambda ids: self._change("indicators", indicators=ids))
        self.assessments.chosen.connect(lambda ids: self._change("assessments", assessments=ids))
        self.delete.clicked.connect(self._delete)
        self.open_link.clicked.connect(lambda: self.link_wanted.emit(self.link.text().strip()))

    def _delete(self) -> None:
        if self._note is not None and self._note.id:
            self.delete_wanted.emit(self._note.id)

    def _fill_choices(self) -> None:
        for letter in RELIABILITIES:
            self.reliability.addItem(f"{letter}  {capitalised(RELIABILITY_WORDS[letter])}", letter)
        for number in CREDIBILITIES:
            self.credibility.addItem(f"{number}  {capitalised(CREDIBILITY_WORDS[number])}", number)
        for bearing in BEARING_WORDS:
            self.bearing.addItem(_BEARINGS[bearing], bearing)

    def _lay_out(self) -> None:
        self.date.setPlaceholderText("2014-05-15")
        self.link.setPlaceholderText("Address or file")
        self.open_link.setProperty("link", "true")
        self.open_link.setToolTip("Open the link")
        self.delete.setProperty("link", "true")
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(SPACE[1])
        fields.addWidget(self.text)
        fields.addWidget(self.text_problem)
        fields.addLayout(_pair(_field("Source", self.source), _field("Date", self.date), 3, 2))
        fields.addWidget(self.date_problem)
        fields.addLayout(_pair(_field("Link", self.link), _below(self.open_link), 1, 0))
        fields.addWidget(_field("Reliability of the source", self.reliability))
        fields.addWidget(_field("Credibility of what it says", self.credibility))
        fields.addWidget(_field("Speaks", self.bearing))
        fields.addWidget(_field("About", self.indicators))
        fields.addWidget(_field("Belongs to", self.assessments))
        fields.addWidget(self.aside)
        fields.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[1])
        column.setSpacing(SPACE[1])
        column.addWidget(self.heading)
        column.addWidget(self.nothing)
        column.addWidget(self._fields)
        column.addStretch()


def _field(label: str, widget: QWidget) -> QWidget:
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    caption = line(font(11.5), "ink2", label)
    caption.setBuddy(widget)
    widget.setAccessibleName(label)
    column.addWidget(caption)
    column.addWidget(widget)
    return around


def _below(widget: QWidget) -> QWidget:
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 2)
    column.addStretch()
    column.addWidget(widget)
    return around


def _pair(left: QWidget, right: QWidget, first: int, second: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE[1])
    row.addWidget(left, first)
    row.addWidget(right, second)
    return row
