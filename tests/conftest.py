"""What holds for every test: no screen, none of the user's files, no waiting for a click, no unexpected log line."""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
from typing import TYPE_CHECKING, NoReturn

# Before anything imports PySide6: Qt reads this once, when its application object is made.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# As main.py does before anything imports NumPy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from hypothesis import HealthCheck, settings

from advisor.uncertainty import Draws, draw_blocks
from data.case_files import SHIPPED_CASES, read_cases
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from advisor.case import Case
    from advisor.playbook import Playbook

# Derandomized, so that a change is judged by the change alone; and never by how busy the machine is.
settings.register_profile(
    "ci",
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci")

# Everything in QtWidgets that would wait for a person.
WAITING = {
    "QColorDialog": ("getColor",),
    "QDialog": ("exec", "exec_"),
    "QFileDialog": (
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ),
    "QFontDialog": ("getFont",),
    "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QMenu": ("exec", "exec_"),
    "QMessageBox": ("about", "aboutQt", "critical", "exec", "exec_", "information", "question", "warning"),
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the library and the settings of this test in a folder of its own, made by whoever first writes to it."""
    folder = tmp_path / "second-image-home"
    monkeypatch.setenv("SECOND_IMAGE_HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    return folder


@pytest.fixture(autouse=True)
def nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turn a dialog that waits for an answer into a failure; a test that wants an answer puts one in its place."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        return
    for class_name, methods in WAITING.items():
        owner = getattr(widgets, class_name)
        for method in methods:
            if hasattr(owner, method):
                monkeypatch.setattr(owner, method, refusal(f"{class_name}.{method}"))


def refusal(name: str) -> staticmethod[..., NoReturn]:
    """Make a stand-in that fails the test, whether it is called on the class or on an object of it."""

    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        raise AssertionError(
            f"{name} waits for a person; show the dialog with open() or show(), or replace it in the test"
        )

    return staticmethod(refuse)


class LogGuard(logging.Handler):
    """Collects the warnings and errors that a test logs, and knows which of them the test expects."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record as a line of text."""
        self.messages.append(f"{record.levelname} {record.name}: {self.format(record)}")

    def expect(self, pattern: str) -> None:
        """Declare that a warning or error matching this regular expression will be logged, once or more often."""
        self.expected.append(pattern)

    def complaints(self) -> list[str]:
        """Return what was logged and not expected, and what was expected and not logged."""
        surprises = [text for text in self.messages if not any(re.search(pattern, text) for pattern in self.expected)]
        absent = [pattern for pattern in self.expected if not any(re.search(pattern, text) for text in self.messages)]
        return [f"not expected: {text}" for text in surprises] + [f"expected, not logged: {text}" for text in absent]


@pytest.fixture(autouse=True)
def log_guard() -> Iterator[LogGuard]:
    """Fail a test that logs a warning or an error it did not announce with ``log_guard.expect(pattern)``."""
    guard = LogGuard()
    root = logging.getLogger()
    root.addHandler(guard)
    yield guard
    root.removeHandler(guard)
    complaints = guard.complaints()
    if complaints:
        pytest.fail("the log holds a surprise\n" + "\n".join(complaints), pytrace=False)


@pytest.fixture(autouse=True)
def collected_on_the_main_thread() -> Iterator[None]:
    """Collect cycles between tests, as the window does between events: never in its background thread."""
    gc.disable()
    yield
    if gc.get_count()[2] > gc.get_threshold()[2]:
        gc.collect()
        # What is left is modules and what the session keeps: looking at it again and again takes longer than the tests.
        gc.freeze()
    elif gc.get_count()[1]:
        gc.collect(1)
    else:
        gc.collect(0)


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    """The shipped counternarcotics playbook."""
    return shipped_playbook()


@pytest.fixture(scope="session")
def cases(playbook: Playbook) -> dict[str, Case]:
    """Every shipped case by country."""
    return {case.name: case for case in read_cases(SHIPPED_CASES, playbook.indicator_ids)}


@pytest.fixture(scope="session")
def draws(playbook: Playbook) -> list[Draws]:
    """The draws that the program itself uses."""
    return list(draw_blocks(playbook, playbook.uncertainty.draws, playbook.uncertainty.seed_fit))
