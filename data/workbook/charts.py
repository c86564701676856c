"""What the charts of the workbook have in common: fonts, axes, data bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.workbook import styles

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook

_PIXELS_PER_ROW = 20


def new_chart(workbook: Workbook, kind: str, subtype: str | None = None) -> Chart:
    """Return an empty chart of the workbook."""
    chart = workbook.add_chart({"type": kind, "subtype": subtype})
    if chart is None:
        raise ValueError(f'"{kind}" is no type of chart')
    return chart


def font(size: float, color: str = styles.INK, *, bold: bool = False) -> dict[str, Any]:
    """Return the properties of a font."""
    return {"name": styles.FONT, "size": size, "color": color, "bold": bold}


def dress_bars(chart: Chart, title: str, category: str, value: str, scale: dict[str, Any]) -> None:
    """Title a bar chart and its axes, first category on top; `scale` is added to the value axis."""
    chart.set_title({"name": title, "name_font": font(16, bold=True)})
    chart.set_y_axis(
        {
            "reverse": True,
            "crossing": "max",
            "label_position": "low",
            "num_font": font(12),
            "name": category,
            "name_font": font(12, styles.INK2),
            "line": {"color": styles.OUTLINE},
            "major_tick_mark": "none",
        }
    )
    chart.set_x_axis(
        {
            "num_font": font(12),
            "num_format": "0;−0",
            "name": value,
            "name_font": font(12, styles.INK2),
            "major_gridlines": {"visible": True, "line": {"color": styles.LINE}},
            "line": {"none": True},
            **scale,
        }
    )
    chart.set_chartarea({"border": {"none": True}})


def dress_lines(chart: Chart, title: str, value: str, scale: dict[str, Any], *, months: int | None) -> None:
    """Title a line chart over time and its axes; `scale` is added to the value axis.

    `months` is the time between two dates that are lettered; None where the categories are no dates.
    """
    chart.set_title({"name": title, "name_font": font(16, bold=True)})
    over_time: dict[str, Any] = {}
    if months:
        over_time = {"date_axis": True, "num_format": "mmm yyyy", "major_unit": months, "major_unit_type": "months"}
    chart.set_x_axis(
        {
            "name": "Date of the assessment",
            "name_font": font(12, styles.INK2),
            "num_font": font(12),
            "label_position": "low",
            "line": {"color": styles.OUTLINE},
            **over_time,
        }
    )
    chart.set_y_axis(
        {
            "name": value,
            "name_font": font(12, styles.INK2),
            "num_font": font(12),
            "major_gridlines": {"visible": True, "line": {"color": styles.LINE}},
            "line": {"none": True},
            "crossing": "min",
            **scale,
        }
    )
    chart.set_legend({"position": "bottom", "font": font(12)})
    chart.set_chartarea({"border": {"none": True}})
    chart.show_na_as_empty_cell()


def data_bar(colour: str, highest: float) -> dict[str, Any]:
    """Return a conditional format that draws a bar from 0 to `highest`."""
    return {
        "type": "data_bar",
        "bar_solid": True,
        "bar_color": colour,
        "min_type": "num",
        "min_value": 0,
        "max_type": "num",
        "max_value": highest,
    }


def rows_covered(height: int) -> int:
    """Return how many rows of the usual height a chart of so many pixels covers."""
    return -(-height // _PIXELS_PER_ROW)
