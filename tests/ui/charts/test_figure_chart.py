from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.charts.a_plot import ROWS, BarPlot
from ui.charts.figure_chart import PICTURE_WIDTH, FigureChart
from ui.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> FigureChart:
    made = FigureChart()
    qtbot.addWidget(made)
    made.resize(400, 140)
    return made


def shows(chart: FigureChart, colour: str) -> bool:
    """Say whether a colour stands anywhere in what the widget shows."""
    image = chart.grab().toImage()
    wanted = QColor(colour)
    return any(image.pixelColor(x, y) == wanted for x in range(0, image.width(), 3) for y in range(image.height()))


def test_a_plot_is_drawn_in_the_colours_of_the_theme_and_again_when_it_changes(
    qtbot: QtBot, chart: FigureChart, theme: Theme
) -> None:
    chart.show_plot(BarPlot())
    chart.show()
    assert shows(chart, LIGHT.domestic)
    theme.choose("dark")
    assert shows(chart, DARK.domestic)
    theme.choose("light")


def test_nothing_is_drawn_while_nobody_can_see_it(chart: FigureChart) -> None:
    plot = BarPlot()
    chart.show_plot(plot)
    assert plot.drawn == []
    chart.show()
    chart.grab()
    assert plot.drawn == [LIGHT.surface]


def test_a_plot_that_stands_there_already_is_not_drawn_again(chart: FigureChart) -> None:
    plot = BarPlot()
    chart.show_plot(plot)
    chart.show()
    chart.grab()
    chart.hide()
    chart.show()
    chart.show_plot(BarPlot())
    chart.grab()
    assert plot.drawn == [LIGHT.surface]


def test_changes_of_size_draw_once_when_they_are_painted(qtbot: QtBot, theme: Theme) -> None:
    plot, around, chart = BarPlot(), QWidget(), FigureChart()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    column.addWidget(chart)
    column.addStretch()
    chart.show_plot(plot)
    around.resize(400, 300)
    around.show()
    around.grab()
    assert len(plot.drawn) == 1
    for width in (500, 600):
        around.resize(width, 300)
    around.grab()
    around.grab()
    assert len(plot.drawn) == 2
    assert len(chart.findChildren(FigureCanvasQTAgg)) == 1


def test_a_plot_of_earlier_scores_recedes_without_being_drawn_again(chart: FigureChart, theme: Theme) -> None:
    plot = BarPlot()
    chart.show_plot(plot)
    chart.show()
    chart.set_dimmed(dimmed=True)
    assert not shows(chart, LIGHT.domestic)
    chart.set_dimmed(dimmed=False)
    assert shows(chart, LIGHT.domestic)
    assert len(plot.drawn) == 1


def test_a_plot_is_as_high_as_it_needs_to_be_at_its_width(chart: FigureChart) -> None:
    assert chart.heightForWidth(400) == 0
    chart.show_plot(BarPlot())
    assert chart.heightForWidth(400) == 140


def test_a_screen_reader_hears_what_the_plot_shows(chart: FigureChart) -> None:
    chart.show_plot(BarPlot())
    assert chart.accessibleName() == "Pressures of Peru"
    assert chart.accessibleDescription() == "Social unrest presses most."


def test_a_picture_is_on_white_in_either_theme(chart: FigureChart, theme: Theme) -> None:
    theme.choose("dark")
    chart.show_plot(BarPlot())
    picture = chart.picture()
    theme.choose("light")
    assert picture.width() == 2 * PICTURE_WIDTH
    assert picture.pixelColor(0, 0) == QColor(LIGHT.surface)
    assert QImage.fromData(chart.png()).size() == picture.size()


def test_an_svg_file_holds_text_as_text_and_is_the_same_every_time(chart: FigureChart) -> None:
    chart.show_plot(BarPlot())
    content = chart.svg()
    assert QSvgRenderer(content).isValid()
    assert "Social unrest" in bytes(content.data()).decode()
    assert content == chart.svg()


def test_the_table_holds_the_numbers_and_without_a_plot_there_are_none(chart: FigureChart) -> None:
    assert (chart.name, chart.table(), chart.svg().size()) == ("", (), 0)
    chart.show_plot(BarPlot())
    assert (chart.name, chart.table()) == ("Pressures of Peru", ROWS)


def test_a_window_that_shows_no_chart_does_not_load_matplotlib() -> None:
    code = "import sys, ui.charts.chart_frame, ui.charts.figure_chart; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
