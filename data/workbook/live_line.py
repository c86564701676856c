"""The line on the Brief that follows the scores: stance, win-set and leads by best scores, beside what was computed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.briefing_text import BY_BEST_SCORES, computed_line
from advisor.moment_table import NOT_SCORED, stance_text
from data.workbook import model_layout, options_sheet, styles
from data.workbook.names import cell
from data.workbook.number_text import signed_formula, signed_text
from data.workbook.styles import Style
from data.workbook.text import literal

if TYPE_CHECKING:
    from advisor.briefing import Briefing
    from data.workbook.model_layout import ModelLayout
    from data.workbook.page import Page

_EDGE, _LABEL, _BODY, _FIGURE, _ASIDE = range(5)
_LINE = Style(size=9, wrap=True, valign="vcenter", bottom=1)
_WORDS = replace(_LINE, indent=1)
_STANCE = replace(_LINE, size=10.5, bold=True, color=styles.ACCENT)
_NOTE = Style(size=9, color=styles.INK3, valign="vcenter")
_ABOUT, _INDEX, _WIN_SET, _END = BY_BEST_SCORES, " (index ", " options are in the win-set. Lead: ", "."


def write_state(page: Page, briefing: Briefing, layout: ModelLayout, row: int, column: int) -> None:
    """Write whether what the program computed is of the scores in the workbook."""
    page.formula(row, column, f"={layout.stale_note}", computed_line(briefing), _NOTE)
    if layout.live:
        page.highlight((row, column, row, column), f"={layout.changed}", styles.STALE_NOTE)


def write_live_line(page: Page, briefing: Briefing, layout: ModelLayout, row: int) -> int:
    """Write the line and return the row below it."""
    page.fill(row, (_EDGE, _FIGURE, _ASIDE), _LINE)
    still = replace(_STANCE, color=styles.STANCE_COLOURS[briefing.model.stance_class])
    look = _STANCE if layout.live or briefing.model.unscored_share >= 1 else still
    page.formula(row, _LABEL, f"={_stance_formula(layout)}", _stance_value(briefing), look)
    for stance, colour in styles.STANCE_COLOURS.items() if layout.live else ():
        leaning = f'={layout.stance["stance_class"]}="{stance}"'
        page.highlight((row, _LABEL, row, _LABEL), leaning, Style(color=colour, bold=True))
    page.formula(row, _BODY, f"={_options_formula(briefing, layout)}", _options_value(briefing), _WORDS)
    return row + 1


def _stance_formula(layout: ModelLayout) -> str:
    stance = layout.stance
    index = signed_formula(stance["stance_index"], 2)
    nothing = f"{stance['unscored_share']}>1-{layout.constant['dust']}"
    shown = f'IF({nothing},"{NOT_SCORED}",{stance["stance_shown"]}&{literal(_INDEX)}&{index}&")")'
    return f"{literal(_ABOUT)}&CHAR(10)&{shown}"


def _stance_value(briefing: Briefing) -> str:
    model = briefing.model
    if model.unscored_share >= 1:
        return f"{_ABOUT}\n{NOT_SCORED}"
    return f"{_ABOUT}\n{stance_text(model.stance_class)}{_INDEX}{signed_text(model.stance_index, 2)})"


def _options_formula(briefing: Briefing, layout: ModelLayout) -> str:
    in_win_set = f'COUNTIF({model_layout.NAME}!{layout.across("in_win_set")},"yes")'
    leads = f"{options_sheet.NAME}!{cell(options_sheet.last_row(briefing), options_sheet.LEADS)}"
    return f"{in_win_set}&{literal(_counted(briefing))}&{leads}&{literal(_END)}"


def _options_value(briefing: Briefing) -> str:
    in_win_set = sum(option.in_win_set for option in briefing.model.options)
    return f"{in_win_set}{_counted(briefing)}{options_sheet.leads_so_far(briefing.options)[-1]}{_END}"


def _counted(briefing: Briefing) -> str:
    return f" of {len(briefing.model.options)}{_WIN_SET}"
