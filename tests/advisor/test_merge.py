"""Several analysts' scores become one sheet whose ranges hold everybody's, and the differences are weighed."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.merge import AnalystSheet, Spread, disagreement, merge
from advisor.scores import CONFIDENCES, Score, ScoreSheet
from data.playbook_files import shipped_playbook

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook

PLAYBOOK = shipped_playbook()
NAMES = PLAYBOOK.indicator_ids


@st.composite
def scores(draw: st.DrawFn) -> Score:
    low, best, high = sorted(draw(st.lists(st.integers(0, 20), min_size=3, max_size=3)))
    return Score(low / 2, best / 2, high / 2, draw(st.sampled_from(CONFIDENCES)), draw(st.text(max_size=5)))


sheets = st.dictionaries(st.sampled_from(NAMES), scores(), max_size=len(NAMES)).map(ScoreSheet)


@settings(max_examples=25)
@given(st.lists(sheets, min_size=1, max_size=4))
def test_a_merged_range_holds_everybodys_and_its_best_is_their_median(given_sheets: list[ScoreSheet]) -> None:
    merged = merge(PLAYBOOK, [AnalystSheet("", sheet) for sheet in given_sheets])
    for name in NAMES:
        given = [score for sheet in given_sheets if (score := sheet.get(name)) is not None]
        score = merged.sheet.get(name)
        if score is None:
            assert not given
            continue
        assert (score.low, score.high) == (min(one.low for one in given), max(one.high for one in given))
        assert score.best == median(one.best for one in given)
        assert CONFIDENCES.index(score.confidence) == min(CONFIDENCES.index(one.confidence) for one in given)
        assert all(one.justification in score.justification for one in given)


def test_the_justification_keeps_what_each_gave_with_the_name() -> None:
    name = NAMES[0]
    ana = AnalystSheet("Ana", ScoreSheet({name: Score(6, 7, 8, "high", "Strikes in Ica.")}))
    ben = AnalystSheet("Ben", ScoreSheet({name: Score(3, 4, 5, "low")}))
    silent = AnalystSheet("Cem", ScoreSheet())
    merged = merge(PLAYBOOK, [ana, ben, silent])
    score = merged.sheet.get(name)
    assert score == Score(3, 5.5, 8, "low", "Ana, 7 (6–8), high: Strikes in Ica.\nBen, 4 (3–5), low")
    (spread,) = merged.spreads
    assert (spread.gap, spread.apart, spread.silent) == (3, True, ("Cem",))


def test_ranges_that_share_a_value_are_not_apart() -> None:
    assert not Spread("x", (("Ana", Score(6, 7, 8)), ("Ben", Score(3, 4, 6)))).apart


def test_names_that_repeat_or_are_missing_are_numbered() -> None:
    given = [AnalystSheet(name, ScoreSheet()) for name in ("Ana", " ", "Ana")]
    assert merge(PLAYBOOK, given).analysts == ("Ana", "Analyst 2", "Ana (2)")


def test_where_they_differ_most_comes_first_and_where_they_agree_is_left_out() -> None:
    first, second, third = NAMES[:3]
    ana = ScoreSheet({first: Score(5, 5, 5), second: Score(1, 1, 1), third: Score(2, 2, 2)})
    ben = ScoreSheet({first: Score(6, 6, 6), second: Score(8, 8, 8), third: Score(2, 2, 2)})
    merged = merge(PLAYBOOK, [AnalystSheet("Ana", ana), AnalystSheet("Ben", ben)])
    assert [one.indicator for one in merged.widest] == [second, first]


def test_analysts_who_agree_do_not_disagree(playbook: Playbook, cases: dict[str, Case]) -> None:
    sheet = cases["Peru"].latest.sheet
    found = disagreement(playbook, [AnalystSheet("Ana", sheet), AnalystSheet("Ben", sheet)])
    assert not found.matters
    assert list(found.stances.values()) == [("Ana", "Ben")]


def test_opposite_sheets_split_the_stance_and_verdicts_and_say_who_comes_to_which(playbook: Playbook) -> None:
    best = {one.id: 10.0 if one.side == "domestic" else 0.0 for one in playbook.indicators}
    against = ScoreSheet({name: Score(one, one, one) for name, one in best.items()})
    in_favour = ScoreSheet({name: Score(10 - one, 10 - one, 10 - one) for name, one in best.items()})
    found = disagreement(playbook, [AnalystSheet("Ana", against), AnalystSheet("Ben", in_favour)])
    assert dict(found.stances) == {"divergent": ("Ana",), "aligned": ("Ben",)}
    assert found.stance_differs
    assert found.verdicts
    assert all({who for names in one.by.values() for who in names} == {"Ana", "Ben"} for one in found.verdicts)


def test_a_spread_needs_an_opinion() -> None:
    with pytest.raises(ValueError, match="empty"):
        _ = Spread("x", ()).gap
