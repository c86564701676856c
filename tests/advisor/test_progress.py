"""Slow work tells where it stands and stops when asked."""

from __future__ import annotations

import pytest

from advisor.progress import Cancelled, Watch


def test_each_step_is_told() -> None:
    told: list[tuple[float, str]] = []
    Watch(lambda share, what: told.append((share, what))).step(0.25, "Reading")
    assert told == [(0.25, "Reading")]


def test_a_part_counts_within_the_whole() -> None:
    told: list[float] = []
    Watch(lambda share, _what: told.append(share)).part(0.5, 0.9).step(0.5, "Reading")
    assert told == [pytest.approx(0.7)]


def test_whoever_asks_to_stop_hears_of_no_further_step() -> None:
    told: list[float] = []
    watch = Watch(lambda share, _what: told.append(share), lambda: True)
    with pytest.raises(Cancelled):
        watch.part(0.0, 0.5).step(0.0, "Reading")
    assert told == []


def test_nobody_has_to_listen() -> None:
    Watch().step(0.0, "Reading")
