"""Slow work on files that the window goes on beside: copies of the library, backups, case files."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from advisor.progress import Watch
from ui.background import Background, Latest
from ui.widgets.work_indicator import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.background import Failure


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work: what it is called while it is done, what it does, and what follows on the interface thread.

    Attributes
    ----------
    failure
        What is said where it failed, before the reason.
    leads_on
        Whether the work is for nothing unless `done` follows; else it is finished also when the window closes.
    """

    text: str
    work: Callable[[Watch], Any]
    done: Callable[[Any], object]
    failure: str
    cancellable: bool = False
    leads_on: bool = False


class FileWork(QObject):
    """Does one job after the other on a thread of its own; what a job needs of the library it must have or open."""

    working = Signal(str, object)
    """A name for the job, and its `Work`; None when it is over."""
    failed = Signal(str, str)
    """Something could not be done: what happened, and the detail to copy."""
    _told = Signal(int, float, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background()
        self._numbers = count()
        self._jobs: dict[int, tuple[Job, threading.Event, Latest]] = {}
        self._told.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether anything is still being done."""
        return bool(self._jobs)

    def start(self, job: Job) -> None:
        """Do a job once those before it are done."""
        number, stop, lane = next(self._numbers), threading.Event(), Latest(self._background, self)
        self._jobs[number] = job, stop, lane
        watch = Watch(lambda share, what: self._told.emit(number, share, what), stop.is_set)
        lane.finished.connect(lambda result: self._finish(number, result))
        lane.failed.connect(lambda failure: self._fail(number, failure))
        lane.submit(lambda: job.work(watch))
        self.working.emit(_name(number), Work(f"{job.text}…", cancel=self._cancel_of(number)))

    def cancel(self) -> None:
        """Give up all jobs that can be; each ends with the step it is at, and leaves files as they were."""
        for number in [number for number, (job, _, _) in self._jobs.items() if job.cancellable]:
            self._cancel(number)

    def close(self) -> bool:
        """Wait for all that was asked for, unless nothing would come of it; say whether it ended in time."""
        for job, stop, lane in self._jobs.values():
            if job.leads_on:
                stop.set()
                lane.close()
        # What the others deliver finds nobody; they are done all the same.
        self._jobs.clear()
        return self._background.close()

    def _cancel_of(self, number: int) -> Callable[[], None] | None:
        return (lambda: self._cancel(number)) if self._jobs[number][0].cancellable else None

    def _cancel(self, number: int) -> None:
        if number in self._jobs:
            self._jobs[number][1].set()
            self._end(number)

    def _end(self, number: int) -> Job:
        job, _, lane = self._jobs.pop(number)
        lane.cancel()
        lane.deleteLater()
        self.working.emit(_name(number), None)
        return job

    def _finish(self, number: int, result: object) -> None:
        if number in self._jobs:
            self._end(number).done(result)

    def _fail(self, number: int, failure: Failure) -> None:
        if number in self._jobs:
            self.failed.emit(f"{self._end(number).failure}: {failure.sentence}", failure.detail)

    def _tell(self, number: int, share: float, what: str) -> None:
        """Pass progress on, but not that of a job which has been given up."""
        if number in self._jobs:
            self.working.emit(_name(number), Work(f"{what}…", share, self._cancel_of(number)))


def _name(number: int) -> str:
    return f"files {number}"
