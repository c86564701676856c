from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.charts.in_svg import fills, texts
from ui.charts.rank_plot import RankPlot, RankRow
from ui.charts.shades import shade
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme

ROWS = (
    RankRow("Alternative development", (0.7, 0.25, 0.05), 1.35, 0.97),
    RankRow("Interdiction by air, river and port", (0.25, 0.70, 0.05), 1.8, 0.64),
    RankRow("Forced eradication in the core area", (0.05, 0.05, 0.9), 2.85, 0.01),
)


def plot(rows: tuple[RankRow, ...] = ROWS) -> RankPlot:
    return RankPlot("Rank acceptability now, Peru", "Alternative development ranks best.", rows)


def test_options_stand_below_one_another_with_their_ranks_and_likelihoods(qtbot: QtBot, theme: Theme) -> None:
    written = texts(plot())
    assert written[:5] == ["rank", "1", "2", "3", "accepted"]
    assert [text for text in written if text in {row.name for row in ROWS}] == [row.name for row in ROWS]
    assert [text for text in written if text.endswith(" %")] == ["97 %", "64 %", "1 %"]


def test_only_shares_from_ten_per_cent_are_numbered(qtbot: QtBot, theme: Theme) -> None:
    assert [text for text in texts(plot()) if text.isdigit()][3:] == ["70", "25", "25", "70", "90"]


def test_the_darker_the_more_futures(qtbot: QtBot, theme: Theme) -> None:
    for share, count in ((0.7, 2), (0.25, 2), (0.9, 1), (0.05, 4)):
        assert fills(plot(), shade(LIGHT, share)[0]) == count


def test_a_single_option_fills_its_only_rank(qtbot: QtBot, theme: Theme) -> None:
    assert "100" in texts(plot((RankRow("Alternative development", (1.0,), 1.0, 0.97),)))


def test_of_many_narrow_ranks_every_other_is_numbered_at_the_head(qtbot: QtBot, theme: Theme) -> None:
    many = tuple(RankRow(f"A rather long name of option {n}", (1 / 60,) * 60, 30.0, 0.5) for n in range(60))
    assert texts(plot(many))[1:4] == ["1", "3", "5"]


def test_the_plot_is_as_high_as_its_rows() -> None:
    assert plot().height(700) - plot(ROWS[:2]).height(700) == pytest.approx(23)


def test_the_table_holds_every_share() -> None:
    titles, first, *_ = plot().table()
    assert titles == ("Option", "Expected rank", "Accepted", "Rank 1", "Rank 2", "Rank 3")
    assert first == ("Alternative development", 1.35, 0.97, 0.7, 0.25, 0.05)
