from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from ui.widgets.marking_banner import COLOURS, MarkingBanner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("marking", list(COLOURS))
def test_a_marking_has_its_colour_and_its_word(qtbot: QtBot, marking: str) -> None:
    banner = MarkingBanner(marking)
    qtbot.addWidget(banner)
    banner.resize(300, 20)
    assert banner.grab().toImage().pixelColor(2, 2) == QColor(COLOURS[marking][0])
    assert banner.accessibleName() == f"Marking: {marking}"
