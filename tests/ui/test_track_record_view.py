"""The track record opens with its caveat, its baselines and every episode, also those that were missed."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from advisor.hindcast import Hindcast, hindcast
from advisor.progress import Cancelled
from ui.track_record_view import WORKING, TrackRecordView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.progress import Watch
    from ui.theme import Theme


@pytest.fixture
def found(playbook: Playbook, shipped_cases: tuple[Case, ...]) -> Hindcast:
    return hindcast(playbook, shipped_cases)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, playbook: Playbook, found: Hindcast) -> Iterator[TrackRecordView]:
    made = TrackRecordView(playbook, lambda _: found)
    qtbot.addWidget(made)
    yield made
    made.close_work()


def test_it_is_computed_when_it_is_first_shown(view: TrackRecordView, found: Hindcast, qtbot: QtBot) -> None:
    assert view.headline.text() == WORKING
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: view.found is found)
    assert "past episodes" in view.headline.text()
    assert view.caveat.text() == found.caveat
    assert [row[0].plain for row in view.records.cells] == [
        "This playbook",
        "Factors without rules",
        "Always the shares of all outcomes",
    ]
    assert [row[0].plain for row in view.episodes.cells] == [one.id for one in found.episodes]


def test_what_was_missed_is_said_in_a_word_and_the_table_pastes_into_excel(
    view: TrackRecordView, found: Hindcast, qtbot: QtBot
) -> None:
    view.show()
    qtbot.waitUntil(lambda: view.found is found)
    said = [row[4].plain for row in view.episodes.cells]
    assert said == ["right" if one.outcome == one.stance_class else "missed" for one in found.episodes]
    view.episodes.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == len(found.episodes) + 1
    assert lines[1].split("\t")[:2] == [found.episodes[0].id, found.episodes[0].country]


def test_what_fails_is_said_in_place_and_tried_again_when_it_is_shown_again(
    qtbot: QtBot, theme: Theme, playbook: Playbook, found: Hindcast
) -> None:
    tries: list[int] = []

    def read(_: Watch) -> Hindcast:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("the disk is gone")
        return found

    view = TrackRecordView(playbook, read)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: "the disk is gone" in view.problem.text())
    view.hide()
    view.show()
    qtbot.waitUntil(lambda: view.found is found)
    assert not view.problem.text()
    assert view.close_work()


def test_leaving_it_stops_the_computation_and_coming_back_begins_anew(
    qtbot: QtBot, theme: Theme, playbook: Playbook, found: Hindcast
) -> None:
    begun, left, stopped = Event(), Event(), Event()

    def read(watch: Watch) -> Hindcast:
        if stopped.is_set():
            return found
        begun.set()
        assert left.wait(10)
        try:
            watch.step(0.0, "Predicting the past episodes")
        except Cancelled:
            stopped.set()
            raise
        return found

    view = TrackRecordView(playbook, read)
    qtbot.addWidget(view)
    view.show()
    assert begun.wait(10)
    view.hide()
    left.set()
    assert stopped.wait(10)
    view.show()
    qtbot.waitUntil(lambda: view.found is found)
    assert not view.problem.text()
    assert view.close_work()
