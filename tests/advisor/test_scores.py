"""Scores stay on the scale and in order; a sheet is a value."""

from __future__ import annotations

import math

import pytest

from advisor.scores import InvalidScore, Score, ScoreSheet


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (-0.1, 5, 6, "low is -0.1; scores lie between 0 and 10"),
        (0, 11, 12, "best is 11; scores lie between 0 and 10"),
        (0, 5, math.nan, "high is nan; scores lie between 0 and 10"),
        (0, math.inf, 10, "best is inf"),
        (6, 5, 7, "low 6, best 5, high 7: write them in rising order"),
        (1, 5, 4, "write them in rising order"),
    ],
)
def test_a_score_off_the_scale_or_out_of_order_is_refused(low: float, best: float, high: float, words: str) -> None:
    with pytest.raises(InvalidScore, match=words.replace("(", "\\(")):
        Score(low, best, high)


def test_confidence_is_low_moderate_or_high() -> None:
    with pytest.raises(InvalidScore, match='confidence is "sure"; use low, moderate or high'):
        Score(1, 2, 3, "sure")  # type: ignore[arg-type]


def test_changing_one_score_leaves_the_old_sheet_as_it_was() -> None:
    before = ScoreSheet({"su_level": Score(6, 7, 8)})
    after = before.with_score("su_level", Score(1, 2, 3))
    assert before.scores["su_level"].best == 7
    assert after.scores["su_level"].best == 2
    assert after.with_score("su_level", None).get("su_level") is None


def test_an_unscored_indicator_is_the_whole_scale_with_best_5() -> None:
    arrays = ScoreSheet({"a": Score(1, 2, 3)}).arrays(["a", "b"])
    assert arrays.scored.tolist() == [True, False]
    assert (arrays.low[1], arrays.best[1], arrays.high[1]) == (0, 5, 10)


def test_a_sheet_cannot_be_changed_from_outside() -> None:
    scores = {"a": Score(1, 2, 3)}
    sheet = ScoreSheet(scores)
    scores.clear()
    assert "a" in sheet.scores
    with pytest.raises(TypeError):
        sheet.scores["b"] = Score(1, 2, 3)  # type: ignore[index]
