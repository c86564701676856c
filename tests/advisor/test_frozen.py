"""Values that several results share cannot be changed through any of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from advisor.findings import assess
from advisor.hindcast import hindcast
from advisor.scores import ScoreSheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.case import Case
    from advisor.playbook import Playbook
    from advisor.uncertainty import Draws


def refuses_changes(mapping: Mapping[Any, Any]) -> bool:
    with pytest.raises(TypeError):
        cast("dict[Any, Any]", mapping)["new"] = 1
    return True


def test_a_playbook_read_from_files_cannot_be_changed_in_place(playbook: Playbook) -> None:
    option, fit = playbook.options[0], playbook.stance_fit
    assert fit is not None
    assert refuses_changes(playbook.indicators[0].anchors)
    assert all(refuses_changes(one) for one in (option.us_value, option.us_risk, option.political))
    assert all(refuses_changes(one.weights) for one in (fit.full, fit.left_out[0].factors_only))
    assert all(refuses_changes(one) for one in (playbook.option, playbook.indicator, playbook.rule))
    assert refuses_changes(playbook.unfitted_stance.weights)


def test_results_cannot_be_changed_in_place(playbook: Playbook, cases: dict[str, Case], draws: Sequence[Draws]) -> None:
    found = assess(playbook, cases["Peru"].latest.sheet, draws)
    assert refuses_changes(found.probabilities)
    assert refuses_changes(found.best.factors)
    assert refuses_changes(ScoreSheet().scores)
    assert refuses_changes(hindcast(playbook, [cases["Peru"]]).episodes[0].probabilities)


def test_a_variant_keeps_the_rest_and_leaves_the_original(playbook: Playbook) -> None:
    option = playbook.options[0]
    variant = replace(option, us_value={**option.us_value, "other": 1.0})
    assert variant.political == option.political
    assert "other" not in option.us_value
    assert refuses_changes(variant.us_value)
