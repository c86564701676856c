from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from ui.stylesheet import PICTURES
from ui.theme import Theme, load_fonts, palette
from ui.tokens import DARK, LIGHT, SANS, SERIF, Tokens, font, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.styles import ThemeChoice


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, "light")
    yield made
    made.choose("light")


def test_the_application_wears_the_theme_chosen(qapp: QApplication, theme: Theme) -> None:
    theme.choose("dark")
    assert tokens(qapp.palette()) is DARK
    theme.choose("light")
    assert tokens(qapp.palette()) is LIGHT


def test_a_change_is_told_once(qtbot: QtBot, theme: Theme) -> None:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(True))
    theme.choose("dark")
    theme.choose("dark")
    assert told == [True]


@pytest.mark.parametrize("theme_tokens", [LIGHT, DARK])
def test_the_palette_carries_the_tokens(theme_tokens: Tokens) -> None:
    made = palette(theme_tokens)
    assert made.color(QPalette.ColorRole.Base).name().upper() == theme_tokens.surface
    assert made.color(QPalette.ColorRole.WindowText).name().upper() == theme_tokens.ink
    assert tokens(made) is theme_tokens


@pytest.mark.parametrize("serif", [True, False])
def test_text_is_as_heavy_in_dark_as_in_light(qapp: QApplication, serif: bool) -> None:
    load_fonts()
    weights = [_covered(font(15, serif=serif), theme) for theme in (LIGHT, DARK)]
    assert weights[0] == pytest.approx(weights[1], rel=0.02)


def _covered(face: QFont, theme: Tokens) -> float:
    """Return how much ink a line of text leaves, whatever its colour and that of the ground."""
    image = QImage(160, 24, QImage.Format.Format_RGB32)
    ground, ink = QColor(theme.surface), QColor(theme.ink)
    image.fill(ground)
    painter = QPainter(image)
    painter.setFont(face)
    painter.setPen(ink)
    painter.drawText(4, 17, "Military differs most")
    painter.end()
    points = (QColor(image.pixel(x, y)).green() for x in range(image.width()) for y in range(image.height()))
    return sum((point - ground.green()) / (ink.green() - ground.green()) for point in points)


def test_the_shipped_fonts_are_there(qapp: QApplication) -> None:
    assert {SANS, SERIF} <= set(load_fonts())


def test_without_font_files_nothing_is_loaded_and_nothing_fails(qapp: QApplication, tmp_path: Path) -> None:
    assert load_fonts(tmp_path) == []


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_pictures_of_the_style_sheet_are_shipped(qapp: QApplication, theme: Theme, choice: ThemeChoice) -> None:
    theme.choose(choice)
    named = re.findall(r"url\(([^)]+)\)", qapp.styleSheet())
    assert {Path(picture).stem for picture in named} == {f"{name}-{choice}" for name in PICTURES}
    assert all(Path(picture).is_file() for picture in named)
