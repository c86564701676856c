from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
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


def test_what_was_open_is_remembered_by_its_mark(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert (settings.last_opened, settings.recent, settings.library_order) == ("", (), "name")
    settings.last_opened, settings.recent, settings.library_order = "a1", ("a1", "b2"), "recent"
    settings.save()
    again = Settings(tmp_path)
    assert (again.last_opened, again.recent, again.library_order) == ("a1", ("a1", "b2"), "recent")


def test_what_the_settings_view_keeps_is_there_after_a_restart(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    first = (settings.text_size, settings.date_style, settings.decimal_sign, settings.analyst, settings.view_at_start)
    assert first == (100, "day_first", "system", "", "")
    settings.text_size, settings.date_style, settings.decimal_sign = 150, "iso", "comma"
    settings.analyst, settings.view_at_start = "M. Quispe", "Settings"
    settings.save()
    again = Settings(tmp_path)
    kept = (again.text_size, again.date_style, again.decimal_sign, again.analyst, again.view_at_start)
    assert kept == (150, "iso", "comma", "M. Quispe", "Settings")


@pytest.mark.parametrize("nonsense", ["37", "large", "-100"])
def test_a_size_that_is_not_offered_is_the_usual_one(tmp_path: Path, nonsense: str) -> None:
    (tmp_path / "window.ini").write_text(f"[General]\ntext_size={nonsense}\n", encoding="utf-8")
    assert Settings(tmp_path).text_size == 100
