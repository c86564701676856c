"""The sheet Brief: one printed page with the bottom line up front, judgments, plan, chart and what to find out next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.wording import percent
from data.workbook import styles
from data.workbook.acceptance_chart import place_acceptance_chart
from data.workbook.live_line import write_live_line, write_state
from data.workbook.measure import room, text_width
from data.workbook.page import Page, set_up_printing
from data.workbook.staleness import grey_when_stale
from data.workbook.styles import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing
    from advisor.judgments import Judgment
    from advisor.options_table import PlanColumn
    from advisor.plan_table import PlanTable
    from advisor.trigger_table import Sign
    from data.workbook.model_layout import ModelLayout
    from data.workbook.styles import Formats

NAME = "Brief"
WIDTHS = (3, 33, 85.5, 10, 12.5, 3, 16)
EDGE, LABEL, BODY, FIGURE, ASIDE, _, CONTENTS = range(7)
_PRINTED = range(EDGE, ASIDE + 1)
_NAMES_SHOWN = 12
_BOTTOM = Style(size=11.5, wrap=True, fill=styles.SUNKEN, valign="vcenter")
_RULE = replace(_BOTTOM, left=5, border=styles.ACCENT)
_BODY = Style(size=10.5, wrap=True, bottom=1, valign="vcenter")
_WORDS = replace(_BODY, indent=1)
_TOPIC = replace(_BODY, bold=True)
_NUMBER = replace(_BODY, bold=True, color=styles.ACCENT)
_CHANCE = replace(_BODY, align="right", number="0 %")
_ASIDE = replace(_BODY, align="right")
_NOTE = Style(size=9, color=styles.INK3)
_CAUTION = replace(_WORDS, color=styles.CRIMSON)
_SMALLEST_TITLE = 11.0
_SPACE, _NOTE_HEIGHT, _LINK_HEIGHT = 4.0, 19.0, 14.0


def write_brief(
    workbook: Workbook,
    worksheet: Worksheet,
    formats: Formats,
    briefing: Briefing,
    layout: ModelLayout,
    contents: tuple[str, ...],
    left_out: Sequence[str] = (),
) -> None:
    """Fill the sheet; `contents` are the names of the other sheets, `left_out` of those that could be there too."""
    page = Page(worksheet, formats, WIDTHS, live=layout.live)
    page.banner(briefing)
    top = _heading(page, briefing)
    write_state(page, briefing, layout, top - 1, EDGE)
    live = _bottom_line(page, briefing, top)
    grey_when_stale(page, layout, (top, EDGE, live - 1, ASIDE))
    judged = _spaced(page, write_live_line(page, briefing, layout, live))
    row = _judgments(page, briefing, judged)
    row = _plan(page, briefing, _spaced(page, row))
    row = place_acceptance_chart(workbook, page, briefing, layout, _spaced(page, row))
    last = _what_next(page, briefing, _spaced(page, row)) - 1
    grey_when_stale(page, layout, (judged, EDGE, last, ASIDE))
    _contents(page, contents, left_out, last)
    page.finish()
    set_up_printing(page, briefing, landscape=False, pages_high=1, last=(last, ASIDE))


def _spaced(page: Page, row: int) -> int:
    page.least_height(row, _SPACE)
    return row + 1


def section(page: Page, row: int, title: str, figure: str = "", aside: str = "") -> None:
    """Write the heading of a section, with the headings of its two columns of figures."""
    page.fill(row, _PRINTED, styles.SECTION)
    page.text(row, EDGE, title.upper(), styles.SECTION)
    for column, text in ((FIGURE, figure), (ASIDE, aside)):
        page.text(row, column, text, styles.SECTION_RIGHT)
    page.least_height(row, 19)


def _heading(page: Page, briefing: Briefing) -> int:
    page.text(1, EDGE, briefing.country, _fitted(briefing.country, 22, bold=True))
    page.text(2, EDGE, briefing.issue, _fitted(briefing.issue, 13, bold=False))
    about = [f"As of {briefing.as_of_text}", briefing.analyst, briefing.playbook]
    rule = replace(styles.SUBTITLE, bottom=2, border=styles.INK)
    page.fill(3, _PRINTED, rule)
    page.text(3, EDGE, "   |   ".join(" ".join(part.split()) for part in about if part.strip()), rule)
    page.least_height(3, 19)
    return 5


def _fitted(text: str, size: float, *, bold: bool) -> Style:
    """Return a style in which the text fits across the page on one line."""
    available = sum(room(WIDTHS[column]) for column in _PRINTED)
    while size > _SMALLEST_TITLE and text_width(text, size, bold=bold) > available:
        size -= 1
    return Style(size=size, bold=bold, valign="vcenter")


def _bottom_line(page: Page, briefing: Briefing, row: int) -> int:
    stance = briefing.stance
    label = Style(size=10, bold=True, color=styles.ACCENT)
    colour = styles.STANCE_COLOURS[stance.stance_class] if stance.stance_class else styles.INK3
    lean = Style(size=13, bold=True, color=colour)
    page.fill(row, (EDGE,), _RULE)
    page.rich(row, LABEL, [("BOTTOM LINE\n", label), (stance.text, lean), (f"\n{stance.chances_text}", _NOTE)], _BOTTOM)
    page.text(row, BODY, briefing.bottom_line, replace(_BOTTOM, indent=1))
    page.fill(row, (FIGURE, ASIDE), _BOTTOM)
    page.least_height(row, page.height_of(row) + 8)
    for text in briefing.cautions:
        row += 1
        page.fill(row, _PRINTED, _CAUTION)
        page.text(row, LABEL, "✕ Caution", replace(_CAUTION, bold=True))
        page.text(row, BODY, text, _CAUTION)
    return row + 1


def _judgments(page: Page, briefing: Briefing, row: int) -> int:
    section(page, row, "Key judgments, in the words of ICD 203", "Chance", "Confidence")
    for number, judgment in enumerate(briefing.judgments, 1):
        row += 1
        page.number(row, EDGE, number, _NUMBER)
        page.text(row, LABEL, judgment.topic, _TOPIC)
        page.rich(row, BODY, _emphasised(judgment), _WORDS)
        page.number(row, FIGURE, judgment.probability, _CHANCE)
        page.text(row, ASIDE, judgment.confidence, _ASIDE)
    return row + 1


def _emphasised(judgment: Judgment) -> list[tuple[str, Style]]:
    before, words, after = judgment.text.partition(judgment.words)
    return [(before, Style(size=10.5)), (words, Style(size=10.5, bold=True)), (after, Style(size=10.5))]


def _plan(page: Page, briefing: Briefing, row: int) -> int:
    section(page, row, "Plan", "Options")
    for column in briefing.plan:
        row += 1
        page.fill(row, _PRINTED, _BODY)
        page.text(
            row,
            LABEL,
            column.title,
            replace(_chip(column), size=11, bottom=1, valign="vcenter", indent=1),
        )
        note = f"\n{column.note}" if column.note else ""
        page.rich(row, BODY, [(_names(column), Style(size=10.5)), (note, _NOTE)], _WORDS)
        page.number(row, FIGURE, len(column.options), replace(_BODY, align="right"))
    return row + 1


def _chip(column: PlanColumn) -> Style:
    chip = styles.chip(column.verdict)
    return replace(chip, fill=styles.WHITE, color=chip.fill) if column.left_out else chip


def _names(column: PlanColumn) -> str:
    names = list(column.options[:_NAMES_SHOWN])
    more = len(column.options) - len(names)
    return "  ·  ".join([*names, *([f"and {more} more on the sheet Options"] if more else [])]) or "None"


def _what_next(page: Page, briefing: Briefing, row: int) -> int:
    """Write the triggers of the plan, or without a plan what to find out; there is no room for both."""
    if briefing.plan_table is None:
        return _questions(page, briefing, row)
    return _triggers(page, briefing.plan_table, row)


def _triggers(page: Page, plan: PlanTable, row: int) -> int:
    chance = plan.horizon_text.capitalize() if plan.switches else ""
    section(page, row, "Triggers to watch", "Now" if plan.signs else "", chance)
    if plan.signs_note:
        row += 1
        page.text(row, LABEL, plan.signs_note, Style(size=10, color=styles.INK2, valign="bottom"))
        page.least_height(row, _NOTE_HEIGHT)
    for sign in plan.signs:
        row += 1
        _sign(page, sign, row)
    if plan.flexibility:
        row += 1
        page.fill(row, (EDGE, FIGURE, ASIDE), _BODY)
        page.text(row, LABEL, "What reviewing it is worth", _TOPIC)
        page.text(row, BODY, plan.flexibility, _WORDS)
    return row + 1


def _sign(page: Page, sign: Sign, row: int) -> None:
    if sign.number is None:
        page.fill(row, (EDGE,), _BODY)
    else:
        page.number(row, EDGE, sign.number, _NUMBER)
    page.text(row, LABEL, sign.watch, _TOPIC)
    parts = [(sign.trigger, Style(size=10.5, bold=True)), (f": {sign.then}", Style(size=10.5))]
    page.rich(row, BODY, [*parts, (f"\n{sign.seen}" if sign.seen else "", _NOTE)], _WORDS)
    page.number(row, FIGURE, sign.now, replace(_ASIDE, number="0.0"))
    chance = "" if sign.share is None else f"{percent(sign.share)}\n{sign.share_words}"
    page.text(row, ASIDE, chance, _ASIDE)


def _questions(page: Page, briefing: Briefing, row: int) -> int:
    section(page, row, "Worth finding out next", "Score", "Part of doubt")
    for question in briefing.questions:
        row += 1
        page.fill(row, (EDGE,), _BODY)
        page.text(row, LABEL, question.name, _TOPIC)
        page.text(row, BODY, question.question, replace(_WORDS, size=9.5, color=styles.INK2))
        page.text(row, FIGURE, question.known, _ASIDE)
        page.number(row, ASIDE, question.share, _CHANCE)
    return row + 1


def _contents(page: Page, contents: Sequence[str], left_out: Sequence[str], last: int) -> None:
    """Write links to the other sheets beside the page, on rows that are high enough anyway, then what is left out."""
    page.text(1, CONTENTS, "In this workbook", Style(bold=True, color=styles.ACCENT, valign="bottom"))
    rows = (row for row in range(2, last + 1) if page.height_of(row) >= _LINK_HEIGHT)
    for sheet, row in zip(contents, rows, strict=False):
        page.link(row, CONTENTS, sheet)
    for sheet, row in zip(left_out, rows, strict=False):
        page.text(row, CONTENTS, f"{sheet}: left out", _NOTE)
