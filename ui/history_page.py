"""The page History: every edit of the case, who made it and when, and the way back to any moment."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from ui.history.edit_list import PAGE, EditList
from ui.history.grouping import EditRow
from ui.history.moment_panel import MomentPanel
from ui.live_sections import hairline
from ui.page_parts import scrolled, top_left
from ui.tokens import SPACE, font
from ui.widgets.clear_button import ClearButton
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from ui.library_ports import EntryPort
    from ui.session import Session

EMPTY = "Open an assessment in the library to see who changed what in its case, and when."
NOTHING = "Nothing in this case has been edited yet. Every edit will be listed here, and each can be returned to."
NOTHING_FOUND = "No edit of this case holds all of these words."
FILTER_HINT = "Filter by what was edited or by whom"
_PAUSE_MS = 200
_SHARES, _LEAST_PANEL = (62, 38), 300


class HistoryPage(QWidget):
    """Follows a session while it is shown."""

    told = Signal(str, str, object)
    """A sentence about what was done, the name of an action, and the callable that does it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outdated = True
        self._case_id: int | None = None
        self.filter = QLineEdit()
        self.edits, self.panel = EditList(), MomentPanel(session.playbook)
        self.nothing = InkLabel(font(15, serif=True), "ink2", NOTHING)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self._refresh)
        self.filter.textChanged.connect(lambda _: self._pause.start())
        self.edits.chosen.connect(self._show_edit)
        self.panel.return_wanted.connect(self._return)
        session.assessment_opened.connect(self._outdate)
        session.history_changed.connect(self._outdate)

    def take_keyboard(self) -> None:
        """Put the keyboard on the edits, or on the filter where there are none."""
        (self.edits if self.edits.edits.rows else self.filter).setFocus()

    def is_undone(self, entry: int) -> bool:
        """Say whether an edit was undone since, as far as it is listed."""
        place = self.edits.edits.place_of(entry)
        row = None if place is None else self.edits.edits.rows[place]
        return isinstance(row, EditRow) and row.undone

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self._refresh()

    # Inside

    def _outdate(self) -> None:
        self._outdated = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._outdated = False
        self._pause.stop()
        session = self._session
        case, case_id = session.case, session.case_id
        self._stack.setCurrentIndex(0 if case is None else 1)
        if case is None or case_id is None:
            return
        if case_id != self._case_id:
            self._case_id = case_id
            self.edits.forget()
        wanted, read = self.filter.text().strip(), session.library.history

        def page(before: int | None) -> Sequence[EntryPort]:
            asked = session.ask(
                "The history could not be read",
                lambda: read(case_id, PAGE, before=before, containing=wanted),
            )
            return () if asked is None else asked

        self.panel.clear()
        self.edits.show_history(page, case.name)
        self.nothing.setText(NOTHING_FOUND if wanted else NOTHING)
        self._middle.setCurrentIndex(1 if self.edits.edits.rows else 0)

    def _show_edit(self, entry: int) -> None:
        session = self._session
        place = self.edits.edits.place_of(entry)
        case, opened, case_id = session.case, session.assessment, session.case_id
        if place is None or case is None or opened is None or case_id is None:
            return
        row = self.edits.edits.rows[place]
        assert isinstance(row, EditRow)
        read, moment = session.library.alterations, session.library.assessments_at
        told = session.ask("The edit could not be read", lambda: read(entry, names=self._names()))
        self.panel.show_edit(entry, row.text, self._made(place, row), told or ())
        then = session.ask("The moment could not be read", lambda: moment(case_id, entry))
        self.panel.show_moment(case, then or (), opened.id, editable=not session.library.read_only)

    def _made(self, place: int, row: EditRow) -> str:
        rows = self.edits.edits.rows
        day = next(rows[above].text for above in range(place, -1, -1) if not isinstance(rows[above], EditRow))
        by = f" by {row.who}" if row.who else ""
        return f"{day}, {row.time}{by}{'; undone since' if row.undone else ''}"

    def _return(self, entry: int, assessment_id: str) -> None:
        session, case_id = self._session, self._session.case_id
        if case_id is None:
            return
        bring_back = session.library.return_to

        def act() -> str:
            made = bring_back(case_id, entry, assessment_id)
            session.want(made)
            return made

        if session.edit("The moment was not brought back", act) is not None:
            self.told.emit("Brought back as a new assessment, which is open now.", "Undo", session.undo)

    def _names(self) -> dict[str, str]:
        playbook = self._session.playbook
        names = {one.id: one.name for one in playbook.indicators}
        names |= {one.id: one.name for one in playbook.objectives}
        return names | {one.id: one.name for one in playbook.options}

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText(FILTER_HINT)
        self.filter.setAccessibleName("Filter the history")
        ClearButton(self.filter)
        top = QHBoxLayout()
        top.setContentsMargins(SPACE[3], SPACE[1], SPACE[3], SPACE[1])
        top.addWidget(self.filter, 1)
        self._middle = QStackedLayout()
        self._middle.addWidget(top_left(self.nothing))
        self._middle.addWidget(self.edits)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(hairline())
        column.addLayout(self._middle, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        beside = scrolled(self.panel)
        beside.setMinimumWidth(_LEAST_PANEL)
        splitter.addWidget(beside)
        for place, share in enumerate(_SHARES):
            splitter.setStretchFactor(place, share)
        splitter.setSizes([share * 100 for share in _SHARES])
        self._stack = QStackedLayout(self)
        self._stack.addWidget(top_left(InkLabel(font(17, serif=True), "ink", EMPTY)))
        self._stack.addWidget(splitter)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        panel = self.panel
        stops = (self.filter, self.edits, panel.table, panel.assessment, panel.scores, panel.again)
        for earlier, later in pairwise(stops):
            self.setTabOrder(earlier, later)
