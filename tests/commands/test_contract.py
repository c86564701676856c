"""The JSON that other people's scripts rely on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commands.conftest import Run

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "json.md"


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
    reliable = found["reliability"]
    assert set(reliable) >= {"lack", "parts", "alone", "supports"}
    assert sum(reliable["parts"].values()) == pytest.approx(reliable["lack"], abs=1e-12)
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


def keys_of(value: object) -> set[str]:
    """Return every key at every depth, but for those that are ids or names of classes."""
    if isinstance(value, list):
        return {key for one in value for key in keys_of(one)}
    if not isinstance(value, dict):
        return set()
    inner = {name: one for name, one in value.items() if name not in ("factors", "probabilities")}
    return set(value) | {key for one in inner.values() for key in keys_of(one)}


@pytest.mark.parametrize(
    "command",
    [
        ("assess", "peru"),
        ("plan", "peru"),
        ("hindcast",),
        ("check", "counternarcotics"),
        ("brief", "peru", "-o", "peru.xlsx"),
    ],
)
def test_every_key_is_documented(
    run: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    documented = set(re.findall(r"`(\w+)`", DOCUMENTATION.read_text(encoding="utf-8")))
    found = keys_of(run(*command, "--json").json)
    assert found
    assert found <= documented


def test_what_is_documented_of_an_assessment_is_there(run: Callable[..., Run]) -> None:
    section = DOCUMENTATION.read_text(encoding="utf-8").partition("## assess")[2].partition("## plan")[0]
    first_cells = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    documented = {key for cell in first_cells for key in re.findall(r"`(\w+)`", cell)}
    assert {"schema", *documented} == set(run("assess", "peru", "--json").json)
