"""Every section says on paper what the briefing says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QPainter

from advisor.wording import percent
from tests import briefings
from tests.ui.brief_pdf.marks import Listener
from ui.brief_pdf.sections import paint_bottom_line, paint_heading, paint_judgments, paint_plan, paint_what_next
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Listener]:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    yield Listener(painter)
    painter.end()


def test_the_heading_says_what_of_when_and_by_whom(page: Listener) -> None:
    paint_heading(page, briefings.briefing())
    said = " ".join(text for row in page.rows for text in row)
    assert said.startswith("Peru Coca policy: forced eradication in the VRAEM As of 15 May 2014   |   Country analyst")
    assert said.endswith("were computed 15 May 2014, 09:30 for these scores.")


def test_the_bottom_line_stands_with_stance_cautions_and_best_scores(page: Listener) -> None:
    blank = briefings.blank()
    paint_bottom_line(page, blank)
    first, *cautions, last = page.rows
    assert first[0].startswith("BOTTOM LINE\nNot scored\n")
    assert first[1] == blank.bottom_line
    assert [row[1] for row in cautions] == list(blank.cautions)
    assert last[0] == "By best scores now:\nNot scored"


def test_judgments_keep_likelihood_and_confidence_apart(page: Listener) -> None:
    paint_judgments(page, briefings.briefing())
    one = briefings.briefing().judgments[0]
    assert one.probability is not None
    assert page.rows[1] == ("1", one.topic, one.text, percent(one.probability), one.confidence)


def test_the_plan_names_the_options_of_every_verdict_on_its_chip(page: Listener) -> None:
    briefing = briefings.briefing()
    paint_plan(page, briefing)
    assert page.placed == [column.title[2:] for column in briefing.plan]
    for column, row in zip(briefing.plan, page.rows[1:], strict=True):
        assert row[1] == str(len(column.options))
        assert all(name in row[0] for name in column.options[:12])
    assert {colour for _, colour in page.fills} <= {chip.fill for chip in LIGHT.verdicts.values()}


def test_a_plan_brings_its_triggers_and_without_one_there_is_what_to_find_out(page: Listener) -> None:
    paint_what_next(page, briefings.briefing())
    assert page.rows[0][:3] == ("WORTH FINDING OUT NEXT", "Score", "Part of doubt")
    assert [row[0] for row in page.rows[1:]] == [one.name for one in briefings.briefing().questions]
    page.rows.clear()
    briefing = briefings.briefing_with_plan()
    assert briefing.plan_table is not None
    paint_what_next(page, briefing)
    sign = briefing.plan_table.signs[0]
    assert page.rows[0][0] == "TRIGGERS TO WATCH"
    assert ("1", sign.watch) in [row[:2] for row in page.rows]
    assert page.rows[-1] == ("What reviewing it is worth", briefing.plan_table.flexibility)
