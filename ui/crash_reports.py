"""Says in the menu Help where the crash reports are: they hold kinds, modules and lines, and nothing of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path

    from ui.menus import Menus

NAME = "Open folder of crash reports"


def offer_folder(menus: Menus, folder: Path) -> QAction:
    """Add the action that shows the folder in the file manager of the system, and return it."""
    action = QAction(NAME, menus)
    action.setStatusTip(str(folder))
    action.triggered.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
    menus.help.insertAction(menus.about, action)
    return action
