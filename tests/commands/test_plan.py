"""`plan`: its knobs, its JSON and its text."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

import pytest

from advisor.knobs import InvalidKnob, Knobs
from commands.plan import knobs_of, lines, plan_json, plan_of
from commands.selection import Selection, select

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from advisor.plan import Plan
    from tests.commands.conftest import Run


def arguments(**given: object) -> argparse.Namespace:
    nothing: dict[str, object] = {
        "budget": None,
        "footprint": None,
        "horizon": None,
        "weight": [],
        "pin": [],
        "rule_out": [],
    }
    return argparse.Namespace(**{**nothing, **given})


@pytest.fixture(scope="module")
def selection() -> Selection:
    return select("peru", "PER-2012-2014", None, None)


@pytest.fixture(scope="module")
def plan(selection: Selection) -> Plan:
    """The plan at the usual knobs; it takes seconds."""
    return plan_of(selection, Knobs())


def test_options_of_the_command_turn_the_knobs() -> None:
    found = knobs_of(arguments(budget=50.0, horizon=24.0, weight=["finance=7"], pin=["justice"], rule_out=["alt_dev"]))
    assert found == Knobs(
        weights={"finance": 7.0}, budget=50.0, horizon_months=24.0, pinned=("justice",), ruled_out=("alt_dev",)
    )


@pytest.mark.parametrize("text", ["finance", "finance=", "finance=much", "=", ""])
def test_a_weight_that_cannot_be_read_is_explained(text: str) -> None:
    with pytest.raises(InvalidKnob, match="write OBJECTIVE=N, for example cultivation=3"):
        knobs_of(arguments(weight=[text]))


def test_the_json_keeps_the_contract(selection: Selection, plan: Plan) -> None:
    found = json.loads(json.dumps(plan_json(selection, plan), allow_nan=False))
    assert {one["role"] for one in found["package"]} <= {"lead", "offer_with_conditions", "sweetener"}
    assert len(found["package"]) == 6
    (switch,) = found["switches"]
    assert {key: switch[key] for key in ("indicator", "direction", "threshold", "now", "drop", "add")} == {
        "indicator": "de_access",
        "direction": "falls_to",
        "threshold": 5,
        "now": 7.0,
        "drop": ["vetted_units"],
        "add": ["tech_coop"],
    }
    assert "is then accepted in" in switch["why"]
    for price in found["prices"]:
        assert set(price) == {"option", "moves", "with", "p_now", "none_because"}
    worth = found["worth"]
    assert worth["perfect_foresight"] == 1.0
    assert worth["standing"] < worth["untailored"] < worth["rigid"] < worth["flexible"] < 1
    assert worth["worst_tenth"]["rigid"] < worth["worst_tenth"]["flexible"] < 1


def test_the_text_names_package_switch_and_worth(selection: Selection, plan: Plan) -> None:
    text = "\n".join(lines(selection, plan))
    assert text.startswith("Peru, as of 2011-12-31 (PER-2012-2014)")
    assert "Forced eradication outside the contested area" in text
    assert "Trust and access falls to 5 (now 7): drop vetted police units" in text
    assert "Prices of what is not offered" in text
    assert "Flexibility adds" in text


def test_with_no_money_the_text_says_so(selection: Selection) -> None:
    plan = plan_of(selection, Knobs(budget=0.0))
    assert "Nothing to commit to" in "\n".join(lines(selection, plan))
    assert plan_json(selection, plan)["worth"]["rigid"] is None


def test_the_whole_plan_comes_as_json_and_progress_stays_out_of_it(run: Callable[..., Run]) -> None:
    result = run("plan", "peru", "--episode", "PER-2012-2014", "--json")
    assert result.code == 0
    found = result.json
    assert {"package", "switches", "prices", "worth"} <= set(found)
    assert "erad_periphery" in {one["option"] for one in found["package"]}
    assert found["worth"]["perfect_foresight"] == 1.0
    assert set(found["worth"]["worst_tenth"]) >= {"rigid", "flexible"}
    assert "Looking ahead" in result.err
    assert "%" in result.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--pin", "erad_cor"), 'did you mean "erad_core"'),
        (("--pin", "erad_core", "--rule-out", "erad_core"), "erad_core"),
        (("--weight", "cultivation"), "cultivation"),
        (("--horizon", "500"), "120"),
    ],
)
def test_knobs_that_cannot_be_are_refused_in_words(
    run: Callable[..., Run], arguments: tuple[str, ...], words: str
) -> None:
    result = run("plan", "peru", *arguments)
    assert result.code == 1
    assert words in result.err
    assert result.out == ""


def test_a_plan_on_nothing_says_so(run: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "blank.toml"
    path.write_text('[[episode]]\nid = "X"\ncountry = "Utopia"\ncoded_as_of = 2026-01-01\n')
    assert "Nothing is scored yet" in run("plan", path).out
