"""Each assessment has its column in every table, and what is not scored says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.findings import assess
from advisor.scores import ScoreSheet
from advisor.side_by_side import Compared, SideBySide, side_by_side
from advisor.uncertainty import draw_blocks
from ui.compare.side_tables import UNKNOWN, SideTables

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from advisor.playbook import Playbook
    from ui.theme import Theme


@pytest.fixture(scope="module")
def found(playbook: Playbook, shipped_cases: tuple[Case, ...]) -> SideBySide:
    draws = list(draw_blocks(playbook, 256, 1))
    peru = shipped_cases[1].assessment("PER-2014-2016")
    return side_by_side(
        playbook,
        [
            Compared(peru.id, "Peru", peru.as_of, assess(playbook, peru.sheet, draws), {"alt_dev": "lead"}),
            Compared("blank", "Utopia", peru.as_of, assess(playbook, ScoreSheet(), draws)),
        ],
    )


def test_three_tables_have_a_column_for_each(qtbot: QtBot, theme: Theme, found: SideBySide) -> None:
    tables = SideTables()
    qtbot.addWidget(tables)
    tables.show_comparison(found)
    stance, pressures, options = tables.tables
    assert str(stance.cells[0][1].plain).startswith("◀ Divergent: ")
    assert stance.cells[0][2].plain == UNKNOWN
    assert [row[0].plain for row in pressures.cells] == [row.name for row in found.factors]
    assert pressures.cells[0][1].plain == f"{found.factors[0].values[0]:.1f}"
    assert pressures.cells[0][2].plain == UNKNOWN
    planned = {row[0].plain for row in options.cells if "in the plan" in str(row[1].plain)}
    assert planned == {row.name for row in found.options if row.id == "alt_dev"}
    tables.show_comparison(None)
    assert tables.tables == ()
