from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from ui.standing_work import StandingWork

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.session import Session
    from ui.standing_work import Progress


class Counting(StandingWork):
    """Counts to a number in the background, as often as it is asked to."""

    failure = "It could not be counted"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.counted: list[object] = []
        self.forgotten = 0
        self.gate = threading.Event()
        self.gate.set()
        self.breaks = False
        self.follow()

    def start(self) -> None:
        if not self.counted:
            self.submit(0.5, 1.0, self._count)

    def _count(self, progress: Progress, stop: threading.Event) -> int | None:
        progress(0.5, "Counting")
        self.gate.wait(30)
        if self.breaks:
            raise ValueError("no such number")
        return None if stop.is_set() else 42

    def arrived(self, result: object) -> None:
        self.counted.append(result)
        self.rest()

    def forget(self) -> None:
        self.forgotten += 1
        self.counted.clear()


@pytest.fixture
def work(session: Session) -> Iterator[Counting]:
    made = Counting(session)
    yield made
    made.gate.set()
    assert made.close()


def test_nothing_is_computed_until_somebody_wants_it(qtbot: QtBot, work: Counting) -> None:
    work.outdate()
    assert not work.busy
    with qtbot.waitSignal(work.changed, check_params_cb=lambda: bool(work.counted)):
        work.want("page")
    assert work.counted == [42]


def test_progress_of_a_stage_is_its_share_of_the_whole(qtbot: QtBot, work: Counting) -> None:
    with qtbot.waitSignal(work.progressed, check_params_cb=lambda _, what: what == "Counting") as told:
        work.want("page")
    assert told.args == [0.75, "Counting"]
    qtbot.waitUntil(lambda: bool(work.counted))


def test_cancelled_work_delivers_nothing_and_says_that_nothing_is_done(qtbot: QtBot, work: Counting) -> None:
    work.gate.clear()
    with qtbot.waitSignal(work.progressed, check_params_cb=lambda _, what: what == "Counting"):
        work.want("page")
    with qtbot.waitSignal(work.progressed) as told:
        work.cancel()
    assert told.args == [1.0, ""]
    work.gate.set()
    assert work.close()
    assert work.counted == []


def test_another_assessment_forgets_what_was_computed_of_the_last(
    qtbot: QtBot, session: Session, work: Counting
) -> None:
    with qtbot.waitSignal(work.changed, check_params_cb=lambda: bool(work.counted)):
        work.want("page")
    before = work.forgotten
    session.close_assessment()
    assert (work.forgotten, work.counted, work.busy) == (before + 1, [], False)


def test_a_failure_is_told_with_its_detail(qtbot: QtBot, work: Counting) -> None:
    work.breaks = True
    with qtbot.waitSignal(work.failed) as told:
        work.want("page")
    said, detail = told.args
    assert said.startswith("It could not be counted: ")
    assert "no such number" in detail
