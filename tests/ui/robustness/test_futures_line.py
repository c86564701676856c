from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score
from tests.ui.conftest import DRAWS, UNREST
from ui.robustness.futures_line import FuturesLine
from ui.surveyor import Surveyor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from ui.session import Session

MORE = 1024


@pytest.fixture
def surveyor(qtbot: QtBot, session: Session) -> Iterator[Surveyor]:
    made = Surveyor(session)
    made.many = MORE
    yield made
    assert made.close()


@pytest.fixture
def line(qtbot: QtBot, playbook: Playbook, surveyor: Surveyor) -> FuturesLine:
    made = FuturesLine(playbook, surveyor)
    qtbot.addWidget(made)
    made.show()
    return made


def test_before_anything_is_counted_it_offers_to_count(line: FuturesLine) -> None:
    assert line.text.text() == ""
    assert line.button.isVisible()
    assert line.button.text() == f"Count {MORE:,} futures"


def test_it_says_how_many_are_counted_and_how_many_are_about_to_be(
    qtbot: QtBot, line: FuturesLine, surveyor: Surveyor
) -> None:
    with qtbot.waitSignal(surveyor.changed, check_params_cb=lambda: surveyor.survey is not None):
        surveyor.want("the page")
    few = f"From {DRAWS} futures, the same ones after every edit."
    assert line.text.text() == f"{few} {MORE:,} are being counted."
    assert not line.button.isVisible()
    with qtbot.waitSignal(surveyor.changed, check_params_cb=lambda: surveyor.complete):
        pass
    assert line.text.text() == (
        f"From {MORE:,} futures, the same ones after every edit; the live result counts the first {DRAWS}."
    )
    assert not line.button.isVisible()


def test_what_was_stopped_goes_on_at_the_press_of_the_button(
    qtbot: QtBot, line: FuturesLine, surveyor: Surveyor
) -> None:
    with qtbot.waitSignal(surveyor.changed, check_params_cb=lambda: surveyor.survey is not None):
        surveyor.want("the page")
    surveyor.cancel()
    assert line.text.text() == f"From {DRAWS} futures, the same ones after every edit."
    with qtbot.waitSignal(surveyor.changed, check_params_cb=lambda: surveyor.complete):
        line.button.click()


def test_a_survey_of_earlier_scores_says_when_it_was_made(
    qtbot: QtBot, line: FuturesLine, surveyor: Surveyor, session: Session
) -> None:
    with qtbot.waitSignal(surveyor.changed, check_params_cb=lambda: surveyor.complete):
        surveyor.want("the page")
    session.preview_score(UNREST, Score(1, 1, 1))
    assert surveyor.surveyed_at is not None
    assert line.text.text() == f"Of earlier scores, counted at {surveyor.surveyed_at:%H:%M:%S}."
