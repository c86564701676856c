"""The page Evidence: the notes of the case, what they suggest for each score, and the search over the library."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from advisor.case import Note
from advisor.note_list import ORDER_WORDS, ORDERS, evidence_by_indicator, shown_notes, without_weight
from ui.case_edits import CaseEdits
from ui.dates import written
from ui.evidence.indicator_filter import IndicatorFilter
from ui.evidence.library_search import LibrarySearch
from ui.evidence.note_editor import WIDTH, NoteEditor
from ui.evidence.note_list import NoteList, NoteRow
from ui.evidence.weighing_section import WeighingSection
from ui.live_sections import hairline
from ui.page_parts import scrolled, top_left, upright
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from advisor.case import Assessment, Case
    from advisor.note_list import IndicatorEvidence
    from ui.session import Session

EMPTY = "Open an assessment in the library to see what its scores rest on."
NO_NOTES = "No notes yet. A note says what a source says, how far source and item can be trusted, and what it bears on."
NO_NOTES_ON = "No notes on {} yet."
NOTHING_FOUND = "Nothing in the library holds all of these words."
_FILTER_WIDTHS, _NARROW = (218, 286), 1000
_SCROLLBAR = 12
_EMPTY, _LIST, _HITS = range(3)


class EvidencePage(QWidget):
    """Follows a session while it is shown; what is entered is saved at once."""

    told = Signal(str, str, object)
    """A sentence about what was done, the name of an action, and the callable that does it."""
    hit_wanted = Signal(object)
    """A hit of the search to go to."""
    indicator_wanted = Signal(str)
    """An indicator to show where it is scored."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._edits = session, CaseEdits(session)
        self._outdated = True
        self._shown: tuple[int | None, str] | None = None
        self._evidence: dict[str, IndicatorEvidence] = {}
        names = {one.id: one.name for one in session.playbook.indicators}
        self._names = names
        self.search = LibrarySearch(session, names, self)
        self.order, self.add = QComboBox(), QPushButton("Add note")
        self.filter, self.weighing = IndicatorFilter(), WeighingSection()
        self.notes, self.editor = NoteList(), NoteEditor()
        self.nothing = InkLabel(font(15, serif=True), "ink2")
        self._lay_out()
        self._listen()

    def take_keyboard(self) -> None:
        """Put the keyboard on the notes, or on the button that adds one."""
        (self.notes if self.notes.notes.rows else self.add).setFocus()

    def show_indicator(self, indicator: str | None) -> None:
        """List the notes on an indicator, or all."""
        self.search.clear()
        self.filter.choose(indicator)
        self._refresh()

    def show_note(self, note_id: int) -> None:
        """Show a note of the case among all others."""
        self.show_indicator(None)
        self.notes.choose(note_id)
        self._show_chosen()
        self.notes.setFocus()

    def begin_note(self, indicator: str | None = None) -> None:
        """Begin a note, on an indicator if one is given; it is kept with its first words."""
        if not self._may_edit():
            return
        if indicator is not None:
            self.show_indicator(indicator)
        about = () if self.filter.indicator is None else (self.filter.indicator,)
        self.notes.choose(None)
        self.editor.show_note(Note("", indicators=about))
        self.editor.take_keyboard()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.filter.setFixedWidth(_FILTER_WIDTHS[event.size().width() >= _NARROW])

    # Inside

    def _listen(self) -> None:
        session = self._session
        for signal in (session.assessment_opened, session.case_changed, session.best_changed):
            signal.connect(self._outdate)
        self.search.changed.connect(self._show_found)
        self.search.hits.chosen.connect(self.hit_wanted)
        self.order.activated.connect(lambda _: self._refresh())
        self.add.clicked.connect(lambda: self.begin_note())
        self.filter.chosen.connect(self._filter)
        self.notes.chosen.connect(lambda _: self._show_chosen())
        self.notes.delete_wanted.connect(self._delete)
        self.notes.edit_wanted.connect(self.editor.take_keyboard)
        self.editor.added.connect(self._add)
        self.editor.changed.connect(lambda note, field: self._edits.set_note(note.id, note, field))
        self.editor.delete_wanted.connect(self._delete)
        self.editor.left.connect(self._leave_editor)
        self.editor.link_wanted.connect(lambda link: QDesktopServices.openUrl(QUrl.fromUserInput(link)))
        self.weighing.taken.connect(self._edits.take_confidence)
        self.weighing.score_wanted.connect(self.indicator_wanted)
        new = QShortcut(QKeySequence("Ins"), self)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        new.activated.connect(self.begin_note)

    def _outdate(self) -> None:
        self._outdated = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._outdated = False
        case, opened = self._session.case, self._session.assessment
        self._stack.setCurrentIndex(0 if opened is None else 1)
        if case is None or opened is None:
            self.editor.show_note(None)
            self._shown = None
            return
        if self._shown != (self._session.case_id, opened.id):
            self.editor.show_note(None)
            self.notes.choose(None)
            self._shown = self._session.case_id, opened.id
        self._show_notes(case, opened)
        self._show_chosen()
        self.add.setEnabled(self._may_edit())

    def _show_notes(self, case: Case, opened: Assessment) -> None:
        playbook, indicator = self._session.playbook, self.filter.indicator
        evidence = evidence_by_indicator(playbook, case, opened)
        self._evidence = {one.indicator: one for one in evidence}
        self.filter.show_evidence(evidence, len(case.notes))
        listed = shown_notes(case.notes, indicator, ORDERS[self.order.currentIndex()])
        self.notes.show_rows([self._row(note, opened) for note in listed])
        self.weighing.show_evidence(self._evidence.get(indicator or ""), editable=self._session.editable)
        self.editor.offer(self._indicators(), _assessments(case))
        self.nothing.setText(NO_NOTES if indicator is None else NO_NOTES_ON.format(self._names[indicator]))
        if not self.search.active:
            self._middle.setCurrentIndex(_LIST if listed else _EMPTY)

    def _show_chosen(self) -> None:
        """Show the note chosen in its fields; a draft stays while none is."""
        case, opened = self._session.case, self._session.assessment
        chosen = self.notes.chosen_note
        draft = self.editor.note is not None and not self.editor.note.id
        if case is None or opened is None or (chosen is None and draft):
            return
        shown = chosen or (self.editor.note.id if self.editor.note else None)
        note = next((one for one in case.notes if one.id == shown), None)
        aside = "" if note is None else without_weight(note, opened)
        locked = _is_locked(case, note)
        self.editor.show_note(note, aside, editable=self._may_edit() and not locked, locked=locked)

    def _row(self, note: Note, opened: Assessment) -> NoteRow:
        about = ", ".join(self._names.get(one, one) for one in note.indicators)
        return NoteRow(note, about, without_weight(note, opened))

    def _filter(self, indicator: str | None) -> None:
        draft = self.editor.note
        if draft is not None and not draft.id and not self.editor.text.toPlainText().strip():
            self.editor.show_note(None)
        self._refresh()
        self.notes.scrollToTop()

    def _add(self, note: Note) -> None:
        # What was typed last may come once another case is open already, and belongs to the one it was typed for.
        added = self._edits.add_note(note, self._shown[0] if self._shown else None)
        case = self._session.case
        if added is None or case is None:
            return
        kept = next((one for one in case.notes if one.id == added), None)
        self.editor.take_over(kept)
        self.notes.choose(added)
        self._show_chosen()

    def _delete(self, note_id: int) -> None:
        self.editor.keep()
        if self._edits.delete_note(note_id):
            self.editor.show_note(None)
            self.take_keyboard()
            self.told.emit("Deleted the note.", "Undo", self._session.undo)

    def _show_found(self) -> None:
        if not self.search.active:
            self._refresh()
            return
        self.nothing.setText(NOTHING_FOUND)
        self._middle.setCurrentIndex(_HITS if self.search.found else _EMPTY)
        self.weighing.hide()

    def _leave_editor(self) -> None:
        draft = self.editor.note
        if draft is not None and not draft.id:
            self.editor.show_note(None)
        self.take_keyboard()

    def _may_edit(self) -> bool:
        return self._session.case_id is not None and not self._session.library.read_only

    def _indicators(self) -> list[tuple[str, str, str]]:
        playbook = self._session.playbook
        factors = {one.id: one.name for one in playbook.factors}
        return [(one.id, one.name, factors[one.factor]) for one in playbook.indicators]

    def _lay_out(self) -> None:
        self.order.setAccessibleName("Order of the notes")
        for order in ORDERS:
            self.order.addItem(ORDER_WORDS[order])
        self.add.setToolTip("Add a note (Insert)")
        top = QHBoxLayout()
        top.setContentsMargins(SPACE[3], SPACE[1], SPACE[3], SPACE[1])
        top.setSpacing(SPACE[1])
        top.addWidget(self.search.field, 1)
        top.addWidget(self.add)
        middle = QWidget()
        self._middle = QStackedLayout()
        self._middle.addWidget(top_left(self.nothing))
        self._middle.addWidget(self.notes)
        self._middle.addWidget(self.search.hits)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(hairline())
        column.addWidget(self.weighing)
        column.addLayout(self._middle, 1)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side_list())
        row.addWidget(upright())
        row.addWidget(middle, 1)
        row.addWidget(upright())
        row.addWidget(self._editor_column())
        self._stack = QStackedLayout(self)
        self._stack.addWidget(top_left(InkLabel(font(17, serif=True), "ink", EMPTY)))
        self._stack.addWidget(content)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        stops = (
            self.order,
            self.filter,
            self.search.field,
            self.add,
            self.weighing.take,
            self.weighing.score,
            self.notes,
        )
        for earlier, later in pairwise((*stops, self.search.hits, self.editor.text)):
            self.setTabOrder(earlier, later)

    def _editor_column(self) -> QWidget:
        column = scrolled(self.editor)
        column.setFixedWidth(WIDTH + _SCROLLBAR)
        return column

    def _side_list(self) -> QWidget:
        side = QWidget()
        above = QVBoxLayout()
        above.setContentsMargins(SPACE[1], SPACE[1], SPACE[1], SPACE[1])
        above.addWidget(self.order)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(hairline())
        column.addWidget(self.filter)
        return side


def _assessments(case: Case) -> list[tuple[str, str, str]]:
    return [(one.id, written(one.as_of), "") for one in reversed(case.assessments)]


def _is_locked(case: Case, note: Note | None) -> bool:
    """Say whether a note belongs to an assessment that was briefed and stays as it was."""
    locked = {one.id for one in case.assessments if one.lock is not None}
    return note is not None and bool(locked & set(note.assessments))
