"""Matplotlib in the colours and fonts of the window. Imported only where a chart is drawn: it is slow to load."""

from __future__ import annotations

import functools
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib import font_manager

from ui.theme import font_files
from ui.tokens import SANS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.typing import RcKeyType

    from ui.tokens import Tokens

DOTS_PER_INCH = 96.0
_POINTS_PER_PIXEL = 0.75
_CAPTION, _TEXT = 11.5, 12.0
_GENERIC = "sans-serif"


def points(pixels: float) -> float:
    """Return a size in pixels of the window in the points that Matplotlib wants."""
    return pixels * _POINTS_PER_PIXEL


@contextmanager
def style(theme: Tokens) -> Iterator[None]:
    """Make, draw and save figures in this context."""
    _load_fonts()
    with warnings.catch_warnings(), mpl.rc_context(_settings(theme)):
        # What an analyst has written may hold letters of a script that no font at hand has: they are drawn as boxes.
        warnings.filterwarnings("ignore", message="Glyph ")
        yield


@functools.cache
def _load_fonts() -> None:
    """Make the shipped fonts known to Matplotlib; where files are missing, it takes fonts of its own."""
    for path in font_files():
        font_manager.fontManager.addfont(path)


def _settings(theme: Tokens) -> dict[RcKeyType, Any]:
    return {
        "font.family": [SANS, _GENERIC],
        "font.size": points(_TEXT),
        # As wide as the window writes it; hinted, "7.1" loses its point.
        "text.hinting": "none",
        "axes.titlesize": points(_TEXT),
        "axes.labelsize": points(_CAPTION),
        "xtick.labelsize": points(_CAPTION),
        "ytick.labelsize": points(_TEXT),
        "text.color": theme.ink,
        "axes.labelcolor": theme.ink2,
        "axes.edgecolor": theme.outline,
        "axes.facecolor": theme.surface,
        "figure.facecolor": theme.surface,
        "savefig.facecolor": theme.surface,
        "xtick.color": theme.outline,
        "ytick.color": theme.outline,
        "xtick.labelcolor": theme.ink2,
        "ytick.labelcolor": theme.ink,
        "grid.color": theme.line,
        "grid.linewidth": 0.75,
        "axes.linewidth": 0.75,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.axisbelow": True,
        "axes.unicode_minus": True,
        "lines.linewidth": 1.5,
        "hatch.linewidth": 0.75,
        "hatch.color": theme.surface,
        "svg.fonttype": "none",
        "svg.hashsalt": "second-image",
    }
