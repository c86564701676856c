"""Forms for countries and assessments: inline above the page, with what is wrong said beside the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.dates import ENGLISH, entry_format, from_qt, to_qt, written
from ui.library_edits import LibraryEdits
from ui.tokens import SPACE, font
from ui.widgets.error_label import ErrorLabel
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ui.ports import AssessmentSummary, CaseSummary
    from ui.session import Session

_DATE_WIDTH = 130
NAME_MISSING = "Enter a name"
NAME_TAKEN = "{} is in the library already; choose another name"
ANALYST_HINT = "Who scores it"
ANALYST_TIP = (
    "What people score as of one date, each from a blank assessment, are independent opinions; Case > Analysts "
    "of this country compares and merges them. The name in the settings stays as it is."
)
_LONGEST_NAME, _LONGEST_ISSUE = 80, 200
_NAME_WIDTH = 130
_BELOW = 3


class Form(QFrame):
    """Fields side by side with buttons, which go below them where room is short; Enter submits, Escape leaves."""

    closed = Signal()
    """The form is done with, submitted or not."""

    def __init__(self, title: str, submit: str) -> None:
        super().__init__()
        self.setObjectName("form")
        self.setAccessibleName(title)
        self._errors: dict[QWidget, ErrorLabel] = {}
        self._fields = QGridLayout()
        self._fields.setHorizontalSpacing(SPACE[1])
        self._fields.setVerticalSpacing(2)
        self.submit_button = QPushButton(submit)
        self.submit_button.setProperty("primary", "true")
        self.cancel_button = QPushButton("Cancel")
        self._buttons = QWidget()
        self.submit_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.closed)
        heading = InkLabel(font(15, serif=True, bold=True), "ink", title)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[1], SPACE[3], SPACE[2])
        column.addWidget(heading)
        column.addLayout(self._fields)

    def add_field(self, label: str, field: QWidget, stretch: int = 0) -> None:
        """Put another field at the right of the others."""
        column = self._fields.columnCount() if self._errors else 0
        caption = QLabel(label)
        caption.setFont(font(11.5))
        caption.setBuddy(field)
        field.setAccessibleName(label)
        self._errors[field] = ErrorLabel()
        self._fields.addWidget(caption, 0, column)
        self._fields.addWidget(field, 1, column)
        self._fields.addWidget(self._errors[field], 2, column)
        self._fields.setColumnStretch(column, stretch)

    def add_buttons(self) -> None:
        """Put the buttons after the last field."""
        column = self._fields.columnCount()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE[1])
        row.addWidget(self.submit_button)
        row.addWidget(self.cancel_button)
        row.addStretch()
        self._fields.addWidget(self._buttons, 1, column)
        if not any(self._fields.columnStretch(one) for one in range(column)):
            self._fields.setColumnStretch(column, 1)

    def problem(self, field: QWidget) -> str:
        """Return what is said to be wrong with a field."""
        return self._errors[field].text()

    def complain(self, field: QWidget, text: str) -> None:
        """Say what is wrong with a field, or with an empty text that nothing is."""
        self._errors[field].setText(text)
        field.setProperty("error", "true" if text else "false")
        field.setAccessibleDescription(text)
        field.style().unpolish(field)
        field.style().polish(field)

    def submit(self) -> None:
        """Do what the form is for, and close where that worked."""
        if self.is_complete() and self.apply():
            self.closed.emit()

    def is_complete(self) -> bool:
        """Check the fields, and say beside each what is wrong with it."""
        return True

    def apply(self) -> bool:
        """Do what the form is for; say whether it worked."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts = (*self._errors, self._buttons)
        needed = sum(map(_least_width, parts)) + SPACE[1] * (len(parts) - 1)
        beside = needed <= self._fields.geometry().width()
        if beside != (self._fields.itemAtPosition(1, len(self._errors)) is not None):
            self._fields.removeWidget(self._buttons)
            self._buttons.setContentsMargins(0, 0 if beside else SPACE[1], 0, 0)
            place = (1, len(self._errors)) if beside else (_BELOW, 0, 1, len(self._errors) + 1)
            self._fields.addWidget(self._buttons, *place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def require_name(self, field: QLineEdit, cases: Iterable[CaseSummary]) -> bool:
        """Say whether a name was entered that none of these countries has."""
        given = field.text().strip()
        taken = next((case.name for case in cases if case.name.casefold() == given.casefold()), None)
        problem = NAME_MISSING if not given else NAME_TAKEN.format(taken) if taken else ""
        self.complain(field, problem)
        if problem:
            field.setFocus()
        return not problem


class NewCaseForm(Form):
    """Adds a country with one blank assessment."""

    def __init__(self, session: Session) -> None:
        super().__init__("New country", "Add country")
        self._session = session
        self.name, self.issue, self.as_of = QLineEdit(), QLineEdit(), _date_field(_today())
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setMinimumWidth(_NAME_WIDTH)
        self.issue.setMaxLength(_LONGEST_ISSUE)
        self.issue.setPlaceholderText("What is contested")
        self.add_field("Country", self.name, 1)
        self.add_field("Issue", self.issue, 2)
        self.add_field("As of", self.as_of)
        self.add_buttons()
        self.setFocusProxy(self.name)

    def is_complete(self) -> bool:
        return self.require_name(self.name, self._session.cases() or ())

    def apply(self) -> bool:
        name, issue = self.name.text().strip(), self.issue.text().strip()
        return LibraryEdits(self._session).new_case(name, issue, from_qt(self.as_of.date())) is not None


class NewAssessmentForm(Form):
    """Adds an assessment to a country: a copy of an earlier one to re-score what moved, or a blank one."""

    def __init__(self, session: Session, case: CaseSummary, copy_of: str | None) -> None:
        super().__init__(f"New assessment of {case.name}", "Add assessment")
        self._session, self._case = session, case
        self.as_of = _date_field(_today())
        self.start = QComboBox()
        for one in reversed(case.assessments):
            self.start.addItem(f"Copied from {written(one.as_of)}", one.id)
        self.start.addItem("Blank", None)
        self.start.setCurrentIndex(max(0, self.start.findData(copy_of)))
        self.analyst = QLineEdit(session.analyst, maxLength=_LONGEST_NAME)
        self.analyst.setMinimumWidth(_NAME_WIDTH)
        self.analyst.setPlaceholderText(ANALYST_HINT)
        self.analyst.setToolTip(ANALYST_TIP)
        known = session.ask("The analysts could not be read", session.library.analysts) or ()
        completer = QCompleter([one.name for one in known], self.analyst)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.analyst.setCompleter(completer)
        self.add_field("As of", self.as_of)
        self.add_field("Scores", self.start)
        self.add_field("Analyst", self.analyst)
        self.add_buttons()
        self.setFocusProxy(self.as_of)

    def apply(self) -> bool:
        day, copied, analyst = from_qt(self.as_of.date()), self.start.currentData(), self.analyst.text()
        return LibraryEdits(self._session).new_assessment(self._case.id, day, copied, analyst=analyst) is not None


class RenameForm(Form):
    """Gives a country another name."""

    def __init__(self, session: Session, case: CaseSummary) -> None:
        super().__init__(f"Rename {case.name}", "Rename")
        self._session, self._case = session, case
        self.name = QLineEdit(case.name, maxLength=max(_LONGEST_NAME, len(case.name)))
        self.name.selectAll()
        self.add_field("Country", self.name, 1)
        self.add_buttons()
        self.setFocusProxy(self.name)

    def is_complete(self) -> bool:
        others = (case for case in self._session.cases() or () if case.id != self._case.id)
        return self.require_name(self.name, others)

    def apply(self) -> bool:
        return LibraryEdits(self._session).rename_case(self._case.id, self.name.text().strip())


class RedateForm(Form):
    """Changes the as-of date of an assessment."""

    def __init__(self, session: Session, case: CaseSummary, assessment: AssessmentSummary) -> None:
        super().__init__(f"Change the date of {case.name}, {written(assessment.as_of)}", "Change date")
        self._session, self._assessment = session, assessment
        self.as_of = _date_field(to_qt(assessment.as_of))
        self.add_field("As of", self.as_of)
        self.add_buttons()
        self.setFocusProxy(self.as_of)

    def apply(self) -> bool:
        return LibraryEdits(self._session).redate(self._assessment.id, self.date)

    @property
    def date(self) -> dt.date:
        """The date entered."""
        return from_qt(self.as_of.date())


def _least_width(widget: QWidget) -> int:
    """Return how narrow a widget may be; a line of text scrolls, and anything else would be cut off."""
    wanted = widget.minimumSizeHint() if isinstance(widget, QLineEdit) else widget.sizeHint()
    return max(widget.minimumWidth(), wanted.width())


def _date_field(date: QDate) -> QDateEdit:
    field = QDateEdit(date)
    field.setCalendarPopup(True)
    field.setLocale(ENGLISH)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        # Qt's red would mean an error here, and can hardly be read in the dark theme.
        field.calendarWidget().setWeekdayTextFormat(day, QTextCharFormat())
    field.calendarWidget().setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    field.setDisplayFormat(entry_format())
    field.setMinimumWidth(_DATE_WIDTH)
    return field


def _today() -> QDate:
    return QDate.currentDate()
