"""Puts the import into a window: its view, the menu, files dropped anywhere, the status line and the notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from ui.importing.drop_cover import DropCover
from ui.importing.importing import Importing
from ui.widgets.work_indicator import Work

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.main_window import MainWindow
    from ui.ports import ImportPort

NAME, WORK = "Import", "import"
KEYS = "Ctrl+I"


def add_import(window: MainWindow, port: ImportPort) -> Importing:
    """Let a window import files, and return what does it."""
    importing = Importing(window.session, port, window)
    window.views.add(NAME, lambda: _view(importing))
    cover = DropCover(window)
    cover.dropped.connect(importing.add)
    action = QAction("Import…", window.menus)
    action.setShortcut(QKeySequence(KEYS))
    window.menus.file.insertAction(window.menus.export, action)

    def show() -> None:
        window.views.show_view(NAME)

    def follow(share: float, what: str) -> None:
        window.status.tell(WORK, Work(f"{what}…", share, importing.cancel) if what else None)

    def tell(sentence: str, opens: bool) -> None:
        if opens:
            window.views.left.emit()
        window.commands.told.emit(sentence, "Undo", window.session.undo)

    action.triggered.connect(importing.begin)
    importing.wanted.connect(show)
    importing.progressed.connect(follow)
    importing.kept.connect(tell)
    return importing


def _view(importing: Importing) -> QWidget:
    # Here and not above: a window that opens need not wait for it.
    from ui.importing.import_view import ImportView

    return ImportView(importing)
