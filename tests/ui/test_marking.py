from __future__ import annotations

from typing import TYPE_CHECKING

from ui.marking import Marking
from ui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_a_marking_is_kept_and_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    marking = Marking(settings)
    told: list[str] = []
    marking.changed.connect(told.append)
    assert marking.text == "UNCLASSIFIED"
    marking.choose(" SECRET//NOFORN\n")
    marking.choose("SECRET//NOFORN")
    settings.save()
    assert told == ["SECRET//NOFORN"]
    assert Marking(Settings(tmp_path)).text == "SECRET//NOFORN"


def test_there_is_always_a_marking(qtbot: QtBot, tmp_path: Path) -> None:
    marking = Marking(Settings(tmp_path))
    marking.choose("  ")
    assert marking.text == "UNCLASSIFIED"
