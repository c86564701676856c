from __future__ import annotations

import pytest

from advisor.scores import Score
from data.library.labels import fields_label, score_label

SEVEN = Score(6, 7, 8, "moderate", "212 conflicts")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (SEVEN, Score(7, 8.5, 9), "7 -> 8.5"),
        (None, SEVEN, "not scored -> 7"),
        (SEVEN, None, "7 -> not scored"),
        (SEVEN, Score(5.5, 7, 9), "range 6-8 -> 5.5-9"),
        (SEVEN, Score(6, 7, 8, "high"), "confidence moderate -> high"),
        (SEVEN, Score(6, 7, 8), "reason reworded"),
    ],
)
def test_a_score_is_described_by_what_changed_most(old: Score | None, new: Score | None, words: str) -> None:
    assert score_label("Peru", "Current unrest", old, new) == f"Peru: Current unrest {words}"


def test_long_texts_are_named_and_not_repeated() -> None:
    old = {"as_of": "2014-05-15", "issue": "Coca", "note": "same"}
    new = {"as_of": "2014-06-01", "issue": "A long issue", "note": "same"}
    assert fields_label("Peru", old, new) == "Peru: date 2014-05-15 -> 2014-06-01, issue reworded"
