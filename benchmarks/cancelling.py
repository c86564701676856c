"""How soon work ends once it is cancelled: the longest stretch between two questions whether to go on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from advisor.plan import solve, with_worth
from advisor.survey import MANY, recounted, survey
from advisor.uncertainty import draw_blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.playbook import Playbook
    from advisor.scores import ScoreSheet

MOST_MS = 1000


class Questions:
    """Notes when it is asked whether to go on, by the processor time of the work, and always says yes."""

    def __init__(self) -> None:
        self._asked = [time.thread_time()]

    def __call__(self) -> bool:
        """Note the time, and go on."""
        self._asked.append(time.thread_time())
        return False

    @property
    def longest(self) -> float:
        """The longest stretch without a question until now, in milliseconds."""
        self()
        return 1000 * max(later - sooner for sooner, later in zip(self._asked, self._asked[1:], strict=False))


def cancelling(playbook: Playbook, sheet: ScoreSheet) -> None:
    """Measure the long work of the window: the plan, its worth, the survey and its hundred thousand futures."""
    seed = playbook.uncertainty.seed_fit
    kept = tuple(draw_blocks(playbook, playbook.uncertainty.draws, seed))
    plan = solve(playbook, sheet, kept)
    known = survey(playbook, sheet, kept)
    works: dict[str, Callable[[Callable[[], bool]], object]] = {
        "plan": lambda asked: solve(playbook, sheet, kept, cancelled=asked),
        "worth of the plan": lambda asked: with_worth(playbook, sheet, plan, cancelled=asked),
        "survey": lambda asked: survey(playbook, sheet, kept, cancelled=asked),
        f"{MANY:,} futures": lambda asked: recounted(
            playbook, sheet, known, draw_blocks(playbook, MANY, seed), expected=MANY, cancelled=asked
        ),
    }
    for name, work in works.items():
        questions = Questions()
        work(questions)
        print(f"longest step of: {name:<22} {questions.longest:8.0f} ms   (at most {MOST_MS:,})")
