"""Writes the briefing of the open assessment in the background, once its likelihoods and its plan are computed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from advisor.briefing_choices import BriefingChoices
from ui.background import Background, Failure, Latest
from ui.brief_pdf.writer import pdf_of
from ui.export_form import KINDS, WORKBOOK

if TYPE_CHECKING:
    from ui.planner import Planner
    from ui.ports import BriefingPort
    from ui.session import Session

EVERYTHING = BriefingChoices()
WAITING = "Waiting for the likelihoods and the plan…"
UNCHANGED = "A file that was there before is as it was."


class Exporter(QObject):
    """Asks where to, waits for the likelihoods and the plan, writes, and tells how it went."""

    working = Signal(str)
    """What is being done, empty where nothing is."""
    written = Signal(Path)
    """The briefing stands in this file."""
    failed = Signal(str, str)
    """The briefing was not written: what happened and what to do, and the detail to copy."""

    def __init__(self, session: Session, planner: Planner, write: BriefingPort, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._planner, self._write, self._window = session, planner, write, window
        self._waiting = False
        self._path, self._choices = Path(), EVERYTHING
        self._background = Background()
        self._lane = Latest(self._background, self)
        self._lane.finished.connect(self._finish)
        self._lane.failed.connect(self._fail)
        session.likelihoods_changed.connect(lambda _: self._go_on())
        session.assessment_opened.connect(lambda: self._give_up("another assessment was opened"))
        session.failed.connect(self._check_likelihoods)
        planner.changed.connect(self._go_on)
        planner.failed.connect(lambda: self._give_up("its plan could not be computed"))

    @property
    def waiting(self) -> bool:
        """Whether a briefing waits for what it says, so that nothing of it is written yet."""
        return self._waiting

    @property
    def busy(self) -> bool:
        """Whether a briefing is being written."""
        return self._waiting or self._lane.busy

    def ask(self, choices: BriefingChoices = EVERYTHING, ending: str = WORKBOOK) -> QFileDialog | None:
        """Ask for a file, without stopping the window."""
        if self._session.assessment is None or self.busy:
            return None
        dialog = QFileDialog(self._window, "Export briefing", self._suggested(ending), f"{KINDS[ending]} (*{ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.fileSelected.connect(lambda name: self.export(Path(name), choices))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def export(self, path: Path, choices: BriefingChoices = EVERYTHING) -> None:
        """Write the briefing of what is open to a file: a PDF where its name ends in .pdf, else a workbook."""
        if self._session.assessment is None or self.busy:
            return
        self._path, self._choices, self._waiting = path, choices, True
        self.working.emit(WAITING)
        self._planner.want(self)
        self._go_on()

    def cancel(self) -> None:
        """Give up a briefing that waits for what it says; one that is being written is there within a second."""
        if self._waiting:
            self._done_waiting()
            self.working.emit("")

    def close(self) -> bool:
        """Wait for a briefing that is being written; say whether it ended in time."""
        self._lane.close()
        return self._background.close()

    def _go_on(self) -> None:
        """Write once likelihoods and plan are of the scores as they are saved."""
        case, assessment, findings = self._session.case, self._session.assessment, self._session.findings
        if not self._waiting or case is None or assessment is None or findings is None:
            return
        if self._session.pending or findings.best.sheet != assessment.sheet or not self._plan_is_settled():
            return
        self._done_waiting()
        self.working.emit(f"Writing {self._path.name}…")
        plan = None if self._planner.problem else self._planner.plan
        self._lane.submit(partial(self._write, case, assessment, findings, plan, self._path, self._choices, pdf_of))

    def _plan_is_settled(self) -> bool:
        """Say whether there is a plan with its worth, or a reason why there is none; give up where it was stopped."""
        planner = self._planner
        if planner.complete or planner.problem:
            return True
        if not planner.busy:
            self._give_up("its plan was stopped")
        return False

    def _done_waiting(self) -> None:
        self._waiting = False
        self._planner.unwant(self)

    def _give_up(self, reason: str) -> None:
        if self._waiting:
            self._done_waiting()
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
        self.failed.emit(f"The briefing was not written. {failure.sentence}. {UNCHANGED}", failure.detail)

    def _suggested(self, ending: str) -> str:
        assessment = self._session.assessment
        return "" if assessment is None else f"{assessment.country} {assessment.as_of.isoformat()}{ending}"


def open_folder(path: Path) -> None:
    """Show the folder of a file in the file manager of the system."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
