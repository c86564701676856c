"""The start: the window first, then what is slow, beside it."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from ui.failure_page import FailurePage
from ui.opening import Closed, Opening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
# What must not be there before the window is: each takes longer to load than the window to paint.
LATE = (
    "numpy",
    "scipy",
    "pydantic",
    "pandas",
    "matplotlib",
    "openpyxl",
    "xlsxwriter",
    "pyarrow",
    "advisor.playbook",
)


@pytest.fixture
def opening(qapp: QApplication, tmp_path: Path) -> Iterator[Opening]:
    made = Opening(tmp_path)
    yield made
    made.close()
    made.frame.deleteLater()


def test_what_is_slow_is_done_beside_the_window(opening: Opening) -> None:
    assert opening.frame.isVisible()
    threads = opening.wait_for(lambda: (threading.current_thread(), threading.main_thread()))
    assert threads[0] is not threads[1]


def test_what_goes_wrong_there_goes_wrong_here(opening: Opening) -> None:
    def fail() -> None:
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        opening.wait_for(fail)


def test_a_window_closed_meanwhile_ends_the_start(opening: Opening) -> None:
    go_on = threading.Event()
    QTimer.singleShot(0, opening.frame.close)
    with pytest.raises(Closed):
        opening.wait_for(go_on.wait)
    go_on.set()
    with pytest.raises(Closed):
        opening.wait_for(go_on.wait)


def test_why_nothing_can_be_shown_is_said_in_the_window(opening: Opening) -> None:
    opening.fail("library.sqlite: is damaged")
    assert isinstance(opening.frame.work, FailurePage)
    assert opening.frame.work.text.text() == "library.sqlite: is damaged"


def test_nothing_heavy_is_loaded_before_the_window_is_on_the_screen(tmp_path: Path) -> None:
    program = (
        "import sys, main\n"
        "from ui.frame import Frame\n"
        "shown = []\n"
        "plain = Frame.event\n"
        "def event(self, event):\n"
        "    if not shown and event.type() == event.Type.UpdateRequest:\n"
        "        shown.extend(sys.modules)\n"
        "        self.close()\n"
        "    return plain(self, event)\n"
        "Frame.event = event\n"
        "assert main.main([]) == 0\n"
        "print(*shown)\n"
    )
    environ = {"SECOND_IMAGE_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=environ)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "PySide6.QtWidgets" in loaded
    assert [name for name in loaded if name in LATE] == []
