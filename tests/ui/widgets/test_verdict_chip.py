from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from advisor.findings import VERDICTS
from advisor.wording import VERDICT_WORDS
from ui.tokens import tokens
from ui.widgets.verdict_chip import VerdictChip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.findings import Verdict


@pytest.fixture
def chip(qtbot: QtBot) -> VerdictChip:
    made = VerdictChip()
    qtbot.addWidget(made)
    return made


def colours(chip: VerdictChip) -> set[str]:
    chip.resize(chip.sizeHint())
    image = chip.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_chip_wears_the_fill_and_the_text_of_its_verdict(chip: VerdictChip, verdict: Verdict) -> None:
    chip.set_verdict(verdict)
    expected = tokens(chip.palette()).verdicts[verdict]
    assert {QColor(expected.fill).name().upper(), QColor(expected.text).name().upper()} <= colours(chip)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_chip_speaks_its_verdict(chip: VerdictChip, verdict: Verdict) -> None:
    chip.set_verdict(verdict)
    assert chip.accessibleName() == f"Verdict: {VERDICT_WORDS[verdict]}"


def test_a_chip_is_as_wide_as_its_word(chip: VerdictChip) -> None:
    chip.set_verdict("lead")
    short = chip.sizeHint().width()
    chip.set_verdict("offer_with_conditions")
    assert chip.sizeHint().width() > short + 50


def test_glyphs_differ_without_colour(chip: VerdictChip) -> None:
    pictures = []
    for verdict in VERDICTS:
        chip.set_verdict(verdict)
        chip.resize(chip.sizeHint())
        image = chip.grab().toImage().copy(8, 4, 12, 12)
        ground = image.pixelColor(0, 0)
        pictures.append(tuple(image.pixelColor(x, y) == ground for x in range(12) for y in range(12)))
    assert len(set(pictures)) == len(VERDICTS)


def test_without_a_verdict_nothing_is_painted(chip: VerdictChip) -> None:
    assert len(colours(chip)) == 1
