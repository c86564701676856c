"""The events of the case below its timeline: to add, to change in place, and to delete."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from advisor.case import CaseEvent
from advisor.periods import NO_DATE, period
from ui.case_edits import CaseEdits
from ui.live_sections import line
from ui.tokens import SPACE, font
from ui.widgets.error_label import ErrorLabel
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.session import Session

NONE = "No events yet. What happened in the case, whatever it bears on, stands on the timeline for every assessment."
TEXT_MISSING = "Type what happened"
ADD, NEW = "Add event", "New event"
_MOST_SHOWN = 8
_EVENT = Qt.ItemDataRole.UserRole


class EventsSection(QWidget):
    """A list of events, and fields for the one chosen or for a new one; a change is saved when a field is left."""

    told = Signal(str, str, object)
    """A sentence about what was done, the name of an action, and the callable that does it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._edits = session, CaseEdits(session)
        self._event: CaseEvent | None = None
        self.none = InkLabel(font(12), "ink3", NONE)
        self.list = QListWidget()
        self.date, self.text, self.source, self.link = (QLineEdit() for _ in range(4))
        self.problem = ErrorLabel()
        self.add, self.delete = QPushButton(ADD), QPushButton("Delete")
        self._lay_out()
        self.list.currentItemChanged.connect(lambda now, _: self._choose(now))
        self.add.clicked.connect(self._add_or_begin)
        self.delete.clicked.connect(self._delete)
        for name, field in self._fields.items():
            field.editingFinished.connect(lambda name=name: self._keep(name))
            field.returnPressed.connect(self._enter)
        session.assessment_opened.connect(self._begin)
        session.case_changed.connect(self.refresh)
        self.refresh()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the tab key goes, in reading order."""
        return (self.list, *self._fields.values(), self.add, self.delete)

    def refresh(self) -> None:
        """Show the events of the open case."""
        case = self._session.case
        events = () if case is None else tuple(sorted(case.events, key=lambda one: one.date))
        chosen = None if self._event is None else self._event.id
        with QSignalBlocker(self.list):
            self.list.clear()
            for event in events:
                item = QListWidgetItem(_line(event))
                item.setData(_EVENT, event)
                self.list.addItem(item)
                if event.id == chosen:
                    self.list.setCurrentItem(item)
        self.none.setVisible(not events)
        self.list.setVisible(bool(events))
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * min(len(events), _MOST_SHOWN) + 2)
        self._fill(next((one for one in events if one.id == chosen), None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._delete()
        elif event.key() == Qt.Key.Key_Escape and self._event is not None:
            self._begin()
        else:
            super().keyPressEvent(event)

    # Inside

    @property
    def _fields(self) -> dict[str, QLineEdit]:
        return {"date": self.date, "text": self.text, "source": self.source, "link": self.link}

    @property
    def _entered(self) -> CaseEvent:
        date, text, source, link = (field.text().strip() for field in self._fields.values())
        return CaseEvent(date, text, source, link)

    def _choose(self, item: QListWidgetItem | None) -> None:
        self._fill(None if item is None else item.data(_EVENT))

    def _begin(self) -> None:
        """Go back to the fields of a new event."""
        self._event = None
        for field in self._fields.values():
            field.clear()
        self.refresh()

    def _fill(self, event: CaseEvent | None) -> None:
        """Show the event chosen; what is typed for a new one stays."""
        if event is not None:
            for name, field in self._fields.items():
                if field.text() != getattr(event, name):
                    field.setText(getattr(event, name))
        elif self._event is not None:
            for field in self._fields.values():
                field.clear()
        self._event = event
        may = self._session.case_id is not None and not self._session.library.read_only
        for field in self._fields.values():
            field.setReadOnly(not may)
        self.problem.setText("")
        self.add.setText(ADD if event is None else NEW)
        self.add.setEnabled(may)
        self.delete.setVisible(event is not None)
        self.delete.setEnabled(may)

    def _complaint(self, event: CaseEvent) -> str:
        if period(event.date) is None:
            return NO_DATE
        return "" if event.text else TEXT_MISSING

    def _keep(self, name: str) -> None:
        """Save what was changed of the event chosen."""
        if self._event is None:
            return
        entered = replace(self._entered, id=self._event.id)
        self.problem.setText(self._complaint(entered))
        if not self.problem.text() and entered != self._event:
            self._event = entered
            self._edits.set_event(entered.id, entered, name)

    def _enter(self) -> None:
        if self._event is None:
            self._add_or_begin()

    def _add_or_begin(self) -> None:
        if self._event is not None:
            self._begin()
            self.date.setFocus()
            return
        entered = self._entered
        self.problem.setText(self._complaint(entered))
        if self.problem.text():
            (self.text if period(entered.date) is not None else self.date).setFocus()
        elif self._edits.add_event(entered) is not None:
            self._begin()
            self.date.setFocus()

    def _delete(self) -> None:
        event = self._event
        if event is not None and self._edits.delete_event(event.id):
            self._begin()
            self.told.emit("Deleted the event.", "Undo", self._session.undo)

    def _lay_out(self) -> None:
        self.list.setObjectName("lines")
        self.list.setAccessibleName("Events of the case")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFont(font(12))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.date.setPlaceholderText("2014-05-15")
        self.delete.setProperty("link", "true")
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[1])
        grid.setVerticalSpacing(1)
        shares = {"Date": 2, "What happened": 6, "Source": 3, "Link": 2}
        for column, (field, (label, share)) in enumerate(zip(self._fields.values(), shares.items(), strict=True)):
            caption = line(font(11.5), "ink2", label)
            caption.setBuddy(field)
            field.setAccessibleName(label)
            grid.addWidget(caption, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, share)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[0])
        buttons.addWidget(self.add)
        buttons.addWidget(self.delete)
        grid.addLayout(buttons, 1, len(shares))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, SPACE[3], 0, 0)
        column_layout.setSpacing(SPACE[0])
        column_layout.addWidget(line(section_font(), "ink2", "Events of the case"))
        column_layout.addWidget(self.none)
        column_layout.addWidget(self.list)
        column_layout.addLayout(grid)
        column_layout.addWidget(self.problem)


def _line(event: CaseEvent) -> str:
    source = f"  ({event.source})" if event.source else ""
    return f"{event.date}   {event.text}{source}"
