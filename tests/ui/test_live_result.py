from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score
from advisor.wording import likelihood, percent, stance_sentence
from tests.ui.conftest import PERU_2012, UNREST
from ui.library_edits import LibraryEdits
from ui.live_result import LiveResult
from ui.live_sections import NOTHING_SCORED

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session


@pytest.fixture
def live(qtbot: QtBot, session: Session) -> LiveResult:
    made = LiveResult(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_the_stance_in_a_word_and_its_chance_in_the_words_of_icd_203(
    live: LiveResult, session: Session
) -> None:
    assert session.findings is not None
    chance = session.findings.probabilities["divergent"]
    assert live.stance.word.text() == "Divergent"
    assert live.stance.glyph.stance == "divergent"
    assert live.stance.chance.text() == f"{likelihood(chance).capitalize()}, {percent(chance)}"
    assert live.stance.before.text() == ""


def test_a_tick_moves_what_best_scores_say_at_once_and_dims_the_likelihoods(live: LiveResult, session: Session) -> None:
    gauge, chance = live.stance.gauge.accessibleName(), live.stance.chance.text()
    session.preview_score(UNREST, Score(0, 0, 0))
    assert live.stance.gauge.accessibleName() != gauge
    assert live.stance.chance.text() == chance
    assert live.stance.chance.ink == live.reversal.percent.ink == "ink3"


def test_likelihoods_follow_and_say_what_they_were_before(qtbot: QtBot, live: LiveResult, session: Session) -> None:
    assert session.findings is not None
    before = percent(session.findings.probabilities["divergent"])
    with qtbot.waitSignal(session.likelihoods_changed):
        session.set_score(UNREST, Score(0, 1, 2))
    assert live.stance.before.text() == f"was {before} before the last edit"
    assert live.stance.chance.ink == "ink"
    assert not live.stance.chance.text().endswith(before)


def test_the_win_set_counts_options_and_verdicts(live: LiveResult, session: Session) -> None:
    assert session.best is not None
    assert session.findings is not None
    assert live.win_set.figure.text() == f"{len(session.best.win_set)} of 22"
    leads = len(session.findings.with_verdict("lead"))
    assert live.win_set.counts["lead"].text() == f"{leads} lead"
    assert live.win_set.dots.accessibleName().startswith(f"Options by verdict: {leads} lead")


def test_the_first_leads_stand_with_their_chances(live: LiveResult, session: Session) -> None:
    assert session.findings is not None
    shown = [(name.text(), chance.text()) for name, chance in live.leads.rows]
    leads = session.findings.with_verdict("lead")[:3]
    assert shown == [(one.best.name, percent(one.p_now)) for one in leads]


def test_confidence_is_counted_and_never_mixed_with_likelihood(live: LiveResult) -> None:
    assert live.confidence.word.text() == "moderate"
    assert live.confidence.counts.text() == "1 low, 20 moderate, 1 high"


def test_unscored_indicators_are_counted(live: LiveResult, session: Session) -> None:
    session.set_score(UNREST, None)
    assert live.confidence.counts.text().endswith("1 not scored")


def test_another_assessment_brings_its_own_result_without_the_old_likelihoods(
    qtbot: QtBot, live: LiveResult, session: Session
) -> None:
    with qtbot.waitSignal(session.likelihoods_changed):
        session.open_assessment(PERU_2012)
        assert live.stance.word.text() == "Aligned"
        assert live.stance.chance.text() == ""
        assert live.reversal.percent.text() == ""
    assert live.stance.chance.text() != ""
    assert live.stance.before.text() == ""


def test_with_nothing_open_it_is_blank(live: LiveResult, session: Session) -> None:
    session.close_assessment()
    assert not live.stance.isVisible()


def test_with_nothing_scored_it_says_how_to_begin_and_claims_nothing(live: LiveResult, session: Session) -> None:
    LibraryEdits(session).new_case("Paraguay", "", dt.date(2026, 3, 1))
    assert live.stance.word.text() == NOTHING_SCORED
    assert live.stance.how_to_begin.isVisible()
    assert live.stance.gauge.accessibleName() == "Stance index unknown"
    claims = (live.stance.glyph, live.stance.chance, live.reversal, live.win_set, live.leads)
    assert not any(claim.isVisible() for claim in claims)


def test_the_first_score_brings_the_first_result(qtbot: QtBot, live: LiveResult, session: Session) -> None:
    with qtbot.waitSignal(session.likelihoods_changed):
        LibraryEdits(session).new_case("Paraguay", "", dt.date(2026, 3, 1))
    with qtbot.waitSignal(session.likelihoods_changed):
        session.set_score("ue_aid", Score(0, 1, 2))
    assert live.stance.word.text() == "Contested"
    assert live.reversal.isVisible()
    assert live.stance.before.text() == ""


def test_where_another_class_is_likelier_over_the_ranges_it_says_so(
    qtbot: QtBot, live: LiveResult, session: Session
) -> None:
    assert not live.stance.likelier.isVisible()
    with qtbot.waitSignal(session.likelihoods_changed):
        LibraryEdits(session).new_case("Paraguay", "", dt.date(2026, 3, 1))
    with qtbot.waitSignal(session.likelihoods_changed):
        session.set_score("ue_aid", Score(0, 1, 2))
    assert session.findings is not None
    chance = percent(session.findings.probabilities["divergent"])
    assert live.stance.likelier.text() == f"by best scores; likelier over the ranges is divergent, {chance}"
    assert live.stance.accessibleDescription() == stance_sentence(session.findings)


def test_the_nearest_tipping_point_of_the_stance_follows_the_scores(
    qtbot: QtBot, live: LiveResult, session: Session
) -> None:
    expected = "Stance turns contested if US diplomatic pressure rises above 8.6 (now 5;"
    qtbot.waitUntil(lambda: live.tipping.text.text().startswith(expected))
    with qtbot.waitSignal(session.tipping_changed):
        session.set_score("de_pressure", Score(9, 9, 9))
    assert live.tipping.text.text().startswith("Stance turns divergent if ")
