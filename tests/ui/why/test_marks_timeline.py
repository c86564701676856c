from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from advisor.answers import Subject
from advisor.change import AFTER, BEFORE
from tests.ui.conftest import PERU_2012, PERU_2014
from ui.timeline_page import TimelinePage
from ui.why.asking import Asking
from ui.why.marks_timeline import mark_timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow
    from ui.session import Session
    from ui.why.answerer import Answerer


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> Iterator[TimelinePage]:
    made = TimelinePage(session)
    qtbot.addWidget(made)
    made.pick(PERU_2012, PERU_2014)
    yield made
    made.findings.close()


def test_the_numbers_of_a_change_are_those_of_the_assessments_compared(page: TimelinePage, session: Session) -> None:
    asking, panel = Asking(page), page.panel
    mark_timeline(asking, cast("Answerer", None), page, cast("MainWindow", None))
    assert asking.subject_of(page.chart) == Subject("timeline")
    assert asking.subject_of(panel.sentence) == Subject("stance", of=PERU_2014)
    assert asking.subject_of(panel.chances) == Subject("stance_chance", of=PERU_2014)
    found = []
    for bar in (BEFORE, AFTER, "factor:military"):
        panel.waterfall.select(bar)
        found.append(asking.subject_of(panel.reason))
    stance = (Subject("stance", of=PERU_2012), Subject("stance", of=PERU_2014))
    assert found == [*stance, Subject("factor", "military", of=PERU_2014)]
    panel.choose("alt_dev")
    assert asking.subject_of(panel.sides) == Subject("standing", "alt_dev", of=PERU_2014)
    assert asking.subject_of(panel.chances) == Subject("acceptance", "alt_dev", of=PERU_2014)
    session.close_assessment()
