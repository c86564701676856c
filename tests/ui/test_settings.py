from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from ui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_theme_and_geometry_are_there_after_a_restart(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.theme, settings.geometry = "dark", QByteArray(b"somewhere")
    settings.save()
    again = Settings(tmp_path)
    assert (again.theme, again.geometry) == ("dark", QByteArray(b"somewhere"))


def test_the_first_start_follows_the_system_and_leaves_the_place_open(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "new")
    assert settings.theme == "system"
    assert settings.geometry.isEmpty()


def test_a_file_with_nonsense_in_it_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[General]\ntheme=purple\ngeometry=nowhere\n", encoding="utf-8")
    settings = Settings(tmp_path)
    assert settings.theme == "system"
    assert settings.geometry.isEmpty()
