"""A waterfall: which factors and rules push the standing of an option which way, bar by bar, or share in a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from advisor.waterfall import decisive, table, unfolded
from advisor.wording import signed
from ui.charts.taking import Taking
from ui.tokens import tokens
from ui.widgets import waterfall_pictures
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.waterfall_layout import WIN_SET, Ground, lay_out
from ui.widgets.waterfall_painting import Look, paint_waterfall

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPaintEvent

    from advisor.waterfall import Bar
    from ui.charts.chart import Table
    from ui.widgets.waterfall_layout import WaterfallLayout

_WIDTH, _LEAST_WIDTH = 320, 260


class Waterfall(QWidget):
    """Arrow bars end to end. Arrow keys or a click select a bar; Enter, or a click, opens a folded row."""

    bar_selected = Signal(object)
    """The `Bar` whose reason is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._sentence = "", ""
        self._title: str | None = None
        self._ground = WIN_SET
        self._bars: tuple[Bar, ...] = ()
        self._rows: tuple[Bar, ...] = ()
        self._opened: set[str] = set()
        self._selected: str | None = None
        self._hovered: int | None = None
        self._keyboard = KeyboardFocus()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.taking = Taking(self, self)

    @property
    def rows(self) -> tuple[Bar, ...]:
        """The rows shown, those of opened folds included."""
        return self._rows

    @property
    def selected(self) -> Bar | None:
        """The bar selected."""
        return next((bar for bar in self._rows if bar.id == self._selected), None)

    @property
    def title(self) -> str:
        """The line above the bars."""
        if self._title is not None:
            return self._title
        return f"Why the standing is {signed(self._bars[-1].points)}" if self._bars else ""

    def show_bars(
        self, name: str, sentence: str, bars: tuple[Bar, ...], *, title: str | None = None, ground: Ground = WIN_SET
    ) -> None:
        """Show other bars; those of the same name keep their selection and their opened folds.

        Without a title they are those of a standing, and it says so.
        """
        self._title, self._ground = title, ground
        if name != self._name:
            self._opened.clear()
            self._selected = None
        self._name, self._sentence, self._bars = name, sentence, bars
        self._arrange()
        if self.selected is None:
            self._selected = decisive(bars).id
        self._tell()

    def select(self, bar_id: str) -> None:
        """Select a bar by its id."""
        if bar_id != self._selected and any(bar.id == bar_id for bar in self._rows):
            self._selected = bar_id
            self._tell()

    def toggle(self, bar_id: str) -> None:
        """Open or close a folded row."""
        if any(bar.id == bar_id and bar.members for bar in self._bars):
            self._opened ^= {bar_id}
            self._arrange()
            if self.selected is None:
                self._selected = bar_id
            self._tell()

    # Taking it elsewhere

    @property
    def name(self) -> str:
        """What the waterfall is of."""
        return self._name

    def picture(self) -> QImage:
        """Return the waterfall as an image."""
        return waterfall_pictures.picture(self._name, self.title, self._rows, self._ground)

    def png(self) -> QByteArray:
        """Return the waterfall as the content of a PNG file."""
        return waterfall_pictures.png(self._name, self.title, self._rows, self._ground)

    def svg(self) -> QByteArray:
        """Return the waterfall as the content of an SVG file."""
        return waterfall_pictures.svg(self._name, self.title, self._rows, self._ground)

    def table(self) -> Table:
        """Return the bars as a table, every fold open."""
        return table(self._bars)

    # What Qt calls

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.heightForWidth(_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.heightForWidth(_LEAST_WIDTH))

    def heightForWidth(self, width: int) -> int:
        return round(lay_out(self._rows, self.title, width, self._ground).height)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = Look(self._opened, self._selected, self._hovered, self.hasFocus() and self._keyboard.ring)
        paint_waterfall(QPainter(self), self._layout(), self.title, self._rows, tokens(self.palette()), look)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keyboard.mouse_used()
        row = self._layout().row_at(event.position().y())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.select(self._rows[row].id)
            self.toggle(self._rows[row].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._layout().row_at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard.key_used()
        self.update()
        places = [bar.id for bar in self._rows]
        here = places.index(self._selected) if self._selected in places else 0
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._select_row(here + step)
            case Qt.Key.Key_Home:
                self._select_row(0)
            case Qt.Key.Key_End:
                self._select_row(len(places) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.toggle(self._selected or "")
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard.arrived(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    # Inside

    def _layout(self) -> WaterfallLayout:
        return lay_out(self._rows, self.title, self.width(), self._ground)

    def _arrange(self) -> None:
        self._rows = unfolded(self._bars, self._opened)
        self.updateGeometry()

    def _select_row(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.select(self._rows[row].id)

    def _hover(self, row: int | None) -> None:
        if row != self._hovered:
            self._hovered = row
            self.setToolTip("" if row is None else _tip(self._rows[row]))
            self.update()

    def _tell(self) -> None:
        """Say what is shown and selected, to the page and to a screen reader."""
        bar = self.selected
        self.setAccessibleName(self.title or self._name)
        self.setAccessibleDescription(f"{self._sentence} Selected: {_tip(bar)}." if bar else self._sentence)
        self.update()
        self.bar_selected.emit(bar)


def _tip(bar: Bar) -> str:
    veto = ", veto" if bar.vetoes else ""
    return f"{bar.label} {signed(bar.points)}{veto}"
