"""The track record in words says what the numbers say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.hindcast import Hindcast, ReliabilityBand, hindcast
from advisor.hindcast_text import (
    acts_sentence,
    band_words,
    headline,
    made_from,
    record_lines,
    reliability_sentence,
    unfitted,
)
from advisor.trial import NOTHING, Derivation, Origin

if TYPE_CHECKING:
    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


@pytest.fixture(scope="module")
def found(playbook: Playbook, cases: dict[str, Case], draws: list[Draws]) -> Hindcast:
    return hindcast(playbook, list(cases.values()), draws[:1])


def test_the_headline_counts_classes_and_turns_beside_the_commonest_class(found: Hindcast) -> None:
    said = headline(found)
    assert f"in {found.record.class_hits} of 29 past episodes" in said
    assert f"right in {found.commonest_class.class_hits}" in said
    assert found.record.direction is not None
    assert f"in {found.record.direction.hits} of {found.record.direction.pairs} turns" in said


def test_each_way_to_predict_has_its_line(found: Hindcast) -> None:
    ours, bare, shares = record_lines(found)
    assert (ours.brier, bare.brier, shares.brier) == (
        found.record.brier, found.factors_only.brier, found.commonest_class.brier,
    )  # fmt: skip
    assert shares.concordance is None
    assert shares.turns == ""
    assert ours.turns


def test_known_acts_are_said_only_where_they_were_reckoned(found: Hindcast) -> None:
    assert found.known_acts is not None
    assert f"Of {found.known_acts.acts} offers" in acts_sentence(found)
    assert acts_sentence(replace(found, known_acts=None)) == ""


def test_a_band_is_named_in_the_words_of_icd_203() -> None:
    assert band_words(ReliabilityBand(0.55, 0.8, 12, 0.7, 0.6)) == "likely"


@pytest.mark.parametrize(
    ("happened", "stated", "said"),
    [
        (0.2, 25, "less often came true than was stated as likely"),
        (1.0, 25, "more often came true than was stated as likely"),
        (0.62, 25, "no more than chance"),
        (0.2, 5, "no more than chance"),
    ],
)
def test_bands_that_promise_more_or_less_than_came_true_are_named(
    found: Hindcast, happened: float, stated: int, said: str
) -> None:
    band = ReliabilityBand(0.55, 0.8, stated, 0.7, happened)
    assert said in reliability_sentence(replace(found, reliability=(band,)))


def test_a_playbook_without_a_fit_says_so(playbook: Playbook) -> None:
    assert unfitted(playbook) == ""
    assert "not fitted" in unfitted(replace(playbook, stance_fit=None))


def test_a_playbook_of_ones_own_says_that_its_fit_is_older(playbook: Playbook) -> None:
    made = replace(playbook, derivation=Derivation((Origin("drugs", "1.0"),), NOTHING))
    assert made_from(playbook) == ""
    assert "drugs 1.0, with 0 changes. Its stance was fitted before them" in made_from(made)
    assert made_from(replace(made, stance_fit=None)).endswith("with 0 changes.")
