from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.figure import Figure

from ui.charts.canvas import ChartCanvas

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


def test_a_canvas_asks_for_its_content_when_it_is_painted_and_at_no_other_time(qtbot: QtBot, theme: Theme) -> None:
    asked: list[str] = []
    canvas = ChartCanvas(Figure(), lambda: asked.append("drawn"))
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    canvas.draw_idle()
    assert asked == []
    canvas.grab()
    assert asked == ["drawn"]


def test_what_is_rendered_is_shown(qtbot: QtBot, theme: Theme) -> None:
    figure = Figure(facecolor="#0B655A")
    canvas = ChartCanvas(figure, lambda: canvas.render_figure())
    qtbot.addWidget(canvas)
    canvas.resize(40, 40)
    assert canvas.grab().toImage().pixelColor(20, 20).name() == "#0b655a"
