from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.tokens import LIGHT
from ui.widgets.factor_header import FactorHeader, SideHeader
from ui.widgets.score_columns import score_columns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def length(header: FactorHeader) -> int:
    """Count the pixels of the bar in the colour of its side."""
    image = header.grab().toImage()
    middle = score_columns(header.width(), header.height() + 8).slider.center().y()
    end = score_columns(header.width(), header.height()).slider.right()
    return sum(image.pixelColor(x, middle).name().upper() == LIGHT.domestic for x in range(end))


@pytest.fixture
def header(qtbot: QtBot) -> FactorHeader:
    made = FactorHeader("Social unrest", "domestic")
    qtbot.addWidget(made)
    made.resize(455, made.height())
    return made


def test_the_bar_of_a_factor_is_as_long_as_its_value(header: FactorHeader) -> None:
    header.set_value(10)
    whole = length(header)
    header.set_value(5)
    assert length(header) == pytest.approx(whole / 2, abs=1)
    header.set_value(0)
    assert length(header) == 0


def test_a_factor_says_its_value(header: FactorHeader) -> None:
    header.set_value(7.125)
    assert header.number == "7.1"
    assert header.accessibleName() == "Social unrest, 7.1"


def test_a_side_says_the_mean_of_its_factors(qtbot: QtBot) -> None:
    header = SideHeader("Domestic pressure", "to resist", "domestic")
    qtbot.addWidget(header)
    blank = header.grab().toImage()
    header.set_value(6.2)
    assert header.accessibleName() == "Domestic pressure, 6.2"
    assert header.grab().toImage() != blank


def test_the_first_header_of_a_side_heads_the_columns(qtbot: QtBot) -> None:
    first, other = FactorHeader("Unrest", "domestic", captions=True), FactorHeader("Unrest", "domestic")
    for header in (first, other):
        qtbot.addWidget(header)
        header.resize(455, header.height())
    assert first.grab().toImage() != other.grab().toImage()
