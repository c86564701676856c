"""Time the start of the window beside the least that a PySide6 window takes: processes of their own, in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 11
MOST = 1.6
# Both say, in seconds since the epoch, when the first round of painting was over.
_LEAST = """
import time
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Window(QMainWindow):
    def event(self, event):
        handled = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            print(time.time(), flush=True)
            QApplication.quit()
        return handled

application = QApplication([])
window = Window()
window.setCentralWidget(QLabel("Second Image"))
window.resize(1440, 900)
window.show()
application.exec()
"""
# The program as it is started, watched from outside: its window says when it was painted, empty and with its work.
_OURS = """
import sys, time
sys.path.insert(0, sys.argv.pop(1))
from PySide6.QtCore import QEvent, QTimer
from ui.frame import Frame

plain = Frame.event

def event(self, event):
    handled = plain(self, event)
    if event.type() == QEvent.Type.UpdateRequest:
        if self.work is None:
            print(time.time(), flush=True)
        elif not getattr(self, "told", False):
            self.told = True
            print(time.time(), flush=True)
            QTimer.singleShot(0, self.close)
    return handled

Frame.event = event
import main
main.main(sys.argv[1:])
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Medians in milliseconds from starting a process to its first picture, and to the work; and the ratio."""

    least: float
    ours: float
    work: float
    ratio: float


def start() -> None:
    """Print how soon the window is on the screen."""
    found = measured()
    print(f"start, a window with one label            {found.least:8.0f} ms")
    print(f"start, our window on the screen           {found.ours:8.0f} ms   ratio {found.ratio:.2f} (at most {MOST})")
    print(f"start, Peru in it                         {found.work:8.0f} ms")


def measured(rounds: int = ROUNDS) -> Start:
    """Start both in turn, each once for nothing."""
    with tempfile.TemporaryDirectory() as home:
        environ = {**os.environ, "SECOND_IMAGE_HOME": home}
        environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        least = [sys.executable, "-c", _LEAST]
        ours = [sys.executable, "-c", _OURS, str(ROOT)]
        pairs = [(seconds(least, environ), seconds(ours, environ)) for _ in range(rounds + 1)][1:]
    return Start(
        1000 * statistics.median(one[0] for one, _ in pairs),
        1000 * statistics.median(other[0] for _, other in pairs),
        1000 * statistics.median(other[-1] for _, other in pairs),
        statistics.median(other[0] / one[0] for one, other in pairs),
    )


def seconds(command: list[str], environ: dict[str, str]) -> list[float]:
    """Start a program and return how long it took to each of the moments that it tells."""
    began = time.time()
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environ)
    return [float(line) - began for line in done.stdout.split()]
