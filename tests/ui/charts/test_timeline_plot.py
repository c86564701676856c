from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from advisor.case import Case, Fact, Point, Series
from advisor.case_series import telling
from advisor.findings import assess
from advisor.scores import ScoreSheet
from advisor.timeline import timeline
from advisor.timeline_text import in_words
from advisor.uncertainty import draw_blocks
from advisor.wording import percent
from tests.advisor.made_cases import PLAYBOOK, assessment, day, long_case, sheet_at
from tests.ui.charts.drawings import colour_at, drawn, marks, texts
from ui.charts.figure_chart import PICTURE_WIDTH, FigureChart
from ui.charts.timeline_plot import LATER, TimelinePlot
from ui.tokens import DARK, LIGHT

if TYPE_CHECKING:
    import datetime as dt

    from matplotlib.figure import Figure
    from pytestqt.qtbot import QtBot

    from ui.tokens import Tokens

PERU_2012, PERU_2014 = "PER-2012-2014", "PER-2014-2016"
DATES = st.dates(day("1900-01-01"), day("2100-12-31"))
WRITTEN = st.one_of(
    DATES.map(str), st.integers(1900, 2100).map(str), st.sampled_from(["2011-Q3", "2011-05", "1998-2001", "spring", ""])
)
TEXTS = st.text(st.sampled_from("abcXYZ 019éñЖ中$_^{}%&<>\\\n;,("), max_size=90)
FACTS = st.builds(Fact, WRITTEN, TEXTS, TEXTS, st.booleans(), st.booleans())
VALUES = st.floats(-1e12, 1e12)
SERIES = st.builds(
    Series,
    TEXTS,
    TEXTS,
    TEXTS,
    st.lists(st.builds(Point, WRITTEN, VALUES, TEXTS, st.booleans(), TEXTS), max_size=12).map(tuple),
)


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def plot_of(
    case: Case, opened: str, picked: tuple[str, ...] = (), shown: tuple[int, ...] | None = None
) -> TimelinePlot:
    seen = timeline(PLAYBOOK, case, opened, {})
    return TimelinePlot(PLAYBOOK, seen, telling(seen.series, seen.window) if shown is None else shown, picked)


def figure_of(plot: TimelinePlot, width: int = 800, theme: Tokens = LIGHT) -> Figure:
    return drawn(lambda figure: plot.draw(figure, theme), width, plot.height(width), theme)


@settings(max_examples=12)
@given(
    days=st.lists(DATES, min_size=1, max_size=60),
    blank=st.integers(0, 3),
    facts=st.lists(FACTS, max_size=20),
    series=st.lists(SERIES, max_size=5),
    width=st.integers(360, 1600),
    theme=st.sampled_from([LIGHT, DARK]),
    data=st.data(),
)
def test_any_case_is_drawn_whole_and_without_a_warning(
    days: list[dt.date],
    blank: int,
    facts: list[Fact],
    series: list[Series],
    width: int,
    theme: Tokens,
    data: st.DataObject,
) -> None:
    made = [
        assessment(str(number), one, ScoreSheet() if number < blank else sheet_at(number % 11), facts)
        for number, one in enumerate(days)
    ]
    names = st.sampled_from([one.id for one in made])
    picked = (data.draw(names), data.draw(names))
    plot = plot_of(Case("Somewhere", tuple(made), tuple(series)), data.draw(names), picked, tuple(range(len(series))))
    figure = figure_of(plot, width, theme)
    # One mark more in the colour of the side: that of the zone of its class.
    assert len(marks(figure, theme.domestic)) == 1 + sum(one.side == "domestic" for one in PLAYBOOK.factors)
    assert {"Stance", "Events"} <= set(texts(figure))


@pytest.mark.parametrize("count", [1, 2, 20, 60])
def test_the_dates_compared_are_written_whatever_the_crowd(count: int) -> None:
    case = long_case(count)
    ends = (case.assessments[0].id, case.assessments[-1].id)
    written = texts(figure_of(plot_of(case, ends[1], ends)))
    assert "15 Jan 2010" in written


def test_what_came_after_the_open_assessment_is_shaded_and_says_so(cases: dict[str, Case]) -> None:
    plot = plot_of(cases["Peru"], PERU_2012, (PERU_2012, PERU_2014))
    figure, layout = figure_of(plot), plot.layout(800)
    assert LATER in texts(figure)
    level = layout.factors[0].top + 2
    assert colour_at(figure, layout.scale.x(day("2011-07-01")), level) == LIGHT.surface
    assert colour_at(figure, layout.scale.x(day("2012-07-01")), level) == LIGHT.sunken


def test_a_picture_explains_its_marks_by_itself(cases: dict[str, Case]) -> None:
    written = texts(figure_of(plot_of(cases["Peru"], PERU_2014)))
    assert {"fact", "outcome", "hollow: not verified"} <= set(written)
    assert "shaded and dashed: known only after 15 May 2014" in written


def test_ranges_and_chances_are_drawn_once_they_are_known(cases: dict[str, Case]) -> None:
    case, draws = cases["Peru"], tuple(draw_blocks(PLAYBOOK, 256, 1))
    known = {one.id: assess(PLAYBOOK, one.sheet, draws) for one in case.assessments}
    seen = timeline(PLAYBOOK, case, PERU_2014, known)
    written = texts(figure_of(TimelinePlot(PLAYBOOK, seen, ())))
    chance = known[PERU_2014].probabilities["divergent"]
    assert percent(chance) in written


def test_every_series_shown_has_a_panel_and_the_others_none(cases: dict[str, Case]) -> None:
    case = cases["Peru"]
    titles = [one.title for one in plot_of(case, PERU_2014).series]
    assert len(titles) == 4
    alone = plot_of(case, PERU_2014, shown=(3,))
    assert [one.title for one in alone.series] == [titles[3]]
    assert alone.height(800) < plot_of(case, PERU_2014).height(800)


def test_the_table_holds_also_what_has_no_room(cases: dict[str, Case]) -> None:
    plot = plot_of(cases["Peru"], PERU_2014, shown=())
    kinds = [row[1] for row in plot.table()]
    assert kinds.count("Event") == 34
    assert kinds.count("Series") == 43


def test_name_and_sentence_say_what_it_is_of(cases: dict[str, Case]) -> None:
    plot = plot_of(cases["Peru"], PERU_2014)
    assert plot.name == "Peru over time"
    assert plot.sentence == in_words(plot.timeline)


def test_two_plots_of_the_same_are_equal_so_that_none_is_drawn_twice(cases: dict[str, Case]) -> None:
    one, other = (plot_of(cases["Peru"], PERU_2014) for _ in range(2))
    one.layout(800)
    assert one == other
    assert one != plot_of(cases["Peru"], PERU_2014, (PERU_2012, PERU_2014))


def test_png_and_svg_are_read_back(qtbot: QtBot, cases: dict[str, Case]) -> None:
    chart = FigureChart()
    qtbot.addWidget(chart)
    plot = plot_of(cases["Peru"], PERU_2014, (PERU_2012, PERU_2014))
    chart.show_plot(plot)
    image = QImage.fromData(chart.png())
    assert (image.width(), image.height()) == (2 * PICTURE_WIDTH, 2 * plot.height(PICTURE_WIDTH))
    content = chart.svg()
    assert QSvgRenderer(content).isValid()
    text = bytes(content.data()).decode()
    for words in ("15 May 2014", "Electoral base", "Coca area at year end", "Outcome: contested"):
        assert words in text
