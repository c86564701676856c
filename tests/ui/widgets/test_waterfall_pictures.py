from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer

from advisor.waterfall import Bar
from ui.tokens import LIGHT
from ui.widgets.waterfall_layout import Ground, Zone
from ui.widgets.waterfall_pictures import picture, png, svg

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NAME, TITLE = "Agreed pause with metrics", "Why the standing is +1.00"
BARS = (
    Bar("a", "Social unrest", "factor", "domestic", 2.0, 0.0, 2.0),
    Bar("b", "Pledge & debate", "rule", "interaction", -1.0, 2.0, 1.0, indent=1),
    Bar("standing", "Standing", "sum", "domestic", 1.0, 0.0, 1.0),
)


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(0, image.width(), 2) for y in range(image.height())}


def test_a_picture_is_sharp_enough_for_print_and_on_white() -> None:
    image = picture(NAME, TITLE, BARS)
    assert (image.width(), image.devicePixelRatio()) == (1280, 2.0)
    assert image.pixelColor(0, 0) == QColor(LIGHT.surface)
    assert {LIGHT.domestic, LIGHT.both, LIGHT.ink, LIGHT.win_set} <= colours(image)


def test_a_picture_grows_with_its_rows() -> None:
    assert picture(NAME, TITLE, BARS).height() > picture(NAME, TITLE, BARS[1:]).height()


def test_png_holds_the_picture() -> None:
    read = QImage.fromData(png(NAME, TITLE, BARS))
    assert read.size() == picture(NAME, TITLE, BARS).size()


def test_svg_holds_name_labels_and_numbers_as_text() -> None:
    content = svg(NAME, TITLE, BARS)
    assert QSvgRenderer(content).isValid()
    text = bytes(content.data()).decode()
    for words in (NAME, TITLE, "Social unrest", "Pledge &amp; debate", "+2.00", "−1.00", "win-set"):
        assert words in text


def test_svg_keeps_the_sizes_of_the_window() -> None:
    assert 'font-size="12"' in bytes(svg(NAME, TITLE, BARS).data()).decode()


def test_a_picture_lies_on_the_ground_given_and_needs_no_title() -> None:
    ground = Ground((Zone("divergent", -inf, 0.0), Zone("aligned", 0.0, inf)), ("domestic", "external"))
    seen = colours(picture(NAME, "", BARS, ground))
    assert LIGHT.external_soft in seen
    assert LIGHT.win_set not in seen
    text = bytes(svg(NAME, "", BARS, ground).data()).decode()
    assert "aligned" in text
    assert "win-set" not in text
    assert f"<title>{NAME}</title>" in text
    assert QImage.fromData(png(NAME, "", BARS, ground)).size() == picture(NAME, "", BARS, ground).size()
