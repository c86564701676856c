from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from advisor.scores import Score
from data.playbook_files import shipped_playbook
from ui.widgets.anchor_list import AnchorList, height_of, text_height

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook

# The platform without a screen says so of every window whose size is limited.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return shipped_playbook()


@pytest.fixture
def anchors(qtbot: QtBot, playbook: Playbook) -> AnchorList:
    made = AnchorList()
    qtbot.addWidget(made)
    made.resize(400, 100)
    made.set_indicator(playbook.indicator["su_level"])
    made.set_score(Score(6, 7, 8))
    made.show()
    made.activateWindow()
    return made


def click(anchors: AnchorList, row: int) -> None:
    place = anchors.visualItemRect(anchors.item(row)).center()
    QTest.mouseClick(anchors.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_click_on_an_anchor_picks_its_value_and_gives_the_keyboard_back(anchors: AnchorList, qtbot: QtBot) -> None:
    with qtbot.waitSignals([anchors.picked, anchors.left], order="strict"), qtbot.waitSignal(anchors.picked) as picked:
        click(anchors, 2)
    assert picked.args == [4]


def test_the_keyboard_starts_at_the_score_and_enter_picks(anchors: AnchorList, qtbot: QtBot) -> None:
    anchors.take_keyboard()
    QTest.keyClick(anchors, Qt.Key.Key_Down)
    with qtbot.waitSignal(anchors.picked) as picked:
        QTest.keyClick(anchors, Qt.Key.Key_Return)
    assert picked.args == [8]


def test_escape_goes_back_to_the_row(anchors: AnchorList, qtbot: QtBot) -> None:
    anchors.take_keyboard()
    with qtbot.waitSignal(anchors.left):
        QTest.keyClick(anchors, Qt.Key.Key_Escape)


def test_the_anchors_next_to_the_score_stand_out(anchors: AnchorList) -> None:
    pictures, near = [], []
    for score in (Score(6, 7, 8), Score(6, 6, 8), None):
        anchors.set_score(score)
        near.append(anchors.near)
        pictures.append(anchors.grab().toImage())
    assert near == [(6, 8), (6,), ()]
    assert pictures[0] != pictures[1] != pictures[2]


def test_all_anchors_are_in_view_at_any_width(anchors: AnchorList) -> None:
    for width in (700, 300):
        anchors.resize(width, anchors.height())
        last = anchors.visualItemRect(anchors.item(anchors.count() - 1))
        assert last.bottom() < anchors.height()
        assert last.bottom() > anchors.height() - 20


def test_a_list_does_not_jump_as_the_score_moves(anchors: AnchorList) -> None:
    before = anchors.height()
    for best in (0, 3, 7, 10):
        anchors.set_score(Score(0, best, 10))
        assert anchors.height() == before


def test_a_longer_anchor_takes_more_lines(qtbot: QtBot) -> None:
    assert text_height("Prolonged blockades, deaths, emergency decrees " * 3, 300) > text_height("Flat.", 300)


def test_a_screen_reader_hears_value_and_text(anchors: AnchorList, playbook: Playbook) -> None:
    assert anchors.item(1).text() == f"2: {playbook.indicator['su_level'].anchors[2]}"


def test_a_value_between_two_anchors_stands_between_them_on_the_axis() -> None:
    dots = {0.0: 10.0, 2.0: 30.0, 10.0: 130.0}
    assert height_of(1, dots) == 20
    assert height_of(6, dots) == 80
    assert height_of(10, dots) == 130


def test_anchors_are_read_in_rising_order_and_the_hand_points(anchors: AnchorList) -> None:
    values = [int(anchors.item(row).text().split(":")[0]) for row in range(anchors.count())]
    assert values == sorted(values)
    assert anchors.itemAt(QPoint(60, 5)) is anchors.item(0)
