from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.hindcast import ReliabilityBand
from tests.ui.charts.in_svg import texts
from ui.charts.reliability_plot import ReliabilityPlot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme

PLOT = ReliabilityPlot(
    "What was stated, and what came true",
    "It fits.",
    (ReliabilityBand(0.05, 0.2, 15, 0.1, 0.07), ReliabilityBand(0.55, 0.8, 8, 0.64, 0.5)),
)


def test_every_band_says_how_many_were_stated_and_both_axes_are_named(qtbot: QtBot, theme: Theme) -> None:
    found = texts(PLOT)
    assert {"15", "8"} <= set(found)
    assert {"Stated", "Came true", "0 %", "100 %"} <= set(found)


def test_the_table_names_bands_in_words() -> None:
    assert list(PLOT.table()) == [
        ("Band", "From", "To", "Stated", "Mean stated", "Came true"),
        ("very unlikely", 0.05, 0.2, 15, 0.1, 0.07),
        ("likely", 0.55, 0.8, 8, 0.64, 0.5),
    ]
