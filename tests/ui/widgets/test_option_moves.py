from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from advisor.likelihood_moves import OptionMove
from ui.tokens import LIGHT
from ui.widgets.option_moves import SHOWN, OptionMoves
from ui.widgets.table_rows import ROW_HEIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
TURNED = OptionMove("erad", "Eradication", "lead", "avoid", 0.9, 0.02)
SAME = OptionMove("pause", "Agreed pause", "offer_with_conditions", "offer_with_conditions", 0.5, 0.75)
MANY = tuple(OptionMove(f"o{number}", f"Option {number}", "lead", "lead", 0.5, 0.6) for number in range(20))


@pytest.fixture
def moves(qtbot: QtBot, theme: Theme) -> OptionMoves:
    made = OptionMoves()
    qtbot.addWidget(made)
    made.show_moves((TURNED, SAME))
    made.resize(340, 2 * ROW_HEIGHT)
    with qtbot.waitExposed(made):
        made.show()
    return made


def colours(moves: OptionMoves, row: int) -> set[str]:
    image = moves.grab().toImage()
    rows = range(row * ROW_HEIGHT, (row + 1) * ROW_HEIGHT)
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in rows}


def test_a_verdict_that_turned_shows_both_glyphs_and_one_that_stayed_shows_one(moves: OptionMoves) -> None:
    def is_crimson(colour: str) -> bool:
        return QColor(colour).red() - QColor(colour).green() > 60

    assert LIGHT.verdict("lead").name().upper() in colours(moves, 0)
    assert any(map(is_crimson, colours(moves, 0)))
    assert not any(map(is_crimson, colours(moves, 1)))


def test_it_is_as_high_as_what_it_shows_and_holds_the_first_of_many(moves: OptionMoves) -> None:
    assert moves.sizeHint().height() == 2 * ROW_HEIGHT
    moves.show_moves(MANY)
    assert moves.shown == MANY[:SHOWN]
    assert moves.sizeHint().height() == SHOWN * ROW_HEIGHT


def test_a_click_chooses_the_option(qtbot: QtBot, moves: OptionMoves) -> None:
    with qtbot.waitSignal(moves.option_chosen) as chosen:
        QTest.mouseClick(moves, Left, pos=QPoint(30, ROW_HEIGHT + 5))
    assert chosen.args == ["pause"]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_keys_go_from_row_to_row_and_choose(qtbot: QtBot, moves: OptionMoves, key: Qt.Key) -> None:
    QTest.keyClick(moves, Key.Key_Down)
    QTest.keyClick(moves, Key.Key_Down)
    with qtbot.waitSignal(moves.option_chosen) as chosen:
        QTest.keyClick(moves, key)
    assert chosen.args == ["pause"]
    QTest.keyClick(moves, Key.Key_Home)
    with qtbot.waitSignal(moves.option_chosen) as chosen:
        QTest.keyClick(moves, key)
    assert chosen.args == ["erad"]


def test_a_screen_reader_hears_the_row_in_words(moves: OptionMoves) -> None:
    assert moves.accessibleName() == "Verdicts and acceptance that moved most"
    assert moves.accessibleDescription() == TURNED.sentence
    QTest.keyClick(moves, Key.Key_End)
    assert moves.accessibleDescription() == SAME.sentence


def test_the_mouse_reads_a_row_whole_in_the_tooltip(moves: OptionMoves) -> None:
    QTest.mouseMove(moves, QPoint(30, 5))
    assert moves.toolTip() == TURNED.sentence


def test_ctrl_c_copies_all_that_moved(moves: OptionMoves) -> None:
    moves.show_moves(MANY)
    moves.copy.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[0] == "Option"
    assert len(lines) == 1 + len(MANY)


def test_a_ring_shows_the_row_that_the_keyboard_is_on(moves: OptionMoves) -> None:
    ring = QColor(LIGHT.focus).name().upper()
    moves.activateWindow()
    moves.clearFocus()
    moves.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring in colours(moves, 0)
    QTest.keyClick(moves, Key.Key_Down)
    assert ring not in colours(moves, 0)
    assert ring in colours(moves, 1)


def test_numbers_of_earlier_scores_are_dim(moves: OptionMoves) -> None:
    clear = colours(moves, 1)
    moves.show_moves((TURNED, SAME), dim=True)
    assert colours(moves, 1) != clear


def test_nothing_that_moved_takes_no_room_and_answers_no_key(qtbot: QtBot, moves: OptionMoves) -> None:
    moves.show_moves(())
    assert moves.sizeHint().height() == 0
    with qtbot.assertNotEmitted(moves.option_chosen):
        for key in (Key.Key_Down, Key.Key_End, Key.Key_Return):
            QTest.keyClick(moves, key)
        QTest.mouseClick(moves, Left, pos=QPoint(30, 5))
