"""What the window remembers of itself between starts; never anything of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from ui.theme import THEME_CHOICES

if TYPE_CHECKING:
    from pathlib import Path

    from ui.theme import ThemeChoice


class Settings:
    """Size and place of the window, and the theme, in one file."""

    def __init__(self, folder: Path) -> None:
        self._store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """The theme chosen; the system's where none was."""
        kept = self._store.value("theme", "system")
        return next((choice for choice in THEME_CHOICES if choice == kept), "system")

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood; empty the first time."""
        kept = self._store.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)

    def save(self) -> None:
        """Write the file now."""
        self._store.sync()
