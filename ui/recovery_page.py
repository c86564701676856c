"""What the window offers when a library cannot be opened: go back to its newest good backup, open another, or leave."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEventLoop, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.tokens import SPACE, font
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from ui.opening import Opening

HEADING, DAMAGED = "Second Image could not open its library.", "The library is damaged."
GONE = "The library is no longer there."
KEPT = "The damaged file is kept beside the library under another name."
_WIDEST = 720


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a library; `loss` says what going back to its backup would lose, empty without a backup.

    Where the library is `gone`, nothing of it is left to keep.
    """

    library: Path
    text: str
    loss: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class WayOn:
    """What was decided: go back to the backup, open the library at `path`, try this one again, or leave."""

    kind: Literal["recover", "another", "again", "leave"]
    path: Path | None = None


class RecoveryPage(QWidget):
    """One heading, what is wrong, what would be lost, and the ways on."""

    decided = Signal(object)
    """The `WayOn`."""

    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = problem
        self.heading = InkLabel(font(19, serif=True, bold=True), "ink", _heading(problem))
        self.text = QLabel(problem.text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.loss = InkLabel(font(15, serif=True), "ink", _loss(problem))
        self.recover, self.another = QPushButton("Recover from the backup"), QPushButton("Open another library…")
        self.again, self.copy, self.leave = QPushButton("Try again"), QPushButton("Copy"), QPushButton("Quit")
        self.copy.setToolTip("Copy what is said here")
        self.recover.setProperty("primary", "true")
        self.recover.setVisible(bool(problem.loss))
        self.loss.setVisible(bool(problem.loss))
        self.again.setVisible(not problem.loss)
        self._lay_out()
        self.recover.clicked.connect(lambda: self.decided.emit(WayOn("recover")))
        self.again.clicked.connect(lambda: self.decided.emit(WayOn("again")))
        self.leave.clicked.connect(lambda: self.decided.emit(WayOn("leave")))
        self.another.clicked.connect(self.ask)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{problem.text}\n{problem.loss}"))
        self.setFocusProxy(self.recover if problem.loss else self.another)

    def ask(self) -> QFileDialog:
        """Ask for another library, without stopping the window."""
        folder = str(self._problem.library.parent)
        dialog = QFileDialog(self, "Open another library", folder, "Library of Second Image (*.sqlite)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.decided.emit(WayOn("another", Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[1])
        for button in (self.recover, self.again, self.another, self.copy, self.leave):
            buttons.addWidget(button)
        buttons.addStretch()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE[4]] * 4)
        column.setSpacing(SPACE[3])
        for label in (self.heading, self.text, self.loss):
            label.setMaximumWidth(_WIDEST)
            column.addWidget(label)
        column.addLayout(buttons)
        column.addStretch()


def _heading(problem: Problem) -> str:
    if problem.gone and problem.loss:
        return GONE
    return DAMAGED if problem.loss else HEADING


def _loss(problem: Problem) -> str:
    return f"{problem.loss} {KEPT}" if problem.loss and not problem.gone else problem.loss


def ask_how_to_go_on(opening: Opening, problem: Problem) -> WayOn | None:
    """Show the problem in the window until something is decided; closing the window means to leave.

    Where nobody can see the window, nobody is waited for, and the answer is None.
    """
    from ui.opening import UNSEEN

    page = RecoveryPage(problem)
    opening.frame.hold(page)
    page.setFocus()
    if opening.application.platformName() in UNSEEN:
        return None
    return decision(page, opening)


def decision(page: RecoveryPage, opening: Opening) -> WayOn:
    """Wait until something is decided on a page that is shown, or the window is closed."""
    loop, decided = QEventLoop(), list[WayOn]()
    page.decided.connect(decided.append)
    page.decided.connect(loop.quit)
    opening.frame.closed.connect(loop.quit)
    if opening.frame.isVisible():
        loop.exec()
    return decided[0] if decided else WayOn("leave")
