from __future__ import annotations

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from ui.qt_messages import noting, reduced


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("QPainter::begin: Paint device returned engine == 0", "QPainter::begin"),
        ('QIODevice::read (QFile, "/x/peru.xlsx"): device not open', "QIODevice::read"),
        ('Could not parse stylesheet of object QLabel(0x1, name = "Peru")', "a message that names no function of Qt"),
        ("Peru wavers", "a message that names no function of Qt"),
    ],
)
def test_of_a_message_only_the_function_of_qt_is_kept(message: str, kept: str) -> None:
    assert reduced(message) == kept


def test_warnings_are_noted_and_the_handler_before_is_put_back_and_still_told() -> None:
    told: list[str] = []
    noted: list[str] = []
    outermost = qInstallMessageHandler(lambda _kind, _context, message: told.append(message))
    try:
        with noting(noted.append):
            qWarning("QPainter::begin: the minister wavers")
        qWarning("afterwards")
    finally:
        qInstallMessageHandler(outermost)
    assert noted == ["Qt warning: QPainter::begin"]
    assert told == ["QPainter::begin: the minister wavers", "afterwards"]
