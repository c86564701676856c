"""A playbook knows its parts by id and what holds without a fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from advisor.playbook import Effect

if TYPE_CHECKING:
    from advisor.playbook import Playbook


def test_the_shipped_playbook_has_22_indicators_in_7_factors_and_22_options(playbook: Playbook) -> None:
    assert len(playbook.indicators) == 22
    assert len(playbook.factors) == 7
    assert len(playbook.options) == 22
    assert [factor.id for factor in playbook.factors if factor.side == "external"] == [
        "economic_leverage",
        "shared_threat",
        "diplomatic_engagement",
    ]


def test_an_option_named_by_id_and_by_tag_gets_both(playbook: Playbook) -> None:
    rule = replace(
        playbook.rules[0],
        then=(Effect(1.0, option="erad_core"), Effect(-2.0, tag="visible"), Effect(3.0, tag="health")),
    )
    assert rule.points_for(playbook.option["erad_core"]) == -1.0
    assert rule.names(playbook.option["erad_core"])
    assert not rule.names(playbook.option["alt_dev"])


def test_without_a_fit_weights_are_equal_and_sigma_is_that_of_the_prior(playbook: Playbook) -> None:
    model = replace(playbook, stance_fit=None).stance_model
    assert model.weights["unrest"] == pytest.approx(-1 / 4)
    assert model.weights["economic_leverage"] == pytest.approx(1 / 3)
    assert (model.cut_divergent, model.cut_aligned, model.sigma) == (-1.25, 1.25, 2.0)


@pytest.mark.parametrize(
    ("name", "phrase"),
    [("unrest", "unrest"), ("su_level", "current unrest"), ("de_pressure", "US diplomatic pressure")],
)
def test_indicators_and_factors_have_names_inside_a_sentence(playbook: Playbook, name: str, phrase: str) -> None:
    assert playbook.phrase(name) == phrase
