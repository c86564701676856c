from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score
from advisor.wording import likelihood, percent
from tests.ui.conftest import PERU_2012, UNREST
from ui.library_edits import LibraryEdits
from ui.live_sections import COUNTS_AS_UNKNOWN, NOTHING_SCORED
from ui.result_strip import ResultStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session


@pytest.fixture
def strip(qtbot: QtBot, session: Session) -> ResultStrip:
    made = ResultStrip(session)
    qtbot.addWidget(made)
    made.resize(1200, 36)
    made.show()
    return made


def test_it_says_in_one_line_what_the_live_result_says(strip: ResultStrip, session: Session) -> None:
    assert session.best is not None
    assert session.findings is not None
    reversal = session.findings.reversal
    assert strip.stance.text() == "Divergent"
    assert strip.reversal.text() == f"{likelihood(reversal)}, {percent(reversal)}"
    assert strip.win_set.text() == f"{len(session.best.win_set)} of 22"
    assert (strip.domestic.text(), strip.external.text()) == ("6.2", "5.4")


def test_it_follows_an_edit_at_once_and_dims_the_likelihoods(strip: ResultStrip, session: Session) -> None:
    session.preview_score(UNREST, Score(0, 0, 0))
    assert strip.domestic.text() < "6.2"
    assert strip.reversal.ink == "ink3"


def test_another_assessment_has_no_likelihood_yet(strip: ResultStrip, session: Session) -> None:
    session.open_assessment(PERU_2012)
    assert (strip.stance.text(), strip.chance.text(), strip.reversal.text()) == ("Aligned", "", "–")


def test_without_room_for_all_the_two_sides_are_left_out(strip: ResultStrip) -> None:
    assert strip.domestic.isVisible()
    strip.resize(620, 36)
    assert not strip.domestic.isVisible()
    assert strip.expand.isVisible()
    strip.resize(1200, 36)
    assert strip.domestic.isVisible()


def test_words_that_arrive_later_leave_them_out_too(qtbot: QtBot, strip: ResultStrip, session: Session) -> None:
    with qtbot.waitSignal(session.likelihoods_changed):
        session.open_assessment(PERU_2012)
        needed = strip.sizeHint().width()
        strip.resize(needed, 36)
        assert strip.domestic.isVisible()
    assert not strip.domestic.isVisible()


def test_it_leads_back_to_the_whole(qtbot: QtBot, strip: ResultStrip) -> None:
    with qtbot.waitSignal(strip.expand_wanted):
        strip.expand.click()


def test_with_nothing_scored_it_claims_nothing(qtbot: QtBot, strip: ResultStrip, session: Session) -> None:
    with qtbot.waitSignal(session.likelihoods_changed):
        LibraryEdits(session).new_case("Paraguay", "", dt.date(2026, 3, 1))
    assert (strip.stance.text(), strip.chance.text()) == (NOTHING_SCORED, COUNTS_AS_UNKNOWN)
    assert not any(claim.isVisible() for claim in (strip.glyph, strip.reversal, strip.win_set, strip.domestic))
    with qtbot.waitSignal(session.likelihoods_changed):
        session.set_score("ue_aid", Score(0, 1, 2))
    assert strip.stance.text() == "Contested"
    assert "likelier over the ranges is divergent" in strip.chance.text()
    assert strip.reversal.isVisible()
    strip.resize(760, 36)
    assert not strip.win_set.isVisible()
    qtbot.waitUntil(lambda: strip.chance.width() >= strip.chance.sizeHint().width())
    assert strip.expand.geometry().right() < strip.width()
