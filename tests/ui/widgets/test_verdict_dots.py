from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.verdict_dots import VerdictDots

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_counts_are_spoken_in_order_of_verdict(qtbot: QtBot) -> None:
    dots = VerdictDots()
    qtbot.addWidget(dots)
    dots.set_counts({"avoid": 2, "lead": 8, "offer_with_conditions": 10})
    assert dots.accessibleName() == ("Options by verdict: 8 lead, 10 offer with conditions, 0 hold in reserve, 2 avoid")


def test_many_options_are_kept_within_the_width(qtbot: QtBot) -> None:
    dots = VerdictDots()
    qtbot.addWidget(dots)
    dots.resize(120, 14)
    dots.set_counts({"lead": 22})
    image = dots.grab().toImage()
    ground = image.pixelColor(60, 0)
    assert any(image.pixelColor(x, 7) != ground for x in range(110, 120))
    dots.set_counts({})
    assert all(dots.grab().toImage().pixelColor(x, 7) == ground for x in range(120))
