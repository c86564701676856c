from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from advisor.marking import MARKING_COLOURS, OTHER_COLOURS
from ui.widgets.marking_banner import MarkingBanner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("marking", "fill"),
    [*((level, colours[0]) for level, colours in MARKING_COLOURS.items()), ("OFFICIAL " * 20, OTHER_COLOURS[0])],
)
def test_a_marking_has_its_colour_and_its_word(qtbot: QtBot, marking: str, fill: str) -> None:
    banner = MarkingBanner()
    qtbot.addWidget(banner)
    banner.resize(300, 20)
    banner.show_marking(marking)
    assert banner.grab().toImage().pixelColor(1, 2) == QColor(fill)
    assert banner.accessibleName() == f"Marking: {marking}"
