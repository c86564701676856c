"""The line at the bottom of the window: how complete the assessment is, whether it is saved, and what is being done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.tokens import SPACE, font
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.ink_label import InkLabel
from ui.widgets.work_indicator import Work, WorkIndicator

if TYPE_CHECKING:
    from advisor.findings import BestFindings
    from ui.session import Session

HEIGHT = 26
SAVED, LOST, READ_ONLY = "All changes saved", "Nothing can be saved now", "Open for reading only"
COMPUTING = "Computing likelihoods…"
LIKELIHOODS = "likelihoods"


class StatusLine(QFrame):
    """Facts about the open assessment at the left, about the program at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        self.scored, self.confidence = _label(), _label()
        self.saved = ElidedLabel(font(11.5), "ink2")
        self.trial = _label()
        self.trial.setFont(font(11.5, bold=True))
        self.trial.set_ink("ink")
        self.trial.hide()
        self.work = WorkIndicator()
        self.playbook, self.draws = _label(), _label()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[2], 0, SPACE[2], 0)
        row.setSpacing(SPACE[4])
        for part in (self.scored, self.confidence, self.saved, self.trial, self.work, self.playbook, self.draws):
            row.addWidget(part, 1 if part is self.saved else 0)
        self._row = row
        self._describe_program()
        session.assessment_opened.connect(self._open)
        session.best_changed.connect(self._show_best)
        session.likelihoods_pending.connect(self._show_pending)
        session.likelihoods_changed.connect(lambda: self.tell(LIKELIHOODS, None))
        session.history_changed.connect(self.show_saved)
        self._open()

    def tell(self, name: str, work: Work | None) -> None:
        """Say how a piece of work in the background stands, by its name; None says that it is over."""
        self.work.tell(name, work)

    def tell_trial(self, words: str) -> None:
        """Say that changes of the playbook are being tried out; nothing where none are."""
        self.trial.setText(words)
        self.trial.setVisible(bool(words))

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return handled

    def _open(self) -> None:
        best = self._session.best
        self.scored.setVisible(best is not None)
        self.confidence.setVisible(best is not None)
        self.tell(LIKELIHOODS, None)
        self.show_saved()
        if best is not None:
            self._show_best(best)

    def _show_best(self, best: BestFindings) -> None:
        self.scored.setText(f"{best.scored} of {best.indicators} indicators scored")
        self.confidence.setText(f"Confidence {best.confidence}")

    def _show_pending(self) -> None:
        if self._session.findings is None:
            self.tell(LIKELIHOODS, Work(COMPUTING))

    def show_saved(self) -> None:
        """Say whether edits are kept."""
        library = self._session.library
        if library.read_only:
            self.saved.set_text(READ_ONLY, f"Nothing can be changed: {library.read_only_reason}.")
        else:
            self.saved.set_text(LOST if library.lost else SAVED)

    def _make_room(self) -> None:
        """Leave out what is known of the program itself while not everything fits: the rest is news."""
        gap = self._row.spacing()
        wide = {one: one.sizeHint().width() + gap for one in (self.playbook, self.draws)}
        needed = self._row.minimumSize().width() - sum(width for one, width in wide.items() if not one.isHidden())
        needed += max(0, self.saved.sizeHint().width() - self.saved.minimumWidth())
        for one, width in wide.items():
            needed += width
            one.setVisible(needed <= self.width())

    def _describe_program(self) -> None:
        playbook = self._session.playbook
        self.playbook.setText(f"{playbook.identity.name} playbook {playbook.identity.version}")
        self.draws.setText(f"{playbook.uncertainty.draws:,} draws, fixed seed")


def _label() -> InkLabel:
    made = InkLabel(font(11.5), "ink2")
    made.setWordWrap(False)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return made
