from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QPainter

from advisor.wording import percent
from tests import briefings
from tests.ui.brief_pdf.marks import Listener
from ui.brief_pdf.acceptance import paint_acceptance
from ui.brief_pdf.columns import Columns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_every_option_has_a_bar_as_long_as_its_likelihood_and_its_numbers(qtbot: QtBot) -> None:
    image, briefing = QImage(10, 10, QImage.Format.Format_RGB32), briefings.briefing()
    with QPainter(image) as painter:
        page = Listener(painter)
        paint_acceptance(page, briefing)
    body = Columns(page.width).body
    assert [width for width, _ in page.fills] == pytest.approx([body.width * one.p_now for one in briefing.acceptance])
    for one in briefing.acceptance:
        at = page.placed.index(one.label[2:])
        assert page.placed[at + 1 : at + 3] == [percent(one.p_now), percent(one.p_horizon)]
    assert {"5 %", "95 %", "very unlikely", "roughly even"} <= set(page.placed)
