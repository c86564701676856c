"""The panel that says why: the number asked about, what it is made of, and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.tokens import SPACE, font
from ui.why.part_row import PartRow
from ui.widgets.ink_label import InkLabel, section_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.answers import Answer, Subject

WHY = "Why"
WIDTH = 420


class WhyPanel(QFrame):
    """Lies over the right of the window until it is left; what was asked on the way is gone back through."""

    left = Signal()
    """The panel is away."""

    def __init__(
        self,
        answer: Callable[[Subject], Answer | None],
        parent: QWidget,
        about: Callable[[Subject], str] = lambda _: "",
    ) -> None:
        super().__init__(parent)
        self._answer, self._about, self._around = answer, about, parent
        self.heading = InkLabel(section_font(), "ink2", WHY)
        self._trail: list[Subject] = []
        self._keyboard_before: QWidget | None = None
        self.answer: Answer | None = None
        self.setObjectName("why")
        self.title, self.value = (
            InkLabel(font(19, serif=True, bold=True)),
            InkLabel(font(12.5, bold=True, tabular=True)),
        )
        self.meaning = InkLabel(font(12.5), "ink2")
        self.back, self.copy, self.close_button = QPushButton("Back"), QPushButton("Copy"), QPushButton("Close")
        self.back.clicked.connect(self.go_back)
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.close_panel)
        self._scroll = QScrollArea()
        self._lay_out()
        parent.installEventFilter(self)
        self.hide()

    @property
    def rows(self) -> tuple[PartRow, ...]:
        """What the answer rests on, as shown."""
        return tuple(self._content.findChildren(PartRow))

    @property
    def subject(self) -> Subject | None:
        """What is answered now."""
        return self._trail[-1] if self._trail else None

    def ask(self, subject: Subject) -> None:
        """Answer a question asked in the window."""
        if self.isHidden():
            self._keyboard_before = QApplication.focusWidget()
        self._trail = []
        self._go_on(subject)

    def refresh(self) -> None:
        """Answer again: scores or results have changed; what cannot be answered any more is left."""
        if self.isHidden():
            return
        while self._trail and self._answer(self._trail[-1]) is None:
            self._trail.pop()
        if self._trail:
            self._show()
        else:
            self.close_panel()

    def go_back(self) -> None:
        """Return to the question before this one, or leave."""
        if len(self._trail) > 1:
            self._trail.pop()
            self._show()
        else:
            self.close_panel()

    def close_panel(self) -> None:
        """Go away and give the keyboard back."""
        if self.isHidden():
            return
        before, self._keyboard_before = self._keyboard_before, None
        self.hide()
        self._trail = []
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() == Qt.Key.Key_Backspace:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._around and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _go_on(self, subject: Subject) -> None:
        if self._answer(subject) is not None:
            self._trail.append(subject)
            self._show()

    def _show(self) -> None:
        answer = self._answer(self._trail[-1])
        if answer is None:
            return
        self.answer = answer
        about = self._about(self._trail[-1])
        self.heading.setText(f"{WHY}: {about}" if about else WHY)
        self.title.setText(answer.title)
        self.value.setText(answer.value)
        self.value.setVisible(bool(answer.value))
        self.meaning.setText(answer.meaning)
        self.back.setEnabled(len(self._trail) > 1)
        self.setAccessibleName(f"{self.heading.text()}: {answer.title}")
        self.setAccessibleDescription(f"{answer.value}. {answer.meaning}")
        self._fill(answer)
        self._place()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self, answer: Answer) -> None:
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(SPACE[2], 0, SPACE[2], SPACE[3])
        column.setSpacing(0)
        for part in answer.parts:
            row = PartRow(part)
            row.asked.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
            column.addWidget(row)
        for title, texts, ink in (
            ("What would change it", answer.changes, "ink"),
            ("Sources", answer.sources, "ink2"),
        ):
            if texts:
                column.addSpacing(SPACE[2])
                heading = InkLabel(section_font(), "ink2", title)
                heading.setContentsMargins(SPACE[0], 0, SPACE[0], 0)
                column.addWidget(heading)
            for text in texts:
                label = InkLabel(font(12 if ink == "ink" else 11.5), "ink" if ink == "ink" else "ink2", text)
                label.setContentsMargins(SPACE[0], SPACE[0], SPACE[0], 0)
                column.addWidget(label)
        column.addStretch()
        self._scroll.setWidget(self._content)
        self._content.setAutoFillBackground(False)

    def _copy(self) -> None:
        if self.answer is not None:
            QGuiApplication.clipboard().setText(self.answer.text)

    def _place(self) -> None:
        around = self._around
        width = min(WIDTH, around.width())
        self.setGeometry(around.width() - width, 0, width, around.height())

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName("What the answer rests on")
        self._scroll.viewport().setAutoFillBackground(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[1])
        buttons.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.back, self.copy, self.close_button):
            buttons.addWidget(button)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], 0)
        head.setSpacing(SPACE[0])
        head.addLayout(buttons)
        for label in (self.title, self.value, self.meaning):
            head.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
