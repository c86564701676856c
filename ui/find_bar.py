"""Find in page: a line below the page, and a frame around the place found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QTableView,
    QTreeView,
    QWidget,
)

from ui.places import Place, places_in
from ui.tokens import SPACE, font, tokens
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMetaObject
    from PySide6.QtGui import QPaintEvent


_MARGIN = 24
_FIELD = 260
__all__ = ["FindBar", "Highlight"]


class Highlight(QWidget):
    """A frame around a place; it takes no click and no key."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Place found")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._followed: tuple[QWidget, QRect | None] | None = None
        self._tie: QMetaObject.Connection | None = None
        self.hide()

    def show_around(self, widget: QWidget, rect: QRect) -> None:
        """Stand around a rectangle of a widget, as far as it is seen; follow it as the page scrolls or is resized."""
        self.leave()
        self._followed = widget, None if rect == widget.rect() else rect
        self._tie = widget.destroyed.connect(self.leave)
        moved: QWidget | None = widget
        while moved is not None and moved is not self._around:
            moved.installEventFilter(self)
            moved = moved.parentWidget()
        self._follow()

    def leave(self) -> None:
        """Go away."""
        if self._tie is not None:
            QObject.disconnect(self._tie)
        self._followed = self._tie = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._followed is not None and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        return False

    def _follow(self) -> None:
        if self._followed is None:
            return
        (widget, part), around = self._followed, self._around
        rect = widget.rect() if part is None else part
        seen = widget.visibleRegion().boundingRect().intersected(rect)
        top_left = widget.mapTo(around, seen.topLeft())
        self.setGeometry(QRect(top_left, seen.size()).adjusted(-3, -3, 3, 3).intersected(around.rect()))
        self.setVisible(not seen.isEmpty())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens(self.palette()).focus), 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


class FindBar(QFrame):
    """Return goes to the next place, Shift+Return to the one before, Escape leaves with the keyboard on the place."""

    left = Signal()
    """The bar is away."""

    def __init__(self, page: Callable[[], QWidget], around: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._found, self._at = page, list[Place](), -1
        self._before: QWidget | None = None
        self.setObjectName("form")
        self.setAccessibleName("Find on the page")
        self.highlight = Highlight(around)
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText("Find on the page")
        self.wanted.setAccessibleName("Find on the page")
        self.wanted.setMaximumWidth(_FIELD)
        self.told = InkLabel(font(12), "ink2")
        self.told.setWordWrap(False)
        self.previous, self.next, self.done = QPushButton("Previous"), QPushButton("Next"), QPushButton("Done")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], SPACE[0], SPACE[3], SPACE[0])
        row.setSpacing(SPACE[1])
        for widget in (self.wanted, self.previous, self.next, self.told, self.done):
            row.addWidget(widget, 1 if widget is self.told else 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.wanted)
        self.wanted.textChanged.connect(lambda _: self._search())
        self.previous.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self.done.clicked.connect(self.close_bar)
        self.hide()

    @property
    def place(self) -> Place | None:
        """The place found, None where there is none."""
        return self._found[self._at] if 0 <= self._at < len(self._found) else None

    def open(self) -> None:
        """Ask for words."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.show()
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Go away; the keyboard goes to the place found, else back to where it was."""
        if self.isHidden():
            return
        place, before = self.place, self._before
        self.hide()
        self.highlight.leave()
        self._found, self._at, self._before = [], -1, None
        target = None if place is None else _focusable(place.widget)
        if target is None:
            target = before if before is not None and before.isVisible() else None
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        words = self.wanted.text().casefold().split()
        places = places_in(self._page()) if words else []
        self._found = [place for place in places if all(word in place.text.casefold() for word in words)]
        self._at = -1
        if self._found:
            self._go(1)
        else:
            self.highlight.leave()
            self.told.setText("Not found on this page" if words else "")
        for button in (self.previous, self.next):
            button.setEnabled(len(self._found) > 1)
        self._tell()

    def _go(self, step: int) -> None:
        if self._found:
            self._at = (self._at + step) % len(self._found) if self._at >= 0 else 0
            place = self._found[self._at]
            self.told.setText(f"{self._at + 1} of {len(self._found)}")
            rect = _bring_into_view(place)
            self.highlight.show_around(place.seen_in, rect)
        self._tell()

    def _tell(self) -> None:
        place = self.place
        self.wanted.setAccessibleDescription(f"{self.told.text()}: {place.text}" if place else self.told.text())


def _bring_into_view(place: Place) -> QRect:
    """Scroll to a place, choose its row, and return where it stands in the widget that shows it."""
    widget = place.widget
    if isinstance(widget, QAbstractItemView) and place.index is not None:
        widget.scrollTo(place.index)
        widget.setCurrentIndex(place.index)
        rect = widget.visualRect(place.index)
        if isinstance(widget, QTreeView | QTableView | QListView):
            rect.setLeft(0)
            rect.setRight(widget.viewport().width())
    else:
        rect = widget.rect()
    _scroll_to(place.seen_in, rect)
    return rect


def _scroll_to(widget: QWidget, rect: QRect) -> None:
    area = widget.parentWidget()
    while area is not None:
        inner = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and inner is not None and inner.isAncestorOf(widget):
            centre = widget.mapTo(inner, rect.center())
            area.ensureVisible(centre.x(), centre.y(), _MARGIN, _MARGIN + rect.height() // 2)
        area = area.parentWidget()


def _focusable(widget: QWidget) -> QWidget | None:
    """Return what takes the keyboard at a place: the widget, something in it, or what is around it."""
    inside = [one for one in (widget, *widget.findChildren(QWidget)) if _takes_keys(one)]
    if inside:
        return inside[0]
    around = widget.parentWidget()
    while around is not None and not _takes_keys(around):
        around = around.parentWidget()
    return around


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
