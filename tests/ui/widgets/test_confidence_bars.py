from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from advisor.scores import CONFIDENCES
from ui.tokens import LIGHT
from ui.widgets.confidence_bars import BARS_SIZE, ConfidenceBars, paint_confidence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from advisor.scores import Confidence


def painted(confidence: Confidence) -> QImage:
    image = QImage(BARS_SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint_confidence(painter, 0, 0, confidence, LIGHT)
    painter.end()
    return image


@pytest.mark.parametrize(("confidence", "filled"), [("low", 1), ("moderate", 2), ("high", 3)])
def test_confidence_is_the_number_of_filled_bars(qapp: QApplication, confidence: Confidence, filled: int) -> None:
    image = painted(confidence)
    middles = [image.pixelColor(x, BARS_SIZE.height() - 3).name().upper() for x in (2, 8, 14)]
    assert [colour == LIGHT.ink2 for colour in middles] == [number < filled for number in range(3)]


def test_bars_rise(qapp: QApplication) -> None:
    image = painted("high")
    heights = [sum(image.pixelColor(x, y).name().upper() == LIGHT.ink2 for y in range(12)) for x in (2, 8, 14)]
    assert heights == sorted(set(heights))


def test_bars_are_never_coloured(qapp: QApplication) -> None:
    for confidence in CONFIDENCES:
        image = painted(confidence)
        inks = {image.pixelColor(x, y).name().upper() for x in range(18) for y in range(12)}
        assert inks <= {LIGHT.ink2, LIGHT.outline, LIGHT.surface}


def test_bars_say_what_they_show_and_can_be_clicked(qtbot: QtBot) -> None:
    bars = ConfidenceBars()
    qtbot.addWidget(bars)
    bars.set_confidence("moderate")
    assert bars.accessibleName() == "confidence moderate"
    with qtbot.waitSignal(bars.clicked):
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton)


def test_without_a_score_there_are_no_bars(qtbot: QtBot) -> None:
    bars = ConfidenceBars()
    qtbot.addWidget(bars)
    blank = bars.grab().toImage()
    bars.set_confidence("low")
    assert bars.grab().toImage() != blank
    bars.set_confidence(None)
    assert bars.grab().toImage() == blank
