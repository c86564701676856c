from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from xlsxwriter.workbook import Workbook

from advisor.findings import VERDICTS
from data.workbook import styles
from data.workbook.styles import Formats, Style, chip

if TYPE_CHECKING:
    from advisor.findings import Verdict


def test_every_verdict_has_a_chip_of_its_own() -> None:
    assert len({chip(verdict) for verdict in VERDICTS}) == 4


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_chip_can_be_read(verdict: Verdict) -> None:
    style = chip(verdict)
    assert contrast(style.color, style.fill) >= 4.5


def test_a_style_is_made_into_a_format_once() -> None:
    with Workbook(io.BytesIO()) as workbook:
        workbook.add_worksheet()
        formats = Formats(workbook)
        assert formats.of(Style(bold=True)) is formats.of(Style(bold=True))
        assert formats.of(Style(bold=True)) is not formats.of(Style())


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_highlight_sets_no_more_than_excel_allows_it_and_is_made_once() -> None:
    with Workbook(io.BytesIO()) as workbook:
        workbook.add_worksheet()
        formats = Formats(workbook)
        assert formats.highlight(styles.STALE) is formats.highlight(styles.STALE)
        assert formats.highlight(styles.STALE).italic
        assert not formats.highlight(Style(color="#FF0000")).pattern


def test_what_is_stale_can_still_be_read() -> None:
    assert contrast(styles.STALE.color, styles.STALE.fill) >= 4.5


def test_equal_styles_share_a_format_though_they_are_two_objects() -> None:
    with Workbook(io.BytesIO()) as workbook:
        workbook.add_worksheet()
        formats = Formats(workbook)
        made = [formats.of(Style(size=9 + number % 2)) for number in range(50)]
        assert len({id(one) for one in made}) == 2
