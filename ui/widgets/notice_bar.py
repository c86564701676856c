"""One sentence about what was done or could not be done, with what can be done about it; never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.tokens import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable


_RULE = 3
_PRESSED = QEvent.Type.KeyPress
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


class NoticeBar(QFrame):
    """Hidden until there is something to say; a new notice takes the place of the old one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail = ""
        self._on_action: Callable[[], object] | None = None
        self._passing = QTimer(self, singleShot=True, interval=0)
        self._passing.timeout.connect(self.hide)
        self.setObjectName("notice")
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action = QPushButton()
        self.copy = QPushButton("Copy detail")
        self.dismiss = QPushButton("Dismiss")
        for button in (self.action, self.copy, self.dismiss):
            button.setProperty("link", "true")
        self.action.clicked.connect(self._act)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._detail))
        self.dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3] - _RULE, SPACE[0], SPACE[2], SPACE[0])
        for widget in (self.text, self.action, self.copy, self.dismiss):
            row.addWidget(widget)
        self.hide()

    @property
    def is_error(self) -> bool:
        """Whether the notice says that something failed."""
        return bool(self.property("error") == "true")

    def tell(self, text: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        """Say what was done, with one thing that can be done about it."""
        self._show(text, error=False, detail="")
        self._on_action = on_action
        self.action.setText(action)
        self.action.setVisible(on_action is not None)

    def remark(self, text: str) -> None:
        """Say what is of use only now; it goes with the next key or click, without taking it."""
        self._show(text, error=False, detail="")
        self._application().installEventFilter(self)

    def complain(self, text: str, detail: str = "") -> None:
        """Say what could not be done; the detail can be copied."""
        self._show(f"✕  {text}", error=True, detail=detail)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Only what a release has done is over: were the notice to go before, the page would move below the pointer.
        typed = isinstance(event, QKeyEvent) and event.type() == _PRESSED and Qt.Key(event.key()) not in _MODIFIERS
        clicked = event.type() == QEvent.Type.MouseButtonRelease
        if (typed or clicked) and isinstance(watched, QWidget) and not self.isAncestorOf(watched):
            self._passing.start()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _show(self, text: str, error: bool, detail: str) -> None:
        self._stay()
        self._detail, self._on_action = detail, None
        self.text.setText(text)
        self.setAccessibleName(text)
        self.action.hide()
        self.copy.setVisible(bool(detail))
        self.setProperty("error", "true" if error else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    @staticmethod
    def _application() -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None, "a widget is made after the application"
        return application

    def _stay(self) -> None:
        """Stay until it is dismissed, as all but a remark do."""
        self._passing.stop()
        self._application().removeEventFilter(self)

    def _act(self) -> None:
        self.hide()
        if self._on_action is not None:
            self._on_action()
