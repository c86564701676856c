"""The timeline as a widget: what is pointed at says what it is, and a click picks an assessment."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from advisor.timeline_text import event_text, moment_text, reading_told
from ui.charts.figure_chart import FigureChart
from ui.charts.timeline_layout import reading_day
from ui.charts.timeline_plot import TimelinePlot
from ui.tokens import tokens
from ui.widgets.keyboard_focus import KeyboardFocus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from advisor.timeline import Moment
    from ui.charts.timeline_layout import TimelineLayout

_REACH, _MARK_REACH = 10.0, 7.0
_TOLD = 6


class TimelineChart(FigureChart):
    """Shows a `TimelinePlot`; the left and right arrow keys go from assessment to assessment."""

    assessment_picked = Signal(str, bool)
    """Id of the assessment to compare to, or from where Shift was held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keyboard = KeyboardFocus()
        self._ring = _Ring(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def told_at(self, x: float, y: float) -> str:
        """Return what stands at a place in words, one mark a line; empty where there is nothing."""
        lines = list(dict.fromkeys(self._told(x, y)))
        more = [f"… and {len(lines) - _TOLD} more"] if len(lines) > _TOLD else []
        return "\n".join([*lines[:_TOLD], *more])

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            told = self.told_at(event.pos().x(), event.pos().y())
            # As rich text, because plain text would not be wrapped.
            shown = "".join(f"<p>{escape(line)}</p>" for line in told.splitlines())
            QToolTip.showText(event.globalPos(), shown, self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ring.resize(self.size())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard.arrived(event)
        self._ring.setVisible(self._keyboard.ring)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._step(step, since=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keyboard.mouse_used()
        moment = self._moment_at(event.position().x(), event.position().y())
        if moment is not None and event.button() == Qt.MouseButton.LeftButton:
            held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.assessment_picked.emit(moment.id, held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._moment_at(event.position().x(), event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    # Inside

    def _add_canvas(self) -> FigureCanvasQTAgg:
        canvas = super()._add_canvas()
        canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring.raise_()
        return canvas

    def _step(self, step: int, *, since: bool) -> None:
        """Pick the assessment before or after the one that is compared from or to."""
        plot = self.plot
        if not isinstance(plot, TimelinePlot) or not plot.picked:
            return
        ids = [one.id for one in plot.timeline.moments]
        place = ids.index(plot.picked[0 if since else -1]) + step
        if 0 <= place < len(ids):
            self.assessment_picked.emit(ids[place], since)

    def _moment_at(self, x: float, y: float) -> Moment | None:
        """Return the assessment whose line is nearest to a place within reach."""
        plot = self.plot
        if not isinstance(plot, TimelinePlot):
            return None
        layout = plot.layout(self.width())
        if not layout.dates.top <= y <= layout.panels.bottom:
            return None
        near = [one for one in plot.timeline.moments if abs(layout.scale.x(one.as_of) - x) <= _REACH]
        return min(near, key=lambda one: abs(layout.scale.x(one.as_of) - x), default=None)

    def _told(self, x: float, y: float) -> Iterator[str]:
        plot = self.plot
        if not isinstance(plot, TimelinePlot):
            return
        layout = plot.layout(self.width())
        if y <= layout.factors[-1].bottom:
            moment = self._moment_at(x, y)
            if moment is not None:
                yield moment_text(moment)
        elif y <= layout.events.bottom:
            for placed in layout.placed:
                if placed.holds(x, y, _MARK_REACH):
                    yield event_text(placed.event)
        else:
            yield from self._readings_at(plot, layout, x, y)

    def _readings_at(self, plot: TimelinePlot, layout: TimelineLayout, x: float, y: float) -> Iterator[str]:
        for series, band in zip(plot.series, layout.series, strict=True):
            if not band.top <= y < band.bottom:
                continue
            for reading in series.readings:
                if series.yearly:
                    over = layout.scale.x(reading.period.first) <= x < layout.scale.x(reading.period.last)
                else:
                    over = abs(layout.scale.x(reading_day(reading, plot.timeline.as_of)) - x) <= _MARK_REACH
                if over:
                    yield reading_told(series, reading)


class _Ring(QWidget):
    """Shows above the picture that the keyboard speaks to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(tokens(self.palette()).focus), 2))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
