"""The settings of a file side by side, in as many columns as fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.importing.setting_field import field_for
from ui.tokens import SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from advisor.incoming import Setting
    from ui.importing.setting_field import SettingField

_LEAST, _MOST_COLUMNS = 196, 5
Key = tuple[str, str, str, bool]


class SettingsForm(QWidget):
    """Keeps the fields it has while their settings stay, and with them the keyboard and what is being typed."""

    corrected = Signal(object, object)
    """A setting, and its new values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[Key, SettingField] = {}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[2])
        self._grid.setVerticalSpacing(SPACE[1])

    @property
    def fields(self) -> tuple[SettingField, ...]:
        """The fields in order."""
        return tuple(self._fields.values())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in reading order."""
        return tuple(stop for field in self.fields for stop in field.stops)

    def field(self, key: str) -> SettingField:
        """Return the field of a setting."""
        return next(field for field in self._fields.values() if field.setting.key == key)

    def show_settings(self, settings: Sequence[Setting]) -> None:
        """Show other settings, in the fields already made as far as they go."""
        before, self._fields = self._fields, {}
        for setting in settings:
            key = _key(setting)
            kept = before.pop(key, None)
            if kept is None:
                kept = field_for(setting)
                kept.corrected.connect(self.corrected)
            else:
                kept.show_setting(setting)
            self._fields[key] = kept
        for gone in before.values():
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._place()

    def _fitting(self) -> int:
        return max(1, min(_MOST_COLUMNS, self.width() // _LEAST))

    def _place(self) -> None:
        self._columns = self._fitting()
        row, column = 0, 0
        for field in self.fields:
            if field.wide:
                row, column = row + (column > 0), 0
                self._grid.addWidget(field, row, 0, 1, self._columns)
                row += 1
            else:
                self._grid.addWidget(field, row, column)
                row, column = (row, column + 1) if column + 1 < self._columns else (row + 1, 0)
        for number in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(number, 1 if number < self._columns else 0)


def _key(setting: Setting) -> Key:
    """Return what a field must have in common with another setting to show it."""
    return setting.key, setting.file, setting.kind, bool(setting.choices)
