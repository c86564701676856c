"""A case over time on one axis: stance, factors, events and data series."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from advisor.timeline_text import in_words, table
from ui.charts.time_scale import ticks
from ui.charts.timeline_layout import CAPTION, DATE, LABEL, date_labels, lay_out
from ui.dates import written
from ui.widgets.line_text import advance

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from advisor.case_series import DataSeries
    from advisor.playbook import Playbook
    from advisor.timeline import Timeline
    from ui.charts.chart import Table
    from ui.charts.pixel_sheet import PixelSheet
    from ui.charts.timeline_layout import TimelineLayout
    from ui.tokens import Tokens

LATER = "known later"


@dataclass(frozen=True)
class TimelinePlot:
    """A `Plot` of a timeline; `shown` are the places of its series shown, `picked` the assessments compared."""

    playbook: Playbook
    timeline: Timeline
    shown: tuple[int, ...]
    picked: tuple[str, ...] = ()
    _layouts: dict[float, TimelineLayout] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def name(self) -> str:
        """What the plot is of."""
        return f"{self.timeline.name} over time"

    @property
    def sentence(self) -> str:
        """The plot in words."""
        return in_words(self.timeline)

    @property
    def series(self) -> tuple[DataSeries, ...]:
        """The series shown."""
        return tuple(self.timeline.series[place] for place in self.shown)

    def layout(self, width: float) -> TimelineLayout:
        """Return where everything stands for a width; kept, because Qt asks for heights again and again."""
        if width not in self._layouts:
            self._layouts[width] = lay_out(self.timeline, self.playbook.factors, len(self.shown), width)
        return self._layouts[width]

    def height(self, width: int) -> int:
        """Return the height needed."""
        return round(self.layout(width).height) + 1

    def table(self) -> Table:
        """Return all numbers and events, those without room in the plot included."""
        return table(self.playbook, self.timeline)

    def draw(self, figure: Figure, theme: Tokens) -> None:
        """Draw on an empty figure."""
        from ui.charts.figure_style import DOTS_PER_INCH
        from ui.charts.pixel_sheet import PixelSheet
        from ui.charts.timeline_evidence import draw_events, draw_series
        from ui.charts.timeline_panels import draw_factors, draw_stance

        layout = self.layout(float(figure.get_size_inches()[0]) * DOTS_PER_INCH)
        sheet, timeline = PixelSheet(figure), self.timeline
        first = (*self.picked[::-1], timeline.opened)
        self._draw_ground(sheet, layout, theme)
        draw_stance(sheet, layout, self.playbook.stance_model, timeline.moments, first, theme)
        draw_factors(sheet, layout, self.playbook.factors, timeline.moments, first, theme)
        draw_events(sheet, layout, theme)
        draw_series(sheet, layout, self.series, timeline.as_of, theme)
        self._draw_dates(sheet, layout, theme)
        self._draw_foot(sheet, layout, theme)

    def _draw_ground(self, sheet: PixelSheet, layout: TimelineLayout, theme: Tokens) -> None:
        """Shade what came later, and draw the lines that everything stands on."""
        panels, scale = layout.panels, layout.scale
        sheet.fill((scale.x(self.timeline.as_of), panels.top, layout.right, panels.bottom), theme.sunken)
        for day, text in ticks(scale):
            x = scale.x(day)
            sheet.line([(x, panels.top), (x, panels.bottom)], theme.line)
            left = min(max(x, scale.left) - advance(CAPTION, text) / 2, layout.right - advance(CAPTION, text))
            sheet.words((left, layout.years.middle), text, CAPTION, theme.ink2)

    def _draw_dates(self, sheet: PixelSheet, layout: TimelineLayout, theme: Tokens) -> None:
        """Draw a line down from every assessment, and its date where it has room; those compared stand out."""
        panels, moments = layout.panels, self.timeline.moments
        for moment in moments:
            x, compared = layout.scale.x(moment.as_of), moment.id in self.picked
            ends = [(x, layout.dates.bottom - 2), (x, panels.bottom)]
            sheet.line(ends, theme.ink2 if compared else theme.outline, 1.0, dash="dotted")
        labels = date_labels(layout, moments, (*self.picked[::-1], self.timeline.opened))
        for label in labels:
            strong = label.moment.id in self.picked
            place = (label.left, layout.dates.middle - 2)
            sheet.words(place, label.text, DATE if strong else LABEL, theme.ink if strong else theme.ink2)
        self._name_later(sheet, layout, [(one.left, one.left + advance(DATE, one.text)) for one in labels], theme)

    def _name_later(
        self, sheet: PixelSheet, layout: TimelineLayout, taken: list[tuple[float, float]], theme: Tokens
    ) -> None:
        """Say above the shading what it means, where no date is in the way."""
        start = layout.scale.x(self.timeline.as_of)
        left = max([start + 6, *(end + 8 for begin, end in taken if begin <= start + 6 < end + 8)])
        right = left + advance(CAPTION, LATER)
        if right <= layout.right and all(end <= left or begin >= right for begin, end in taken):
            sheet.words((left, layout.dates.middle - 2), LATER, CAPTION, theme.ink3)

    def _draw_foot(self, sheet: PixelSheet, layout: TimelineLayout, theme: Tokens) -> None:
        """Say how to read marks, so that a picture of the plot needs no other explanation."""
        left, middle = layout.scale.left, layout.foot.middle
        later = f"shaded and dashed: known only after {written(self.timeline.as_of)}"
        for shape, face, text in (
            ("D", None, "fact"),
            ("s", None, "outcome"),
            ("o", theme.surface, "hollow: not verified"),
            ("", None, later),
        ):
            if shape:
                sheet.marks([(left + 3, middle)], theme.ink2, 5.0, shape=shape, face=face)
                left += 12
            if left + advance(CAPTION, text) > layout.right:
                break
            sheet.words((left, middle), text, CAPTION, theme.ink2)
            left += advance(CAPTION, text) + 14
