"""Time the window while a score is dragged: from the tick to its picture, and from the last tick to the likelihoods."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

# Before anything imports PySide6: Qt reads this once, when its application object is made.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from advisor.scores import Score
from benchmarks.library_list import large_library
from benchmarks.start import start
from data.case_files import SHIPPED_CASES, read_cases
from data.library import open_library
from ui.app import open_first
from ui.likelihoods import PAUSE_MS
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme, load_fonts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.playbook import Playbook

TICKS, TICK_MS = 200, 16
DRAGS, EDITS = 5, 25
REST_MS = 250
DRAGGED = "su_level"
_PATIENCE_MS = 10_000


@dataclass(frozen=True, slots=True)
class Drag:
    """Milliseconds from each tick to the end of its repaint, and from the last tick to the likelihoods."""

    repaints: list[float]
    likelihoods: float

    @property
    def median(self) -> float:
        """The usual tick."""
        return statistics.median(self.repaints)

    @property
    def p99(self) -> float:
        """The tick that 99 of 100 are quicker than."""
        return statistics.quantiles(self.repaints, n=100)[-1]


class WatchedWindow(MainWindow):
    """Remembers when its last repaint ended."""

    painted = 0.0

    def event(self, event: QEvent) -> bool:
        """Note the end of every round of painting."""
        handled = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            self.painted = time.perf_counter()
        return handled


def window(playbook: Playbook) -> None:
    """Print how the window keeps up with drags of 200 ticks, 60 a second, and with single edits, which are saved."""
    with shown_window(playbook) as shown:
        drag(shown, 20)
        drags = [drag(shown, TICKS) for _ in range(DRAGS)]
        edits = [edit(shown, number) for number in range(EDITS)]
        shown.planner.want(shown)
        busy = [drag(shown, TICKS) for _ in range(DRAGS)]
    repaints = Drag([one for found in drags for one in found.repaints], 0.0)
    last = statistics.median(found.likelihoods for found in drags)
    print(f"window, tick to picture, median           {repaints.median:8.1f} ms   (at most 16)")
    print(f"window, tick to picture, 99 of 100        {repaints.p99:8.1f} ms   (at most 50)")
    beside = Drag([one for found in busy for one in found.repaints], 0.0)
    print(f"window, the same beside a plan, median    {beside.median:8.1f} ms   (at most 16)")
    print(f"window, the same beside a plan, 99 of 100 {beside.p99:8.1f} ms   (at most 50)")
    print(f"window, edit to likelihoods, median       {statistics.median(edits):8.1f} ms   (at most 100)")
    print(f"window, last tick to likelihoods, median  {last:8.1f} ms   (at most 100, of which {PAUSE_MS} are a pause)")
    large_library()
    start()


@contextmanager
def shown_window(playbook: Playbook) -> Iterator[WatchedWindow]:
    """Show the window on a library of its own, with its first assessment open and its likelihoods computed."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    load_fonts()
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "library.sqlite") as library:
        library.fill_once(read_cases(SHIPPED_CASES, playbook.indicator_ids))
        theme, settings = Theme(application, "light"), Settings(Path(folder))
        made = WatchedWindow(Session(playbook, library), _write_nothing, theme, settings)
        open_first(made.session)
        made.show()
        wait_for_likelihoods(made.session)
        yield made
        made.close()


def drag(shown: WatchedWindow, ticks: int) -> Drag:
    """Drag one score up and down, a tick at a time."""
    repaints: list[float] = []
    loop, timer = QEventLoop(), QTimer(timerType=Qt.TimerType.PreciseTimer)
    last = 0.0

    def tick() -> None:
        nonlocal last
        best = 2 + abs(len(repaints) % 24 - 12) / 2
        last = time.perf_counter()
        shown.session.preview_score(DRAGGED, Score(best - 1, best, best + 1))
        while shown.painted < last:
            QApplication.processEvents()
        repaints.append(1000 * (shown.painted - last))
        if len(repaints) == ticks:
            loop.quit()

    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    loop.exec()
    timer.stop()
    wait_for_likelihoods(shown.session)
    return Drag(repaints, 1000 * (time.perf_counter() - last))


def edit(shown: WatchedWindow, number: int) -> float:
    """Save one score, and return the milliseconds until its likelihoods are shown."""
    rest(REST_MS)
    start = time.perf_counter()
    shown.session.set_score(DRAGGED, Score(4, 5 + number % 9 / 2, 9.5))
    wait_for_likelihoods(shown.session)
    return 1000 * (time.perf_counter() - start)


def rest(milliseconds: int) -> None:
    """Let the window finish what an edit has set off."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for_likelihoods(session: Session) -> None:
    """Let the window work until the likelihoods are there."""
    loop = QEventLoop()
    session.likelihoods_changed.connect(loop.quit)
    QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)
    if session.pending:
        loop.exec()


def _write_nothing(*_: object, **__: object) -> None:
    """Stand in for the briefing."""
