"""The line that says whether a trial is on and what it does, with the ways out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from advisor.trial_effect import effect_sentence
from ui.tokens import SPACE, font
from ui.widgets.error_label import ErrorLabel
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from advisor.trial import Trial
    from advisor.trial_effect import TrialEffect

IDLE = (
    "Nothing is being tried out. Switch a rule or an option off, or move one of its numbers: what that would do to the "
    "open assessment shows at once, and nothing is saved."
)
PUT_BACK, SAVE = "Put everything back", "Save as a playbook of my own…"


class TrialStrip(QFrame):
    """Says in words what a trial does."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("form")
        self.setAccessibleName("What is being tried out")
        self.text = InkLabel(font(12.5))
        self.problem = ErrorLabel()
        self.back, self.save = QPushButton(PUT_BACK), QPushButton(SAVE)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addWidget(self.problem)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], SPACE[1], SPACE[3], SPACE[1])
        row.setSpacing(SPACE[1])
        row.addLayout(words, 1)
        row.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.back)
        row.addWidget(self.save)
        self.problem.setWordWrap(True)

    def show_trial(self, trial: Trial, found: TrialEffect | None) -> None:
        """Say what is tried out, and what that does."""
        count = len(trial)
        for button in (self.back, self.save):
            button.setVisible(bool(count))
        if not count:
            self.text.setText(IDLE)
            return
        said = f"What if, with {count} {'change' if count == 1 else 'changes'} tried out: nothing is saved."
        self.text.setText(said if found is None else f"{said} {effect_sentence(found)}")
