"""Every cell of Compare asks about its own assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.answers import Subject
from advisor.findings import assess
from advisor.side_by_side import Compared
from advisor.uncertainty import draw_blocks
from tests.ui.conftest import PERU_2012, PERU_2014
from ui.compare.compare_view import CompareView
from ui.compare.ranked_model import Column
from ui.why.marks_compare import mark_compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.why.conftest import Questions

IDS = (PERU_2014, PERU_2012)


@pytest.fixture
def view(qtbot: QtBot, questions: Questions) -> Iterator[CompareView]:
    made = CompareView(questions.session, lambda _: {})
    qtbot.addWidget(made)
    questions.mark(mark_compare, made)
    made.filters.latest.setChecked(False)
    made.show()
    # Regions that arrive later would compare anew what is chosen, which is nothing.
    qtbot.waitUntil(lambda: not made.comparing.busy)
    playbook = questions.session.playbook
    blocks = list(draw_blocks(playbook, 64, 1))
    sheets = {row.entry.id: row.entry for row in made.model.rows}
    made.comparing.compared.emit(
        [Compared(one, "Peru", sheets[one].as_of, assess(playbook, sheets[one].sheet, blocks)) for one in IDS]
    )
    yield made
    made.close_work()


def test_a_ranked_row_asks_by_column_and_return_opens_or_asks(
    view: CompareView, questions: Questions, qtbot: QtBot
) -> None:
    row = view.model.row_of(PERU_2012)
    assert row is not None
    asked = [questions.at(view.table, row, column) for column in (Column.INDEX, Column.OFFERS, Column.LEADS)]
    assert asked[0] == Subject("stance", of=PERU_2012)
    assert [one.id for one in asked[1:] if one is not None] == ["offer_with_conditions", "lead"]
    with qtbot.waitSignal(questions.asking.wanted):
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    for _ in Column:
        QTest.keyClick(view.table, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.table.opened):
        QTest.keyClick(view.table, Qt.Key.Key_Return)


def test_the_tables_side_by_side_ask_about_the_assessment_of_the_column(
    view: CompareView, questions: Questions
) -> None:
    stances, pressures, options = view.side.tables
    factors = questions.session.playbook.factor_ids
    assert [questions.at(stances, 1, column) for column in (1, 2)] == [Subject("stance", of=one) for one in IDS]
    assert questions.at(pressures, 0, 2) == Subject("factor", factors[0], PERU_2012)
    assert questions.at(pressures, 0, 3) == Subject("apart", factors[0])
    assert questions.at(options, 0, 1) == Subject("acceptance", view.side.found.options[0].id, PERU_2014)  # type: ignore[union-attr]
    assert questions.answer(Subject("apart", factors[0])).parts[0].subject == Subject("factor", factors[0], PERU_2014)
    assert questions.asking.subject_of(view.sentence) == Subject("comparison")
    assert questions.answer(Subject("comparison")).value == "2 assessments"


def test_a_click_on_a_cell_asks(view: CompareView, questions: Questions, qtbot: QtBot) -> None:
    table = view.side.tables[0]
    with qtbot.waitSignal(questions.asking.wanted) as asked:
        QTest.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(1, 2)).center()
        )
    assert asked.args[0] == Subject("stance", of=PERU_2012)
