from __future__ import annotations

import matplotlib as mpl
import pytest
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from ui.charts.figure_style import points, style
from ui.tokens import DARK, LIGHT, SANS


def test_figures_are_drawn_in_the_font_of_the_window() -> None:
    with style(LIGHT):
        found = font_manager.findfont(font_manager.FontProperties(), fallback_to_default=False)
    assert font_manager.get_font(found).family_name == SANS


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_figures_take_the_inks_of_the_theme_and_leave_no_trace(theme: object) -> None:
    before = mpl.rcParams["text.color"]
    with style(LIGHT if theme is LIGHT else DARK):
        assert mpl.rcParams["text.color"] == getattr(theme, "ink", "")
        assert mpl.rcParams["figure.facecolor"] == getattr(theme, "surface", "")
    assert mpl.rcParams["text.color"] == before


def test_sizes_in_pixels_become_points() -> None:
    assert points(12) == 9


def test_a_letter_that_no_font_has_is_drawn_as_a_box_and_is_no_warning() -> None:
    with style(LIGHT):
        figure = Figure()
        figure.text(0.5, 0.5, "ꙮ 𒀀")
        FigureCanvasAgg(figure).draw()
