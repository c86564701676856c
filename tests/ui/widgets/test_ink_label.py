from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette

from ui.tokens import DARK, LIGHT, font
from ui.widgets.ink_label import InkLabel, section_font, without_orphan

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def colours(label: InkLabel) -> set[str]:
    image = label.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def dressed(label: InkLabel, window: str) -> InkLabel:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    label.setPalette(palette)
    label.resize(200, 80)
    return label


def test_the_ink_follows_the_theme_and_can_be_changed(qtbot: QtBot) -> None:
    label = InkLabel(font(40, bold=True), "ink", "HHH")
    qtbot.addWidget(label)
    assert LIGHT.ink in colours(dressed(label, LIGHT.bg))
    assert DARK.ink in colours(dressed(label, DARK.bg))
    label.set_ink("ink3")
    assert DARK.ink3 in colours(label)
    assert DARK.ink not in colours(label)


def test_a_long_text_takes_more_lines(qtbot: QtBot) -> None:
    label = InkLabel(font(12), "ink", "Look for road blockades, deaths and states of emergency. " * 4)
    qtbot.addWidget(label)
    assert label.heightForWidth(150) > 2 * label.heightForWidth(900)


def test_section_labels_are_capitals(qtbot: QtBot) -> None:
    assert section_font().capitalization() == QFont.Capitalization.AllUppercase


def test_the_last_word_is_never_left_alone_on_a_line_where_two_fit(qtbot: QtBot) -> None:
    metrics, text = QFontMetrics(font(12)), "Keep to it until the review in 12 months."
    assert without_orphan(text, metrics, 200).split() == text.split()
    assert without_orphan(text, metrics, 200).endswith("in 12\N{NO-BREAK SPACE}months.")
    assert without_orphan(text, metrics, 900).endswith("review in\N{NO-BREAK SPACE}12\N{NO-BREAK SPACE}months.")
    assert without_orphan(text, metrics, 20) == text
    assert without_orphan("Divergent", metrics, 200) == "Divergent"
