"""The list of notes: a row a note, with its grade, what it does for the score, its words, and where they are from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from advisor.evidence_words import BEARING_GLYPHS, BEARING_WORDS, grade_words
from ui.dates import written_as_precise
from ui.tab_separated import tab_separated
from ui.widgets.copying import add_copying
from ui.widgets.line_text import CENTRE, Type, paint_line, two_lines
from ui.widgets.painted_rows import PaintedList, RowPainter
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from advisor.case import Note
    from ui.tokens import Tokens
    from ui.widgets.painted_rows import Index

ROW_HEIGHT = 62
_PAD, _ABOVE, _GRADE_WIDTH = 12.0, 7.0, 40.0
_TEXT_LENGTH = 400
_LINE = 16.5
_TEXT = Type(12)
_GRADE, _BEARING = Type(12.5, bold=True, tabular=True), Type(11.5)
_TITLES = ("Date", "Grade", "Bearing", "Note", "Source", "Link", "Indicators", "Weight")
_NOTE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as it is listed: names of what it is about, and why it has no weight here, if so."""

    note: Note
    about: str
    aside: str = ""

    @property
    def under(self) -> str:
        """What stands below the words."""
        note = self.note
        parts = (
            self.aside,
            BEARING_WORDS[note.bearing],
            written_as_precise(note.date) or "undated",
            note.source or "no source",
            self.about,
        )
        return " · ".join(part for part in parts if part)

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as it is copied."""
        note = self.note
        graded = (note.date, note.grade, BEARING_WORDS[note.bearing])
        return (*graded, note.text, note.source, note.link, self.about, self.aside)

    @property
    def spoken(self) -> str:
        """The row as a screen reader should say it."""
        return f"{self.note.text}. {self.note.grade}, {grade_words(self.note)}. {self.under}"


class NotesModel(QAbstractListModel):
    """The rows of a list of notes."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[NoteRow, ...] = ()

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _NOTE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.note.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.spoken)
        return None

    def place_of(self, note_id: int) -> int | None:
        """Return the place of a note, None where it is not listed."""
        return next((place for place, row in enumerate(self.rows) if row.note.id == note_id), None)


class NoteList(PaintedList, QListView):
    """Chooses a note by mouse or arrows; Delete deletes it, Enter goes on to its text, Ctrl+C copies all as a table."""

    chosen = Signal(int)
    """Id of the note to show."""
    delete_wanted = Signal(int)
    """Id of the note to delete."""
    edit_wanted = Signal()
    """The keyboard wants to go to the fields of the note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes = NotesModel()
        self._chosen: int | None = None
        self._showing = False
        self.setModel(self.notes)
        self.dress("Notes", _NotePainter(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        add_copying(self, self.copy)

    @property
    def chosen_note(self) -> int | None:
        """Id of the note that is selected."""
        return self._chosen

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        """Show other rows; the note that was chosen stays chosen while it is listed."""
        self._showing = True
        self.notes.show_rows(rows)
        place = None if self._chosen is None else self.notes.place_of(self._chosen)
        if place is None:
            self._chosen = None
        else:
            self.setCurrentIndex(self.notes.index(place))
        self._showing = False

    def choose(self, note_id: int | None) -> None:
        """Select a note and bring it into view, or none."""
        place = None if note_id is None else self.notes.place_of(note_id)
        self._showing = True
        self._chosen = None if place is None else note_id
        self.setCurrentIndex(QModelIndex() if place is None else self.notes.index(place))
        self._showing = False

    def copy(self) -> None:
        """Put the whole list on the clipboard as a table."""
        rows = [row.cells for row in self.notes.rows]
        QGuiApplication.clipboard().setText(tab_separated([_TITLES, *rows]))

    # What Qt calls

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._showing:
            self._chosen = self.notes.rows[current.row()].note.id
            self.chosen.emit(self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard.key_used()
        if event.key() == Qt.Key.Key_Delete and self._chosen is not None:
            self.delete_wanted.emit(self._chosen)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen is not None:
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.notes.rows:
            self.setCurrentIndex(self.notes.index(0))


class _NotePainter(RowPainter):
    """Paints a note: grade and bearing at the left, two lines of its words, and a line on where they are from."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index, theme: Tokens, *, selected: bool) -> None:
        row: NoteRow = index.data(_NOTE)
        note = row.note
        left = box.left() + _PAD
        grade = QRectF(left, box.top() + _ABOVE, _GRADE_WIDTH - 8, 17)
        dim = bool(row.aside)
        paint_line(painter, grade, note.grade, _GRADE, theme.ink3 if dim else theme.ink, CENTRE)
        glyph = QRectF(left, box.top() + _ABOVE + 17, _GRADE_WIDTH - 8, 15)
        paint_line(painter, glyph, BEARING_GLYPHS[note.bearing], _GRADE, theme.ink3 if dim else theme.ink2, CENTRE)
        words = QRectF(left + _GRADE_WIDTH, box.top() + _ABOVE, box.width() - _GRADE_WIDTH - 2 * _PAD, 33)
        for place, text in enumerate(two_lines(" ".join(note.text.split())[:_TEXT_LENGTH], _TEXT, words.width())):
            row_box = QRectF(words.left(), words.top() + place * _LINE, words.width(), _LINE)
            paint_line(painter, row_box, text, _TEXT, theme.ink3 if dim else theme.ink)
        under = QRectF(words.left(), words.bottom() + 1, words.width(), 15)
        paint_line(painter, under, row.under, _BEARING, theme.ink3)
