"""Playbook folders: the shipped one loads, and a broken one reports everything at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.case import Case
from data import toml_files
from data.briefed import package_of
from data.errors import InvalidFiles
from data.playbook_files import NEEDED, playbook_hash, read_playbook
from tests.data.playbook_folder import append, copied, edit, problems_of

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook

FIRST_RULE = 'id = "base_in_valley"'
FIRST_SCORE = 'if = "high(eb_overlap)"'


def test_the_shipped_playbook_is_whole(playbook: Playbook) -> None:
    assert playbook.identity.id == "counternarcotics"
    counts = (len(playbook.indicators), len(playbook.factors), len(playbook.options))
    assert counts == (22, 7, 22)
    assert (len(playbook.rules), len(playbook.stance_rules)) == (62, 12)
    assert playbook.stance_fit is not None


def test_every_shipped_rule_has_a_short_name_of_its_own(playbook: Playbook) -> None:
    names = [rule.name for rule in playbook.rules] + [rule.name for rule in playbook.stance_rules]
    assert all(names)
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 38


def test_a_playbook_without_a_fit_or_an_identity_is_read(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "playbook.toml").unlink()
    (folder / "stance_fit.toml").unlink()
    playbook = read_playbook(folder)
    assert (playbook.identity.id, playbook.identity.name, playbook.identity.version) == ("playbook", "Playbook", "0")
    assert playbook.stance_fit is None


def test_the_hash_is_of_the_content_whatever_the_line_endings(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    before = playbook_hash(folder)
    for path in folder.glob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert playbook_hash(folder) == before == read_playbook(folder).identity.sha256
    edit(folder, "model.toml", "budget = 120", "budget = 121")
    assert playbook_hash(folder) != before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"#" * 2048, "stray.toml: is larger than 0 MB; this is no case or playbook file"),
        ("# Señor".encode("latin-1"), "stray.toml: is not UTF-8 text (byte 4); save it as UTF-8"),
    ],
)
def test_a_stray_file_that_cannot_be_kept_with_the_playbook_is_named_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, said: str
) -> None:
    (tmp_path / "stray.toml").write_bytes(content)
    monkeypatch.setattr(toml_files, "MAX_BYTES", 1024)
    for use in (playbook_hash, lambda folder: package_of(folder, Case("Peru", ()))):
        with pytest.raises(InvalidFiles) as raised:
            use(tmp_path)
        assert str(raised.value) == said
    monkeypatch.setattr(toml_files, "MAX_BYTES", 8 * 2**20)
    folder = copied(tmp_path)
    (folder / "stray.toml").write_bytes(b"\xff")
    with pytest.raises(InvalidFiles, match=r"^stray\.toml: is not UTF-8 text"):
        read_playbook(folder)


def test_what_a_system_hides_beside_the_files_of_a_playbook_is_no_part_of_it(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    before = playbook_hash(folder)
    (folder / "._rules.toml").write_bytes(b"\x00\x05\x16\x07\xff")
    assert playbook_hash(folder) == before
    assert read_playbook(folder).identity.id == "counternarcotics"


def test_factors_that_are_only_used_are_made_up_from_their_indicators(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    declared = 'id = "unrest"\nside = "domestic"\nname = "Social unrest"\nphrase = "unrest"\n'
    edit(folder, "indicators.toml", f"[[factor]]\n{declared}", "")
    factor = read_playbook(folder).factor["unrest"]
    assert (factor.side, factor.name, factor.phrase) == ("domestic", "Unrest", "unrest")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "rules.toml",
            FIRST_SCORE,
            'if = "high(eb_overlp)"',
            'rules.toml: rule "base_in_valley": if: "eb_overlp" is no indicator or factor of this playbook; '
            'did you mean "eb_overlap"?\n  high(eb_overlp)\n       ^',
        ),
        (
            "rules.toml",
            FIRST_SCORE,
            'if = "high(eb_overlap) and"',
            'rules.toml: rule "base_in_valley": if: expected high(...), low(...), moderate(...), not or (, found',
        ),
        ("rules.toml", FIRST_SCORE, 'if = ""', 'rules.toml: rule "base_in_valley": if: the condition is empty; write'),
        (
            "rules.toml",
            FIRST_SCORE,
            "if = 3",
            'rules.toml: rule "base_in_valley", if: is 3, but must be text in quotes',
        ),
        ("rules.toml", FIRST_RULE, 'di = "x"', 'rules.toml: rule "Its own voters grow the crop", id: is missing'),
        (
            "rules.toml",
            'option = "erad_core", points = -2',
            'option = "erad_core", points = -4',
            'rules.toml: rule "base_in_valley", then 1, points: is -4, but must be greater than or equal to -3',
        ),
        (
            "rules.toml",
            'option = "erad_core", points = -2',
            'option = "erad_cor", points = -2',
            'rules.toml: rule "base_in_valley": "erad_cor" is no option of this playbook; did you mean "erad_core"?',
        ),
        (
            "rules.toml",
            'option = "erad_core", points = -2',
            'tag = "visibel", points = -2',
            'rules.toml: rule "base_in_valley": "visibel" is no tag of this playbook; did you mean "visible"?',
        ),
        (
            "rules.toml",
            'option = "erad_core", points = -2',
            'option = "erad_core", tag = "visible", points = -2',
            'rules.toml: rule "base_in_valley": then: each entry names either an option or a tag',
        ),
        (
            "rules.toml",
            'kind = "modifier"',
            'kind = "veto"',
            'rules.toml: rule "base_in_valley": a veto, and only a veto, has veto_at; add veto_at',
        ),
        (
            "rules.toml",
            'kind = "modifier"',
            'kind = "modifier"\nveto_at = 0.6',
            'rules.toml: rule "base_in_valley": a veto, and only a veto, has veto_at; remove veto_at or write',
        ),
        (
            "rules.toml",
            'kind = "modifier"',
            'kind = "condition"',
            'rules.toml: rule "base_in_valley": a rule of kind "condition" needs advice to attach',
        ),
        (
            "rules.toml",
            'kind = "modifier"',
            'kind = "modifer"',
            "rules.toml: rule \"base_in_valley\", kind: is \"modifer\"; allowed: 'modifier', 'veto', 'condition' or",
        ),
        (
            "rules.toml",
            'then = [{ option = "erad_core", points = -2 }]',
            "then = []",
            'rules.toml: rule "pledge_plus_base": then is empty; name at least one option or tag',
        ),
        (
            "rules.toml",
            "then = { stance = -2 }",
            "then = { stance = -2, option = 3 }",
            'rules.toml: stance_rule "st_base_and_pledge", then.option: is not known here; allowed: stance',
        ),
        (
            "rules.toml",
            "\n[[stance_rule]]\n",
            "\n[[stance_rules]]\n",
            'rules.toml: stance_rules: is not known here; did you mean "stance_rule"?; allowed: schema',
        ),
        ("model.toml", "schema = 1", "schema = 2", "model.toml: schema: is 2; this version reads schema 1. Update"),
        (
            "model.toml",
            "budget = 120",
            "budgt = 120",
            'model.toml: plan, budgt: is not known here; did you mean "budget"?; allowed: term_months,',
        ),
        (
            "model.toml",
            "budget = 120",
            "budget = -1",
            "model.toml: plan, budget: is -1, but must be greater than or equal",
        ),
        (
            "model.toml",
            "lead_worth = 2.25",
            "lead_worth = nan",
            "model.toml: verdict, lead_worth: is nan, but must be an",
        ),
        ("model.toml", "sigma_median", "sigma_mdian", "model.toml: stance, prior.sigma_median: is missing"),
        (
            "model.toml",
            "[verdict]",
            "[verdikt]",
            "model.toml: verdict: is missing; write it as a table headed [verdict]",
        ),
        (
            "indicators.toml",
            '0 = "Affected districts voted clearly',
            '11 = "Affected districts voted clearly',
            'indicators.toml: indicator "eb_overlap", anchors.11: is "11", but must be less than or equal to 10',
        ),
        (
            "indicators.toml",
            "breakpoints = [[0.5, 0]",
            "breakpoints = [[0.5, -1]",
            'indicators.toml: indicator "eb_overlap", proxies 1, breakpoints 1, 2: is -1, but must be greater than or',
        ),
        (
            "sources.toml",
            "\nverified = true",
            '\nverified = "yes"',
            'sources.toml: source "eir2016", verified: is "yes", but must be true or false',
        ),
        (
            "options.toml",
            "visibility = 9",
            "visibility = 99",
            'options.toml: option "erad_core", visibility: is 99, but must be less than or equal to 10',
        ),
        ("playbook.toml", 'version = "1.0"', "", "playbook.toml: version: is missing"),
        (
            "stance_fit.toml",
            "rows = 58",
            "rows = -1",
            "stance_fit.toml: rows: is -1, but must be greater than or equal",
        ),
    ],
)
def test_one_mistake_is_reported_with_file_entry_and_remedy(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    folder = copied(tmp_path)
    edit(folder, file, old, new)
    found = problems_of(folder)
    assert [problem for problem in found if problem.startswith(message)], found


@pytest.mark.parametrize("file", ["indicators.toml", "options.toml", "sources.toml", "rules.toml"])
def test_an_entry_that_cannot_be_read_draws_no_complaint_from_those_that_name_it(tmp_path: Path, file: str) -> None:
    folder = copied(tmp_path)
    edit(folder, file, "schema = 1", "schema = 1\nschema_ = 2")
    first = {
        "indicators.toml": "volatility = 1.0",
        "options.toml": "visibility = 9",
        "sources.toml": "\nverified = true",
    }
    edit(folder, file, first.get(file, '\nkind = "modifier"'), "\nx = 1")
    assert all(problem.startswith(f"{file}: ") for problem in problems_of(folder))


@pytest.mark.parametrize("file", NEEDED)
def test_without_one_file_the_others_are_still_checked_and_not_blamed(tmp_path: Path, file: str) -> None:
    folder = copied(tmp_path)
    (folder / file).unlink()
    missing = f"{file}: is missing from {folder}; a playbook needs {', '.join(NEEDED)}"
    assert problems_of(folder) == [missing]
    (folder / file).write_bytes(b"\xff")
    assert problems_of(folder) == [f"{file}: is not UTF-8 text (byte 0); save it as UTF-8"]
    other = "options.toml" if file != "options.toml" else "rules.toml"
    edit(folder, other, "schema = 1", "schema = 3")
    assert len(problems_of(folder)) == 2


@pytest.mark.parametrize(
    ("file", "messages"),
    [
        ("indicators.toml", ["holds no indicator; write at least one, headed [[indicator]]"]),
        ("options.toml", ["holds no option; write at least one, headed [[option]]"]),
        (
            "model.toml",
            ["plan: is missing; write it as a table headed [plan]", "the weights of the objectives must sum to"],
        ),
        ("sources.toml", ['rule "base_in_valley": "eir2016" is no source of this playbook']),
    ],
)
def test_an_empty_file_is_said_to_hold_nothing(tmp_path: Path, file: str, messages: list[str]) -> None:
    folder = copied(tmp_path)
    (folder / file).write_text("", encoding="utf-8")
    shown = "\n".join(problems_of(folder))
    assert [message for message in messages if message not in shown] == []


def test_a_playbook_without_rules_is_read(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "rules.toml").write_text("schema = 1\n", encoding="utf-8")
    assert read_playbook(folder).rules == ()


def test_all_problems_of_all_files_are_reported_at_once_and_none_twice(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    edit(folder, "rules.toml", FIRST_SCORE, 'if = "hihg(eb_overlap)"')
    edit(folder, "rules.toml", "high(eb_overlap) and high(eb_pledge)", "high(eb_overlap) and hgh(eb_pledge)")
    edit(folder, "model.toml", "rule_cap = 4.0", "rule_cap = 0")
    edit(folder, "model.toml", "draws = 4096", "draws = 1.5")
    edit(folder, "model.toml", 'indicator = "ue_aid"', 'indicator = "ue_ade"')
    edit(folder, "options.toml", 'complements = ["alt_dev"', 'complements = ["alt_devv"')
    edit(folder, "indicators.toml", 'side = "domestic"', 'side = "inside"')
    append(folder, "sources.toml", "[[source]]\nid = 3")
    found = problems_of(folder)
    assert len(found) == len(set(found))
    words = ("hihg", "hgh", "rule_cap", "draws", "ue_ade", "alt_devv", "inside", "is 3, but must be text in quotes")
    assert [word for word in words if word not in "\n".join(found)] == []


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    message = "is not a folder; a playbook is a folder of TOML files"
    assert problems_of(tmp_path / "none") == [f"{tmp_path / 'none'}: {message}"]


def test_a_playbook_need_not_say_how_to_weigh_evidence(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "evidence.toml").unlink()
    assert read_playbook(folder).evidence is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"icd_203"', '"icd_230"', 'evidence.toml: evidence: "icd_230" is no source of this playbook; did you mean'),
        (", 0.1, 0.4]", ", 0.1]", "evidence.toml: evidence, reliability: is [1.0, 0.8, 0.6, 0.3, 0.1], but must have"),
        ("half_life_months = 24", "half_life_months = 0", "evidence.toml: evidence, half_life_months: is 0, but must"),
        ("[evidence.high]", "[evidence.hihg]", "evidence.toml: evidence, hihg: is not known here; did you mean"),
        ("[evidence]", "[evidense]", "evidence.toml: evidense: is not known here; did you mean"),
    ],
)
def test_a_mistake_in_how_to_weigh_evidence_is_reported(tmp_path: Path, old: str, new: str, problem: str) -> None:
    folder = copied(tmp_path)
    edit(folder, "evidence.toml", old, new)
    found = problems_of(folder)
    assert [one for one in found if one.startswith(problem)], found
