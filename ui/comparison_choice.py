"""Choosing what to compare: two assessments of a case, and the stance or an option."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from advisor.tipping import STANCE
from ui.dates import told_apart
from ui.live_sections import line
from ui.tokens import SPACE, font

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from advisor.case import Case
    from advisor.playbook import Playbook

_LEAST_LETTERS = 8
_STANCE_NAME = "Stance"


class ComparisonChoice(QWidget):
    """Two boxes of dates, one of subjects, and the way to the later assessment where another is open."""

    picked = Signal(str, str)
    """Ids of the assessments to compare: from, to."""
    subject_changed = Signal()
    """Another subject is chosen."""
    assessment_wanted = Signal(str)
    """Id of an assessment to open."""

    def __init__(self, playbook: Playbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.since, self.until = _Choice("From the assessment of"), _Choice("To the assessment of")
        self.subject = _Choice("Change of")
        self.open = QPushButton("Open this assessment")
        self.open.setProperty("link", "true")
        self.subject.addItem(_STANCE_NAME, STANCE)
        for option in playbook.options:
            self.subject.addItem(option.name, option.id)
        for box in (self.since, self.until):
            box.activated.connect(lambda _: self.picked.emit(self.since.currentData(), self.until.currentData()))
        self.subject.currentIndexChanged.connect(lambda _: self.subject_changed.emit())
        self.open.clicked.connect(lambda: self.assessment_wanted.emit(self.until.currentData()))
        self._arrange()

    @property
    def chosen_subject(self) -> str:
        """The stance, or the id of an option."""
        return str(self.subject.currentData())

    def choose_subject(self, subject: str) -> None:
        """Choose the stance, or an option by its id."""
        self.subject.setCurrentIndex(self.subject.findData(subject))

    def show_case(self, case: Case, opened: str, picked: tuple[str, str]) -> None:
        """List the assessments of a case, the latest first, with two of them picked."""
        names = told_apart([one.as_of for one in case.assessments], [one.analyst for one in case.assessments])
        items = [(name, one.id) for name, one in zip(names, case.assessments, strict=True)][::-1]
        for box, chosen in zip((self.since, self.until), picked, strict=True):
            _fill(box, items, chosen)
        self.open.setVisible(picked[1] != opened)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        dates = QHBoxLayout()
        dates.setSpacing(SPACE[1])
        dates.addWidget(self.since, 1)
        dates.addWidget(line(font(12.5), "ink2", "to"), 0, Qt.AlignmentFlag.AlignVCenter)
        dates.addWidget(self.until, 1)
        column.addLayout(dates)
        column.addWidget(self.subject)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)


class _Choice(QComboBox):
    """Leaves the wheel to the panel, which is scrolled past it, unless the keyboard is on it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _fill(box: QComboBox, items: list[tuple[str, str]], chosen: str) -> None:
    """Fill a box where its items have changed, and choose without telling anybody."""
    if items != [(box.itemText(place), box.itemData(place)) for place in range(box.count())]:
        box.clear()
        for text, data in items:
            box.addItem(text, data)
    box.setCurrentIndex(box.findData(chosen))
