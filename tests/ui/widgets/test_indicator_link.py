from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from advisor.scores import Score
from ui.tokens import LIGHT
from ui.widgets.indicator_link import IndicatorLink

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme

SCORE = Score(4, 5, 6.5, "low")


@pytest.fixture
def link(qtbot: QtBot, theme: Theme) -> IndicatorLink:
    made = IndicatorLink()
    qtbot.addWidget(made)
    made.show_share(
        "pa_domestic", "Domestic sponsors of resistance", SCORE, 0.5, "would settle alternative development"
    )
    made.resize(420, made.sizeHint().height())
    made.show()
    return made


def length_of(link: IndicatorLink, colour: str) -> int:
    """Count the dots of a colour in the middle of the bar."""
    image = link.grab().toImage()
    wanted = QColor(colour)
    return max(sum(image.pixelColor(x, y) == wanted for x in range(image.width())) for y in range(8, 18))


def test_a_share_is_shown_with_the_range_and_what_it_settles(link: IndicatorLink) -> None:
    assert link.words == ("Domestic sponsors of resistance", "4–6.5", "50 %", "would settle alternative development")
    assert link.accessibleName() == "Domestic sponsors of resistance, 4–6.5, 50 %, low confidence"
    assert link.accessibleDescription() == "would settle alternative development"


def test_the_bar_is_as_long_as_the_share(link: IndicatorLink) -> None:
    lengths = []
    for share in (0.5, 1.0):
        link.show_share("pa_domestic", "Domestic sponsors of resistance", None, share, "")
        lengths.append(length_of(link, LIGHT.ink2))
    assert lengths[1] == pytest.approx(2 * lengths[0], abs=2)


def test_what_is_not_scored_is_unknown(link: IndicatorLink) -> None:
    link.show_share("su_level", "Current unrest", None, 0.1, "")
    assert link.words[1] == "unknown"
    assert link.accessibleName() == "Current unrest, unknown, 10 %"


def test_a_line_without_share_is_as_high_as_its_details(link: IndicatorLink) -> None:
    before = link.sizeHint().height()
    link.show_line("su_level", "Current unrest falls below 4: Contested", "now 7", "a few protests", "")
    assert link.words == ("Current unrest falls below 4: Contested", "", "", "now 7", "a few protests")
    assert link.sizeHint().height() > before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_it_is_followed_by_a_key_or_a_click(qtbot: QtBot, link: IndicatorLink, key: Qt.Key) -> None:
    with qtbot.waitSignal(link.clicked):
        QTest.keyClick(link, key)
    with qtbot.waitSignal(link.clicked):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)


def test_a_ring_shows_where_the_keyboard_is_and_not_where_the_mouse_clicked(link: IndicatorLink) -> None:
    link.activateWindow()
    link.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not _ringed(link)
    link.clearFocus()
    link.setFocus(Qt.FocusReason.TabFocusReason)
    assert _ringed(link)


def _ringed(link: IndicatorLink) -> bool:
    image = link.grab().toImage()
    return image.pixelColor(image.width() // 2, 1) == QColor(LIGHT.focus)


def test_a_line_of_earlier_scores_is_dimmed(link: IndicatorLink) -> None:
    assert length_of(link, LIGHT.ink2)
    link.set_dimmed(dimmed=True)
    assert link.dimmed
    assert length_of(link, LIGHT.ink3) > length_of(link, LIGHT.ink2)
