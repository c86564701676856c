"""Writes the briefing of the open assessment in the background, once its likelihoods are computed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.background import Background, Failure, Latest

if TYPE_CHECKING:
    from advisor.findings import Findings
    from ui.ports import BriefingPort
    from ui.session import Session

SUFFIX = ".xlsx"
REMEDY = "Close the file if it is open in another program, or choose another folder, and export again."


class Exporter(QObject):
    """Asks where to, waits for the likelihoods, writes, and tells how it went."""

    working = Signal(str)
    """What is being done, empty where nothing is."""
    written = Signal(Path)
    """The briefing stands in this file."""
    failed = Signal(str, str)
    """The briefing was not written: what happened and what to do, and the detail to copy."""

    def __init__(self, session: Session, write: BriefingPort, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._write, self._window = session, write, window
        self._waiting = False
        self._path = Path()
        self._background = Background()
        self._lane = Latest(self._background, self)
        self._lane.finished.connect(self._finish)
        self._lane.failed.connect(self._fail)
        session.likelihoods_changed.connect(self._go_on)
        session.assessment_opened.connect(lambda: self._give_up("another assessment was opened"))
        session.failed.connect(self._check_likelihoods)

    @property
    def busy(self) -> bool:
        """Whether a briefing is being written."""
        return self._waiting or self._lane.busy

    def ask(self) -> QFileDialog | None:
        """Ask for a file, without stopping the window."""
        if self._session.assessment is None or self.busy:
            return None
        dialog = QFileDialog(self._window, "Export briefing", self._suggested(), f"Excel workbook (*{SUFFIX})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def export(self, path: Path) -> None:
        """Write the briefing of what is open to a file."""
        if self._session.assessment is None or self.busy:
            return
        self._path, self._waiting = path, True
        self.working.emit("Waiting for the likelihoods…" if self._session.pending else "")
        if not self._session.pending and self._session.findings is not None:
            self._go_on(self._session.findings)

    def close(self) -> bool:
        """Wait for a briefing that is being written; say whether it ended in time."""
        self._lane.close()
        return self._background.close()

    def _go_on(self, findings: Findings) -> None:
        case, assessment = self._session.case, self._session.assessment
        if not self._waiting or case is None or assessment is None or findings.best.sheet != assessment.sheet:
            return
        self._waiting = False
        self.working.emit(f"Writing {self._path.name}…")
        self._lane.submit(partial(self._write, case, assessment, findings, self._path))

    def _give_up(self, reason: str) -> None:
        if self._waiting:
            self._waiting = False
            self.working.emit("")
            self.failed.emit(f"The briefing was not written, because {reason}. Export again.", "")

    def _check_likelihoods(self) -> None:
        if not self._session.pending:
            self._give_up("its likelihoods could not be computed")

    def _finish(self) -> None:
        self.working.emit("")
        self.written.emit(self._path)

    def _fail(self, failure: Failure) -> None:
        self.working.emit("")
        self.failed.emit(f"{self._path.name} was not written: {failure.sentence}. {REMEDY}", failure.detail)

    def _suggested(self) -> str:
        assessment = self._session.assessment
        return "" if assessment is None else f"{assessment.country} {assessment.as_of.isoformat()}{SUFFIX}"


def open_folder(path: Path) -> None:
    """Show the folder of a file in the file manager of the system."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
