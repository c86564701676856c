"""The window with all its views, as the program opens it, shared by the tests of a module: making it takes long."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composition import outside
from data.library import open_library
from tests.ui.conftest import PERU_2014, FakeBriefing
from ui.analysts.wiring import Analysts
from ui.importing.wiring import add_import
from ui.main_window import MainWindow
from ui.more_views import add_more_views
from ui.playbook.wiring import PlaybookWiring
from ui.session import Session
from ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from advisor.playbook import Playbook
    from ui.theme import Theme

PATIENCE_MS, STEP_MS = 10_000, 5


@contextmanager
def whole_window(playbook: Playbook, filled: Path, theme: Theme, folder: Path) -> Iterator[MainWindow]:
    """Open it on Peru 2014, with its likelihoods computed; nothing of it is left afterwards."""
    with open_library(shutil.copy(filled, folder)) as library:
        session = Session(playbook, library)
        session.open_assessment(PERU_2014)
        with theme.undressed():
            made = MainWindow(session, FakeBriefing(), theme, Settings(folder))
            # All views, as ui.app.run adds them.
            given = outside(playbook, library)
            add_import(made, given.imports)
            # But regions, whose names take a second to load.
            add_more_views(made, lambda names: dict.fromkeys(names, "South America"), given.track_record)
            PlaybookWiring(made, given.playbooks, made.settings)
            Analysts(made).offer_example(given.example)
        made.resize(1440, 900)
        made.show()
        made.activateWindow()
        waited = 0
        while session.pending and waited < PATIENCE_MS:
            QTest.qWait(STEP_MS)
            waited += STEP_MS
        yield made
        made.close()
        made.deleteLater()
        QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
