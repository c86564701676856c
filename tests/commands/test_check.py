"""`check` tells every problem of a playbook at once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from data.playbook_files import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Run


def copy_of_shipped(tmp_path: Path) -> Path:
    return shutil.copytree(SHIPPED / "counternarcotics", tmp_path / "mine")


def test_the_shipped_playbook_has_no_problems(run: Callable[..., Run]) -> None:
    result = run("check", "counternarcotics")
    assert result.code == 0
    assert "22 indicators, 22 options, 62 rules, 12 stance rules. No problems." in result.out


def test_problems_of_several_files_are_told_together_with_file_and_entry(
    run: Callable[..., Run], tmp_path: Path
) -> None:
    folder = copy_of_shipped(tmp_path)
    rules = folder / "rules.toml"
    rules.write_text(rules.read_text("utf-8").replace('if = "high(pa_foreign)"', 'if = "hgh(pa_foreign)"', 1), "utf-8")
    options = folder / "options.toml"
    options.write_text(options.read_text("utf-8").replace("visibility = 9", "visibility = 19", 1), "utf-8")
    result = run("check", folder)
    assert result.code == 1
    assert 'rules.toml: rule "foreign_patron"' in result.err
    assert 'did you mean "high"?' in result.err
    assert 'options.toml: option "erad_core", visibility' in result.err


def test_problems_come_as_json_too(run: Callable[..., Run], tmp_path: Path) -> None:
    folder = copy_of_shipped(tmp_path)
    (folder / "sources.toml").write_text("not toml")
    result = run("check", folder, "--json")
    assert result.code == 1
    assert result.json["problems"][0]["file"] == "sources.toml"


def test_a_rule_that_can_never_fire_is_warned_of(run: Callable[..., Run], tmp_path: Path) -> None:
    folder = copy_of_shipped(tmp_path)
    rules = folder / "rules.toml"
    rules.write_text(
        rules.read_text("utf-8").replace('if = "high(pa_foreign)"', 'if = "high(pa_foreign) and low(pa_foreign)"', 1),
        "utf-8",
    )
    result = run("check", folder)
    assert result.code == 0
    assert 'rule "foreign_patron"' in result.out
    assert "never fire" in result.out
