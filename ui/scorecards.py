"""Scorecards to send to colleagues: blank, for an independent judgement, or with the scores as they stand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from ui.background import Background, Failure, Latest
from ui.export import open_folder

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.ports import ScorecardPort

SUFFIX = ".xlsx"
UNCHANGED = "A file that was there before is as it was."
COMES_BACK = "When it comes back, drop it on this window."


class Scorecards(QObject):
    """Puts two entries into the menu File, asks where to, and writes in the background."""

    written = Signal(Path)
    """The scorecard stands in this file."""
    failed = Signal(str, str)
    """It was not written: what happened and what to do, and the detail to copy."""

    def __init__(self, window: MainWindow, write: ScorecardPort) -> None:
        super().__init__(window)
        self._window, self._write = window, write
        self._path = Path()
        self._background = Background()
        self._lane = Latest(self._background, self)
        self._lane.finished.connect(lambda _: self.written.emit(self._path))
        self._lane.failed.connect(self._fail)
        menus = window.menus
        self.blank, self.filled = QAction("Blank scorecard…", menus), QAction("Scorecard with these scores…", menus)
        for action, blank in ((self.blank, True), (self.filled, False)):
            menus.file.insertAction(menus.export_case, action)
            action.triggered.connect(lambda _=False, blank=blank: self.ask(blank=blank))
        window.session.assessment_opened.connect(self._refresh)
        window.closing.connect(self.close_work)
        self.written.connect(self._tell)
        self.failed.connect(window.notice.complain)
        self._refresh()

    def ask(self, *, blank: bool) -> QFileDialog | None:
        """Ask for a file, without stopping the window."""
        opened = self._window.session.assessment
        if opened is None:
            return None
        kind = "blank scorecard" if blank else "scorecard"
        suggested = f"{opened.country} {opened.as_of.isoformat()} {kind}{SUFFIX}"
        dialog = QFileDialog(self._window, "Save scorecard", suggested, f"Excel workbook (*{SUFFIX})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.fileSelected.connect(lambda name: self.save(Path(name), blank=blank))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def save(self, path: Path, *, blank: bool) -> None:
        """Write the scorecard of what is open, unsaved ticks of a drag included."""
        session = self._window.session
        if session.case is None or session.assessment is None:
            return
        assessment = replace(session.assessment, sheet=session.sheet or session.assessment.sheet)
        self._path = path
        work = partial(self._write, session.case, assessment, path, self._window.marking.text, blank=blank)
        self._lane.submit(work)

    def close_work(self) -> bool:
        """Wait for a scorecard that is being written; say whether it ended in time."""
        self._lane.close()
        return self._background.close()

    def _refresh(self) -> None:
        for action in (self.blank, self.filled):
            action.setEnabled(self._window.session.assessment is not None)

    def _tell(self, path: Path) -> None:
        self._window.notice.tell(
            f"The scorecard was written to {path}. {COMES_BACK}", "Open folder", lambda: open_folder(path)
        )

    def _fail(self, failure: Failure) -> None:
        self.failed.emit(f"{self._path.name} was not written: {failure.sentence}. {UNCHANGED}", failure.detail)
