"""The pages ask about what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel

from advisor.answers import RULE_MARK, Subject
from ui.options_model import Column, OptionsModel
from ui.options_page import OptionsPage
from ui.plan_page import PlanPage
from ui.planner import Planner
from ui.result_strip import ResultStrip
from ui.why.asking import Asking
from ui.why.marks import mark_options, mark_plan, mark_strip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session


def test_the_column_of_the_options_table_says_which_number_is_meant(qtbot: QtBot, session: Session) -> None:
    page = OptionsPage(session)
    qtbot.addWidget(page)
    asking = Asking(page)
    mark_options(asking, page)
    model, option = page.table.model(), session.best.ranked[0].id  # type: ignore[union-attr]
    assert isinstance(model, OptionsModel)
    row = model.row_of(option)
    assert row is not None
    found = []
    for column in (Column.NAME, Column.NOW, Column.VALUE):
        page.table.selectionModel().setCurrentIndex(
            model.index(row, column), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        found.append(asking.subject_of(page.table))
    assert found == [Subject("standing", option), Subject("acceptance", option), Subject("us_value", option)]


def test_the_bar_selected_is_asked_about(qtbot: QtBot, session: Session) -> None:
    page = OptionsPage(session)
    qtbot.addWidget(page)
    asking = Asking(page)
    mark_options(asking, page)
    option = page.detail.option
    assert option is not None
    page.detail.waterfall.select("factor:military")
    assert asking.subject_of(page.detail.reason) == Subject("rule", f"{option.id}{RULE_MARK}factor:military")
    page.detail.waterfall.select("standing")
    assert asking.subject_of(page.detail.waterfall) == Subject("standing", option.id)


def test_limits_of_the_plan_are_asked_about_by_name(qtbot: QtBot, session: Session) -> None:
    planner = Planner(session)
    page = PlanPage(session, planner)
    qtbot.addWidget(page)
    asking = Asking(page)
    mark_plan(asking, page, planner)
    knobs = page.side.knobs
    assert asking.subject_of(knobs.limits["budget"].slider) == Subject("limit", "budget")
    assert asking.subject_of(knobs.pins) == Subject("package")
    assert asking.subject_of(page.side.worth.bars) == Subject("worth")
    assert asking.subject_of(page.board.lists.prices.table) == Subject("package")
    planner.close()


def test_the_strip_tells_its_numbers_apart(qtbot: QtBot, session: Session) -> None:
    strip = ResultStrip(session)
    qtbot.addWidget(strip)
    asking = Asking(strip)
    mark_strip(asking, strip)
    assert asking.subject_of(strip.domestic) == Subject("side", "domestic")
    assert asking.subject_of(strip.win_set) == Subject("win_set")
    assert asking.subject_of(strip.expand) == Subject("stance")
