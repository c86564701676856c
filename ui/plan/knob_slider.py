"""A slider for one knob of a plan, with its name, its number and a mark where the playbook has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QSizePolicy, QWidget

from ui.live_sections import line
from ui.tokens import SPACE, font, tokens
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from advisor.knob_ranges import KnobRange

_HEIGHT, _LEAST, _USUAL = 20, 50, 82
_RADIUS, _RING, _LINE, _MARK = 5.5, 9.0, 2.0, 5.0
_NAME, _NUMBER = 124, 46
_PAGE_SHARE = 8


class KnobSlider(QAbstractSlider):
    """Goes through the steps of a range; the wheel is left to the page."""

    def __init__(self, extent: KnobRange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extent = extent
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, extent.steps)
        self.setPageStep(max(2, extent.steps // _PAGE_SHARE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def place_of(self, step: int) -> QPointF:
        """Return where the handle stands at a step."""
        share = step / self.maximum() if self.maximum() else 0.0
        return QPointF(_RING + 1 + self._length * share, self.height() / 2)

    def sizeHint(self) -> QSize:
        return QSize(_USUAL, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._drag_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._drag_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), tokens(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start, handle, end = self.place_of(0), self.place_of(self.value()), self.place_of(self.maximum())
        painter.setPen(QPen(QColor(theme.outline), _LINE))
        painter.drawLine(start, end)
        painter.setPen(QPen(QColor(theme.accent), _LINE))
        painter.drawLine(self.place_of(self._extent.nearest(0.0)), handle)
        given = self.place_of(self._extent.nearest(self._extent.given))
        painter.setPen(QPen(QColor(theme.ink3), 1))
        painter.drawLine(given - QPointF(0, _MARK), given + QPointF(0, _MARK))
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(QColor(theme.surface))
        painter.drawEllipse(handle, _RADIUS, _RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(handle, _RING - 0.5, _RING - 0.5)

    @property
    def _length(self) -> float:
        return max(1.0, self.width() - 2 * (_RING + 1))

    def _drag_to(self, x: float) -> None:
        self.setValue(round((x - _RING - 1) / self._length * self.maximum()))


class KnobRow(QWidget):
    """A knob with its name and number; `None` stands for the playbook's number, to which it also returns."""

    turned = Signal(object)
    """The number wanted, or None where it is the playbook's again."""

    def __init__(self, name: str, spoken: str, extent: KnobRange, written: Callable[[float], str]) -> None:
        super().__init__()
        self._spoken, self._extent, self._written = spoken, extent, written
        self._value: float | None = None
        self.slider = KnobSlider(extent)
        self.number = line(font(12, bold=True, tabular=True))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.number.setMinimumWidth(_NUMBER)
        self.note = InkLabel(font(11), "ink3")
        self.note.hide()
        name_label = InkLabel(font(12), "ink", name)
        name_label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        name_label.setFixedWidth(_NAME)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE[0])
        grid.setVerticalSpacing(0)
        grid.addWidget(name_label, 0, 0)
        grid.addWidget(self.slider, 0, 1)
        grid.addWidget(self.number, 0, 2)
        grid.addWidget(self.note, 1, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        self.slider.valueChanged.connect(self._moved)
        self.show_value(None)

    @property
    def value(self) -> float | None:
        """The number set, None where it is the playbook's."""
        return self._value

    def show_value(self, value: float | None) -> None:
        """Show a number; nothing is emitted."""
        self._value = value
        shown = self._extent.given if value is None else value
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._extent.nearest(shown))
        self._describe(shown)

    def show_note(self, text: str) -> None:
        """Say below the knob what its limit does, or nothing."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.slider.setAccessibleDescription(text)

    def _moved(self, step: int) -> None:
        value = self._extent.value(step)
        self._value = None if step == self._extent.nearest(self._extent.given) else value
        self._describe(self._extent.given if self._value is None else value)
        self.turned.emit(self._value)

    def _describe(self, shown: float) -> None:
        self.number.setText(self._written(shown))
        given = "" if self._value is None else f", playbook {self._written(self._extent.given)}"
        self.slider.setAccessibleName(f"{self._spoken}: {self._written(shown)}{given}")
        self.slider.setToolTip(f"The playbook has {self._written(self._extent.given)}")
        self.slider.update()
