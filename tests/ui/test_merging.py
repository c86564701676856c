from __future__ import annotations

from ui.merging import PAUSE_SECONDS, MergeKeys


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_edits_of_one_indicator_in_quick_succession_share_a_key() -> None:
    keys = MergeKeys(Clock())
    assert keys.next("su_level") == keys.next("su_level")
    assert not keys.is_new


def test_a_pause_begins_a_new_step() -> None:
    clock = Clock()
    keys = MergeKeys(clock)
    first = keys.next("su_level")
    clock.now += PAUSE_SECONDS + 0.1
    assert keys.next("su_level") != first
    assert keys.is_new


def test_a_long_run_of_strokes_stays_one_step() -> None:
    clock = Clock()
    keys = MergeKeys(clock)
    handed_out = set()
    for _ in range(10):
        handed_out.add(keys.next("su_level"))
        clock.now += PAUSE_SECONDS - 0.1
    assert len(handed_out) == 1


def test_another_indicator_begins_a_new_step() -> None:
    keys = MergeKeys(Clock())
    assert keys.next("su_level") != keys.next("su_trend")


def test_after_an_interruption_the_same_indicator_begins_a_new_step() -> None:
    keys = MergeKeys(Clock())
    first = keys.next("su_level")
    keys.interrupt()
    assert keys.next("su_level") != first
