"""The survey follows the scores in the background, first on few futures and then on many, and can be stopped."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.scores import Score
from advisor.survey import MANY, recounted, survey
from advisor.uncertainty import draw_blocks
from tests.ui.conftest import DRAWS, PERU_2012, UNREST
from ui.surveyor import Surveyor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from advisor.survey import Survey
    from ui.session import Session

ME = "the page that shows it"
FEW_MORE = 1024
FAR_TOO_MANY = 100_000_000


@pytest.fixture
def surveyor(qtbot: QtBot, session: Session) -> Iterator[Surveyor]:
    made = Surveyor(session)
    made.many = FEW_MORE
    yield made
    assert made.close()


@pytest.fixture
def surveyed(qtbot: QtBot, surveyor: Surveyor) -> Surveyor:
    """A surveyor that has counted all it wants to count."""
    until(qtbot, surveyor, lambda: surveyor.complete, lambda: surveyor.want(ME))
    return surveyor


def until(qtbot: QtBot, surveyor: Surveyor, holds: Callable[[], bool], act: Callable[[], object]) -> None:
    """Do something, and wait until the surveyor tells of a change after which a condition holds."""
    with qtbot.waitSignal(surveyor.changed, check_params_cb=holds):
        act()


def survey_in(surveyor: Surveyor) -> Survey:
    assert surveyor.survey is not None
    return surveyor.survey


def edit(session: Session, value: float) -> None:
    session.preview_score(UNREST, Score(value, value, value))


def test_nothing_is_counted_before_somebody_wants_it(surveyor: Surveyor, session: Session) -> None:
    edit(session, 3)
    assert surveyor.survey is None
    assert not surveyor.busy
    assert not surveyor.stale
    assert not surveyor.complete


def test_few_futures_answer_at_once_and_many_follow(
    qtbot: QtBot, surveyor: Surveyor, session: Session, playbook: Playbook
) -> None:
    until(qtbot, surveyor, lambda: surveyor.survey is not None, lambda: surveyor.want(ME))
    first = survey_in(surveyor)
    assert first.draws == DRAWS
    assert surveyor.busy
    assert not surveyor.complete
    until(qtbot, surveyor, lambda: surveyor.complete, lambda: None)
    assert not surveyor.busy
    assert session.sheet is not None
    seed = playbook.uncertainty.seed_fit
    assert first == survey(playbook, session.sheet, draw_blocks(playbook, DRAWS, seed))
    assert survey_in(surveyor) == recounted(playbook, session.sheet, first, draw_blocks(playbook, FEW_MORE, seed))


def test_in_the_end_a_hundred_thousand_are_counted_or_as_many_as_the_playbook_draws(session: Session) -> None:
    assert Surveyor(session).many == MANY
    spread = replace(session.playbook.uncertainty, draws=2 * MANY)
    session.playbook = replace(session.playbook, uncertainty=spread)
    assert Surveyor(session).many == 2 * MANY


def test_progress_rises_through_both_and_ends_with_nothing_to_do(qtbot: QtBot, surveyor: Surveyor) -> None:
    told: list[tuple[float, str]] = []
    surveyor.progressed.connect(lambda share, what: told.append((share, what)))
    until(qtbot, surveyor, lambda: surveyor.complete, lambda: surveyor.want(ME))
    *shares, last = told
    assert last == (1.0, "")
    assert [share for share, _ in shares] == sorted(share for share, _ in shares)
    assert shares[0] == (0.0, f"Counting {DRAWS} futures")
    assert shares[-1] == (1.0, f"Counting {FEW_MORE:,} futures")


def test_after_an_edit_the_old_survey_stays_until_the_new_one_is_there(
    qtbot: QtBot, surveyed: Surveyor, session: Session
) -> None:
    before, since = survey_in(surveyed), surveyed.surveyed_at
    edit(session, 1)
    assert surveyed.survey is before
    assert surveyed.surveyed_at == since
    assert surveyed.stale
    assert surveyed.busy
    until(qtbot, surveyed, lambda: surveyed.complete, lambda: None)
    assert survey_in(surveyed).findings.best.sheet == session.sheet
    assert survey_in(surveyed).ranks_now != before.ranks_now


def test_an_edit_taken_back_needs_no_work(qtbot: QtBot, surveyed: Surveyor, session: Session) -> None:
    before = survey_in(surveyed)
    score = before.findings.best.sheet.get(UNREST)
    assert score is not None
    edit(session, 1)
    until(qtbot, surveyed, lambda: not surveyed.busy, lambda: session.preview_score(UNREST, score))
    assert surveyed.survey is before
    assert surveyed.complete


def test_cancelled_it_stops_within_a_second_and_keeps_what_it_has(qtbot: QtBot, surveyor: Surveyor) -> None:
    surveyor.many = FAR_TOO_MANY
    until(qtbot, surveyor, lambda: surveyor.survey is not None, lambda: surveyor.want(ME))
    with qtbot.waitSignal(surveyor.progressed, check_params_cb=lambda share, _: share > 0.2):
        pass
    first, since = survey_in(surveyor), time.monotonic()
    with qtbot.waitSignal(surveyor.progressed, check_params_cb=lambda share, what: (share, what) == (1.0, "")):
        surveyor.cancel()
    assert not surveyor.busy
    assert surveyor.survey is first
    assert surveyor.close(), "the thread at work has ended"
    assert time.monotonic() - since < 1


def test_progress_of_work_given_up_is_not_told(qtbot: QtBot, surveyor: Surveyor) -> None:
    surveyor.many = FAR_TOO_MANY
    until(qtbot, surveyor, lambda: surveyor.survey is not None, lambda: surveyor.want(ME))
    surveyor.cancel()
    with qtbot.assertNotEmitted(surveyor.progressed, wait=100):
        pass


def test_what_was_cancelled_goes_on_when_it_is_wanted_again(qtbot: QtBot, surveyor: Surveyor) -> None:
    until(qtbot, surveyor, lambda: surveyor.survey is not None, lambda: surveyor.want(ME))
    surveyor.cancel()
    first = survey_in(surveyor)
    until(qtbot, surveyor, lambda: surveyor.complete, lambda: surveyor.want(ME))
    assert survey_in(surveyor).draws == FEW_MORE
    assert survey_in(surveyor).doubtful is first.doubtful


def test_many_futures_are_not_counted_for_nobody(qtbot: QtBot, surveyor: Surveyor) -> None:
    def look_away() -> None:
        surveyor.want(ME)
        surveyor.unwant(ME)

    until(qtbot, surveyor, lambda: surveyor.survey is not None, look_away)
    assert not surveyor.busy
    assert survey_in(surveyor).draws == DRAWS


def test_unwanted_it_falls_behind(surveyed: Surveyor, session: Session) -> None:
    surveyed.unwant(ME)
    edit(session, 1)
    assert surveyed.stale
    assert not surveyed.busy


def test_another_assessment_has_a_survey_of_its_own(qtbot: QtBot, surveyed: Surveyor, session: Session) -> None:
    session.open_assessment(PERU_2012)
    assert surveyed.survey is None
    until(qtbot, surveyed, lambda: surveyed.complete, lambda: None)
    assert survey_in(surveyed).findings.best.stance.stance_class == "aligned"


def test_a_closed_assessment_leaves_no_survey(surveyed: Surveyor, session: Session) -> None:
    session.close_assessment()
    assert surveyed.survey is None
    assert not surveyed.busy


def test_a_failure_is_told_in_a_sentence(qtbot: QtBot, surveyor: Surveyor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise MemoryError("out of memory")

    monkeypatch.setattr("ui.surveyor.survey", fail)
    with qtbot.waitSignal(surveyor.failed) as told:
        surveyor.want(ME)
    assert told.args is not None
    assert told.args[0] == "The futures could not be counted: out of memory"
    assert not surveyor.busy
