"""Three notes beside the things themselves, for whoever sees the window for the first time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.widgets.callout import Callout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.main_window import MainWindow
    from ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Step:
    """One note: what it stands beside, and what it says."""

    target: Callable[[MainWindow], QWidget]
    heading: str
    text: str


def _selected_row(window: MainWindow) -> QWidget:
    score = window.pages.score
    return score.rows[score.selected or next(iter(score.rows))]


def _stance(window: MainWindow) -> QWidget:
    return window.live_result.stance


def _tabs(window: MainWindow) -> QWidget:
    return window.pages.tabs


STEPS = (
    Step(
        _selected_row,
        "Score the pressures",
        "Each line is one pressure on the government, from 0 to 10, with the range it may lie in. Drag the handle, "
        "type a digit, or click an anchor of the line in focus. Every edit is kept as it is made, and "
        "Ctrl+Z takes it back.",
    ),
    Step(
        _stance,
        "Watch what follows",
        "Which way the government leans, how likely that is, how likely a reversal, and how many options it can live "
        "with. All of it follows each score. Click a number, or press Shift+F1 on it, to ask why.",
    ),
    Step(
        _tabs,
        "Go on from here",
        "Options says what it can accept, why, and what to attach. Plan says what to commit to now and when to switch. "
        "Brief… at the top right writes it all as a workbook. File > New country starts a country of your own.",
    ),
)


class Tour(QObject):
    """Goes through the steps; it can be put off, or dismissed for good, and Help offers it again."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._step = 0
        self._keyboard: QWidget | None = None
        self.callout: Callout | None = None

    @property
    def is_on(self) -> bool:
        """Whether a note is shown."""
        return self.callout is not None and self.callout.isVisible()

    def begin_once(self) -> None:
        """Begin, unless it was finished or dismissed at an earlier start."""
        if not self._settings.tour_done:
            self.begin()

    def begin(self) -> None:
        """Begin at the first step, where there is something open to show it on."""
        if self._window.session.assessment is None:
            return
        if self.callout is None:
            # Within the middle, so that the answer to a Why lies over it.
            self.callout = Callout(self._window.middle)
            self.callout.forward.connect(self._go_on)
            self.callout.later.connect(self._end)
            self.callout.never.connect(self._finish)
        if not self.is_on:
            self._keyboard = self._window.focusWidget()
        self._window.go_to_page("Score")
        self._show(0)

    def _show(self, number: int) -> None:
        self._step = number
        step = STEPS[number]
        if self.callout is not None:
            self.callout.point_at(step.target(self._window), step.heading, step.text, number + 1, len(STEPS))

    def _go_on(self) -> None:
        if self._step + 1 < len(STEPS):
            self._show(self._step + 1)
        else:
            self._finish()

    def _finish(self) -> None:
        self._settings.tour_done = True
        self._end()

    def _end(self) -> None:
        if self.callout is not None:
            self.callout.leave()
        if self._keyboard is not None and self._keyboard.isVisible():
            self._keyboard.setFocus()
