"""What must fit together in a playbook: one broken copy a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.playbook_files import read_playbook
from tests.data.playbook_folder import append, copied, edit, problems_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "indicators.toml",
            'factor = "electoral_base"\nside = "domestic"',
            'factor = "electoral_base"\nside = "external"',
            'indicators.toml: indicator "eb_overlap": side is "external", but its factor "electoral_base" is domestic',
        ),
        (
            "indicators.toml",
            "breakpoints = [[0.5, 0], [0.8, 2]",
            "breakpoints = [[0.5, 0], [0.5, 2]",
            'indicators.toml: indicator "eb_overlap": breakpoints of "National election authority returns by',
        ),
        (
            "indicators.toml",
            "[[factor]]",
            '[[factor]]\nid = "x"\nside = "domestic"\nname = "X"\nphrase = "x"\n[[factor]]',
            'indicators.toml: factor "x": has no indicator; add one or remove the factor',
        ),
        (
            "indicators.toml",
            'id = "eb_overlap"',
            'id = "unrest"',
            'indicators.toml: indicator "unrest": has the id of a factor; ids must differ',
        ),
        (
            "indicators.toml",
            'id = "eb_pledge"',
            'id = "eb_overlap"',
            'indicators.toml: indicator "eb_overlap": stands 2 times; write it once, or give each its own id',
        ),
        (
            "options.toml",
            "electoral_base = {",
            "electoral_bas = {",
            'options.toml: option "erad_core": "electoral_bas" is no factor of this playbook; did you mean',
        ),
        (
            "options.toml",
            "electoral_base = {",
            "# electoral_base = {",
            'options.toml: option "erad_core": political.electoral_base is missing; write effect = 0 where it has none',
        ),
        (
            "options.toml",
            "cultivation = 7",
            "cultivtion = 7",
            'options.toml: option "erad_core": "cultivtion" is no objective of this playbook; did you mean',
        ),
        (
            "options.toml",
            'mutually_exclusive_with = ["erad_voluntary"',
            'mutually_exclusive_with = ["erad_voluntry"',
            'options.toml: option "erad_core": "erad_voluntry" is no option of this playbook; did you mean',
        ),
        (
            "options.toml",
            'complements = ["alt_dev"',
            'complements = ["erad_core"',
            'options.toml: option "erad_core": names itself as exclusive or complement',
        ),
        (
            "options.toml",
            'sources = ["ledebur2002"]',
            'sources = ["ledebur"]',
            'options.toml: option "erad_core": "ledebur" is no source of this playbook; did you mean "ledebur2002"?',
        ),
        (
            "options.toml",
            "cost_usd_m = [30, 90]",
            "cost_usd_m = [90, 30]",
            'options.toml: option "erad_core": cost_usd_m is [90.0, 30.0]; write the lower figure first',
        ),
        (
            "rules.toml",
            'source = ["eir2016"]',
            'source = ["eir2061"]',
            'rules.toml: rule "base_in_valley": "eir2061" is no source of this playbook; did you mean "eir2016"?',
        ),
        (
            "rules.toml",
            'id = "st_base_and_pledge"',
            'id = "base_in_valley"',
            'rules.toml: rule "base_in_valley": has the id of a stance rule; ids must differ',
        ),
        (
            "model.toml",
            'standing_package = ["erad_core"',
            'standing_package = ["erad"',
            'model.toml: plan, standing_package: "erad" is no option of this playbook; did you mean "erad_core"?',
        ),
        (
            "model.toml",
            'not_triggers = ["ue_aid"',
            'not_triggers = ["ue_ad"',
            'model.toml: plan, not_triggers: "ue_ad" is no indicator of this playbook; did you mean "ue_aid"?',
        ),
        (
            "model.toml",
            'any = ["alt_dev"',
            'any = ["alt"',
            'model.toml: plan, requires_any: "alt" is no option of this playbook',
        ),
        (
            "model.toml",
            "draws = 4096",
            "draws = 4000",
            "model.toml: uncertainty, draws: is 4000, but must be a power of two, such as 4096",
        ),
        (
            "model.toml",
            'kind = "revert"',
            'kind = "calendar"',
            'model.toml: uncertainty, drift "su_trend": kind "calendar" needs sd',
        ),
        (
            "model.toml",
            'indicator = "su_trend"',
            'indicator = "eb_proximity"',
            'model.toml: uncertainty, drift "eb_proximity": stands 2 times; write it once',
        ),
        (
            "model.toml",
            'indicator = "ue_aid"',
            'indicator = "ue_aidd"',
            'model.toml: lever "ue_aidd": "ue_aidd" is no indicator of this playbook; did you mean "ue_aid"?',
        ),
        (
            "model.toml",
            'indicator = "ue_aid"',
            'indicator = "de_access"',
            'model.toml: lever "de_access": stands 2 times; write it once, or give each its own indicator',
        ),
        (
            "model.toml",
            "up_cost = 10\n",
            "",
            'model.toml: lever "ue_aid": up_limit is given without up_cost',
        ),
        (
            "model.toml",
            'accepted = ["erad_periphery"',
            'accepted = ["erad_core"',
            'model.toml: known_acts "PER-2011H2": "erad_core" is both accepted and refused',
        ),
        (
            "model.toml",
            'refused = ["erad_core", "conditionality"]',
            'refused = ["conditionalty"]',
            'model.toml: known_acts "PER-2011H2": "conditionalty" is no option of this playbook; did you mean',
        ),
        (
            "stance_fit.toml",
            "\nunrest = ",
            "\nunrset = ",
            'stance_fit.toml: weights: "unrset" is no factor of this playbook; did you mean "unrest"?',
        ),
        (
            "stance_fit.toml",
            "\nunrest = ",
            "\n# unrest = ",
            "stance_fit.toml: weights: unrest missing; run the fit again",
        ),
        (
            "stance_fit.toml",
            "cut_divergent = -",
            "cut_divergent = 9",
            "stance_fit.toml: cut_divergent: must lie below cut_aligned; run the fit again",
        ),
    ],
)
def test_what_does_not_fit_together_is_reported(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    folder = copied(tmp_path)
    edit(folder, file, old, new)
    found = problems_of(folder)
    assert [problem for problem in found if problem.startswith(message)], found


def test_an_indicator_needs_two_anchors(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    kept = 'indicator = [{ id = "a", factor = "f", side = "domestic", name = "A", question = "?", guidance = "", '
    rest = 'volatility = 1, volatility_reason = "", us_controllable = false, anchors = { 0 = "none" } }]'
    (folder / "indicators.toml").write_text(kept + rest, encoding="utf-8")
    expected = 'indicators.toml: indicator "a": needs at least two anchors, such as 0 and 10'
    assert expected in problems_of(folder)


def test_objectives_need_a_weight_among_them(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    for weight in (3, 2, 1, 1, 1, 1):
        edit(folder, "model.toml", f"\nweight = {weight}\n", "\nweight = 0\n")
    assert problems_of(folder) == ["model.toml: objective: the weights of the objectives must sum to more than 0"]


def test_too_many_lever_settings_are_refused_and_the_remedy_is_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    edit(folder, "model.toml", "up_limit = 1.5", "up_limit = 10\ndown_cost = 1\ndown_limit = 10")
    assert read_playbook(folder).levers[-1].down_limit == 10  # 5 * 9 * 5 * 9 * 21
    text = 'indicator = "th_armed"\nup_cost = 1\nup_limit = 1\nreason = "A sixth lever."'
    append(folder, "model.toml", f"[[lever]]\n{text}")
    assert problems_of(folder) == [
        "model.toml: lever: too many lever settings: 127,575 half-point combinations, at most 100,000; "
        "lower some up_limit or down_limit, or remove a lever"
    ]


@pytest.mark.parametrize(
    "cuts", ["cut_divergent = 2.0", "cut_aligned = -1.25", "cut_divergent = 1.0\ncut_aligned = 1.0"]
)
def test_cuts_of_the_stance_in_the_wrong_order_are_refused(tmp_path: Path, cuts: str) -> None:
    folder = copied(tmp_path)
    edit(folder, "model.toml", "[stance]\n", f"[stance]\n{cuts}\n")
    (problem,) = problems_of(folder)
    assert problem.startswith("model.toml: stance, cut_divergent: is ")
    assert "and must lie below cut_aligned, " in problem
