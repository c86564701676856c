"""One edit in full, and the assessments of the case as they were right after it, to look at and to return to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QVBoxLayout, QWidget

from advisor.moment_scores import moment_sentence, scores_then_and_now
from advisor.phrasing import capitalised
from ui.dates import written
from ui.live_sections import hairline, line
from ui.plan.runs import Run
from ui.plan.text_table import Cell, Column, TextTable
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.case import Assessment, Case
    from advisor.playbook import Playbook
    from ui.library_ports import AlterationPort

WIDTH = 400
NO_ALTERATION = "The edit altered nothing that is told here."
NO_ASSESSMENT = "The case had no assessment then."
RETURN = "Return to this moment"
RETURN_TIP = "Adds the assessment as it was then as a new one; nothing else changes, and it can be undone"


@dataclass(frozen=True, slots=True)
class ShownEdit:
    """The edit shown: what it is called, when and by whom it was made, and what it altered."""

    entry: int
    text: str
    made: str
    alterations: tuple[AlterationPort, ...]


class MomentPanel(QFrame):
    """Shows the edit that is chosen in the list."""

    return_wanted = Signal(int, str)
    """The edit, and the id of the assessment to bring back as it was right after it."""

    def __init__(self, playbook: Playbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._playbook = playbook
        self.edit: ShownEdit | None = None
        self._then: tuple[Assessment, ...] = ()
        self._case: Case | None = None
        self.heading = InkLabel(font(15, serif=True, bold=True))
        self.made = InkLabel(font(11.5), "ink3")
        self.nothing = InkLabel(font(12), "ink3", NO_ALTERATION)
        self.table = TextTable(
            "What the edit altered", (Column("What", 100, 1), Column("Was", 80, 1), Column("Became", 112, 1))
        )
        self.assessment = QComboBox()
        self.assessment.setAccessibleName("Assessment as it was then")
        self.sentence = InkLabel(font(15, serif=True))
        self.scores = TextTable(
            "Scores then and now", (Column("Score", 150, 3), Column("Then", 60, 1), Column("Now", 60, 1))
        )
        self.again = QPushButton(RETURN)
        self.again.setToolTip(RETURN_TIP)
        self.assessment.activated.connect(lambda _: self._show_moment())
        self.again.clicked.connect(self._return)
        self._moment = QWidget()
        self._lay_out()
        self.clear()

    @property
    def then(self) -> Assessment | None:
        """The assessment shown as it was right after the edit."""
        return next((one for one in self._then if one.id == self.assessment.currentData()), None)

    @property
    def now(self) -> Assessment | None:
        """The same assessment as it stands, None where it is gone."""
        held = () if self._case is None else self._case.assessments
        return next((one for one in held if one.id == self.assessment.currentData()), None)

    def clear(self) -> None:
        """Show no edit."""
        self.edit = None
        for widget in (self.heading, self.made, self.nothing, self.table, self._moment):
            widget.setVisible(False)

    def show_edit(self, entry: int, text: str, made: str, alterations: Sequence[AlterationPort]) -> None:
        """Show an edit: what it is called, when and by whom it was made, and what it altered."""
        self.edit = ShownEdit(entry, text, made, tuple(alterations))
        self.heading.setText(text)
        self.made.setText(made)
        self.table.show_rows([[_cell(capitalised(one.what)), _cell(one.old), _cell(one.new)] for one in alterations])
        self.nothing.setVisible(not alterations)
        self.table.setVisible(bool(alterations))
        for widget in (self.heading, self.made):
            widget.setVisible(True)

    def show_moment(self, case: Case, then: Sequence[Assessment], opened: str, *, editable: bool) -> None:
        """Show the assessments of the case as they were right after the edit, first the one that is open."""
        self._case, self._then = case, tuple(then)
        self._moment.setVisible(True)
        self.assessment.clear()
        for one in self._then:
            self.assessment.addItem(written(one.as_of), one.id)
        self.assessment.setCurrentIndex(max(0, self.assessment.findData(opened)))
        self.assessment.setVisible(bool(self._then))
        self.again.setEnabled(editable and bool(self._then))
        self._show_moment()

    def _show_moment(self) -> None:
        then, now = self.then, self.now
        if then is None or self._case is None:
            self.sentence.setText(NO_ASSESSMENT)
            self.scores.setVisible(False)
            return
        self.sentence.setText(moment_sentence(self._playbook, then, now))
        found = () if now is None else scores_then_and_now(self._playbook, then.sheet, now.sheet)
        self.scores.show_rows([[_cell(one.name), _cell(one.then), _cell(one.now)] for one in found])
        self.scores.setVisible(bool(found))

    def _return(self) -> None:
        if self.edit is not None and self.assessment.currentData() is not None:
            self.return_wanted.emit(self.edit.entry, self.assessment.currentData())

    def _lay_out(self) -> None:
        moment = QVBoxLayout(self._moment)
        moment.setContentsMargins(0, SPACE[2], 0, 0)
        moment.setSpacing(SPACE[1])
        moment.addWidget(hairline())
        moment.addWidget(line(section_font(), "ink2", "The assessment right after it"))
        moment.addWidget(self.assessment, 0, Qt.AlignmentFlag.AlignLeft)
        moment.addWidget(self.sentence)
        moment.addWidget(self.scores)
        moment.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[0])
        for widget in (self.heading, self.made, self.nothing, self.table, self._moment):
            column.addWidget(widget)
        column.addStretch()


def _cell(text: str) -> Cell:
    return Cell((Run(text or "–", "ink" if text else "ink3"),))
