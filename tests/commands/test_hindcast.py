"""`hindcast` prints the track record with its two baselines and its caveat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.case_files import SHIPPED_CASES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Run


def test_the_track_record_names_both_baselines_and_the_caveat(run: Callable[..., Run]) -> None:
    result = run("hindcast")
    assert result.code == 0
    assert "This playbook" in result.out
    assert "Always the shares of all outcomes" in result.out
    assert "Factors without rules" in result.out
    assert "Whoever scored 11 of these 29 episodes knew, or may have known, how they ended; 18" in result.out
    assert result.out.count("PER-20") == 3


def test_the_json_has_the_keys_of_the_contract(run: Callable[..., Run]) -> None:
    found = run("hindcast", "--json").json
    assert {"episodes", "concordance", "class_hits", "direction", "brier", "baselines"} <= set(found)
    assert set(found["direction"]) == {"hits", "pairs"}
    assert set(found["baselines"]) == {"commonest_class", "factors_only"}
    assert len(found["episodes"]) == 29
    for one in found["episodes"]:
        assert {"id", "country", "outcome", "class", "index", "probabilities"} <= set(one)
        assert abs(sum(one["probabilities"].values()) - 1) < 1e-9


def test_every_case_file_of_a_folder_is_read(run: Callable[..., Run], tmp_path: Path) -> None:
    for name in ("peru.toml", "chile.toml"):
        (tmp_path / name).write_text((SHIPPED_CASES / name).read_text(encoding="utf-8"), encoding="utf-8")
    assert len(run("hindcast", tmp_path, "--json").json["episodes"]) == 4


def test_an_empty_folder_is_said_to_be_empty(run: Callable[..., Run], tmp_path: Path) -> None:
    result = run("hindcast", tmp_path)
    assert result.code == 1
    assert "holds no case file" in result.err
