from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject

from ui.background import Background, Failure, Latest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from advisor.progress import Watch


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    yield made
    assert made.close()


@pytest.fixture
def lane(qtbot: QtBot, background: Background) -> Iterator[Latest]:
    owner = QObject()
    made = Latest(background, owner)
    yield made
    made.close()
    assert background.close()


def test_work_is_done_off_the_interface_thread_and_delivered_on_it(qtbot: QtBot, lane: Latest) -> None:
    threads: list[threading.Thread] = []
    lane.finished.connect(lambda _: threads.append(threading.current_thread()))
    with qtbot.waitSignal(lane.finished) as told:
        lane.submit(threading.current_thread)
    assert told.args is not None
    assert told.args[0] is not threading.main_thread()
    assert threads == [threading.main_thread()]


def test_of_many_requests_only_the_newest_is_delivered(qtbot: QtBot, lane: Latest) -> None:
    delivered: list[object] = []
    lane.finished.connect(delivered.append)
    go_on = threading.Event()
    with qtbot.waitSignal(lane.finished):
        lane.submit(lambda: go_on.wait(timeout=10) and "first")
        lane.submit(lambda: "second")
        lane.submit(lambda: "third")
        go_on.set()
    assert delivered == ["third"]


def test_what_goes_wrong_arrives_with_its_detail(qtbot: QtBot, lane: Latest) -> None:
    def fail() -> object:
        raise ValueError("no such thing")

    with qtbot.waitSignal(lane.failed) as told:
        lane.submit(fail)
    assert told.args is not None
    failure = told.args[0]
    assert isinstance(failure, Failure)
    assert failure.sentence == "no such thing"
    assert "in fail" in failure.detail


def test_a_lane_is_busy_until_its_result_is_delivered(qtbot: QtBot, lane: Latest) -> None:
    with qtbot.waitSignal(lane.finished):
        lane.submit(lambda: 1)
        assert lane.busy
    assert not lane.busy


def test_a_cancelled_request_is_not_delivered(qtbot: QtBot, lane: Latest) -> None:
    delivered: list[object] = []
    lane.finished.connect(delivered.append)
    lane.submit(lambda: "dropped")
    lane.cancel()
    with qtbot.waitSignal(lane.finished):
        lane.submit(lambda: "kept")
    assert delivered == ["kept"]


def test_a_closed_lane_takes_no_more_work(lane: Latest) -> None:
    lane.close()
    lane.submit(lambda: 1)
    assert not lane.busy


def test_closing_waits_no_longer_than_it_may(qtbot: QtBot) -> None:
    background, go_on = Background(), threading.Event()

    def work() -> None:
        go_on.wait(timeout=10)

    background.start(work)
    assert not background.close(patience=0.01)
    go_on.set()
    assert background.close()


def test_a_lane_whose_owner_is_deleted_during_work_breaks_nothing(qtbot: QtBot, background: Background) -> None:
    owner = QObject()
    lane, started, go_on = Latest(background, owner), threading.Event(), threading.Event()

    def work() -> object:
        started.set()
        return go_on.wait(timeout=10)

    lane.submit(work)
    assert started.wait(timeout=10)
    shiboken6.delete(owner)
    go_on.set()
    assert background.close()
    assert not shiboken6.isValid(lane)


def test_work_in_steps_ends_with_the_step_it_is_at_once_nobody_waits_for_it(qtbot: QtBot, lane: Latest) -> None:
    begun, go_on, steps = threading.Event(), threading.Event(), list[int]()

    def work(watch: Watch) -> None:
        for step in range(100):
            watch.step(step / 100, "counting")
            steps.append(step)
            begun.set()
            go_on.wait(timeout=10)

    lane.submit_in_steps(work)
    assert begun.wait(timeout=10)
    lane.cancel()
    with qtbot.waitSignal(lane.finished) as told:
        lane.submit(lambda: "newer")
        go_on.set()
    assert told.args == ["newer"]
    assert steps == [0]
