"""What a walk over the window finds: parts without a name, and the order in which Tab visits them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QTabBar, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLACK = 8


def unnamed(root: QWidget) -> set[str]:
    """Return the parts that take the keyboard or are painted, and that a screen reader could say nothing of."""
    return {f"{type(one).__module__}.{type(one).__name__}" for one in _told(root) if not name_of(one)}


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says of a widget: its name, its own text, or that of the label it belongs to."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def stops(root: QWidget) -> list[QWidget]:
    """Return what Tab visits within a part of a window, in that order."""
    window = root.window()
    found: list[QWidget] = []
    one = window.nextInFocusChain()
    while one is not None and one is not window:
        if root.isAncestorOf(one) and _is_stop(one):
            found.append(one)
        one = one.nextInFocusChain()
    return found


def jumps(root: QWidget) -> list[tuple[str, str]]:
    """Return the pairs of stops that do not follow each other downward or to the right."""
    visited = stops(root)
    return [
        (_said(one), _said(other))
        for one, other in itertools.pairwise(visited)
        if not _follows(_place(one, root), _place(other, root))
    ]


def _told(root: QWidget) -> Iterator[QWidget]:
    for one in (root, *root.findChildren(QWidget)):
        if not one.isVisible() or _is_viewport(one):
            continue
        if _is_stop(one) or (_paints(one) and not _is_ornament(one)):
            yield one


def _is_stop(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget.isVisible() and widget.isEnabled() and not _is_viewport(widget)


def _is_viewport(widget: QWidget) -> bool:
    around = widget.parentWidget()
    return isinstance(around, QAbstractScrollArea) and around.viewport() is widget


def _paints(widget: QWidget) -> bool:
    """Say whether a widget of the window paints something of its own that no label within it says."""
    own = type(widget).__module__.startswith("ui.") and "paintEvent" in vars(type(widget))
    return own and widget.findChild(QLabel) is None


def _is_ornament(widget: QWidget) -> bool:
    """Say whether it is a line, an empty label, or the picture within a chart that has a name."""
    around = widget.parentWidget()
    pictured = around is not None and bool(around.accessibleName()) and not isinstance(around, QTabBar | QComboBox)
    empty = isinstance(widget, QLabel) and not widget.text()
    return empty or min(widget.width(), widget.height()) <= 2 or (pictured and type(widget).__name__ == "ChartCanvas")


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _follows(one: QRect, other: QRect) -> bool:
    below, beside = other.top() >= one.bottom() - _SLACK, other.left() >= one.right() - _SLACK
    return below or beside or one.contains(other)


def _said(widget: QWidget) -> str:
    return f"{type(widget).__name__} {name_of(widget)}".strip()
