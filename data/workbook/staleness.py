"""What only the program computes turns grey, by formula, once a score differs from those it was computed for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.phrasing import capitalised
from data.workbook import styles
from data.workbook.text import literal

if TYPE_CHECKING:
    from advisor.briefing import Briefing
    from data.workbook.model_layout import ModelLayout
    from data.workbook.page import Page
    from data.workbook.styles import Style


def fresh_text(briefing: Briefing) -> str:
    """Say that the results of the program are those of the scores in the workbook."""
    return f"{capitalised(_what(briefing))} were computed {briefing.composed_text} for these scores."


def stale_text(briefing: Briefing) -> str:
    """Say that they are not."""
    return f"Scores have changed since {briefing.composed_text}: {_what(briefing)} are of the earlier scores."


def _what(briefing: Briefing) -> str:
    return "chances and prices" if briefing.plan_table is None else "chances, plan and prices"


def grey_when_stale(page: Page, layout: ModelLayout, cells: tuple[int, int, int, int]) -> None:
    """Grey cells, from first row and column to last row and column, while they are of other scores."""
    page.highlight(cells, f"={layout.changed}", styles.STALE, final=True)


def about_line(page: Page, layout: ModelLayout, at: tuple[int, int], about: str, style: Style, after: str = "") -> None:
    """Write what a sheet is about; while its results are of other scores, it says so instead, with `after` added."""
    note = f"{layout.stale_note}&{literal(after)}" if after else layout.stale_note
    page.formula(*at, f"=IF({layout.changed},{note},{literal(about)})", about, style)
    page.highlight((*at, *at), f"={layout.changed}", styles.STALE_NOTE)
