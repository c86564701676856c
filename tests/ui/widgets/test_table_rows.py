from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.tokens import LIGHT
from ui.widgets.table_rows import ROW_HEIGHT, Cell, GroupHeading, Role, RowDelegate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

State = QStyle.StateFlag


def painted(cell: Cell | GroupHeading, state: State = State.State_Enabled, column: int = 0) -> QImage:
    image = QImage(200, ROW_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    model, option = QStandardItemModel(1, 2), QStyleOptionViewItem()
    model.setData(model.index(0, column), cell, Role.CELL)
    option.rect = QRect(0, 0, image.width(), image.height())
    option.state = state
    painter = QPainter(image)
    RowDelegate().paint(painter, option, model.index(0, column))
    painter.end()
    return image


def count(image: QImage, colour: str) -> int:
    wanted = QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def test_a_plain_row_leaves_the_page_as_it_is() -> None:
    image = painted(Cell("Pause"))
    assert count(image, LIGHT.surface) > 180 * ROW_HEIGHT


def test_a_selected_row_has_a_soft_ground_and_an_accent_bar_in_its_first_cell_only() -> None:
    first, second = (painted(Cell(""), State.State_Selected, column) for column in (0, 1))
    assert count(first, LIGHT.accent) == 3 * ROW_HEIGHT
    assert count(first, LIGHT.accent_soft) == 197 * ROW_HEIGHT
    assert count(second, LIGHT.accent) == 0


def test_a_hovered_row_has_a_ground_of_its_own() -> None:
    assert count(painted(Cell(""), State.State_MouseOver), LIGHT.sunken) == 200 * ROW_HEIGHT


def test_the_main_cell_turns_bold_in_the_selected_row() -> None:
    def darkness(state: State, *, main: bool) -> int:
        image = painted(Cell("Forced eradication", main=main), state, 1)
        return sum(255 - image.pixelColor(x, y).lightness() for x in range(200) for y in range(ROW_HEIGHT))

    ground = darkness(State.State_Selected, main=False) - darkness(State.State_Enabled, main=False)
    assert darkness(State.State_Selected, main=True) > darkness(State.State_Enabled, main=True) + ground


def test_a_glyph_stands_before_the_text_where_there_is_a_verdict() -> None:
    lead = LIGHT.verdicts["lead"].fill
    assert count(painted(Cell("Pause", verdict="lead")), lead) > 40
    assert count(painted(Cell("Pause")), lead) == 0


def test_a_number_stands_at_the_right() -> None:
    def leftmost(cell: Cell) -> int:
        image = painted(cell)
        surface = QColor(LIGHT.surface)
        columns = (x for x in range(200) if any(image.pixelColor(x, y) != surface for y in range(ROW_HEIGHT)))
        return next(columns)

    assert leftmost(Cell("64 %", number=True)) > 140
    assert leftmost(Cell("64 %")) < 20


def test_text_that_does_not_fit_ends_in_an_ellipsis_and_not_beyond_the_cell() -> None:
    image = painted(Cell("Financial intelligence and anti-money-laundering"))
    assert all(image.pixelColor(x, y) == QColor(LIGHT.surface) for x in range(193, 200) for y in range(ROW_HEIGHT))


def test_a_heading_is_painted_over_the_ground_of_groups_with_its_glyph() -> None:
    image = painted(GroupHeading("lead", "Lead", 8, "acceptable now"))
    assert count(image, LIGHT.sunken) > 100 * ROW_HEIGHT
    assert count(image, LIGHT.verdicts["lead"].fill) > 40
    assert image.pixelColor(150, ROW_HEIGHT - 1) == QColor(LIGHT.line)


def test_a_heading_in_a_narrow_table_does_not_run_over_its_end() -> None:
    image = painted(GroupHeading("avoid", "Avoid", 2, "vetoed, or out of reach at any affordable price"))
    assert all(image.pixelColor(x, 12) == QColor(LIGHT.sunken) for x in range(193, 200))


def test_a_row_is_24_pixels_high() -> None:
    assert RowDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height() == 24


def test_roles_are_the_users_own() -> None:
    assert all(role >= Qt.ItemDataRole.UserRole for role in Role)
