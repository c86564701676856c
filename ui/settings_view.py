"""The view Settings: what is chosen is worn and kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from advisor.marking import LONGEST_MARKING, MARKING_LEVELS
from ui.settings import TEXT_SIZES
from ui.styles import DATE_STYLES, DECIMAL_SIGNS, THEME_CHOICES, wear_styles
from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.marking import Marking
    from ui.settings import Settings
    from ui.theme import Theme

THEME_WORDS = {"system": "As the system", "light": "Light", "dark": "Dark"}
_DATE_WORDS = {"day_first": "15 May 2014", "month_first": "May 15, 2014", "iso": "2014-05-15"}
_SIGN_WORDS = {"system": "As the system", "point": "Point: 6.5", "comma": "Comma: 6,5"}
_FIELD_WIDTH, _WIDTH, _LONGEST_NAME = 240, 720, 80


class SettingsView(QScrollArea):
    """One line a setting: its name, the choice, and what it is for. There is nothing to confirm."""

    text_size_changed = Signal()
    """Another size is kept; the window must be opened anew to wear it."""
    dates_changed = Signal()
    """Dates are written otherwise from now on; what is shown must be read again."""
    analyst_changed = Signal(str)
    """Who signs new assessments from now on."""

    def __init__(self, settings: Settings, theme: Theme, marking: Marking) -> None:
        super().__init__()
        self._settings, self._worn, self._marking = settings, theme, marking
        self.theme = _choice(THEME_CHOICES, THEME_WORDS, theme.choice)
        self.text_size = _choice(TEXT_SIZES, {size: f"{size} %" for size in TEXT_SIZES}, settings.text_size)
        self.dates = _choice(DATE_STYLES, _DATE_WORDS, settings.date_style)
        self.decimal = _choice(DECIMAL_SIGNS, _SIGN_WORDS, settings.decimal_sign)
        self.marking = QComboBox()
        self.marking.setEditable(True)
        self.marking.addItems(MARKING_LEVELS)
        self.marking.setCurrentText(marking.text)
        self.analyst = QLineEdit(settings.analyst)
        self.analyst.setMaxLength(_LONGEST_NAME)
        self._lay_out()
        self.theme.activated.connect(lambda _: self._choose_theme())
        self.text_size.activated.connect(lambda _: self._choose_size())
        self.dates.activated.connect(lambda _: self._choose_style())
        self.decimal.activated.connect(lambda _: self._choose_style())
        self.analyst.editingFinished.connect(self._name_analyst)
        typed = self.marking.lineEdit()
        if typed is not None:
            typed.setMaxLength(LONGEST_MARKING)
            typed.editingFinished.connect(self._mark)
        self.marking.activated.connect(lambda _: self._mark())
        marking.changed.connect(self.marking.setCurrentText)
        theme.changed.connect(self._show_theme)
        self.setFocusProxy(self.theme)

    def _show_theme(self) -> None:
        self.theme.setCurrentIndex(self.theme.findData(self._worn.choice))

    def _choose_theme(self) -> None:
        self._worn.choose(self.theme.currentData())
        self._settings.theme = self._worn.choice

    def _mark(self) -> None:
        self._marking.choose(self.marking.currentText())
        self.marking.setCurrentText(self._marking.text)

    def _choose_size(self) -> None:
        if self.text_size.currentData() != self._settings.text_size:
            self._settings.text_size = self.text_size.currentData()
            self.text_size_changed.emit()

    def _choose_style(self) -> None:
        dates, sign = self.dates.currentData(), self.decimal.currentData()
        another = dates != self._settings.date_style
        self._settings.date_style, self._settings.decimal_sign = dates, sign
        wear_styles(dates, sign)
        if another:
            self.dates_changed.emit()

    def _name_analyst(self) -> None:
        name = self.analyst.text().strip()
        if name != self._settings.analyst:
            self._settings.analyst = name
            self.analyst_changed.emit(name)

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE[3], SPACE[4], SPACE[3], SPACE[4])
        held = QWidget()
        held.setMaximumWidth(_WIDTH)
        self._grid = QGridLayout(held)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[3])
        self._grid.setVerticalSpacing(SPACE[0])
        self._grid.setColumnStretch(1, 1)
        for label, field, note in (
            ("Theme", self.theme, "Light or dark, or what the system has."),
            (
                "Size of text",
                self.text_size,
                "Text, rows and charts together. The window opens anew on the same assessment.",
            ),
            ("Marking", self.marking, "At the edges of the window, and on briefings until another is chosen there."),
            ("Analyst", self.analyst, "Signs the assessments that are added from now on."),
            ("Dates", self.dates, "How the window writes dates."),
            (
                "Decimal sign of copied tables",
                self.decimal,
                "A spreadsheet reads numbers with the sign of its own system. The window itself writes a point.",
            ),
        ):
            self._add(label, field, note)
        column.addWidget(held)
        column.addStretch()
        self.setWidget(content)

    def _add(self, label: str, field: QWidget, note: str) -> None:
        row = self._grid.rowCount()
        caption = QLabel(label)
        caption.setBuddy(field)
        field.setAccessibleName(label)
        field.setAccessibleDescription(note)
        field.setFixedWidth(_FIELD_WIDTH)
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(InkLabel(font(11.5), "ink2", note), row + 1, 1)
        self._grid.setRowMinimumHeight(row + 2, SPACE[2])


def _choice(values: Sequence[object], words: dict[str, str] | dict[int, str], chosen: object) -> QComboBox:
    made = QComboBox()
    for value in values:
        made.addItem(words[value], value)  # type: ignore[index]  # the keys are the values
    made.setCurrentIndex(made.findData(chosen))
    return made
