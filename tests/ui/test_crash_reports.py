from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar

from ui.crash_reports import NAME, offer_folder

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from ui.menus import Menus


def test_the_menu_help_shows_where_they_are(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    menu = bar.addMenu("Help")
    about = menu.addAction("About")
    bar.help, bar.about = menu, about  # type: ignore[attr-defined]
    shown: list[str] = []
    services = SimpleNamespace(openUrl=lambda url: shown.append(url.toLocalFile()))
    monkeypatch.setattr("ui.crash_reports.QDesktopServices", services)
    action = offer_folder(cast("Menus", bar), tmp_path / "crash reports")
    assert isinstance(action, QAction)
    assert [one.text() for one in menu.actions()] == [NAME, "About"]
    action.trigger()
    assert [Path(one) for one in shown] == [tmp_path / "crash reports"]
