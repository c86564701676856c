from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ui.file_work import Job
from ui.widgets.work_indicator import Work

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow


def test_the_status_line_shows_what_is_under_way_and_the_notice_how_it_ended(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.exporter.written.emit(tmp_path / "peru.xlsx")
    assert window.notice.text.text() == f"The briefing was written to {tmp_path / 'peru.xlsx'}."
    shown, surveyor = window.status.work, window.surveyor
    surveyor.progressed.emit(0.5, "Trying out futures")
    assert shown.current == Work("Trying out futures…", 0.5, surveyor.cancel)
    surveyor.progressed.emit(1.0, "")
    window.exporter.working.emit("Writing peru.xlsx…")
    assert shown.current == Work("Writing peru.xlsx…")
    assert not window.menus.export.isEnabled()
    window.exporter.working.emit("")
    assert window.menus.export.isEnabled()
    go_on = threading.Event()
    window.commands.files.start(Job("Copying", lambda _: go_on.wait(10) and 1 / 0, lambda _: None, "Not copied"))
    assert shown.text.text() == "Copying…"
    go_on.set()
    qtbot.waitUntil(lambda: window.notice.is_error)
    assert "Not copied: division by zero" in window.notice.text.text()
    assert shown.current is None
