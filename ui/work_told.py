"""Tells in the window what is under way in the background, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.export import open_folder
from ui.widgets.work_indicator import Work

if TYPE_CHECKING:
    from pathlib import Path

    from ui.main_window import MainWindow
    from ui.planner import Planner
    from ui.surveyor import Surveyor

BRIEFING, PLAN, SURVEY = "briefing", "plan", "survey"


class WorkTold(QObject):
    """Follows plan, survey, briefing and the work on files: the status line shows them, the notice how they ended."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        exporter, files = window.exporter, window.commands.files
        self._follow(PLAN, window.planner)
        self._follow(SURVEY, window.surveyor)
        exporter.working.connect(self._show_export)
        exporter.written.connect(self._show_written)
        files.working.connect(window.status.tell)
        for worker in (window.planner, exporter, files):
            worker.failed.connect(window.notice.complain)

    def _follow(self, name: str, worker: Planner | Surveyor) -> None:
        """Show in the status line how far a worker is, with the button that stops it."""

        def tell(share: float, what: str) -> None:
            self._window.status.tell(name, Work(f"{what}…", share, worker.cancel) if what else None)

        worker.progressed.connect(tell)

    def _show_export(self, work: str) -> None:
        window = self._window
        cancel = window.exporter.cancel if window.exporter.waiting else None
        window.status.tell(BRIEFING, Work(work, cancel=cancel) if work else None)
        window.menus.export.setEnabled(not work and window.session.assessment is not None)
        window.header.brief.setEnabled(not work)

    def _show_written(self, path: Path) -> None:
        self._window.notice.tell(f"The briefing was written to {path}.", "Open folder", lambda: open_folder(path))
