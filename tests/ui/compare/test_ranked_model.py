"""The ranked table says of each assessment where it leans, sorts by any column and hides what is filtered out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from advisor.ranking import Entry, Filter, rank
from advisor.scores import ScoreSheet
from ui.compare.ranked_model import NOT_SCORED, TITLES, Column, RankedModel

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook


@pytest.fixture
def model(qapp: object, playbook: Playbook, shipped_cases: tuple[Case, ...]) -> RankedModel:
    entries = [
        Entry(one.id, case.name, one.as_of, one.sheet, "South America")
        for case in shipped_cases
        for one in case.assessments
    ]
    made = RankedModel()
    made.show_rows(rank(playbook, [*entries, Entry("blank", "Utopia", dt.date(2026, 1, 2), ScoreSheet())]))
    return made


def column(model: RankedModel, which: Column) -> list[str]:
    return [model.index(row, which).data() for row in range(model.rowCount())]


def test_the_latest_of_each_country_stand_by_their_index_and_what_is_not_scored_last(model: RankedModel) -> None:
    assert column(model, Column.COUNTRY) == ["Bolivia", "Peru", "Utopia"]
    assert column(model, Column.STANCE) == ["◀ Divergent", "◀ Divergent", NOT_SCORED]
    assert column(model, Column.AS_OF)[-1] == "2 Jan 2026"
    assert column(model, Column.INDEX)[-1] == ""


def test_a_column_sorts_both_ways_and_the_filter_stays(model: RankedModel) -> None:
    model.want(Filter(region="South America", latest_only=False))
    model.sort(Column.AS_OF, Qt.SortOrder.DescendingOrder)
    dates = [row.entry.as_of for row in model.rows]
    assert len(dates) == 6
    assert dates == sorted(dates, reverse=True)
    model.sort(Column.COUNTRY)
    assert column(model, Column.COUNTRY) == ["Bolivia"] * 3 + ["Peru"] * 3
    assert model.row_of("blank") is None


def test_the_table_is_copied_with_its_titles(model: RankedModel) -> None:
    titles, first, *_ = model.plain_table()
    assert tuple(titles) == TITLES
    assert first[0] == "Bolivia"
    assert model.headerData(Column.INDEX, Qt.Orientation.Horizontal) == "Index"
    assert "divergent" in model.headerData(Column.INDEX, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
