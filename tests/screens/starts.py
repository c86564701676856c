"""What is seen before the work and in place of it: the blank window, failures, a damaged library, a tiny screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.screens.photographer import SMALL
from ui.failure_page import FailurePage
from ui.frame import LEAST_SIZE, Frame
from ui.recovery_page import Problem, RecoveryPage
from ui.settings import Settings

if TYPE_CHECKING:
    from tests.screens.studio import Studio

LIBRARY = Path("library.sqlite")
BROKEN = "library.sqlite: the library is damaged (page 14 is never used)"
LOSS = "The newest good backup is of 3 May 2026, 09:12. What was entered after that, 14 edits, would be lost."
REFUSED = "library.sqlite: cannot be opened (Permission denied); ask for the right to read it, or name another"


def opening(studio: Studio) -> None:
    """The window before it has read anything."""
    frame = _frame(studio)
    studio.take(frame, "opening", (SMALL,))
    frame.close()


def failures(studio: Studio) -> None:
    """A library that cannot be opened, one that is damaged, and a program that cannot go on."""
    pages = {
        "recovery-damaged": RecoveryPage(Problem(LIBRARY, BROKEN, LOSS)),
        "recovery-refused": RecoveryPage(Problem(LIBRARY, REFUSED)),
        "failure": FailurePage(REFUSED),
    }
    for name, page in pages.items():
        frame = _frame(studio)
        frame.hold(page)
        page.setFocus()
        studio.take(frame, name, (SMALL,))
        frame.close()


def tiny(studio: Studio) -> None:
    """The work on a screen that is too small for it."""
    with studio.window() as stage:
        frame = _frame(studio)
        frame.hold(stage.window)
        frame.resize(LEAST_SIZE)
        studio.photographer.take_as_is(frame, "tiny")
        frame.close()


def _frame(studio: Studio) -> Frame:
    frame = Frame(Settings(studio.scratch / "frame"))
    frame.show()
    return frame
