"""Opens windows as the program does, each on a library of its own that nobody else will see."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from composition import outside
from data.case_files import SHIPPED_CASES, read_cases
from data.library import open_library
from tests.screens.photographer import SIZES, wait
from ui.app import furnish, open_first
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from advisor.playbook import Playbook
    from data.library import Library
    from tests.screens.photographer import Photographer, Size
    from ui.importing.importing import Importing

FILLED = "filled.sqlite"


@dataclass(slots=True)
class Stage:
    """One window, with its library and what imports files into it."""

    window: MainWindow
    library: Library
    importing: Importing


@dataclass(slots=True)
class Studio:
    """What all parts share: who takes the pictures, the playbook, and a folder that goes away."""

    photographer: Photographer
    playbook: Playbook
    scratch: Path
    _count: int = field(default=0)

    def take(self, window: QWidget, name: str, sizes: Sequence[Size] = SIZES, *, at_rest: bool = True) -> None:
        """Take a picture."""
        self.photographer.take(window, name, sizes, at_rest=at_rest)

    def library_path(self, *, filled: bool = True) -> Path:
        """Return the path of a new library with the shipped cases, or of none yet."""
        self._count += 1
        path = self.scratch / f"library-{self._count}.sqlite"
        if filled:
            shutil.copy(self._filled(), path)
        return path

    @contextmanager
    def window(self, *, filled: bool = True, path: Path | None = None) -> Iterator[Stage]:
        """Open a window, on Peru where there is a Peru; close it in the end."""
        with open_library(path or self.library_path(filled=filled)) as library:
            settings = Settings(self.scratch / f"settings-{self._count}")
            given = outside(self.playbook, library)
            made = MainWindow(Session(self.playbook, library), given.briefing, self.photographer.theme, settings)
            importing = furnish(made, given)
            open_first(made.session)
            made.show()
            made.activateWindow()
            wait(made)
            try:
                yield Stage(made, library, importing)
            finally:
                made.close()

    def _filled(self) -> Path:
        path = self.scratch / FILLED
        if not path.exists():
            with open_library(path) as library:
                library.fill_once(read_cases(SHIPPED_CASES, self.playbook.indicator_ids))
        return path
