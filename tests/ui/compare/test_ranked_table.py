"""Rows are chosen by keyboard or mouse and stay chosen while the table is sorted and filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from advisor.ranking import Entry, Filter, rank
from ui.compare.ranked_model import Column, RankedModel
from ui.compare.ranked_table import RankedTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from advisor.playbook import Playbook
    from ui.theme import Theme


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, playbook: Playbook, shipped_cases: tuple[Case, ...]) -> RankedTable:
    model = RankedModel()
    made = RankedTable(model)
    model.setParent(made)
    qtbot.addWidget(made)
    entries = [Entry(one.id, case.name, one.as_of, one.sheet) for case in shipped_cases for one in case.assessments]
    model.want(Filter(latest_only=False))
    model.show_rows(rank(playbook, entries))
    made.show()
    return made


def test_arrows_and_the_space_bar_choose_several(table: RankedTable, qtbot: QtBot) -> None:
    model = table.model()
    assert isinstance(model, RankedModel)
    ids = [row.entry.id for row in model.rows]
    table.setCurrentIndex(model.index(0, 0))
    with qtbot.waitSignal(table.chosen_changed):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert list(table.chosen) == ids[:2]
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert list(table.chosen) == ids[:1]
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert list(table.chosen) == [ids[0], ids[2]]


def test_what_is_chosen_stays_chosen_when_the_table_is_sorted(table: RankedTable) -> None:
    table.choose(["PER-2014-2016", "BOL-2003-2005"])
    table.sortByColumn(Column.COUNTRY, Qt.SortOrder.DescendingOrder)
    assert table.chosen == ("PER-2014-2016", "BOL-2003-2005")
    model = table.model()
    assert isinstance(model, RankedModel)
    rows = {model.rows[index.row()].entry.id for index in table.selectionModel().selectedRows()}
    assert rows == {"PER-2014-2016", "BOL-2003-2005"}


def test_return_opens_an_assessment_and_copying_takes_the_table(table: RankedTable, qtbot: QtBot) -> None:
    model = table.model()
    assert isinstance(model, RankedModel)
    table.setCurrentIndex(model.index(1, 0))
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [model.rows[1].entry.id]
    table.copy()
    assert QGuiApplication.clipboard().text().startswith("Country\tAs of\tRegion")
