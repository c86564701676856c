from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.side_figure import SideFigure

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_writes_and_speaks_one_decimal(qtbot: QtBot) -> None:
    figure = SideFigure("domestic")
    qtbot.addWidget(figure)
    figure.set_value(6.177)
    assert figure.text() == "6.2"
    assert figure.accessibleName() == "domestic 6.2"
    assert not figure.grab().isNull()
