"""The sections of the sheet Plan on when to leave the package: the switch table and the watch list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.briefing import UNKNOWN
from advisor.phrasing import capitalised
from data.workbook import styles
from data.workbook.plan_page import (
    FIRST,
    GAIN,
    LATER,
    LATER_WORDS,
    MIDDLE,
    NAMED,
    NUMBER,
    PERCENT,
    SCORE,
    SECOND,
    SHARE,
    THEN,
    WHAT,
    WHY,
    WORDS,
)

if TYPE_CHECKING:
    from advisor.plan_table import PlanTable
    from advisor.trigger_table import SwitchRow, WatchRow
    from data.workbook.plan_page import PlanRows


def write_switches(rows: PlanRows, plan: PlanTable) -> None:
    """Write the switch table, or why it is empty."""
    rows.title("Switch table: the first that fires is followed")
    if plan.switch_note:
        rows.note(plan.switch_note)
        return
    rows.headers(
        {
            NAMED: "Watch",
            WHAT: "Trigger",
            FIRST: "Threshold",
            SECOND: "Now",
            SHARE: "Chance that it acts",
            WORDS: "In words",
            LATER: "Gain, points",
            LATER_WORDS: "Standard error",
            THEN: "Then do, and why",
            WHY: "What an observer would see, and in public data",
        }
    )
    for one in plan.switches:
        _switch(rows, one)


def _switch(rows: PlanRows, one: SwitchRow) -> None:
    rows.line(
        {
            NUMBER: (one.number, replace(MIDDLE, bold=True)),
            NAMED: (one.watch, styles.NAME),
            WHAT: (one.trigger, styles.CELL),
            FIRST: (one.threshold, SCORE),
            SECOND: (one.now, SCORE),
            SHARE: (one.share, PERCENT),
            WORDS: (one.share_words, MIDDLE),
            LATER: (one.gain, GAIN),
            LATER_WORDS: (one.standard_error, GAIN),
            THEN: (f"{capitalised(one.then)}.\n{one.why}", styles.CELL),
            WHY: ("\n".join(text for text in (one.sight, one.reading) if text), styles.CELL),
        }
    )


def write_watch_list(rows: PlanRows, plan: PlanTable) -> None:
    """Write the tipping points of the package, or why there are none; nothing where there is no package."""
    if not plan.watch and not plan.watch_note:
        return
    rows.title("Watch list: where a verdict on an option of the package changes")
    if plan.watch_note:
        rows.note(plan.watch_note)
    if not plan.watch:
        return
    rows.headers(
        {
            NAMED: "Tipping point",
            WHAT: "Option",
            FIRST: "Score",
            SECOND: "Now",
            SHARE: "Typical years away",
            WORDS: "Verdict now",
            LATER_WORDS: "Verdict beyond",
            THEN: "What an observer would see",
            WHY: "In public data",
        }
    )
    for one in plan.watch:
        _watched(rows, one)


def _watched(rows: PlanRows, one: WatchRow) -> None:
    rows.line(
        {
            NAMED: (f"{one.watch} {one.trigger}", styles.NAME),
            WHAT: (one.option, styles.CELL),
            FIRST: (one.value, SCORE),
            SECOND: (UNKNOWN, MIDDLE) if one.now is None else (one.now, SCORE),
            SHARE: (one.years, SCORE),
            WORDS: (one.before, styles.CELL),
            LATER: ("→", MIDDLE),
            LATER_WORDS: (one.after, styles.CELL),
            THEN: (one.sight, styles.CELL),
            WHY: (one.reading, styles.CELL),
        }
    )
