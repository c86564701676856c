"""The JSON that other people's scripts rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.conftest import Run


def test_the_json_has_the_keys_that_other_scripts_rely_on(run: Callable[..., Run]) -> None:
    found = run("assess", "peru", "--json").json
    assert {
        "schema",
        "case",
        "assessment",
        "as_of",
        "playbook",
        "scored",
        "indicators",
        "confidence",
        "factors",
    } <= set(found)
    assert set(found["playbook"]) >= {"id", "version", "sha256"}
    stance = found["stance"]
    assert set(stance) >= {"index", "class", "probabilities", "reversal", "words", "contributions"}
    assert sum(one["points"] for one in stance["contributions"]) == pytest.approx(stance["index"], abs=1e-12)
    assert [option["rank"] for option in found["options"]] == list(range(1, 23))
    for option in found["options"]:
        assert set(option) >= {
            "id", "name", "rank", "verdict", "verdict_best", "standing", "domestic", "external", "interaction",
            "vetoed", "p_now", "p_horizon", "us_value", "contributions", "advice",
        }  # fmt: skip
        assert sum(one["points"] for one in option["contributions"]) == pytest.approx(option["standing"], abs=1e-12)
        for one in option["contributions"]:
            assert one["kind"] in ("factor", "rule", "cost_of_agreeing", "rule_cap")
            assert one["side"] in ("domestic", "external", "interaction")
    assert all(0 < rule["degree"] <= 1 for rule in found["rules"])


def test_the_same_case_gives_the_same_bytes(run: Callable[..., Run]) -> None:
    assert run("assess", "peru", "--json").out == run("assess", "peru", "--json").out
