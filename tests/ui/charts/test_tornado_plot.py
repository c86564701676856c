from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.drivers import Driver
from tests.ui.charts.in_svg import fills, texts
from ui.charts.tornado_plot import TornadoPlot
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme

DRIVERS = (
    Driver("su_level", "Current unrest", 0.30, 0.42),
    Driver("de_access", "Trust and access", 0.2, 0.2),
    Driver(None, "10 others, at most", 0.1, 0.5),
)
PLOT = TornadoPlot("What drives the result: The stance, Peru", "Most comes from Current unrest.", DRIVERS)


def test_every_driver_has_its_name_and_what_it_accounts_for_together(qtbot: QtBot, theme: Theme) -> None:
    assert texts(PLOT) == ["Current unrest", "42 %", "Trust and access", "20 %", "10 others, at most", "50 %"]


def test_what_each_accounts_for_alone_lies_within_but_not_for_several_as_one(qtbot: QtBot, theme: Theme) -> None:
    assert fills(PLOT, LIGHT.track) == 3
    assert fills(PLOT, LIGHT.ink2) >= 2
    only_others = TornadoPlot("Drivers", "", DRIVERS[2:])
    assert fills(PLOT, LIGHT.ink2) - fills(only_others, LIGHT.ink2) == 2


def test_the_table_holds_both_shares() -> None:
    assert list(PLOT.table()) == [
        ("Indicator", "Together with others", "Alone"),
        ("Current unrest", 0.42, 0.30),
        ("Trust and access", 0.2, 0.2),
        ("10 others, at most", 0.5, 0.1),
    ]


def test_the_plot_is_as_high_as_its_rows() -> None:
    assert PLOT.height(500) == 3 * 22 + 8
