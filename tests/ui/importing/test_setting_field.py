"""Each kind of setting has its field; a field speaks only when something was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.incoming import Choice, Setting
from ui.importing.setting_field import ChoiceField, FlagField, SeveralField, TextField, field_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.importing.setting_field import SettingField

CHOICES = (Choice("a", "First & last"), Choice("b", "Second"))


def made(qtbot: QtBot, setting: Setting) -> tuple[SettingField, list[tuple[str, ...]]]:
    field = field_for(setting)
    qtbot.addWidget(field)
    said: list[tuple[str, ...]] = []
    field.corrected.connect(lambda _, values: said.append(values))
    field.show()
    return field, said


def test_a_choice_is_told_once_it_is_another(qtbot: QtBot) -> None:
    field, said = made(qtbot, Setting("k", "R&D", "choice", ("a",), CHOICES, hint="Mind the gap"))
    assert isinstance(field, ChoiceField)
    assert (field.caption.text(), field.box.accessibleName(), field.box.toolTip()) == ("R&&D", "R&D", "Mind the gap")
    QTest.keyClick(field.box, Qt.Key.Key_Down)
    assert said == [("b",)]
    field.show_setting(Setting("k", "R&D", "choice", ("b",), CHOICES))
    assert said == [("b",)]
    assert field.box.currentText() == "Second"


def test_the_wheel_is_left_to_the_page(qtbot: QtBot) -> None:
    field, said = made(qtbot, Setting("k", "K", "choice", ("a",), CHOICES))
    assert isinstance(field, ChoiceField)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.box, event)
    assert (said, field.box.currentIndex()) == ([], 0)


def test_a_text_is_told_when_it_is_finished(qtbot: QtBot) -> None:
    field, said = made(qtbot, Setting("k", "K", "text", ("old",)))
    assert isinstance(field, TextField)
    field.edit.setText("new ")
    assert said == []
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert said == [("new",)]
    field.show_setting(Setting("k", "K", "text", ("new",)))
    assert field.edit.text() == "new "


def test_a_text_with_proposals_takes_them_and_anything_else(qtbot: QtBot) -> None:
    field, said = made(qtbot, Setting("k", "K", "text", ("poll",), CHOICES))
    assert isinstance(field, TextField)
    assert field.box is not None
    assert field.edit.text() == "poll"
    field.box.setCurrentIndex(1)
    field.box.activated.emit(1)
    assert said == [("Second",)]


def test_several_are_chosen_with_those_chosen_first_and_a_long_list_is_filtered(qtbot: QtBot) -> None:
    many = tuple(Choice(f"s{number}", f"Series {number}") for number in range(12))
    field, said = made(qtbot, Setting("k", "Series", "several", ("s7",), many))
    assert isinstance(field, SeveralField)
    assert field.wide
    assert field.list.item(0).text() == "Series 7"
    assert field.caption.text() == "Series: 1 of 12"
    field.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert said == [("s0", "s7")]
    assert field.filter.isVisible()
    field.filter.setText("11")
    assert [row for row in range(12) if not field.list.item(row).isHidden()] == [11]


def test_a_flag_is_yes_or_no(qtbot: QtBot) -> None:
    field, said = made(qtbot, Setting("k", "Leave out", "flag", ("",)))
    assert isinstance(field, FlagField)
    QTest.keyClick(field.box, Qt.Key.Key_Space)
    field.show_setting(Setting("k", "Leave out", "flag", ("yes",)))
    QTest.keyClick(field.box, Qt.Key.Key_Space)
    assert said == [("yes",), ("",)]
