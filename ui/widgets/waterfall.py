"""The waterfall of one option: which factors and rules push its standing which way, bar by bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from advisor.waterfall import decisive, table, unfolded
from advisor.wording import signed
from ui.tab_separated import tab_separated
from ui.tokens import tokens
from ui.widgets import waterfall_pictures
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.waterfall_layout import lay_out
from ui.widgets.waterfall_painting import Look, paint_waterfall

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from advisor.waterfall import Bar
    from ui.widgets.waterfall_layout import WaterfallLayout

_WIDTH, _LEAST_WIDTH = 320, 260


class Waterfall(QWidget):
    """Arrow bars end to end. Arrow keys or a click select a bar; Enter, or a click, opens a folded row."""

    bar_selected = Signal(object)
    """The `Bar` whose reason is wanted."""
    failed = Signal(str, str)
    """A picture could not be saved: what happened, and the detail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._sentence = "", ""
        self._bars: tuple[Bar, ...] = ()
        self._rows: tuple[Bar, ...] = ()
        self._opened: set[str] = set()
        self._selected: str | None = None
        self._hovered: int | None = None
        self._dialog: QFileDialog | None = None
        self._keyboard = KeyboardFocus()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._add_action("Copy as table", self.copy_table).setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._add_action("Copy picture", self.copy_picture)
        self._add_action("Save as PNG or SVG…", self.ask_where_to_save)

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
        return f"Why the standing is {signed(self._bars[-1].points)}" if self._bars else ""

    def show_bars(self, name: str, sentence: str, bars: tuple[Bar, ...]) -> None:
        """Show the bars of an option; the same option keeps its selection and its opened folds."""
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

    def copy_table(self) -> None:
        """Put the bars on the clipboard as a table, every fold open."""
        QGuiApplication.clipboard().setText(tab_separated(table(self._bars)))

    def copy_picture(self) -> None:
        """Put the waterfall on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(waterfall_pictures.picture(self._name, self.title, self._rows))

    def ask_where_to_save(self) -> None:
        """Ask for a file name without holding up the window; the picture is written when the answer comes."""
        self._dialog = QFileDialog(self, "Save the waterfall")
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setNameFilters(waterfall_pictures.FILTERS)
        self._dialog.setDefaultSuffix("png")
        self._dialog.filterSelected.connect(self._follow_filter)
        self._dialog.selectFile(f"{self._name}.png")
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.fileSelected.connect(self.save)
        self._dialog.open()

    def save(self, path: str) -> None:
        """Write the picture as SVG where the name says so, as PNG otherwise."""
        make = waterfall_pictures.svg if path.lower().endswith(".svg") else waterfall_pictures.png
        problem = waterfall_pictures.save(make(self._name, self.title, self._rows), path)
        if problem is not None:
            self.failed.emit(f"The picture was not saved to {path}: {problem}", problem)

    # What Qt calls

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.heightForWidth(_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.heightForWidth(_LEAST_WIDTH))

    def heightForWidth(self, width: int) -> int:
        return round(lay_out(self._rows, self.title, width).height)

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
        return lay_out(self._rows, self.title, self.width())

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

    def _follow_filter(self, chosen: str) -> None:
        if self._dialog is not None:
            self._dialog.setDefaultSuffix("svg" if chosen == waterfall_pictures.FILTERS[1] else "png")

    def _tell(self) -> None:
        """Say what is shown and selected, to the page and to a screen reader."""
        bar = self.selected
        self.setAccessibleName(self.title)
        self.setAccessibleDescription(f"{self._sentence} Selected: {_tip(bar)}." if bar else self._sentence)
        self.update()
        self.bar_selected.emit(bar)

    def _add_action(self, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: slot())
        self.addAction(action)
        return action


def _tip(bar: Bar) -> str:
    veto = ", veto" if bar.vetoes else ""
    return f"{bar.label} {signed(bar.points)}{veto}"
