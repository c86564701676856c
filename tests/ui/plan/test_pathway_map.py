from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtSvg import QSvgRenderer

from tests.ui.plan.a_map import the_map
from ui.plan.pathway_map import PathwayMap
from ui.plan.pathway_scene import map_height
from ui.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> PathwayMap:
    made = PathwayMap()
    qtbot.addWidget(made)
    made.show_pathways(the_map(), "Peru")
    made.resize(900, made.sizeHint().height())
    made.show()
    return made


def test_it_has_a_name_and_says_in_words_what_it_shows(shown: PathwayMap) -> None:
    assert shown.accessibleName() == shown.name == "Pathways, Peru, from 15 May 2014"
    assert shown.accessibleDescription() == the_map().sentence


def test_it_is_as_high_as_its_lanes(shown: PathwayMap) -> None:
    assert shown.sizeHint().height() == map_height(the_map())
    shown.show_pathways(the_map(0), "Peru")
    assert shown.sizeHint().height() == map_height(the_map(0)) < map_height(the_map())


def test_it_is_drawn_anew_at_another_width(shown: PathwayMap) -> None:
    shown.resize(500, shown.height())
    assert shown.scene().width() == 500
    assert shown.transform().isIdentity()


def test_it_follows_the_theme(shown: PathwayMap, theme: Theme) -> None:
    theme.choose("dark")
    assert shown.grab().toImage().pixelColor(1, 1) == QColor(DARK.surface)


def test_it_is_taken_elsewhere_on_white_whatever_the_theme(shown: PathwayMap, theme: Theme) -> None:
    theme.choose("dark")
    image = shown.picture()
    assert image.pixelColor(0, 0) == QColor(LIGHT.surface)
    assert QImage.fromData(shown.png()) == image.convertToFormat(QImage.fromData(shown.png()).format())


def test_as_svg_its_words_stay_text(shown: PathwayMap) -> None:
    content = bytes(shown.svg().data())
    assert QSvgRenderer(shown.svg()).isValid()
    for words in (b"Negotiated reduction", b"trust and access", b"15 May 2014", b"review"):
        assert words in content


def test_its_table_has_a_row_for_staying_and_one_for_each_switch(shown: PathwayMap) -> None:
    assert len(shown.table()) == 1 + 1 + 4
    assert PathwayMap().table() == ()


def test_the_wheel_scrolls_the_page_and_not_the_map(shown: PathwayMap) -> None:
    place = QPointF(10, 10)
    event = QWheelEvent(
        place,
        place,
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    shown.wheelEvent(event)
    assert not event.isAccepted()


def test_of_an_earlier_plan_it_is_dimmed(shown: PathwayMap) -> None:
    before = shown.grab().toImage()
    shown.set_dimmed(dimmed=True)
    assert shown.grab().toImage() != before
    shown.set_dimmed(dimmed=False)
    assert shown.grab().toImage() == before


def test_before_there_is_a_plan_it_takes_no_room(qtbot: QtBot) -> None:
    empty = PathwayMap()
    qtbot.addWidget(empty)
    assert empty.sizeHint().height() == 0
    assert empty.name == "Pathways"
    assert empty.pathways is None
