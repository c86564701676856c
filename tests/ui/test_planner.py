"""The plan follows scores and knobs in the background, and says at any time how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.knobs import Knobs, apply
from advisor.scores import Score
from advisor.tipping import tipping_points
from tests.ui.conftest import PERU_2012, PERU_2014, UNREST
from ui import planner as planner_module
from ui.planner import Planner
from ui.standing_work import PAUSE_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from advisor.plan import Plan
    from ui.session import Session

ME = "the page that shows it"
CONTRADICTION = Knobs(pinned=("erad_core", "pause_metrics"))


@pytest.fixture
def planner(qtbot: QtBot, session: Session) -> Iterator[Planner]:
    made = Planner(session)
    yield made
    assert made.close()


@pytest.fixture
def solved(qtbot: QtBot, planner: Planner) -> Planner:
    """A planner whose plan and worth are there."""
    until(qtbot, planner, lambda: planner.complete, lambda: planner.want(ME))
    return planner


def until(qtbot: QtBot, planner: Planner, holds: Callable[[], bool], act: Callable[[], object]) -> None:
    """Do something, and wait until the planner tells of a change after which a condition holds."""
    with qtbot.waitSignal(planner.changed, check_params_cb=holds):
        act()


def plan_in(planner: Planner) -> Plan:
    assert planner.plan is not None
    return planner.plan


def edit(session: Session, value: float) -> None:
    session.set_score(UNREST, Score(value, value, value))


def test_nothing_is_solved_before_somebody_wants_it(planner: Planner, session: Session) -> None:
    edit(session, 3)
    assert planner.plan is None
    assert not any((planner.busy, planner.stale, planner.complete))


def test_the_plan_comes_first_and_its_worth_after_it(qtbot: QtBot, planner: Planner) -> None:
    until(qtbot, planner, lambda: planner.plan is not None, lambda: planner.want(ME))
    plan = plan_in(planner)
    assert plan.worth is None
    assert planner.busy
    assert not planner.complete
    assert planner.solved_at is not None
    since = planner.solved_at
    until(qtbot, planner, lambda: planner.complete, lambda: None)
    assert plan_in(planner).worth is not None
    assert plan_in(planner).package == plan.package
    assert not planner.busy
    assert planner.solved_at == since


@pytest.mark.computes
def test_progress_rises_through_both_and_ends_with_nothing_to_do(qtbot: QtBot, planner: Planner) -> None:
    told: list[tuple[float, str]] = []
    planner.progressed.connect(lambda share, what: told.append((share, what)))
    until(qtbot, planner, lambda: planner.complete, lambda: planner.want(ME))
    *shares, last = told
    assert last == (1.0, "")
    assert [share for share, _ in shares] == sorted(share for share, _ in shares)
    assert shares[0][0] == 0.0
    assert all(what for _, what in shares)


def test_after_an_edit_the_old_plan_stays_until_the_new_one_is_there(
    qtbot: QtBot, solved: Planner, session: Session
) -> None:
    before = plan_in(solved)
    edit(session, 1)
    assert solved.plan is before
    assert solved.stale
    assert solved.busy
    until(qtbot, solved, lambda: solved.complete, lambda: None)
    assert plan_in(solved).findings.best.sheet == session.sheet
    assert plan_in(solved) != before


def test_an_edit_taken_back_needs_no_work(qtbot: QtBot, solved: Planner, session: Session) -> None:
    before = plan_in(solved)
    edit(session, 1)
    until(qtbot, solved, lambda: not solved.busy, session.undo)
    assert solved.plan is before
    assert solved.complete


def test_turned_knobs_are_planned_with(qtbot: QtBot, solved: Planner) -> None:
    until(qtbot, solved, lambda: solved.complete, lambda: solved.turn(Knobs(budget=60, pinned=("justice",))))
    plan = plan_in(solved)
    assert "justice" in plan.options
    assert {use.limit: use.allowed for use in plan.limits}["budget"] == 60


def test_the_same_knobs_change_nothing(qtbot: QtBot, solved: Planner) -> None:
    with qtbot.assertNotEmitted(solved.changed):
        solved.turn(Knobs())


def test_the_watch_list_is_of_the_verdicts_under_the_knobs(qtbot: QtBot, solved: Planner, session: Session) -> None:
    knobs = Knobs(weights={one.id: float(one.id == "cultivation") for one in session.playbook.objectives})
    until(qtbot, solved, lambda: solved.complete, lambda: solved.turn(knobs))
    assert session.sheet is not None
    points = tipping_points(apply(session.playbook, knobs), session.sheet)
    watched = plan_in(solved).watch_list
    assert watched
    assert set(watched) <= set(points)


def test_knobs_that_allow_no_plan_say_why_and_keep_the_old_one(qtbot: QtBot, solved: Planner) -> None:
    before = plan_in(solved)
    until(qtbot, solved, lambda: bool(solved.problem), lambda: solved.turn(CONTRADICTION))
    assert "exclude each other" in solved.problem
    assert solved.plan is before
    assert solved.stale
    assert not solved.busy
    until(qtbot, solved, lambda: not solved.busy, lambda: solved.turn(Knobs()))
    assert not solved.problem
    assert solved.complete


@pytest.mark.parametrize(
    "knobs",
    [
        Knobs(budget=0),
        Knobs(footprint=0),
        Knobs(horizon_months=0),
        Knobs(horizon_months=120),
        Knobs(ruled_out=("alt_dev", "land_market", "erad_voluntary"), pinned=("erad_periphery",)),
        Knobs(budget=0, pinned=("justice",)),
        Knobs(weights={"cultivation": 0, "trafficking": 0, "finance": 0, "institutions": 0, "relationship": 0}),
        Knobs(weights={"nonsense": 1}),
    ],
)
def test_whatever_the_knobs_there_is_a_plan_or_a_sentence(qtbot: QtBot, solved: Planner, knobs: Knobs) -> None:
    until(qtbot, solved, lambda: solved.complete or bool(solved.problem), lambda: solved.turn(knobs))
    assert solved.complete != bool(solved.problem)


def test_with_everything_ruled_out_the_plan_is_empty_and_worth_nothing(qtbot: QtBot, solved: Planner) -> None:
    everything = plan_in(solved).findings.options
    knobs = Knobs(ruled_out=tuple(one.best.id for one in everything))
    until(qtbot, solved, lambda: solved.complete, lambda: solved.turn(knobs))
    assert plan_in(solved).package == ()


def test_cancelled_while_the_worth_is_measured_the_plan_stays_and_the_worth_can_be_asked_for(
    qtbot: QtBot, planner: Planner
) -> None:
    until(qtbot, planner, lambda: planner.plan is not None, lambda: planner.want(ME))
    plan = plan_in(planner)
    planner.cancel()
    assert not planner.busy
    assert not planner.complete
    until(qtbot, planner, lambda: planner.complete, lambda: planner.want(ME))
    assert plan_in(planner).findings is plan.findings, "the plan itself is not solved again"


def test_cancelled_before_the_plan_is_there_nothing_comes_until_it_is_wanted_again(
    qtbot: QtBot, planner: Planner
) -> None:
    planner.want(ME)
    planner.cancel()
    assert planner.plan is None
    assert not planner.busy
    until(qtbot, planner, lambda: planner.plan is not None, lambda: planner.want(ME))


def test_what_nobody_wants_falls_behind(qtbot: QtBot, solved: Planner, session: Session) -> None:
    solved.unwant(ME)
    edit(session, 1)
    assert solved.stale
    assert not solved.busy
    until(qtbot, solved, lambda: solved.complete, lambda: solved.want(ME))


def test_left_alone_within_the_pause_after_an_edit_it_does_not_begin(
    qtbot: QtBot, solved: Planner, session: Session
) -> None:
    edit(session, 1)
    until(qtbot, solved, lambda: not solved.busy, lambda: solved.unwant(ME))
    assert solved.stale


def test_another_assessment_has_a_plan_of_its_own(qtbot: QtBot, solved: Planner, session: Session) -> None:
    before = plan_in(solved)
    session.open_assessment(PERU_2012)
    assert solved.plan is None
    until(qtbot, solved, lambda: solved.complete, lambda: None)
    assert plan_in(solved).options != before.options
    session.open_assessment(PERU_2014)
    until(qtbot, solved, lambda: solved.complete, lambda: None)
    assert plan_in(solved) == before


def test_with_nothing_open_there_is_nothing_to_solve(solved: Planner, session: Session) -> None:
    session.close_assessment()
    solved.want("another")
    assert solved.plan is None
    assert not solved.busy


def test_knobs_stay_from_one_assessment_to_the_next(qtbot: QtBot, solved: Planner, session: Session) -> None:
    solved.turn(CONTRADICTION)
    until(qtbot, solved, lambda: bool(solved.problem), lambda: session.open_assessment(PERU_2012))
    assert solved.knobs == CONTRADICTION


def test_a_failure_is_told_with_its_detail_and_the_work_can_be_asked_for_again(
    qtbot: QtBot, planner: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("out of memory")

    with monkeypatch.context() as broken:
        broken.setattr(planner_module, "solve", break_down)
        with qtbot.waitSignal(planner.failed) as told:
            until(qtbot, planner, lambda: not planner.busy, lambda: planner.want(ME))
    assert told.args is not None
    assert told.args[0] == "The plan could not be computed: out of memory"
    assert "RuntimeError" in told.args[1]
    assert not planner.busy
    until(qtbot, planner, lambda: planner.plan is not None, lambda: planner.want(ME))


def test_closed_at_work_it_ends_in_time_and_tells_nothing_more(qtbot: QtBot, planner: Planner) -> None:
    planner.want(ME)
    assert planner.close()
    with qtbot.assertNotEmitted(planner.changed, wait=PAUSE_MS // 10):
        pass
    assert planner.plan is None
