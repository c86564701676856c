"""The light and the dark theme: fonts, palette and style sheet of the application, following the system or a choice."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QPalette

from ui.stylesheet import PICTURES, stylesheet
from ui.tokens import DARK, LIGHT, font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from ui.styles import ThemeChoice
    from ui.tokens import Tokens

BASE_SIZE = 12.5
_FOLDER = Path(__file__).parent
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def font_files(folder: Path = _FOLDER / "fonts") -> list[Path]:
    """Return the files of the shipped fonts."""
    return sorted(folder.glob("*.[ot]tf"))


def load_fonts(folder: Path = _FOLDER / "fonts") -> list[str]:
    """Make the shipped fonts known to Qt and return the families; where files are missing, Qt takes similar fonts."""
    loaded = [QFontDatabase.addApplicationFont(str(path)) for path in font_files(folder)]
    return sorted({family for one in loaded for family in QFontDatabase.applicationFontFamilies(one)})


def palette(theme: Tokens) -> QPalette:
    """Return the palette that carries the tokens of a theme."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: theme.bg,
        roles.Base: theme.surface,
        roles.AlternateBase: theme.sunken,
        roles.Button: theme.surface,
        roles.WindowText: theme.ink,
        roles.Text: theme.ink,
        roles.ButtonText: theme.ink,
        roles.ToolTipBase: theme.surface,
        roles.ToolTipText: theme.ink,
        roles.PlaceholderText: theme.ink3,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Light: theme.surface,
        roles.Midlight: theme.sunken,
        roles.Mid: theme.line,
        roles.Dark: theme.outline,
        roles.Shadow: theme.outline,
    }.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ink3))
    return made


class Theme(QObject):
    """Dresses the application, again whenever the choice or the system's colour scheme changes."""

    changed = Signal()
    """Another theme is worn."""

    def __init__(
        self, application: QApplication, choice: ThemeChoice = "system", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._choice: ThemeChoice = choice
        self._worn: Tokens | None = None
        application.setStyle("Fusion")
        for effect in Qt.UIEffect:
            # Nothing in the window moves by itself, whether the system asks for less motion or not.
            application.setEffectEnabled(effect, False)
        application.setFont(font(BASE_SIZE))
        application.styleHints().colorSchemeChanged.connect(self._wear)
        self.choose(choice)

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen: the system's theme, or one of the two."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """The theme worn."""
        return DARK if self._is_dark() else LIGHT

    def choose(self, choice: ThemeChoice) -> None:
        """Wear a theme from now on."""
        self._choice = choice
        self._application.styleHints().setColorScheme(_SCHEMES[choice])
        self._wear()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Take the style sheet off while a window is made: Qt styles a widget anew each time it is put into another."""
        worn = self._application.styleSheet()
        self._application.setStyleSheet("")
        try:
            yield
        finally:
            self._application.setStyleSheet(worn)

    def _is_dark(self) -> bool:
        if self._choice != "system":
            return self._choice == "dark"
        return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _wear(self) -> None:
        if self.tokens is self._worn:
            return
        self._worn = self.tokens
        shade = "dark" if self._is_dark() else "light"
        pictures = {name: (_FOLDER / "pictures" / f"{name}-{shade}.svg").as_posix() for name in PICTURES}
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(stylesheet(self.tokens, pictures))
        self.changed.emit()
