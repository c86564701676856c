"""Measure whether memory stays flat while the window is used: python -m benchmarks.memory [actions]; 10,000 by default.

Every action is one that an analyst takes, in an order drawn with a fixed seed; the window paints after each.
"""

from __future__ import annotations

import gc
import random
import sys
from typing import TYPE_CHECKING

# First, because it chooses a platform for Qt.
from benchmarks.window import DRAGGED, rest, shown_window, wait_for_likelihoods

from PySide6.QtCore import QObject  # isort: skip
from PySide6.QtWidgets import QApplication  # isort: skip

from advisor.scores import Score
from data.playbook_files import shipped_playbook
from ui.pages import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.main_window import MainWindow

ACTIONS, REPORTS = 10_000, 10
# What comes once: pages made, fonts and libraries loaded, caches filled.
WARM_UP = 300
# Pages whose work takes seconds are turned to now and then, or ten thousand actions would take hours.
SLOW, QUICK_PAGES = ("Plan", "Robustness"), 0.98
_REST_MS = 1000


def main(arguments: Sequence[str]) -> int:
    """Take the actions and print memory along the way."""
    count = int(arguments[0]) if arguments else ACTIONS
    chance = random.Random(1)
    with shown_window(shipped_playbook()) as shown:
        actions = script(shown, chance)
        take(actions, chance, WARM_UP)
        settle(shown)
        first = now = megabytes()
        print(f"after {WARM_UP} actions to warm up: {first:.0f} MB; {held(shown)}", flush=True)
        for number in range(1, REPORTS + 1):
            take(actions, chance, count // REPORTS)
            settle(shown)
            before, now = now, megabytes()
            grown = f"{now:.0f} MB ({now - before:+.1f})"
            print(f"after {number * count // REPORTS:6,} more: {grown}; {held(shown)}", flush=True)
        print(f"growth over {count:,} actions: {now - first:+.1f} MB, {1024 * (now - first) / count:+.2f} KB each")
    return 0


def script(shown: MainWindow, chance: random.Random) -> list[Callable[[], object]]:
    """Return what may be done, what is done often more than once."""
    session, pages = shown.session, shown.pages
    indicators = session.playbook.indicator_ids
    ids = [one.id for case in session.cases() or () for one in case.assessments]

    def score() -> Score:
        low, best, high = sorted(chance.randrange(21) / 2 for _ in range(3))
        return Score(low, best, high)

    def turn_page() -> None:
        quick = chance.random() < QUICK_PAGES
        shown.go_to_page(chance.choice([name for name in NAMES if not quick or name not in SLOW]))

    def search() -> None:
        shown.library.search.setText(chance.choice(("", "peru", "2014", "coca")))

    often = [
        lambda: session.preview_score(DRAGGED, score()),
        lambda: session.set_score(chance.choice(indicators), score()),
        lambda: pages.score.focus_indicator(chance.choice(indicators)) if pages.current == 0 else None,
    ]
    seldom = [session.undo, session.redo, turn_page, search, lambda: session.open_assessment(chance.choice(ids))]
    return [*(6 * often), *(2 * seldom), shown.commands.rename, shown.close_form]


def take(actions: Sequence[Callable[[], object]], chance: random.Random, count: int) -> None:
    """Take so many actions, and let the window paint each."""
    for _ in range(count):
        chance.choice(actions)()
        QApplication.processEvents()


def settle(shown: MainWindow) -> None:
    """Let what is computed arrive, so that it does not count as growth."""
    shown.library.search.clear()
    shown.go_to_page(NAMES[0])
    wait_for_likelihoods(shown.session)
    rest(_REST_MS)


def held(shown: MainWindow) -> str:
    """Say what is alive: a leak shows here, however the system hands memory out."""
    gc.collect()
    return f"{sys.getallocatedblocks():,} Python blocks, {len(shown.findChildren(QObject)):,} Qt objects"


def megabytes() -> float:
    """Return the memory of this process that is not on the disk; only Linux tells."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096 / 1e6


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
