"""The PDF of the Brief: one page of the paper asked for, whatever it says, with its words to be found in it."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests import briefings
from ui.brief_pdf.writer import pdf_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.briefing_choices import Paper


def page_sizes(content: bytes) -> list[tuple[float, float]]:
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    return [(float(width), float(height)) for width, height in found]


def drawn(content: bytes) -> bytes:
    """Return what the page draws."""
    streams = re.findall(rb"/FlateDecode\s*>>\s*stream\n(.*?)\nendstream", content, re.DOTALL)
    return zlib.decompress(streams[0])


@pytest.mark.parametrize(("paper", "size"), [("Letter", (612, 792)), ("A4", (595, 842))])
def test_the_brief_is_one_page_of_the_paper(qtbot: QtBot, paper: Paper, size: tuple[float, float]) -> None:
    content = pdf_of(briefings.briefing(), paper)
    assert content.startswith(b"%PDF-")
    assert page_sizes(content) == [pytest.approx(size, abs=1)]


def test_however_much_it_says_it_stays_one_page_and_within_it(qtbot: QtBot) -> None:
    long = replace(
        briefings.briefing(),
        bottom_line="A sentence that goes on and on. " * 60,
        cautions=("Something to be careful about. " * 8,) * 5,
        country="A country of a very long name " * 3,
        analyst="lone \ud800 surrogate and a\x00 null",
    )
    assert len(page_sizes(pdf_of(long, "Letter"))) == 1


def test_the_marking_has_its_colour_at_head_and_foot(qtbot: QtBot) -> None:
    red = rb"\b0\.784\d* 0\.062\d* 0\.180\d* scn"
    assert len(re.findall(red, drawn(pdf_of(replace(briefings.briefing(), marking="SECRET//NOFORN"), "A4")))) == 2
    assert not re.findall(red, drawn(pdf_of(briefings.briefing(), "A4")))


def test_the_document_says_what_it_is(qtbot: QtBot) -> None:
    content = pdf_of(briefings.briefing(), "A4")
    assert briefings.briefing().title.encode("utf-16-be") in content
    assert briefings.ANALYST.encode("utf-16-be") in content
