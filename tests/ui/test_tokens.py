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


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3", "accent", "domestic", "external", "both", "neutral", "error"])
@pytest.mark.parametrize("ground", ["surface", "sunken"])
def test_text_can_be_read_on_every_ground(theme: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_controls_can_be_seen(theme: Tokens) -> None:
    assert contrast(theme.outline, theme.surface) >= CONTROL_CONTRAST
    assert contrast(theme.focus, theme.surface) >= CONTROL_CONTRAST
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
