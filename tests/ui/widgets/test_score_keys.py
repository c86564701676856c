from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from advisor.scores import Score
from ui.widgets.score_keys import TypedScore, digit_or_point, moved, removes

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SIX = Score(5, 6, 7)


def pressed(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifier, text)


def typed(text: str, score: Score | None) -> Score | None:
    number = TypedScore()
    for stroke in text:
        score = number.type(stroke, score)
    return score


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Key.Key_Right, Modifier.NoModifier, Score(5, 6.5, 7)),
        (Key.Key_Left, Modifier.NoModifier, Score(5, 5.5, 7)),
        (Key.Key_Right, Modifier.ControlModifier, Score(5, 6.1, 7)),
        (Key.Key_Right, Modifier.ShiftModifier, Score(5, 6, 7.5)),
        (Key.Key_Left, Modifier.AltModifier, Score(4.5, 6, 7)),
        (Key.Key_PageUp, Modifier.NoModifier, Score(5, 7, 7)),
        (Key.Key_PageDown, Modifier.NoModifier, Score(5, 5, 7)),
        (Key.Key_Home, Modifier.NoModifier, Score(0, 0, 1)),
        (Key.Key_End, Modifier.NoModifier, Score(9, 10, 10)),
    ],
)
def test_keys_move_the_score(key: Qt.Key, modifier: Qt.KeyboardModifier, expected: Score) -> None:
    assert moved(pressed(key, modifier), SIX) == expected


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Tab, Key.Key_C, Key.Key_Return])
def test_other_keys_do_not_move_it(key: Qt.Key) -> None:
    assert moved(pressed(key), SIX) is None


def test_an_arrow_starts_an_unknown_indicator_from_the_middle_and_its_range_cannot_move() -> None:
    assert moved(pressed(Key.Key_Right), None) == Score(4.5, 5.5, 6.5, "low")
    assert moved(pressed(Key.Key_Right, Modifier.ShiftModifier), None) is None


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("7", 7),
        ("10", 10),
        ("6.5", 6.5),
        ("6,5", 6.5),
        (".5", 0.5),
        ("15", 5),
        ("67", 7),
        ("100", 0),
        ("6.55", 5),
        ("6..", 6),
    ],
)
def test_digits_write_a_score_and_a_digit_that_does_not_fit_begins_anew(text: str, best: float) -> None:
    score = typed(text.replace(",", "."), None)
    assert score is not None
    assert score.best == best


def test_a_point_alone_changes_nothing() -> None:
    assert typed(".", SIX) == SIX
    assert typed(".", None) is None


def test_every_stroke_counts_from_the_score_before_the_first() -> None:
    assert typed("10", Score(7, 8, 9)) == Score(9, 10, 10)


def test_after_a_pause_a_digit_begins_anew() -> None:
    number = TypedScore()
    number.type("1", SIX)
    number.clear()
    score = number.type("0", SIX)
    assert score is not None
    assert score.best == 0


def test_a_shortcut_with_a_digit_types_nothing() -> None:
    assert digit_or_point(pressed(Key.Key_1, Modifier.ControlModifier, "1")) == ""
    assert digit_or_point(pressed(Key.Key_1, Modifier.KeypadModifier, "1")) == "1"
    assert digit_or_point(pressed(Key.Key_Comma, text=",")) == "."


def test_delete_and_backspace_remove_unless_a_modifier_is_held() -> None:
    assert removes(pressed(Key.Key_Delete))
    assert removes(pressed(Key.Key_Backspace))
    assert not removes(pressed(Key.Key_Backspace, Modifier.ControlModifier))
