from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.tokens import DARK
from ui.widgets.clear_button import ClearButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

UI = Path(__file__).resolve().parents[3] / "ui"


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName("Search help")
    made.resize(160, 28)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_empties_the_field_and_is_seen_only_while_there_is_something_to_empty(field: QLineEdit) -> None:
    button = ClearButton(field)
    assert not button.isVisible()
    field.setText("coca")
    assert button.isVisible()
    assert button.accessibleName() == "Clear: Search help"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert not button.isVisible()


def test_it_stays_at_the_end_and_words_do_not_run_below_it(field: QLineEdit) -> None:
    button = ClearButton(field)
    field.setText("a long search for everything about coca in the valley")
    field.resize(220, 36)
    assert field.rect().contains(button.geometry())
    assert button.geometry().center().x() > 200
    assert field.textMargins().right() >= button.width() - 4
    field.setReadOnly(True)
    assert not button.isVisible()
    assert field.textMargins().right() == 0


def test_keys_pass_it_by(field: QLineEdit) -> None:
    assert ClearButton(field).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_it_wears_the_ink_of_the_theme(field: QLineEdit) -> None:
    button = ClearButton(field)
    field.setText("coca")
    palette = QPalette(QColor(DARK.surface))
    button.setPalette(palette)
    picture = button.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle.lightness() > QColor(DARK.surface).lightness() + 60


def test_no_field_has_the_default_button() -> None:
    users = [path.name for path in UI.rglob("*.py") if "setClearButtonEnabled" in path.read_text("utf-8")]
    assert users == []
