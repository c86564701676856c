"""Fields for the settings of a file: what was found, to be seen and corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from advisor.incoming import NO, YES
from ui.tokens import font
from ui.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from advisor.incoming import Setting

_ROWS_SHOWN, _FILTERED_FROM, _FRAME = 7, 9, 4


class SettingField(QWidget):
    """Shows one setting under its name; `corrected` comes when the analyst has changed it."""

    corrected = Signal(object, object)
    """The setting, and its new values."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.caption = QLabel()
        self.caption.setFont(font(11.5))
        self.caption.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def wide(self) -> bool:
        """Whether it takes the whole width."""
        return False

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab visits, in reading order."""
        field = self.focusProxy()
        return () if field is None else (field,)

    def show_setting(self, setting: Setting) -> None:
        """Show how the setting stands now."""
        self.setting = setting
        self._name(setting.label)

    def _name(self, name: str) -> None:
        # Before a field, the sign & would underline a letter.
        self.caption.setText(name.replace("&", "&&"))

    def _add(self, field: QWidget, *, captioned: bool = True) -> None:
        field.setAccessibleName(self.setting.label)
        field.setAccessibleDescription(self.setting.hint)
        field.setToolTip(plain_tip(self.setting.hint))
        if captioned:
            self.caption.setBuddy(field)
            self.column.addWidget(self.caption)
        self.column.addWidget(field)
        self.setFocusProxy(field)

    def _correct(self, *values: str) -> None:
        if values != self.setting.values:
            self.corrected.emit(self.setting, values)


class ChoiceField(SettingField):
    """One of the choices."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.box = _Box()
        self._add(self.box)
        self.box.activated.connect(lambda _: self._correct(str(self.box.currentData())))
        self.show_setting(setting)

    def show_setting(self, setting: Setting) -> None:
        super().show_setting(setting)
        with QSignalBlocker(self.box):
            self.box.clear()
            for choice in setting.choices:
                self.box.addItem(choice.text, choice.value)
            self.box.setCurrentIndex(self.box.findData(setting.value))


class TextField(SettingField):
    """A text, with the choices as proposals."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.box: QComboBox | None = _Box() if setting.choices else None
        if self.box is None:
            self.edit = QLineEdit()
            self._add(self.edit)
        else:
            self.box.setEditable(True)
            self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self._add(self.box)
            edit = self.box.lineEdit()
            assert edit is not None
            self.edit = edit
            self.box.activated.connect(lambda _: self._correct(self.edit.text().strip()))
        self.edit.editingFinished.connect(lambda: self._correct(self.edit.text().strip()))
        self.show_setting(setting)

    def show_setting(self, setting: Setting) -> None:
        super().show_setting(setting)
        if self.box is not None:
            with QSignalBlocker(self.box):
                self.box.clear()
                self.box.addItems([choice.text for choice in setting.choices])
        if self.edit.text().strip() != setting.value:
            self.edit.setText(setting.value)
            self.edit.setCursorPosition(0)

    def _correct(self, *values: str) -> None:
        if values != (self.setting.value,):
            super()._correct(*values)


class SeveralField(SettingField):
    """Some of the choices, in a list with a box for each; a long list can be filtered."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.filter = QLineEdit(placeholderText="Filter the series", clearButtonEnabled=True)
        self.filter.setAccessibleName(f"Filter: {setting.label}")
        self.list = QListWidget()
        self.list.setObjectName("ticks")
        self.list.setUniformItemSizes(True)
        self.list.setFont(font(12))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._add(self.list)
        self.column.insertWidget(1, self.filter)
        self.filter.textChanged.connect(self._hide_others)
        self.list.itemChanged.connect(lambda _: self._correct(*self._checked()))
        self.show_setting(setting)

    @property
    def wide(self) -> bool:
        return True

    @property
    def stops(self) -> tuple[QWidget, ...]:
        return (self.filter, self.list)

    def show_setting(self, setting: Setting) -> None:
        same = setting.choices == self.setting.choices and self.list.count() == len(setting.choices)
        super().show_setting(setting)
        with QSignalBlocker(self.list):
            if not same:
                self.list.clear()
                # Those chosen come first; they stay where they are while others are chosen.
                for choice in sorted(setting.choices, key=lambda one: one.value not in setting.values):
                    item = QListWidgetItem(choice.text, self.list)
                    item.setData(Qt.ItemDataRole.UserRole, choice.value)
            for item in self._items():
                chosen = item.data(Qt.ItemDataRole.UserRole) in setting.values
                item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.filter.setVisible(len(setting.choices) >= _FILTERED_FROM)
        self._name(f"{setting.label}: {len(setting.values)} of {len(setting.choices)}")
        self.list.ensurePolished()
        row = max(1, self.list.sizeHintForRow(0)) + 2 * self.list.spacing()
        self.list.setFixedHeight(row * min(_ROWS_SHOWN, max(1, self.list.count())) + 2 * _FRAME)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _checked(self) -> tuple[str, ...]:
        """Return the values chosen, in the order of the choices."""
        chosen = {
            item.data(Qt.ItemDataRole.UserRole) for item in self._items() if item.checkState() == Qt.CheckState.Checked
        }
        return tuple(choice.value for choice in self.setting.choices if choice.value in chosen)

    def _hide_others(self, text: str) -> None:
        for item in self._items():
            item.setHidden(text.casefold() not in item.text().casefold())


class FlagField(SettingField):
    """Yes or no."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.box = QCheckBox(setting.label)
        self._add(self.box, captioned=False)
        self.box.clicked.connect(lambda on: self._correct(YES if on else NO))
        self.show_setting(setting)

    @property
    def wide(self) -> bool:
        return True

    def show_setting(self, setting: Setting) -> None:
        super().show_setting(setting)
        self.box.setChecked(setting.value == YES)


def field_for(setting: Setting) -> SettingField:
    """Return the field of a setting's kind."""
    kinds = {"choice": ChoiceField, "text": TextField, "several": SeveralField, "flag": FlagField}
    return kinds[setting.kind](setting)


class _Box(QComboBox):
    """A box that leaves the wheel to the page unless it has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
