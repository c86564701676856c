"""The look of the workbook: colours, markings and text styles, turned into formats on demand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

    from advisor.findings import Verdict
    from advisor.playbook import ContributionSide, StanceClass

FONT = "Calibri"
INK, INK2, INK3 = "#17212B", "#45525F", "#5F6B77"
LINE, OUTLINE, SUNKEN, WHITE = "#DDE2E7", "#838F9B", "#F6F7F9", "#FFFFFF"
ACCENT, ACCENT_SOFT, CRIMSON = "#1F3B57", "#E8EEF4", "#A02038"
GIVEN = "#0B4FA0"
TEAL, TEAL_MIDDLE, TEAL_SOFT = "#0B655A", "#5FA99D", "#DBEEEA"
SIDE_COLOURS: Mapping[ContributionSide, str] = {"domestic": "#BC5210", "external": "#17508F", "interaction": "#70538F"}
SIDE_SOFT: Mapping[ContributionSide, str] = {"domestic": "#F0C9AD", "external": "#B5CDE6", "interaction": "#D3C6DE"}
STANCE_COLOURS: Mapping[StanceClass, str] = {"divergent": "#BC5210", "contested": "#66717C", "aligned": "#17508F"}
VERDICT_BARS: Mapping[Verdict, str] = {
    "lead": TEAL,
    "offer_with_conditions": TEAL_MIDDLE,
    "hold_in_reserve": OUTLINE,
    "avoid": CRIMSON,
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks; `top`, `bottom` and `left` are Excel's border styles."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str = INK
    fill: str = ""
    wrap: bool = False
    align: str = "left"
    valign: str = "top"
    number: str = ""
    top: int = 0
    bottom: int = 0
    left: int = 0
    indent: int = 0
    shrink: bool = False
    border: str = LINE
    unlocked: bool = False


TEXT = Style()
TITLE = Style(size=18, bold=True, valign="vcenter")
SUBTITLE = Style(size=10.5, color=INK2)
PART_TITLE = Style(size=12, bold=True, color=ACCENT, valign="bottom")
ABOUT = Style(size=9.5, color=INK2)
SECTION = Style(size=9.5, bold=True, color=ACCENT, valign="bottom", bottom=1, border=INK)
SECTION_RIGHT = replace(SECTION, align="right")
HEADER = Style(size=9.5, bold=True, color=WHITE, fill=ACCENT, wrap=True, valign="vcenter")
HEADER_CENTRED = replace(HEADER, align="center")
LINK = Style(size=10, color="#0F5FBF", underline=True)
CELL = Style(wrap=True, bottom=1)
NAME = replace(CELL, bold=True)
QUIET = replace(CELL, color=INK3, size=9)
CENTRED = replace(CELL, align="center")
POINTS = replace(CELL, align="right", number="+0.00;−0.00;0.00")
SCORE = replace(CELL, align="right", number="0.0")
SHARE = replace(CELL, align="right", number="0 %")
STALE = Style(color=INK3, italic=True, fill="#ECEEF0")
STALE_NOTE = Style(color=CRIMSON, bold=True)


def chip(verdict: Verdict) -> Style:
    """Return the style of a verdict chip."""
    match verdict:
        case "lead":
            return Style(bold=True, color=WHITE, fill=TEAL)
        case "offer_with_conditions":
            return Style(bold=True, color=TEAL, fill=TEAL_SOFT)
        case "hold_in_reserve":
            return Style(bold=True, color=INK2, fill="#E7EBEE")
        case "avoid":
            return Style(bold=True, color=CRIMSON, fill=WHITE)


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[Style, Format] = {}
        self._highlights: dict[Style, Format] = {}
        # Styles seen before, by identity, which is much quicker than by what they are; kept, so that no other takes it.
        self._known: dict[int, tuple[Style, Format]] = {}

    def of(self, style: Style) -> Format:
        """Return the format of a style."""
        known = self._known.get(id(style))
        if known is not None:
            return known[1]
        made = self._made.get(style)
        if made is None:
            made = self._made[style] = self._workbook.add_format(_properties(style))
        self._known[id(style)] = (style, made)
        return made

    def highlight(self, style: Style) -> Format:
        """Return a format for conditional formatting, which may set colours, weight and slant only."""
        if style not in self._highlights:
            properties: dict[str, object] = {"font_color": style.color}
            properties |= {name: True for name in ("bold", "italic") if getattr(style, name)}
            if style.fill:
                properties["bg_color"] = style.fill
            self._highlights[style] = self._workbook.add_format(properties)
        return self._highlights[style]


def _properties(style: Style) -> dict[str, object]:
    properties: dict[str, object] = {
        "font_name": FONT,
        "font_size": style.size,
        "font_color": style.color,
        "align": style.align,
        "valign": style.valign,
        "num_format": style.number or "General",
        "locked": not style.unlocked,
    }
    properties |= {name: True for name in ("bold", "italic", "underline") if getattr(style, name)}
    if style.wrap:
        properties["text_wrap"] = True
    if style.shrink:
        properties["shrink"] = True
    if style.indent:
        properties["indent"] = style.indent
    if style.fill:
        properties["bg_color"] = style.fill
    for side in ("top", "bottom", "left"):
        width = getattr(style, side)
        if width:
            properties |= {side: width, f"{side}_color": style.border}
    return properties
