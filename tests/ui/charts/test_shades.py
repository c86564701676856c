"""Figures can be read on every shade of either theme, and more futures are never paler than fewer."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from ui.charts.shades import shade
from ui.tokens import DARK, LIGHT, Tokens

SHARES = [number / 200 for number in range(201)]


def brightness(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_figures_stand_out_on_every_shade(theme: Tokens) -> None:
    assert min(contrast(*shade(theme, share)) for share in SHARES) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_ramp_goes_from_the_surface_to_the_ink(theme: Tokens) -> None:
    assert shade(theme, 0.0)[0] == theme.surface
    assert shade(theme, 1.0)[0] == theme.ink
    steps = [contrast(theme.surface, shade(theme, share)[0]) for share in SHARES]
    assert steps == sorted(steps)


def test_a_share_beyond_its_bounds_takes_the_nearest_shade() -> None:
    assert shade(LIGHT, 1.0 + 1e-12) == shade(LIGHT, 1.0)
    assert shade(LIGHT, -1e-12) == shade(LIGHT, 0.0)
