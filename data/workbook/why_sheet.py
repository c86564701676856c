"""The sheet Why: every term of the stance and of each standing; they add up to the row that closes them.

Strength, points and vetoes follow the scores; rules that do not hold now are listed too, in grey.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.why_table import IN_FORCE, NOT_REACHED, NOT_VETOED, VETOED, from_text
from data.workbook import styles
from data.workbook.names import near
from data.workbook.page import Page, set_up_printing
from data.workbook.styles import Style
from data.workbook.table import HEADER_ROW, head, protect

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing
    from advisor.why_table import WhyRow
    from data.workbook.model_layout import ModelLayout
    from data.workbook.styles import Formats

NAME = "Why"
HEADERS = (
    *("Of", "Kind", "What", "Side", "Strength", "At full", "Points", "Because", "Rationale and advice"),
    *("Sources", "Veto"),
)
WIDTHS = (30, 11, 26, 10, 8.5, 8, 8, 38, 58, 15, 13)
OF, KIND, WHAT, SIDE, STRENGTH, FULL, POINTS, BECAUSE, RATIONALE, SOURCES, VETO = range(len(HEADERS))
_ABOUT = (
    "Points = strength × points at full strength. The strength of a factor is its value over 10, that of a rule the "
    "degree to which its condition holds. In grey: what adds nothing now. Order: by weight when it was computed."
)
_SUM = "sum"
_NOTHING = Style(color="#8A949E")
_VETOED = Style(color=styles.CRIMSON, bold=True)


def write_why(worksheet: Worksheet, formats: Formats, briefing: Briefing, layout: ModelLayout) -> None:
    """Fill the sheet."""
    page = Page(worksheet, formats, WIDTHS, live=layout.live)
    head(page, briefing, "Why", _ABOUT, HEADERS, (STRENGTH, FULL, POINTS))
    for row, reason in enumerate(briefing.why, HEADER_ROW + 1):
        _texts(page, row, reason)
        _numbers(page, row, reason, layout)
    first, last = HEADER_ROW + 1, HEADER_ROW + len(briefing.why)
    in_force = f'=OR({near(first, VETO)}="{VETOED}",LEFT({near(first, VETO)},{len(IN_FORCE)})="{IN_FORCE}")'
    page.highlight((first, VETO, last, VETO), in_force, _VETOED)
    points = near(first, POINTS, fixed_column=True)
    nothing = f"=AND(ABS({points})<0.000000001,N({near(first, STRENGTH, fixed_column=True)})=0)"
    page.highlight((first, OF, last, VETO), nothing, _NOTHING)
    page.highlight((first, POINTS, last, POINTS), f"={points}<0", Style(color=styles.CRIMSON))
    worksheet.autofilter(HEADER_ROW, 0, last, len(HEADERS) - 1)
    protect(page)
    page.finish()
    set_up_printing(page, briefing, landscape=True, pages_high=0, last=(last, len(HEADERS) - 1))


class _Look:
    """The styles of a row; that of a sum stands out."""

    def __init__(self, *, total: bool) -> None:
        self.plain = replace(styles.CELL, bold=total, fill=styles.ACCENT_SOFT if total else "")
        self.subject = replace(self.plain, color=styles.INK if total else styles.INK3)
        self.name = replace(self.plain, bold=True)
        self.sides = {side: replace(self.plain, color=colour) for side, colour in styles.SIDE_COLOURS.items()}
        self.sources = replace(self.plain, color=styles.INK3, size=9)
        self.strength = replace(self.plain, align="center", number="0.00")
        self.points = replace(self.strength, number=styles.POINTS.number)
        self.veto = replace(self.plain, color=styles.INK3)


_TERM, _TOTAL = _Look(total=False), _Look(total=True)


def _look(reason: WhyRow) -> _Look:
    return _TOTAL if reason.term == _SUM else _TERM


def _texts(page: Page, row: int, reason: WhyRow) -> None:
    look = _look(reason)
    page.text(row, OF, reason.subject, look.subject)
    page.text(row, KIND, reason.kind, look.plain)
    page.text(row, WHAT, reason.name, look.name)
    page.text(row, SIDE, reason.side, look.sides[reason.side_id] if reason.side_id else look.plain)
    page.text(row, BECAUSE, reason.condition, look.plain)
    page.text(row, RATIONALE, reason.rationale, look.plain)
    page.text(row, SOURCES, ", ".join(reason.sources), look.sources)


def _numbers(page: Page, row: int, reason: WhyRow, layout: ModelLayout) -> None:
    look = _look(reason)
    strength, full, product = _formulas(row, reason, layout)
    if reason.strength is None or reason.full is None:
        page.fill(row, (STRENGTH, FULL), look.plain)
    else:
        page.formula(row, STRENGTH, f"={strength}", reason.strength, look.strength)
        page.formula(row, FULL, f"={full}", reason.full, look.points)
    page.formula(row, POINTS, f"={product}", reason.points, look.points)
    veto = _veto(reason, layout)
    if veto:
        page.formula(row, VETO, f"={veto}", reason.veto, look.veto)
    else:
        page.fill(row, (VETO,), look.plain)


def _formulas(row: int, reason: WhyRow, layout: ModelLayout) -> tuple[str, str, str]:
    """Return strength, points at full strength and points as formulas, the first two empty for what is no product."""
    name, option = reason.term_id, reason.option
    product, top = f"{near(row, STRENGTH)}*{near(row, FULL)}", layout.constant["scale_top"]
    match reason.term:
        case "factor":
            of_stance = f"{layout.stance_weight(name)}*{top}"
            return f"{layout.factor[name]}/{top}", layout.effect(name, option) if option else of_stance, product
        case "rule":
            return layout.degree[name], layout.points(name, option), product
        case "stance_rule":
            weight = layout.constant["stance_rule_weight"]
            return layout.stance_degree[name], f"{weight}*{layout.stance_points(name)}", product
        case "cost_of_agreeing":
            return "", "", layout.of_option("cost", option)
        case "rule_cap":
            return "", "", layout.of_option("cap_excess", option)
        case "sum":
            return "", "", layout.standing[option] if option else layout.stance["stance_index"]


def _veto(reason: WhyRow, layout: ModelLayout) -> str:
    """Return the state of a veto as a formula, empty where the row is none."""
    if reason.term == _SUM and reason.option:
        return f'IF({layout.of_option("vetoes", reason.option)}>0,"{VETOED}","{NOT_VETOED}")'
    if reason.veto_at is None:
        return ""
    return f'IF({layout.in_force(reason.term_id)}=1,"{IN_FORCE}","{NOT_REACHED}")&"{from_text(reason.veto_at)}"'
