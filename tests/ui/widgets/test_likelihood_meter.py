from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.likelihood_meter import LikelihoodMeter
from ui.widgets.table_rows import Reading

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_greater_likelihood_fills_more_of_the_bar(qtbot: QtBot) -> None:
    meter = LikelihoodMeter()
    qtbot.addWidget(meter)
    meter.resize(200, 14)

    def filled() -> int:
        image = meter.grab().toImage()
        ground = image.pixelColor(image.width() - 2, 4)
        return sum(image.pixelColor(x, 4) != ground for x in range(image.width()))

    meter.set_reading(Reading(0.2, ""))
    little = filled()
    meter.set_reading(Reading(0.6, ""))
    assert filled() > 2 * little
