from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.robustness import StanceSpread
from tests.ui.charts.in_svg import fills, texts
from ui.charts.stance_plot import StancePlot
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme

EDGES = (-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0)
SHARES = (0.05, 0.25, 0.35, 0.2, 0.1, 0.05)
PLOT = StancePlot(
    name="Distribution of the stance, Peru",
    sentence="By best scores the index is −1.7.",
    spread=StanceSpread(EDGES, SHARES, -1.7, ()),
    probabilities=(("divergent", 0.85), ("contested", 0.14), ("aligned", 0.01)),
    cuts=(-1.0, 1.4),
    best=-1.74,
    likely=(-2.6, -0.7),
)


def test_the_classes_stand_over_their_zones_with_their_chances(qtbot: QtBot, theme: Theme) -> None:
    assert texts(PLOT)[:6] == ["divergent", "85 %", "contested", "14 %", "aligned", "1 %"]
    for stance, _ in PLOT.probabilities:
        assert fills(PLOT, LIGHT.stance_soft(stance).name()) >= 1


def test_the_range_of_eight_futures_in_ten_and_best_scores_are_marked(qtbot: QtBot, theme: Theme) -> None:
    assert texts(PLOT)[6:] == ["−2.6", "−0.7", "best scores −1.7"]


def test_where_nothing_is_scored_there_are_no_best_scores_to_mark(qtbot: QtBot, theme: Theme) -> None:
    assert texts(replace(PLOT, best=None))[6:] == ["−2.6", "−0.7"]


def test_every_bin_is_a_bar_and_the_outermost_thousandth_is_not(qtbot: QtBot, theme: Theme) -> None:
    bars = fills(PLOT, LIGHT.outline)
    # Beyond these ends, all of the axis belongs to the cuts, and a bar so small could not be seen.
    edges = (-13.0, -12.5, *(-12.0 + 0.5 * step for step in range(18)), *EDGES)
    shares = (0.0005, *(0.0,) * 19, *SHARES)
    tailed = replace(PLOT, spread=StanceSpread(edges, shares[: len(edges) - 1], -1.7, ()))
    assert fills(tailed, LIGHT.outline) == bars


def test_scores_far_from_all_futures_stay_on_the_axis(qtbot: QtBot, theme: Theme) -> None:
    assert texts(replace(PLOT, best=9.0))[-1] == "best scores +9.0"


def test_the_table_holds_every_bin() -> None:
    titles, first, *rest = PLOT.table()
    assert titles == ("Index from", "to", "Share of futures")
    assert first == (-3.0, -2.5, 0.05)
    assert len(rest) == 5
