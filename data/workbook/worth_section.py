"""The section of the sheet Plan on what each way of acting is worth beside perfect foresight, with its chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.wording import percent
from data.workbook import styles
from data.workbook.charts import dress_bars, font, new_chart, rows_covered
from data.workbook.measure import pixels
from data.workbook.names import cell
from data.workbook.plan_page import (
    FINE_PERCENT,
    FIRST,
    LAST,
    LATER,
    LATER_WORDS,
    NAMED,
    PERCENT,
    POINTS,
    SECOND,
    SHARE,
    THEN,
    WIDTHS,
    WORDS,
)
from data.workbook.text import literal

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

    from advisor.plan_table import PlanTable
    from advisor.worth_table import WorthRow
    from data.workbook.model_layout import ModelLayout
    from data.workbook.plan_page import PlanRows

_SHEET = "Plan"
_HEIGHT = 360
_PERCENT = PERCENT.number
_TITLE, _EARLIER = "What tailoring and flexibility are worth", " (of the earlier scores)"
_VALUE = "Share of what perfect foresight yields on average"


def place_worth(workbook: Workbook, rows: PlanRows, plan: PlanTable, layout: ModelLayout) -> None:
    """Write the table with its chart below; nothing where the worth was not measured."""
    if not plan.worth:
        return
    title = rows.live_title(_TITLE, f"IF({layout.changed},{literal(_TITLE + _EARLIER)},{literal(_TITLE)})")
    rows.note(plan.flexibility)
    rows.headers(
        {
            NAMED: "Way of acting",
            FIRST: "Mean, points",
            SECOND: "±",
            SHARE: "Share of foresight",
            WORDS: "±",
            LATER: "Worst tenth, points",
            LATER_WORDS: "±",
            LAST: "Worst tenth, share",
            THEN: "What it is",
        }
    )
    first = rows.row
    for one in plan.worth:
        _strategy(rows, one)
    if plan.worth[0].share is not None:
        _place_chart(workbook, rows, plan, first, title)


def _strategy(rows: PlanRows, one: WorthRow) -> None:
    rows.line(
        {
            NAMED: (one.strategy, styles.NAME),
            FIRST: (one.mean, POINTS),
            SECOND: (one.standard_error, POINTS),
            SHARE: (one.share, PERCENT),
            WORDS: (one.share_error, FINE_PERCENT),
            LATER: (one.worst_tenth, POINTS),
            LATER_WORDS: (one.worst_tenth_error, POINTS),
            LAST: (one.worst_tenth_share, PERCENT),
            THEN: (one.meaning, styles.CELL),
        }
    )


def _place_chart(workbook: Workbook, rows: PlanRows, plan: PlanTable, first: int, title: int) -> None:
    last, chart = rows.row - 1, new_chart(workbook, "bar")
    for name, column, colour in (("Mean", SHARE, styles.ACCENT), ("Worst tenth of futures", LAST, styles.OUTLINE)):
        chart.add_series(
            {
                "name": name,
                "categories": [_SHEET, first, NAMED, last, NAMED],
                "values": [_SHEET, first, column, last, column],
                "fill": {"color": colour},
                "gap": 45,
                "data_labels": {"value": True, "num_format": _PERCENT, "font": font(11)},
            }
        )
    dress_bars(chart, f"={_SHEET}!{cell(title, NAMED)}", "Way of acting", _VALUE, {"num_format": _PERCENT})
    chart.set_legend({"position": "top", "font": font(12)})
    chart.set_size({"width": sum(pixels(width) for width in WIDTHS[NAMED:THEN]), "height": _HEIGHT})
    rows.page.chart(rows.row + 1, NAMED, chart, _description(plan))
    rows.row += 2 + rows_covered(_HEIGHT)


def _description(plan: PlanTable) -> str:
    parts = [
        f"{one.strategy} {percent(one.share)}, worst tenth {percent(one.worst_tenth_share)}"
        for one in plan.worth
        if one.share is not None and one.worst_tenth_share is not None
    ]
    return f"{_TITLE}, as shares of what perfect foresight yields on average: {'; '.join(parts)}."
