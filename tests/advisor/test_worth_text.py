"""Shares of perfect foresight are printed as they are, below nothing included."""

from __future__ import annotations

import pytest

from advisor.worth_table import worth_rows
from advisor.worth_text import share_text, shares_table, worst_tenth_text
from tests.advisor.solved_plans import PLAYBOOK, weighed


@pytest.mark.parametrize(("share", "text"), [(0.884, "88 %"), (-0.31, "−31 %"), (1.0, "100 %"), (None, "–")])
def test_a_share_is_printed_in_whole_per_cent(share: float | None, text: str) -> None:
    assert share_text(share) == text


def test_the_worst_tenth_goes_from_rigid_to_flexible() -> None:
    worth = weighed().worth
    assert worth is not None
    rigid, flexible = worth.term.rigid.worst_tenth, worth.term.flexible.worst_tenth
    assert worst_tenth_text(worth) == f"{rigid:.1f} → {flexible:.1f}"


def test_the_table_has_a_row_for_each_way_of_acting() -> None:
    rows = worth_rows(PLAYBOOK, weighed().worth)
    titles, *table = shares_table(rows)
    assert len(titles) == len(table[0])
    assert [row[0] for row in table] == [row.strategy for row in rows]
    assert table[-1][1] == 1.0
