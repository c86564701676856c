from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.playbook import STANCE_CLASSES
from data.playbook_files import shipped_playbook
from ui.tokens import tokens
from ui.widgets.stance_gauge import StanceGauge

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

BAR, MARKER, WHISKER = 24, 15, 9


@pytest.fixture
def gauge(qtbot: QtBot) -> StanceGauge:
    made = StanceGauge(shipped_playbook().stance_model)
    qtbot.addWidget(made)
    made.resize(240, 64)
    return made


def row(gauge: StanceGauge, y: int) -> QImage:
    return gauge.grab().toImage().copy(0, y, 240, 1)


def marker(gauge: StanceGauge) -> float:
    ink, image = tokens(gauge.palette()).ink, row(gauge, MARKER)
    places = [x for x in range(240) if image.pixelColor(x, 0).name().upper() == ink]
    return sum(places) / len(places)


def test_the_zones_stand_in_order_and_in_their_colours(gauge: StanceGauge) -> None:
    theme, image = tokens(gauge.palette()), row(gauge, BAR)
    for stance, x in zip(STANCE_CLASSES, (20, 120, 220), strict=True):
        assert image.pixelColor(x, 0) == theme.stance(stance)


def test_the_marker_follows_the_index_and_stays_on_the_axis(gauge: StanceGauge) -> None:
    places = []
    for index in (-50.0, -1.0, 1.0, 50.0):
        gauge.set_index(index)
        places.append(marker(gauge))
    assert places == sorted(places)
    assert 0 <= places[0] < places[-1] <= 240


def test_the_whisker_spans_the_likely_range(gauge: StanceGauge) -> None:
    blank = row(gauge, WHISKER)
    gauge.set_likelihoods({"divergent": 0.71, "contested": 0.24, "aligned": 0.05}, (-2.0, 2.0))
    assert row(gauge, WHISKER) != blank


def test_the_chances_are_spoken(gauge: StanceGauge) -> None:
    gauge.set_index(-1.65)
    gauge.set_likelihoods({"divergent": 0.71, "contested": 0.24, "aligned": 0.05}, None)
    assert gauge.accessibleName().endswith(": divergent 71 %, contested 24 %, aligned 5 %")


def test_chances_of_an_earlier_edit_are_dimmed(gauge: StanceGauge) -> None:
    gauge.set_likelihoods({"divergent": 0.71, "contested": 0.24, "aligned": 0.05}, None)
    fresh = gauge.grab().toImage()
    gauge.set_dimmed(dimmed=True)
    assert gauge.grab().toImage() != fresh


def test_where_nothing_is_known_only_the_bare_axis_is_shown(gauge: StanceGauge) -> None:
    gauge.set_likelihoods({"divergent": 0.71, "contested": 0.24, "aligned": 0.05}, (-2.0, 2.0))
    shown = row(gauge, WHISKER)
    gauge.set_muted(muted=True)
    assert gauge.accessibleName() == "Stance index unknown"
    assert row(gauge, WHISKER) != shown
    assert {row(gauge, BAR).pixelColor(x, 0).name().upper() for x in (20, 120, 220)} == {tokens(gauge.palette()).track}
