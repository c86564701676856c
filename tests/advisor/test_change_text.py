from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.change import Change, Share, bars, changes
from advisor.change_text import explanation, reason, sides_text, told, unscored_text
from advisor.scores import Score, ScoreSheet
from advisor.tipping import STANCE

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.reasons import Reason


@pytest.fixture(scope="module")
def sheets(cases: dict[str, Case]) -> tuple[ScoreSheet, ScoreSheet]:
    """Peru at the end of 2011 and in May 2014."""
    _, before, after = cases["Peru"].assessments
    return before.sheet, after.sheet


def behind(playbook: Playbook, sheets: tuple[ScoreSheet, ScoreSheet], bar_id: str, subject: str = STANCE) -> Reason:
    change = next(one for one in changes(playbook, *sheets) if one.subject == subject)
    bar = next(one for one in bars(playbook, change, ("31 Dec 2011", "15 May 2014")) if one.id == bar_id)
    return reason(playbook, *sheets, change, bar)


def test_a_turn_names_both_classes_in_the_same_sentence(
    playbook: Playbook, sheets: tuple[ScoreSheet, ScoreSheet]
) -> None:
    assert told(playbook, changes(playbook, *sheets)[0]) == (
        "From aligned to divergent: the index fell by 4.0, most of it shared threat (−1.0), military (−0.8) and "
        "social unrest (−0.7)."
    )


def test_without_a_turn_the_sentence_is_that_of_the_change(playbook: Playbook) -> None:
    change = Change(STANCE, 0.0, 0.5, (Share("military", 0.5),))
    assert told(playbook, change) == "The index rose by 0.5, most of it military (+0.5)."


def test_an_option_has_no_class(playbook: Playbook, sheets: tuple[ScoreSheet, ScoreSheet]) -> None:
    said = told(playbook, next(one for one in changes(playbook, *sheets) if one.subject == "pause_metrics"))
    assert said.startswith("The standing of agreed pause with metrics rose by 3.6")


def test_the_two_sides_add_up_to_the_change(playbook: Playbook) -> None:
    shares = (Share("military", -1.0), Share("unrest", 0.25), Share("shared_threat", 2.0))
    assert sides_text(playbook, Change(STANCE, 0.0, 1.25, shares)) == (
        "Domestic factors −0.75, external factors +2.00."
    )


def test_what_a_share_is_stands_in_plain_words_with_the_sum(playbook: Playbook) -> None:
    text = explanation(Change(STANCE, 2.0, -1.5, (Share("military", -3.5),)))
    assert "Shapley" in text
    assert text.endswith("add up to the change of −3.50 exactly.")


def test_what_is_not_scored_is_said_because_it_counts_as_the_middle(playbook: Playbook) -> None:
    whole = ScoreSheet({name: Score(4, 5, 6) for name in playbook.indicator_ids})
    assert unscored_text(playbook, whole, whole) == ""
    text = unscored_text(playbook, whole, whole.with_score("su_level", None))
    assert "0 indicators before and 1 after" in text
    assert "count as 5" in text


def test_behind_a_share_stand_the_indicators_that_moved(
    playbook: Playbook, sheets: tuple[ScoreSheet, ScoreSheet]
) -> None:
    found = behind(playbook, sheets, "factor:military")
    assert found.title == "Military"
    assert found.arithmetic == "5.5 → 7.5 of 10, share −0.83"
    plain = found.because.replace("\N{NO-BREAK SPACE}", " ")
    assert plain == "Military objection 5 → 7.5; Military political weight 6.5 → 7; Cost to the forces 5 → 8."
    assert found.rationale == "Rules aside, a point more moves the index by −0.25."


def test_a_score_given_for_the_first_time_is_no_move_from_five(
    playbook: Playbook, sheets: tuple[ScoreSheet, ScoreSheet]
) -> None:
    before, after = sheets
    found = behind(playbook, (before.with_score("ms_opposition", None), after), "factor:military")
    assert "Military objection not scored" in found.because


def test_behind_the_share_in_an_option_stands_why_the_factor_matters_to_it(
    playbook: Playbook, sheets: tuple[ScoreSheet, ScoreSheet]
) -> None:
    found = behind(playbook, sheets, "factor:shared_threat", "erad_periphery")
    effect = playbook.option["erad_periphery"].political["shared_threat"]
    assert effect.reason.lower() in found.rationale.lower()
    assert "moves the standing" in found.rationale


@pytest.mark.parametrize(
    ("bar_id", "subject", "text"),
    [
        ("before", STANCE, "Aligned: divergent up to −1.04, aligned above +1.38."),
        ("after", STANCE, "Divergent: divergent up to −1.04, aligned above +1.38."),
        ("after", "pause_metrics", "At zero or above, an option is in the win-set unless a veto takes it out."),
    ],
)
def test_behind_the_ends_stands_what_their_level_means(
    playbook: Playbook, sheets: tuple[ScoreSheet, ScoreSheet], bar_id: str, subject: str, text: str
) -> None:
    assert behind(playbook, sheets, bar_id, subject).rationale == text
