from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from ui.file_work import FileWork, Job
from ui.widgets.work_indicator import Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from advisor.progress import Watch

WAIT_SECONDS = 10


@pytest.fixture
def files(qtbot: QtBot) -> Iterator[FileWork]:
    made = FileWork()
    yield made
    assert made.close()


def job(
    work: object = None, *, done: list[object] | None = None, cancellable: bool = False, leads_on: bool = False
) -> Job:
    results = [] if done is None else done
    does = work if callable(work) else lambda _watch: work
    return Job("Copying", does, results.append, "Not copied", cancellable=cancellable, leads_on=leads_on)


def test_it_works_beside_the_window_and_goes_on_in_the_window(qtbot: QtBot, files: FileWork) -> None:
    told: list[Work | None] = []
    threads: list[object] = []
    files.working.connect(lambda _, work: told.append(work))

    def work(watch: Watch) -> threading.Thread:
        watch.step(0.5, "Half of it")
        return threading.current_thread()

    done = lambda result: threads.extend((result, threading.current_thread()))  # noqa: E731
    files.start(Job("Copying", work, done, "Not copied"))
    assert files.busy
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert told == [Work("Copying…"), Work("Half of it…", 0.5), None]
    assert not files.busy


def test_a_failure_says_what_was_not_done_and_why(qtbot: QtBot, files: FileWork) -> None:
    def fail(_: Watch) -> None:
        raise OSError("the disk is full")

    with qtbot.waitSignal(files.failed) as told:
        files.start(job(fail))
    assert told.args is not None
    assert told.args[0] == "Not copied: the disk is full"


def test_what_is_cancelled_ends_with_its_step_and_the_next_job_is_done(qtbot: QtBot, files: FileWork) -> None:
    done: list[object] = []
    reached, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def work(watch: Watch) -> str:
        reached.set()
        go_on.wait(WAIT_SECONDS)
        try:
            watch.step(0.5, "Further")
        finally:
            ended.set()
        return "first"

    works: list[Work] = []
    files.working.connect(lambda _, told: works.append(told) if told else None)
    files.start(job(work, done=done, cancellable=True))
    files.start(job("second", done=done))
    reached.wait(WAIT_SECONDS)
    assert works[0].cancel is not None
    assert works[1].cancel is None
    works[0].cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(done))
    assert ended.is_set()
    assert done == ["second"]


@pytest.mark.parametrize(("leads_on", "finished"), [(False, True), (True, False)])
def test_a_window_that_closes_waits_for_files_but_not_for_what_would_lead_on(
    qtbot: QtBot, leads_on: bool, finished: bool
) -> None:
    files, ended, second = FileWork(), threading.Event(), threading.Event()
    done: list[object] = []
    reached, go_on = threading.Event(), threading.Event()

    def work(watch: Watch) -> None:
        reached.set()
        go_on.wait(WAIT_SECONDS)
        watch.step(1.0, "Putting it in place")
        ended.set()

    files.start(job(work, done=done, leads_on=leads_on))
    files.start(job(lambda _: second.set(), done=done))
    reached.wait(WAIT_SECONDS)
    threading.Timer(0.02, go_on.set).start()
    assert files.close()
    assert ended.is_set() is finished
    assert second.is_set()
    qtbot.wait(1)
    assert not done
