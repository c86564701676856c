"""The sentences on a survey are true to what it found, whatever it found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from advisor.firming import Doubtful, Firming, OptionDoubt
from advisor.robustness import RankAcceptability
from advisor.scores import Score, ScoreSheet
from advisor.survey import Survey, survey
from advisor.survey_text import (
    chance_text,
    doubt_text,
    firming_rows,
    futures_text,
    headline,
    joint_lines,
    nothing_to_firm_up_text,
    ranks_text,
    spread_text,
    turn_rows,
)
from advisor.uncertainty import draw_blocks
from data.playbook_files import shipped_playbook
from tests.advisor.small_playbooks import small_playbooks, with_options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.case import Case
    from advisor.playbook import Playbook, StanceClass
    from advisor.uncertainty import Draws


@pytest.fixture(scope="module")
def peru(playbook: Playbook, cases: dict[str, Case], draws: list[Draws]) -> Survey:
    return survey(playbook, cases["Peru"].latest.sheet, draws)


def with_chances(found: Survey, chances: Mapping[StanceClass, float]) -> Survey:
    return replace(found, findings=replace(found.findings, probabilities=chances))


def with_firsts(playbook: Playbook, found: Survey, shares: Mapping[str, float]) -> Survey:
    """Return the survey with other shares of the first rank."""
    ranks = tuple(RankAcceptability(name, (shares.get(name, 0.0), 0.0), 1.0) for name in playbook.option_ids)
    return replace(found, ranks_now=ranks)


def clauses(playbook: Playbook, found: Survey) -> list[str]:
    return headline(playbook, found).split("; ")


def test_the_headline_on_peru_in_2014(playbook: Playbook, peru: Survey) -> None:
    assert headline(playbook, peru) == (
        "The lean holds: divergent in 64 % of futures; state presence in the contested area ranks first in 72 %; "
        "firm up Domestic sponsors of resistance first."
    )


@pytest.mark.parametrize(
    ("chances", "lean"),
    [
        ((0.85, 0.10, 0.05), "The lean is firm: divergent in 85 % of futures"),
        ((0.60, 0.25, 0.15), "The lean holds: divergent in 60 % of futures"),
        ((0.48, 0.20, 0.32), "The lean is open: divergent in 48 % of futures, aligned in 32 %"),
        ((0.30, 0.45, 0.25), "The lean does not hold: divergent by best scores, but contested in 45 % of futures"),
    ],
)
def test_how_far_the_lean_holds(
    playbook: Playbook, peru: Survey, chances: tuple[float, float, float], lean: str
) -> None:
    divergent, contested, aligned = chances
    found = with_chances(peru, {"divergent": divergent, "contested": contested, "aligned": aligned})
    assert clauses(playbook, found)[0] == lean


@pytest.mark.parametrize(
    ("shares", "first"),
    [
        ({"alt_dev": 0.6, "trade_package": 0.4}, "alternative development ranks first in 60 %"),
        ({"alt_dev": 0.5, "trade_package": 0.2}, "alternative development ranks first most often, in 50 %"),
        (
            {"alt_dev": 0.4, "interdiction": 0.5},
            "the first rank is open between interdiction by air, river and port and alternative development",
        ),
        (
            {"alt_dev": 0.4, "trade_package": 0.3, "land_market": 0.3},
            "the first rank is open among 3 options, alternative development ahead with 40 %",
        ),
    ],
)
def test_who_ranks_first(playbook: Playbook, peru: Survey, shares: dict[str, float], first: str) -> None:
    assert clauses(playbook, with_firsts(playbook, peru, shares))[1] == first


def test_a_blank_assessment_says_nothing_of_the_government_and_what_to_score_first(
    playbook: Playbook, draws: list[Draws]
) -> None:
    found = survey(playbook, ScoreSheet(), draws)
    assert headline(playbook, found) == (
        "Nothing is scored yet, so these futures say nothing about this government; "
        "score Domestic sponsors of resistance first."
    )


def test_where_nothing_is_in_doubt_nothing_is_to_be_firmed_up(playbook: Playbook, peru: Survey) -> None:
    sure = Doubtful(4096, 0.0, (), tuple(Firming(name, 0.0, ()) for name in playbook.indicator_ids))
    found = replace(peru, doubtful=sure)
    assert clauses(playbook, found)[-1] == "no range puts a verdict in doubt."
    assert firming_rows(playbook, peru.findings.best.sheet, sure) == ()
    assert nothing_to_firm_up_text(sure) == "No range is wide enough to put a verdict in doubt."
    assert doubt_text(playbook, sure).startswith("In none of 4,096 futures ")


def test_where_only_several_together_would_settle_a_verdict_none_comes_first(playbook: Playbook, peru: Survey) -> None:
    tangled = replace(peru.doubtful, firmings=tuple(replace(one, settled=0.0) for one in peru.doubtful.firmings))
    assert clauses(playbook, replace(peru, doubtful=tangled))[-1] == "no single judgment would settle a verdict."
    assert nothing_to_firm_up_text(tangled).startswith("No single judgment would settle a verdict")


def test_a_single_option_has_no_rank_to_contest(playbook: Playbook, cases: dict[str, Case]) -> None:
    alone = with_options(playbook, playbook.options[:1])
    found = survey(alone, cases["Peru"].latest.sheet, draw_blocks(alone, 64, 1))
    assert "first in" not in headline(alone, found)
    assert ranks_text(alone, found.ranks_now).endswith("expected rank 1.0, first in 100 % of futures.")


@settings(max_examples=10)
@given(small=small_playbooks(shipped_playbook()))
def test_there_is_a_headline_for_every_playbook(small: Playbook) -> None:
    for sheet in (ScoreSheet(), ScoreSheet({name: Score(5, 5, 5) for name in small.indicator_ids})):
        found = survey(small, sheet, draw_blocks(small, 16, 1))
        assert headline(small, found).endswith(".")
        assert doubt_text(small, found.doubtful).endswith(".")
        assert all(one.endswith(".") for one in joint_lines(small, found))


def test_it_is_said_from_how_many_futures_the_numbers_come(playbook: Playbook, peru: Survey) -> None:
    assert futures_text(playbook, peru) == "From 4,096 futures, the same ones after every edit."
    assert futures_text(playbook, replace(peru, draws=100_000)) == (
        "From 100,000 futures, the same ones after every edit; the live result counts the first 4,096."
    )


def test_the_best_expected_ranks_are_said_in_order(playbook: Playbook, peru: Survey) -> None:
    assert ranks_text(playbook, peru.ranks_now).startswith(
        "State presence in the contested area: expected rank 2.3, first in 72 %; "
    )


def test_the_spread_of_the_index_is_said_beside_its_best_value_where_there_is_one(
    playbook: Playbook, peru: Survey
) -> None:
    low, high = peru.findings.stance_range
    index = peru.findings.best.stance.index
    assert spread_text(peru) == (
        f"By best scores the index is −{-index:.1f}; in eight futures of ten, from −{-low:.1f} to +{high:.1f}."
    )
    blank = survey(playbook, ScoreSheet(), draw_blocks(playbook, 64, 1))
    assert spread_text(blank).startswith("In eight futures of ten the index lies from −")


def test_a_chance_is_said_in_words_and_figures() -> None:
    assert chance_text(0.637) == "likely, 64 %"


def test_what_to_firm_up_is_listed_with_its_share_of_the_doubt_and_what_it_settles(
    playbook: Playbook, cases: dict[str, Case], peru: Survey
) -> None:
    sheet = cases["Peru"].latest.sheet
    rows = firming_rows(playbook, sheet, peru.doubtful)
    first = peru.doubtful.firmings[0]
    assert rows[0].indicator == first.indicator == "pa_domestic"
    assert rows[0].share == first.settled / peru.doubtful.verdicts
    assert rows[0].score == sheet.get("pa_domestic")
    assert rows[0].options.startswith("would settle ")
    assert [one.share for one in rows] == sorted((one.share for one in rows), reverse=True)
    assert all(one.share > 0 for one in rows)


def test_options_that_an_indicator_hardly_settles_are_not_named(playbook: Playbook) -> None:
    settled = (OptionDoubt("alt_dev", 0.4), OptionDoubt("trade_package", 0.3), OptionDoubt("erad_core", 0.01))
    doubtful = Doubtful(64, 1.0, settled, (Firming("su_level", 0.71, settled),))
    (row,) = firming_rows(playbook, ScoreSheet(), doubtful)
    assert row.options == "would settle alternative development and trade preferences and economic package"
    assert row.score is None


def test_what_would_tip_the_stance_is_listed_nearest_first(playbook: Playbook, peru: Survey) -> None:
    rows = turn_rows(playbook, peru)
    assert [row.indicator for row in rows] == [turn.indicator for turn in peru.turns[: len(rows)]]
    assert all(": Contested" in row.text for row in rows)
    assert all("typical year" in row.aside for row in rows)


def test_where_no_indicator_tips_the_stance_alone_that_is_said_first(playbook: Playbook, peru: Survey) -> None:
    together = joint_lines(playbook, peru)
    assert together[0].startswith("Stance turns contested if everything moves toward aligning by ")
    alone = joint_lines(playbook, replace(peru, turns=()))
    assert alone == ("No indicator on its own changes the stance.", *together)
