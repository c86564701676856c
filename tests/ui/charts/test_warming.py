from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.charts.warming import FONTS, warm_fonts

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from tests.conftest import LogGuard


def test_fonts_are_looked_for_beside_the_window_once_it_is_at_rest(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made_up_fonts.py").write_text("import threading\nthread = threading.current_thread()\n")
    monkeypatch.syspath_prepend(tmp_path)
    window = QObject()
    warm_fonts(window, "made_up_fonts")
    assert "made_up_fonts" not in sys.modules
    timer = window.findChild(QTimer)
    assert timer is not None
    timer.setInterval(0)
    qtbot.waitUntil(lambda: hasattr(sys.modules.get("made_up_fonts"), "thread"))
    assert sys.modules["made_up_fonts"].thread is not threading.main_thread()


def test_that_it_takes_a_while_is_not_told_but_what_is_wrong_is(qtbot: QtBot, log_guard: LogGuard) -> None:
    warm_fonts(QObject())
    log_guard.expect("no such font")
    logging.getLogger(FONTS).warning("Matplotlib is building the font cache; this may take a moment.")
    logging.getLogger(FONTS).warning("no such font")
    assert len(log_guard.messages) == 1
