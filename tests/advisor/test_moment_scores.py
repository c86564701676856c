from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.case import Assessment
from advisor.moment_scores import ScoreThenNow, moment_sentence, scores_then_and_now
from advisor.scores import Score, ScoreSheet
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from advisor.playbook import Playbook

UNREST = "su_level"


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return shipped_playbook()


def sheet(playbook: Playbook, best: float, **changes: object) -> ScoreSheet:
    score = replace(Score(0, best, 10, "low"), **changes)  # type: ignore[arg-type]
    return ScoreSheet({UNREST: score})


def test_a_difference_is_told_by_what_differs_most(playbook: Playbook) -> None:
    now = sheet(playbook, 7)
    pairs = {
        "best": (sheet(playbook, 4), ScoreThenNow("Current unrest", "4", "7")),
        "range": (sheet(playbook, 7, low=5.0), ScoreThenNow("Current unrest", "5–10", "0–10")),
        "confidence": (
            sheet(playbook, 7, confidence="high"),
            ScoreThenNow("Current unrest", "high confidence", "low confidence"),
        ),
        "reason": (
            sheet(playbook, 7, justification="x"),
            ScoreThenNow("Current unrest", "another reason", "reason reworded"),
        ),
        "none": (ScoreSheet(), ScoreThenNow("Current unrest", "not scored", "7")),
    }
    assert {name: scores_then_and_now(playbook, then, now) for name, (then, _) in pairs.items()} == {
        name: (told,) for name, (_, told) in pairs.items()
    }
    assert scores_then_and_now(playbook, now, now) == ()


def test_the_stance_then_is_set_beside_the_stance_today(playbook: Playbook) -> None:
    def assessed(scores: ScoreSheet) -> Assessment:
        return Assessment("PER", "Peru", dt.date(2014, 5, 15), scores)

    sides = {one.id: next(f.side for f in playbook.factors if f.id == one.factor) for one in playbook.indicators}
    opposed = ScoreSheet({one: Score(9, 9, 9) if side == "domestic" else Score(1, 1, 1) for one, side in sides.items()})
    aligned = ScoreSheet({one: Score(1, 1, 1) if side == "domestic" else Score(9, 9, 9) for one, side in sides.items()})
    then, now = assessed(opposed), assessed(aligned)
    assert moment_sentence(playbook, then, now) == "By best scores it came to divergent; today it comes to aligned."
    assert moment_sentence(playbook, then, then).endswith("its scores are the same today.")
    assert moment_sentence(playbook, then, None).endswith("it is no longer in the library.")
    assert "nothing was scored" in moment_sentence(playbook, assessed(ScoreSheet()), now)
