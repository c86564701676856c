from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.options_case import best_if, findings, findings_if, playbook
from ui.options_model import Column, OptionsModel
from ui.options_table import OptionsTable
from ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def model() -> OptionsModel:
    made = OptionsModel(playbook())
    made.show(findings().best, findings())
    return made


@pytest.fixture
def table(qtbot: QtBot, model: OptionsModel) -> OptionsTable:
    made = OptionsTable(model)
    qtbot.addWidget(made)
    made.resize(760, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.choose("vetted_units")
    return made


def model_of(table: OptionsTable) -> OptionsModel:
    model = table.model()
    assert isinstance(model, OptionsModel)
    return model


def row_rect(table: OptionsTable, option_id: str) -> QRect:
    row = model_of(table).row_of(option_id) or 0
    first, last = (table.visualRect(model_of(table).index(row, column)) for column in (Column.RANK, Column.VALUE))
    return first.united(last)


def middle(table: OptionsTable, option_id: str) -> QPoint:
    return row_rect(table, option_id).center()


def picture(table: OptionsTable) -> QImage:
    return table.viewport().grab().toImage()


def near(image: QImage, rect: QRect, colour: str) -> int:
    wanted = QColor(colour).rgb()
    xs, ys = range(rect.left(), rect.right()), range(rect.top(), rect.bottom() + 1)
    return sum(image.pixel(x, y) == wanted for x in xs for y in ys)


def test_a_click_anywhere_in_a_row_chooses_its_option(qtbot: QtBot, table: OptionsTable) -> None:
    with qtbot.waitSignal(table.option_chosen) as chosen:
        QTest.mouseClick(table.viewport(), Left, pos=middle(table, "alt_dev"))
    assert chosen.args == ["alt_dev"]
    assert table.chosen == "alt_dev"


def test_choosing_from_elsewhere_tells_the_page_as_a_click_does(qtbot: QtBot, table: OptionsTable) -> None:
    with qtbot.waitSignal(table.option_chosen) as chosen:
        table.choose("erad_core")
    assert chosen.args == ["erad_core"]


def test_a_click_on_a_heading_chooses_nothing(table: OptionsTable) -> None:
    QTest.mouseClick(table.viewport(), Left, pos=table.visualRect(model_of(table).index(0, 0)).center())
    assert table.chosen == "vetted_units"


def test_the_arrow_keys_go_from_option_to_option_past_the_headings(table: OptionsTable) -> None:
    leads, offers = (findings().with_verdict(verdict) for verdict in ("lead", "offer_with_conditions"))
    table.choose(leads[-1].best.id)
    QTest.keyClick(table, Key.Key_Down)
    assert table.chosen == offers[0].best.id
    QTest.keyClick(table, Key.Key_Up)
    assert table.chosen == leads[-1].best.id


def test_home_and_end_go_to_the_first_and_the_last_option(table: OptionsTable) -> None:
    QTest.keyClick(table, Key.Key_End)
    assert table.chosen == findings().with_verdict("avoid")[-1].best.id
    QTest.keyClick(table, Key.Key_Home)
    assert table.chosen == findings().with_verdict("lead")[0].best.id


@pytest.mark.parametrize("column", [Column.NAME, Column.VALUE])
def test_typing_the_beginning_of_a_name_finds_the_option_and_no_heading(table: OptionsTable, column: Column) -> None:
    row = model_of(table).row_of("vetted_units") or 0
    table.setCurrentIndex(model_of(table).index(row, column))
    QTest.keyClicks(table, "la")
    assert playbook().option[table.chosen or ""].name == "Land titles and market access"


def test_a_click_on_a_column_title_sorts_and_a_click_on_the_first_groups_again(
    table: OptionsTable, model: OptionsModel
) -> None:
    header = table.header()

    def click(column: Column) -> None:
        place = QPoint(header.sectionViewportPosition(column) + 10, header.height() // 2)
        QTest.mouseClick(header.viewport(), Left, pos=place)

    click(Column.VALUE)
    assert not model.grouped
    values = [found.best.us_value for row in range(model.rowCount()) if (found := model.option_at(row))]
    assert values == sorted(values, reverse=True)
    click(Column.RANK)
    assert model.grouped


def test_the_option_stays_chosen_through_sorting_and_a_new_ranking(table: OptionsTable, model: OptionsModel) -> None:
    table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert table.currentIndex().row() == model.row_of("vetted_units")
    table.sortByColumn(Column.RANK, Qt.SortOrder.AscendingOrder)
    model.show(best_if("su_level", 0), findings(), stale=True)
    model.show(findings_if("su_level", 0).best, findings_if("su_level", 0))
    assert table.chosen == "vetted_units"
    assert table.currentIndex().row() == model.row_of("vetted_units")
    assert table.selectionModel().isRowSelected(model.row_of("vetted_units") or 0)


def test_headings_span_the_whole_width_also_after_the_groups_came_back(table: OptionsTable) -> None:
    def spanned() -> list[int]:
        return [row for row in range(model_of(table).rowCount()) if table.isFirstColumnSpanned(row, table.rootIndex())]

    assert spanned() == model_of(table).headings()
    table.sortByColumn(Column.VALUE, Qt.SortOrder.DescendingOrder)
    assert spanned() == []
    table.sortByColumn(Column.RANK, Qt.SortOrder.AscendingOrder)
    assert len(spanned()) == 4


def test_copying_puts_the_whole_table_on_the_clipboard_in_the_order_shown(table: OptionsTable) -> None:
    table.sortByColumn(Column.VALUE, Qt.SortOrder.DescendingOrder)
    QTest.keyClick(table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    titles, *lines = QGuiApplication.clipboard().text().splitlines()
    assert titles.split("\t")[:3] == ["#", "Option", "Verdict"]
    values = [float(line.split("\t")[5]) for line in lines]
    assert len(values) == 22
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize(
    ("width", "hidden"),
    [
        (1000, set[Column]()),
        (720, set[Column]()),
        (640, {Column.WHY}),
        (460, {Column.WHY}),
        (380, {Column.WHY, Column.HORIZON}),
    ],
)
def test_reasons_and_then_the_horizon_give_way_to_names_in_a_narrow_table(
    table: OptionsTable, width: int, hidden: set[Column]
) -> None:
    table.resize(width, 720)
    assert {column for column in Column if table.isColumnHidden(column)} == hidden
    shown = [column for column in Column if not table.isColumnHidden(column)]
    assert sum(table.columnWidth(column) for column in shown) == table.viewport().width()
    assert table.columnWidth(Column.NAME) >= 150


def test_the_chosen_row_carries_an_accent_bar_and_a_soft_ground(table: OptionsTable) -> None:
    theme, image = tokens(table.palette()), picture(table)
    rect = row_rect(table, "vetted_units")
    bar = QRect(rect.left(), rect.top(), 4, rect.height())
    assert near(image, bar, theme.accent) == 3 * rect.height()
    assert near(image, rect, theme.accent_soft) > rect.width() * rect.height() // 3
    assert near(image, row_rect(table, "alt_dev"), theme.accent_soft) == 0


def test_rows_are_24_pixels_high(table: OptionsTable) -> None:
    assert {table.rowHeight(model_of(table).index(row, 0)) for row in range(model_of(table).rowCount())} == {24}


def test_the_focus_ring_shows_for_keys_and_not_for_the_mouse(table: OptionsTable) -> None:
    theme = tokens(table.palette())
    table.activateWindow()
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert near(picture(table), row_rect(table, "vetted_units"), theme.focus) > 0
    QTest.mouseClick(table.viewport(), Left, pos=middle(table, "alt_dev"))
    assert near(picture(table), row_rect(table, "alt_dev"), theme.focus) == 0
    QTest.keyClick(table, Key.Key_Down)
    assert near(picture(table), row_rect(table, table.chosen or ""), theme.focus) > 0


def test_the_table_and_its_header_have_names_for_a_screen_reader(table: OptionsTable) -> None:
    assert table.accessibleName() == "Options"
    assert table.header().accessibleName()
