"""What folds away where the window is narrow, as with large text on a small screen: the library and the live result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from ui.pages import Pages

FOLDED_BELOW = 1000


class Folding(QObject):
    """Follows the width of the window; whoever unfolds a part while it is narrow keeps it until it is wide again."""

    def __init__(self, window: QWidget, library: QWidget, pages: Pages, action: QAction) -> None:
        super().__init__(window)
        self._window, self._library, self._pages, self._action = window, library, pages, action
        self._narrow = False
        action.setCheckable(True)
        action.setChecked(True)
        action.toggled.connect(library.setVisible)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._fit(self._window.width() < FOLDED_BELOW)
        return False

    def _fit(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._action.setChecked(not narrow)
        self._pages.fold(folded=narrow)
