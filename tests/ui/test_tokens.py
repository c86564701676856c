from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QFontInfo

from advisor.findings import VERDICTS
from advisor.playbook import STANCE_CLASSES
from ui.theme import palette
from ui.tokens import DARK, LIGHT, Tokens, font, tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TEXT_CONTRAST, CONTROL_CONTRAST = 4.5, 3.0


def luminance(colour: str) -> float:
    channels = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


TEXT_ON = {
    "bg": ("ink", "ink2", "ink3", "accent"),
    "surface": ("ink", "ink2", "ink3", "accent", "domestic", "external", "both", "neutral", "error"),
    "sunken": ("ink", "ink2", "ink3", "accent", "domestic", "external", "both", "neutral", "error"),
    "accent_soft": ("ink", "ink2", "ink3", "accent", "error"),
    "win_set": ("ink", "ink2", "ink3"),
    "domestic_soft": ("ink", "ink2"),
    "external_soft": ("ink", "ink2"),
    "track": ("ink", "ink2"),
}
"""Which inks stand on which grounds: selected rows and notices are accent soft, the status line is bg."""
LINES_AND_GLYPHS = ("outline", "focus", "accent", "domestic", "external", "both", "neutral", "error")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("ground", TEXT_ON)
def test_text_can_be_read_wherever_it_stands(theme: Tokens, ground: str) -> None:
    contrasts = {ink: contrast(getattr(theme, ink), getattr(theme, ground)) for ink in TEXT_ON[ground]}
    assert {ink: value for ink, value in contrasts.items() if value < TEXT_CONTRAST} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize(
    "ground", ["bg", "surface", "sunken", "accent_soft", "win_set", "domestic_soft", "external_soft"]
)
def test_lines_and_glyphs_can_be_seen_wherever_they_stand(theme: Tokens, ground: str) -> None:
    contrasts = {line: contrast(getattr(theme, line), getattr(theme, ground)) for line in LINES_AND_GLYPHS}
    assert {line: value for line, value in contrasts.items() if value < CONTROL_CONTRAST} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("ground", ["surface", "sunken", "accent_soft", "win_set"])
def test_a_verdict_can_be_seen_off_its_chip(theme: Tokens, ground: str) -> None:
    for verdict in VERDICTS:
        assert contrast(theme.verdict(verdict).name(), getattr(theme, ground)) >= CONTROL_CONTRAST


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_primary_buttons_can_be_read(theme: Tokens) -> None:
    assert contrast(theme.on_accent, theme.accent) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_verdict_can_be_read_on_its_chip(theme: Tokens) -> None:
    for verdict in VERDICTS:
        chip = theme.verdicts[verdict]
        assert contrast(chip.text, chip.fill) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_palette_is_known_by_its_theme(theme: Tokens) -> None:
    assert tokens(palette(theme)) is theme


def test_sizes_are_kept_to_half_a_pixel(qapp: QApplication) -> None:
    assert QFontInfo(font(12.5)).pixelSize() in (12, 13)
    dots = qapp.primaryScreen().logicalDotsPerInchY()
    assert font(12.5).pointSizeF() * dots / 72 == pytest.approx(12.5, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_zones_of_the_stance_are_pale_so_that_text_can_be_read_on_them(theme: Tokens) -> None:
    zones = [theme.stance_soft(stance).name() for stance in STANCE_CLASSES]
    assert len(set(zones)) == len(STANCE_CLASSES)
    assert all(contrast(ink, zone) >= TEXT_CONTRAST for ink in (theme.ink, theme.ink2) for zone in zones)
