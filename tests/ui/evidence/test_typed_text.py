from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from ui.evidence import typed_text
from ui.evidence.typed_text import TypedText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_typing_is_kept_when_it_pauses_without_moving_the_cursor(qtbot: QtBot) -> None:
    text = TypedText("What", "Type", 3)
    qtbot.addWidget(text)
    text._pause.setInterval(1)
    with qtbot.waitSignal(text.edited) as kept:
        QTest.keyClicks(text, "212 conflicts ")
    assert kept.args == ["212 conflicts"]
    assert text.toPlainText() == "212 conflicts "
    assert text.textCursor().position() == len("212 conflicts ")
    assert typed_text.PAUSE_MS < 1000


def test_an_emptied_text_is_not_kept_while_typing(qtbot: QtBot) -> None:
    text = TypedText("What", "Type", 3)
    qtbot.addWidget(text)
    text.show_text("212 conflicts")
    heard: list[str] = []
    text.edited.connect(heard.append)
    text.setPlainText("")
    text.keep_typing()
    assert heard == []
    text.keep()
    assert heard == [""]
