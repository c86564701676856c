"""What only the program computes turns grey, by formula, once a score differs from those it was computed for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.briefing_text import computed_parts
from data.workbook import styles
from data.workbook.text import literal

if TYPE_CHECKING:
    from advisor.briefing import Briefing
    from data.workbook.model_layout import ModelLayout
    from data.workbook.page import Page
    from data.workbook.styles import Style


def stale_text(briefing: Briefing) -> str:
    """Say that the results of the program are not those of the scores in the workbook."""
    return f"Scores have changed since {briefing.composed_text}: {computed_parts(briefing)} are of the earlier scores."


def grey_when_stale(page: Page, layout: ModelLayout, cells: tuple[int, int, int, int]) -> None:
    """Grey cells, from first row and column to last row and column, while they are of other scores."""
    if not layout.live:
        return
    page.highlight(cells, f"={layout.changed}", styles.STALE, final=True)


def about_line(page: Page, layout: ModelLayout, at: tuple[int, int], about: str, style: Style, after: str = "") -> None:
    """Write what a sheet is about; while its results are of other scores, it says so instead, with `after` added."""
    note = f"{layout.stale_note}&{literal(after)}" if after else layout.stale_note
    page.formula(*at, f"=IF({layout.changed},{note},{literal(about)})", about, style)
    if layout.live:
        page.highlight((*at, *at), f"={layout.changed}", styles.STALE_NOTE)
