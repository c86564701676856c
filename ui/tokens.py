"""Colours, sizes and fonts of the window in one place, for the light and the dark theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPalette

    from advisor.findings import Verdict
    from advisor.playbook import ContributionSide, StanceClass

SPACE = (4, 8, 12, 16, 24)
RADIUS_CONTROL, RADIUS_CHIP = 4, 3
SANS, SERIF = "Inter", "Source Serif 4"
_DARK_BELOW = 128
# Fonts are sized in points, because Qt rounds sizes in pixels to whole ones.
_POINTS_PER_INCH, _USUAL_DOTS_PER_INCH = 72.0, 96.0


@dataclass(frozen=True, slots=True)
class Chip:
    """Text and fill of a verdict chip."""

    text: str
    fill: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme; every value is a colour as `#RRGGBB`."""

    bg: str
    surface: str
    sunken: str
    ink: str
    ink2: str
    ink3: str
    line: str
    outline: str
    track: str
    accent: str
    on_accent: str
    accent_soft: str
    focus: str
    domestic: str
    domestic_soft: str
    external: str
    external_soft: str
    both: str
    neutral: str
    win_set: str
    error: str
    verdicts: Mapping[Verdict, Chip]

    def side(self, side: ContributionSide) -> QColor:
        """Colour of a side of the two-level game."""
        return QColor({"domestic": self.domestic, "external": self.external, "interaction": self.both}[side])

    def side_soft(self, side: ContributionSide) -> QColor:
        """Pale colour of a side, for ranges and zones."""
        return QColor({"domestic": self.domestic_soft, "external": self.external_soft, "interaction": self.track}[side])

    def verdict(self, verdict: Verdict) -> QColor:
        """Colour of a verdict's glyph that stands on a page and not on a chip."""
        chip = self.verdicts[verdict]
        return QColor(chip.fill if verdict == "lead" else chip.text)

    def stance(self, stance: StanceClass) -> QColor:
        """Colour of a stance class."""
        return QColor({"divergent": self.domestic, "contested": self.neutral, "aligned": self.external}[stance])

    def stance_soft(self, stance: StanceClass) -> QColor:
        """Pale colour of a stance class, for zones."""
        pale = {"divergent": self.domestic_soft, "contested": self.bg, "aligned": self.external_soft}
        return QColor(pale[stance])


LIGHT = Tokens(
    bg="#EDEFF2",
    surface="#FFFFFF",
    sunken="#F6F7F9",
    ink="#17212B",
    ink2="#45525F",
    ink3="#5F6B77",
    line="#DDE2E7",
    outline="#7B8793",
    track="#E3E7EB",
    accent="#1F3B57",
    on_accent="#FFFFFF",
    accent_soft="#E8EEF4",
    focus="#0F5FBF",
    domestic="#BC5210",
    domestic_soft="#F8E7DB",
    external="#17508F",
    external_soft="#DFEBF7",
    both="#70538F",
    neutral="#66717C",
    win_set="#EAF4F1",
    error="#A02038",
    verdicts={
        "lead": Chip("#FFFFFF", "#0B655A"),
        "offer_with_conditions": Chip("#0B655A", "#DBEEEA"),
        "hold_in_reserve": Chip("#45525F", "#E7EBEE"),
        "avoid": Chip("#A02038", "#FFFFFF"),
    },
)
DARK = Tokens(
    bg="#0E1318",
    surface="#161D25",
    sunken="#11171E",
    ink="#E7ECF0",
    ink2="#B6C1CB",
    ink3="#93A0AD",
    line="#2A343F",
    outline="#687787",
    track="#2A343F",
    accent="#A9C6E4",
    on_accent="#0E1318",
    accent_soft="#1E2C3B",
    focus="#6FB1FF",
    domestic="#EBA672",
    domestic_soft="#3B2719",
    external="#6AA5E6",
    external_soft="#172C44",
    both="#BAA0D7",
    neutral="#9AA6B2",
    win_set="#13282A",
    error="#F28E9D",
    verdicts={
        "lead": Chip("#0E1318", "#4FC3AE"),
        "offer_with_conditions": Chip("#4FC3AE", "#12362F"),
        "hold_in_reserve": Chip("#A6B2BD", "#252E38"),
        "avoid": Chip("#F28E9D", "#161D25"),
    },
)


def tokens(palette: QPalette) -> Tokens:
    """Return the theme that a palette belongs to; widgets ask again on every paint, so a switch needs no wiring."""
    return DARK if palette.window().color().lightness() < _DARK_BELOW else LIGHT


def font(size: float, *, serif: bool = False, bold: bool = False, tabular: bool = False) -> QFont:
    """Return a font of the window in pixels, halves included; `tabular` aligns figures in columns."""
    made = QFont(SERIF if serif else SANS)
    made.setPointSizeF(size * _POINTS_PER_INCH / _dots_per_inch())
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _dots_per_inch() -> float:
    screens = QGuiApplication.screens()
    return screens[0].logicalDotsPerInchY() if screens else _USUAL_DOTS_PER_INCH
