from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from ui.collector import Collector, collect_what_is_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    gc.enable()
    made = Collector()
    yield made
    made.close()


def test_while_the_window_is_open_no_thread_collects_on_its_own(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.close()
    assert gc.isenabled()


def test_cycles_are_collected_between_events(qtbot: QtBot, collector: Collector) -> None:
    gc.collect()
    kept: list[list[int]] = [[] for _ in range(2 * gc.get_threshold()[0])]
    assert gc.get_count()[0] > gc.get_threshold()[0]
    qtbot.waitUntil(lambda: gc.get_count()[0] < gc.get_threshold()[0])
    assert len(kept) > 0


def test_what_has_not_passed_its_threshold_waits(collector: Collector) -> None:
    gc.collect()
    assert collect_what_is_due() is None
