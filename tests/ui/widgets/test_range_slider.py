from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.scores import Score
from ui.widgets.range_slider import RangeSlider

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
KEYS = [Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Delete]
DIGITS = [Key.Key_0, Key.Key_1, Key.Key_6, Key.Key_9, Key.Key_Period]
MODIFIERS = [Modifier.NoModifier, Modifier.ShiftModifier, Modifier.AltModifier, Modifier.ControlModifier]


class Listener:
    """Keeps what a slider says."""

    def __init__(self, slider: RangeSlider) -> None:
        self.previews: list[Score] = []
        self.edits: list[Score | None] = []
        slider.previewed.connect(self.previews.append)
        slider.edited.connect(self.edits.append)


@pytest.fixture
def slider(qtbot: QtBot) -> RangeSlider:
    made = RangeSlider("Current unrest", "domestic")
    qtbot.addWidget(made)
    made.resize(220, 27)
    made.set_score(Score(6, 7, 8))
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def at(slider: RangeSlider, value: float) -> QPoint:
    return QPoint(round(slider.axis.x(value)), slider.height() // 2)


def drag(slider: RangeSlider, start: float, *stops: float) -> None:
    QTest.mousePress(slider, Left, Modifier.NoModifier, at(slider, start))
    for stop in stops:
        QTest.mouseMove(slider, at(slider, stop))
    QTest.mouseRelease(slider, Left, Modifier.NoModifier, at(slider, stops[-1] if stops else start))


def best(slider: RangeSlider) -> float | None:
    return None if slider.score is None else slider.score.best


@pytest.mark.parametrize(("keys", "expected"), [("8", 8), ("10", 10), ("6.5", 6.5), ("0", 0)])
def test_digits_set_the_best_score(slider: RangeSlider, keys: str, expected: float) -> None:
    QTest.keyClicks(slider, keys)
    assert best(slider) == expected


def test_typing_ten_over_a_score_takes_its_range_along_once(slider: RangeSlider) -> None:
    QTest.keyClicks(slider, "10")
    assert slider.score == Score(9, 10, 10)


def test_after_a_pause_digits_begin_a_new_number(slider: RangeSlider, qtbot: QtBot) -> None:
    slider.typing_pause.setInterval(1)
    with qtbot.waitSignal(slider.typing_pause.timeout):
        QTest.keyClicks(slider, "1")
    QTest.keyClicks(slider, "0")
    assert best(slider) == 0


def test_arrows_move_best_with_shift_high_and_with_alt_low(slider: RangeSlider) -> None:
    QTest.keyClick(slider, Key.Key_Right)
    QTest.keyClick(slider, Key.Key_Right, Modifier.ShiftModifier)
    QTest.keyClick(slider, Key.Key_Left, Modifier.AltModifier)
    assert slider.score == Score(5.5, 7.5, 8.5)


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_makes_the_indicator_unknown_and_says_so_once(slider: RangeSlider, key: Qt.Key) -> None:
    heard = Listener(slider)
    QTest.keyClick(slider, key)
    QTest.keyClick(slider, key)
    assert slider.score is None
    assert heard.edits == [None]


def test_keys_that_mean_something_to_a_score_are_not_taken_by_menus(slider: RangeSlider) -> None:
    taken = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Delete, Modifier.NoModifier)
    taken.ignore()
    QApplication.sendEvent(slider, taken)
    other = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, Modifier.ControlModifier)
    other.ignore()
    QApplication.sendEvent(slider, other)
    assert taken.isAccepted()
    assert not other.isAccepted()


def test_a_key_held_down_previews_and_is_kept_once_when_it_is_let_go(slider: RangeSlider) -> None:
    heard = Listener(slider)
    QTest.keyPress(slider, Key.Key_Right)
    for _ in range(3):
        QApplication.sendEvent(
            slider, QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, Modifier.NoModifier, "", autorep=True)
        )
    QTest.keyRelease(slider, Key.Key_Right)
    assert [score.best for score in heard.previews] == [8, 8.5, 9]
    assert [score.best for score in heard.edits if score] == [7.5, 9]


def test_a_drag_previews_every_tick_and_is_kept_once_on_release(slider: RangeSlider) -> None:
    heard = Listener(slider)
    drag(slider, 7, 7.5, 8, 9)
    assert [score.best for score in heard.previews] == [7.5, 8, 9]
    assert heard.edits == [Score(7, 9, 9)]


def test_dragging_an_end_stops_at_the_best_estimate(slider: RangeSlider) -> None:
    drag(slider, 6, 9)
    assert slider.score == Score(7, 7, 8)
    drag(slider, 8, 1)
    assert slider.score == Score(7, 7, 7)


def test_a_click_on_a_handle_changes_nothing(slider: RangeSlider) -> None:
    heard = Listener(slider)
    drag(slider, 7)
    assert (heard.previews, heard.edits) == ([], [])


def test_a_click_on_the_bare_axis_moves_the_best_estimate_there(slider: RangeSlider) -> None:
    drag(slider, 3)
    assert slider.score == Score(2, 3, 4)


def test_a_click_scores_an_unknown_indicator(slider: RangeSlider) -> None:
    slider.set_score(None)
    drag(slider, 4)
    assert slider.score == Score(3, 4, 5, "low")


def test_the_mouse_snaps_to_halves_and_with_control_to_tenths(slider: RangeSlider) -> None:
    slider.resize(1020, 27)
    QTest.mouseClick(slider, Left, Modifier.NoModifier, at(slider, 3.3))
    assert best(slider) == 3.5
    QTest.mouseClick(slider, Left, Modifier.ControlModifier, at(slider, 1.3))
    assert best(slider) == 1.3


def test_another_mouse_button_does_nothing(slider: RangeSlider) -> None:
    QTest.mouseClick(slider, Qt.MouseButton.RightButton, Modifier.NoModifier, at(slider, 2))
    assert slider.score == Score(6, 7, 8)


def test_a_slider_to_look_at_cannot_be_changed_but_says_what_it_shows(slider: RangeSlider) -> None:
    heard = Listener(slider)
    slider.set_editable(False)
    QTest.keyClicks(slider, "3")
    QTest.keyClick(slider, Key.Key_Delete)
    drag(slider, 7, 2)
    assert slider.score == Score(6, 7, 8)
    assert (heard.previews, heard.edits) == ([], [])
    assert slider.accessibleName() == "Current unrest, 7, range 6 to 8, moderate, read only"


def test_a_screen_reader_hears_the_score_as_it_stands(slider: RangeSlider) -> None:
    assert slider.accessibleName() == "Current unrest, 7, range 6 to 8, moderate"
    QTest.keyClick(slider, Key.Key_Right)
    assert slider.accessibleName() == "Current unrest, 7.5, range 6 to 8, moderate"
    QTest.keyClick(slider, Key.Key_Delete)
    assert slider.accessibleName() == "Current unrest, unknown"


def test_an_unknown_score_focus_and_a_score_look_different(slider: RangeSlider) -> None:
    focused = slider.grab().toImage()
    slider.clearFocus()
    scored = slider.grab().toImage()
    slider.set_score(None)
    unknown = slider.grab().toImage()
    assert len({bytes(image.constBits()) for image in (focused, scored, unknown)}) == 3


def act(slider: RangeSlider, action: tuple[str, int, int, float]) -> None:
    kind, key, modifier, value = action
    held = MODIFIERS[modifier]
    if kind == "key":
        QTest.keyClick(slider, (KEYS + DIGITS)[key], held)
    elif kind == "press":
        QTest.mousePress(slider, Left, held, at(slider, value))
    elif kind == "move":
        QTest.mouseMove(slider, at(slider, value))
    else:
        QTest.mouseRelease(slider, Left, held, at(slider, value))


actions = st.tuples(
    st.sampled_from(["key", "press", "move", "release"]),
    st.integers(0, len(KEYS + DIGITS) - 1),
    st.integers(0, len(MODIFIERS) - 1),
    st.floats(-1, 11),
)


@settings(max_examples=60)
@given(sequence=st.lists(actions, max_size=25))
def test_handles_never_cross_whatever_keys_and_mouse_do(
    qapp: QApplication, sequence: list[tuple[str, int, int, float]]
) -> None:
    slider = RangeSlider("Current unrest", "domestic")
    slider.resize(220, 27)
    heard = Listener(slider)
    for action in sequence:
        act(slider, action)
        shown = slider.score
        assert shown is None or 0 <= shown.low <= shown.best <= shown.high <= 10
    QTest.mouseRelease(slider, Left, Modifier.NoModifier, at(slider, 5))
    slider.deleteLater()
    assert not heard.edits or heard.edits[-1] == slider.score
