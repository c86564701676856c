from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from advisor.findings import VERDICTS
from advisor.playbook import STANCE_CLASSES
from ui.widgets.glyphs import StanceGlyph, VerdictGlyph, paint_lock, paint_stance, paint_verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from advisor.findings import Verdict
    from advisor.playbook import StanceClass

SIDE = 40
BLACK = QColor("black")


def picture(paint: Callable[[QPainter, QRectF], None]) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return image


def dark(image: QImage, columns: range) -> int:
    return sum(image.pixelColor(x, y).lightness() < 128 for x in columns for y in range(SIDE))


def verdict_picture(verdict: Verdict) -> QImage:
    return picture(lambda painter, box: paint_verdict(painter, box, verdict, BLACK))


def stance_picture(stance: StanceClass) -> QImage:
    return picture(lambda painter, box: paint_stance(painter, box, stance, BLACK))


def test_verdicts_differ_in_shape_and_not_only_in_colour(qtbot: QtBot) -> None:
    filled = {verdict: dark(verdict_picture(verdict), range(SIDE)) for verdict in VERDICTS}
    assert filled["lead"] > 1.2 * filled["offer_with_conditions"] > 1.2 * filled["hold_in_reserve"]
    left, right = range(SIDE // 2), range(SIDE // 2, SIDE)
    half = verdict_picture("offer_with_conditions")
    assert dark(half, left) > 2 * dark(half, right)


def test_stances_point_their_way(qtbot: QtBot) -> None:
    left, right = range(SIDE // 2), range(SIDE // 2, SIDE)
    divergent, aligned = stance_picture("divergent"), stance_picture("aligned")
    assert dark(divergent, right) > dark(divergent, left)
    assert dark(aligned, left) > dark(aligned, right)
    contested = stance_picture("contested")
    assert dark(contested, left) == pytest.approx(dark(contested, right), rel=0.1)


def test_a_glyph_widget_speaks_its_stance(qtbot: QtBot) -> None:
    glyph = StanceGlyph(14)
    qtbot.addWidget(glyph)
    for stance in STANCE_CLASSES:
        glyph.set_stance(stance)
        assert glyph.accessibleName().lower() == stance
        assert not glyph.grab().isNull()
    glyph.set_stance(None)
    assert glyph.accessibleName() == ""


def test_a_verdict_glyph_keeps_its_size(qtbot: QtBot) -> None:
    glyph = VerdictGlyph("lead", 10)
    qtbot.addWidget(glyph)
    assert (glyph.width(), glyph.height()) == (10, 10)
    assert not glyph.grab().isNull()


def test_a_lock_is_closed_a_bow_over_a_full_body(qtbot: QtBot) -> None:
    image = picture(lambda painter, box: paint_lock(painter, box, BLACK))
    middle = SIDE // 2
    assert image.pixelColor(middle, SIDE - 5).lightness() < 128
    assert image.pixelColor(middle, SIDE // 3).lightness() > 128
    assert dark(image, range(middle)) == pytest.approx(dark(image, range(middle, SIDE)), rel=0.1)
