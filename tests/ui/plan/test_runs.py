from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from ui.plan.runs import Run, height, minor, paint, plain, width
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.theme import Theme

LONG = (Run("Financial intelligence and anti-money-laundering"),)


def colours(runs: tuple[Run, ...], *, dim: bool = False) -> set[str]:
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint(painter, 2, 2, 296, runs, LIGHT, dim=dim)
    painter.end()
    return {image.pixelColor(x, y).name().upper() for x in range(300) for y in range(60)}


@pytest.fixture(autouse=True)
def dressed(theme: Theme, qapp: QApplication) -> None:
    """Fonts and palette of the window."""


def test_text_wraps_where_there_is_no_room() -> None:
    one_line = height(LONG, width(LONG) + 1)
    assert height(LONG, width(LONG) * 0.6) == pytest.approx(2 * one_line)
    assert height(LONG, 1) > 2 * one_line, "however narrow, it ends"


def test_a_minor_line_stands_below() -> None:
    assert height((Run("Trust and access"), minor("now 7")), 300) > height((Run("Trust and access"),), 300)


def test_the_text_can_be_read_without_its_looks() -> None:
    assert plain((Run("Trust and access ", bold=True), Run("falls below 5"), minor("now 7"))) == (
        "Trust and access falls below 5 now 7"
    )


def test_bold_is_wider() -> None:
    assert width((Run("Trust", bold=True),)) > width((Run("Trust"),))


def test_each_run_has_its_ink_and_dimmed_all_have_the_faintest() -> None:
    runs = (Run("■■■ "), Run("■■■", "ink2"))
    assert {LIGHT.ink, LIGHT.ink2} <= colours(runs)
    assert LIGHT.ink3 in colours(runs, dim=True)
    assert not {LIGHT.ink, LIGHT.ink2} & colours(runs, dim=True)
