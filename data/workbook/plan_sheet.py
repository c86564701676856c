"""The sheet Plan: what to commit to, when to switch, what to watch, what the rest would cost, and what it is worth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.plan_text import amount
from data.workbook import styles
from data.workbook.page import Page, set_up_printing
from data.workbook.plan_page import (
    FIRST,
    LAST,
    LATER,
    LATER_WORDS,
    MIDDLE,
    MONEY,
    NAMED,
    NUMBER,
    PERCENT,
    POINTS,
    SCORE,
    SECOND,
    SHARE,
    THEN,
    WHAT,
    WHY,
    WIDTHS,
    WORDS,
    PlanRows,
)
from data.workbook.staleness import about_line, grey_when_stale
from data.workbook.table import ABOUT_ROW, TITLE_ROW, heading
from data.workbook.trigger_section import write_switches, write_watch_list
from data.workbook.worth_section import place_worth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from advisor.briefing import Briefing, NextQuestion
    from advisor.plan_table import LimitRow, PackageRow, PlanTable, PriceRow
    from data.workbook.model_layout import ModelLayout
    from data.workbook.plan_page import Cell
    from data.workbook.styles import Formats

NAME = "Plan"


def write_plan(
    workbook: Workbook,
    worksheet: Worksheet,
    formats: Formats,
    briefing: Briefing,
    plan: PlanTable,
    layout: ModelLayout,
) -> None:
    """Fill the sheet."""
    page = Page(worksheet, formats, WIDTHS, live=layout.live)
    heading(page, briefing, "Plan", "")
    computed = f"Computed {briefing.composed_text}, on {plan.draws:,} futures, now and {plan.horizon_text}."
    about_line(page, layout, (ABOUT_ROW, 1), computed, styles.ABOUT)
    worksheet.freeze_panes(ABOUT_ROW + 1, 0)
    worksheet.repeat_rows(TITLE_ROW, ABOUT_ROW)
    rows = PlanRows(page)
    _package(rows, plan)
    write_switches(rows, plan)
    write_watch_list(rows, plan)
    _questions(rows, briefing.questions)
    _prices(rows, plan)
    worksheet.set_h_pagebreaks([rows.row])
    place_worth(workbook, rows, plan, layout)
    rows.title("How to read this")
    for text in plan.cautions:
        rows.note(text)
    grey_when_stale(page, layout, (ABOUT_ROW + 1, NUMBER, rows.row - 1, WHY))
    page.finish()
    set_up_printing(page, briefing, landscape=True, pages_high=0, last=(rows.row - 1, WHY))


def _package(rows: PlanRows, plan: PlanTable) -> None:
    rows.title("Commit now")
    for text in (plan.settings, plan.package_note):
        if text:
            rows.note(text)
    then = plan.horizon_text.capitalize()
    if plan.package:
        rows.headers(
            {
                NAMED: "Option",
                WHAT: "Role",
                FIRST: "Cost, USD m a year",
                SECOND: "Visibility",
                SHARE: "Chance now",
                WORDS: "Now, in words",
                LATER: f"Chance {plan.horizon_text}",
                LATER_WORDS: f"{then}, in words",
                LAST: "Worth, points",
                THEN: "If refused",
                WHY: "Conditions and advice",
            }
        )
    for number, one in enumerate(plan.package, 1):
        _member(rows, number, one)
    if plan.package:
        _sum(rows, plan)
    rows.headers(
        {
            NAMED: "Limit",
            WHAT: "In",
            FIRST: "Used",
            SECOND: "Allowed",
            SHARE: "Binds",
            LAST: "Keeps out, points",
            THEN: "In words",
        }
    )
    for limit in plan.limits:
        _limit(rows, limit)


def _member(rows: PlanRows, number: int, one: PackageRow) -> None:
    substitute = f"{one.if_refused} Worth {one.gain:.1f} points then." if one.substitutes else one.if_refused
    rows.line(
        {
            NUMBER: (number, replace(MIDDLE, color=styles.INK3)),
            NAMED: (one.option, styles.NAME),
            WHAT: (one.role_text, replace(styles.chip(one.verdict), bottom=1, wrap=True)),
            FIRST: (one.cost, MONEY),
            SECOND: (one.visibility, POINTS),
            SHARE: (one.p_now, PERCENT),
            WORDS: (one.now_words, MIDDLE),
            LATER: (one.p_horizon, PERCENT),
            LATER_WORDS: (one.horizon_words, MIDDLE),
            LAST: (one.worth, POINTS),
            THEN: (substitute, styles.CELL),
            WHY: ("\n".join(f"– {text}" for text in one.advice), styles.CELL),
        }
    )


def _sum(rows: PlanRows, plan: PlanTable) -> None:
    look = replace(styles.CELL, bold=True, fill=styles.ACCENT_SOFT)
    rows.line(
        {
            NAMED: ("Together", look),
            FIRST: (sum(one.cost for one in plan.package), replace(look, align="center", number=MONEY.number)),
            SECOND: (sum(one.visibility for one in plan.package), replace(look, align="center", number=POINTS.number)),
            LAST: (plan.worth_of_package, replace(look, align="center", number=POINTS.number)),
        },
        look,
    )


def _limit(rows: PlanRows, one: LimitRow) -> None:
    rows.line(
        {
            NAMED: (one.name, styles.NAME),
            WHAT: (one.unit, styles.CELL),
            FIRST: (one.used, MONEY),
            SECOND: (one.allowed, MONEY),
            SHARE: ("yes" if one.binds else "no", replace(MIDDLE, bold=one.binds)),
            LAST: (one.gain_without, POINTS),
            THEN: (one.text, styles.CELL),
        }
    )


def _questions(rows: PlanRows, questions: Iterable[NextQuestion]) -> None:
    rows.title("Worth finding out next")
    rows.headers({NAMED: "Indicator", WHAT: "Score (range)", SHARE: "Part of the doubt", THEN: "Question"})
    for one in questions:
        rows.line(
            {
                NAMED: (one.name, styles.NAME),
                WHAT: (one.known, styles.CELL),
                SHARE: (one.share, PERCENT),
                THEN: (one.question, styles.CELL),
            }
        )


def _prices(rows: PlanRows, plan: PlanTable) -> None:
    if not plan.prices:
        return
    rows.title("Prices: what would bring in the options in reserve")
    rows.headers(
        {
            NAMED: "Option",
            WHAT: "Move",
            FIRST: "From",
            SECOND: "To",
            SHARE: "Chance then",
            WORDS: "In words",
            LAST: "Cost, USD m a year",
            THEN: "What it takes",
        }
    )
    for one in plan.prices:
        _price(rows, one)


def _price(rows: PlanRows, one: PriceRow) -> None:
    """Write a row for each move, the first with all that holds for the option."""
    first, *others = one.moves or (None,)
    linked = "".join(f", linked with {name}" for name in one.linked)
    whole = one.reason if one.cost is None else f"USD {amount(one.cost)} million a year{linked}"
    option: dict[int, Cell] = {
        NAMED: (one.label, styles.NAME),
        SHARE: (one.p_now, PERCENT),
        WORDS: (one.now_words, MIDDLE),
        THEN: (whole, styles.CELL),
    }
    for move in (first, *others):
        moved: dict[int, Cell] = (
            {
                WHAT: (move.lever, styles.CELL),
                FIRST: (move.start, SCORE),
                SECOND: (move.end, SCORE),
                LAST: (move.cost, MONEY),
            }
            if move
            else {}
        )
        rows.line({**(option if move is first else {}), **moved})
