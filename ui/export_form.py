"""What is chosen before a briefing is exported: its marking, the kind of file, the paper, and which sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from advisor.briefing_choices import ALWAYS, LIVE_SHEETS, PAPERS, SHEET_NAMES, BriefingChoices, with_needed
from advisor.marking import LONGEST_MARKING, MARKING_LEVELS, marking_line
from ui.forms import Form
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from advisor.briefing_choices import SheetName
    from ui.marking import Marking
    from ui.settings import Settings

WORKBOOK, PDF = ".xlsx", ".pdf"
KINDS = {WORKBOOK: "Excel workbook", PDF: "PDF of the Brief"}
MARKING_MISSING = "Enter a marking"
LIVE_NOTE = "With Model, the workbook recalculates when a score is changed; it needs Pressures and Options for that."
VALUES_NOTE = "Without Model, the workbook holds the results as they stand and recalculates nothing."
PDF_NOTE = "The PDF is the Brief alone, on one page."
_MARKING_WIDTH = 160
_IN_A_ROW = 5


class ExportForm(Form):
    """Chooses what to export; where to, the file dialog asks afterwards."""

    chosen = Signal(BriefingChoices, str)
    """What to write, and the ending of its file name."""

    def __init__(self, marking: Marking, settings: Settings, country: str) -> None:
        super().__init__(f"Export the briefing on {country}", "Choose file…")
        self._marking, self._settings = marking, settings
        self.marking, self.kind, self.paper = QComboBox(), QComboBox(), QComboBox()
        self.sheets: dict[SheetName, QCheckBox] = {name: QCheckBox(name) for name in SHEET_NAMES}
        self.note = InkLabel(font(11.5), "ink2", LIVE_NOTE)
        self.note.setWordWrap(True)
        self._fill()
        self.add_field("Marking", self.marking, 1)
        self.add_field("File", self.kind)
        self.add_field("Paper", self.paper)
        self.add_buttons()
        self._add_sheets()
        self.kind.currentIndexChanged.connect(lambda _: self._follow())
        for box in self.sheets.values():
            box.toggled.connect(lambda _: self._follow())
        self._follow()
        self.setFocusProxy(self.marking)

    @property
    def choices(self) -> BriefingChoices:
        """What is chosen now."""
        ticked = tuple(name for name, box in self.sheets.items() if box.isChecked())
        text = marking_line(self.marking.currentText())
        return BriefingChoices(text, with_needed(ticked), self.paper.currentData())

    def is_complete(self) -> bool:
        given = marking_line(self.marking.currentText())
        self.complain(self.marking, "" if given else MARKING_MISSING)
        return bool(given)

    def apply(self) -> bool:
        self._marking.choose(self.marking.currentText())
        self._settings.paper = self.paper.currentData()
        self.chosen.emit(self.choices, self.kind.currentData())
        return True

    def _fill(self) -> None:
        self.marking.setEditable(True)
        self.marking.addItems(MARKING_LEVELS)
        self.marking.setCurrentText(self._marking.text)
        self.marking.setMinimumWidth(_MARKING_WIDTH)
        edit = self.marking.lineEdit()
        if edit is not None:
            edit.setMaxLength(LONGEST_MARKING)
            edit.setAccessibleName("Marking")
        for ending, words in KINDS.items():
            self.kind.addItem(words, ending)
        for paper in PAPERS:
            self.paper.addItem(paper, paper)
        self.paper.setCurrentIndex(self.paper.findData(self._settings.paper))
        for box in self.sheets.values():
            box.setChecked(True)

    def _add_sheets(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE[3])
        grid.setVerticalSpacing(SPACE[1])
        for place, box in enumerate(self.sheets.values()):
            grid.addWidget(box, place // _IN_A_ROW, place % _IN_A_ROW)
        grid.setColumnStretch(_IN_A_ROW, 1)
        held = QWidget()
        held.setLayout(grid)
        grid.setContentsMargins(0, SPACE[1], 0, SPACE[0])
        column = self.layout()
        if column is not None:
            column.addWidget(held)
            column.addWidget(self.note)

    def _follow(self) -> None:
        """Tick what the choice needs, and grey what cannot be chosen."""
        is_workbook, live = self.kind.currentData() == WORKBOOK, self.sheets["Model"].isChecked()
        for name, box in self.sheets.items():
            needed = name == ALWAYS or (live and name in LIVE_SHEETS and name != "Model")
            if needed and not box.isChecked():
                box.setChecked(True)
            box.setEnabled(is_workbook and not needed)
        self.note.setText((LIVE_NOTE if live else VALUES_NOTE) if is_workbook else PDF_NOTE)
