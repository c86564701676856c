"""`fit` can be repeated by anyone, and gives the numbers that are shipped."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from data.case_files import SECOND_CODER, SHIPPED_CASES
from data.fit_files import fit_data_hash
from data.playbook_files import FIT_FILE, SHIPPED, read_playbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.conftest import Run

SHIPPED_PLAYBOOK = SHIPPED / "counternarcotics"


def test_the_shipped_fit_is_what_the_command_gives(run: Callable[..., Run], tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED_PLAYBOOK, tmp_path / "mine")
    (folder / FIT_FILE).unlink()
    result = run("fit", folder, "--cases", SHIPPED_CASES, "--second-coder", SECOND_CODER)
    assert result.code == 0
    assert "58 codings of 29 episodes" in result.out
    again, shipped = read_playbook(folder).stance_fit, read_playbook(SHIPPED_PLAYBOOK).stance_fit
    assert again is not None
    assert shipped is not None
    assert again.data_sha256 == shipped.data_sha256
    assert again.ridge == shipped.ridge
    assert again.left_out_brier == pytest.approx(shipped.left_out_brier, abs=1e-4)
    assert again.full.weights == pytest.approx(shipped.full.weights, abs=1e-3)
    assert again.full.sigma == pytest.approx(shipped.full.sigma, abs=1e-3)


def test_the_shipped_fit_carries_the_hash_of_the_shipped_data() -> None:
    shipped = read_playbook(SHIPPED_PLAYBOOK).stance_fit
    assert shipped is not None
    assert shipped.data_sha256 == fit_data_hash(SHIPPED_PLAYBOOK, [SHIPPED_CASES, SECOND_CODER])


def test_a_dry_run_writes_nothing(run: Callable[..., Run], tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED_PLAYBOOK, tmp_path / "mine")
    cases = tmp_path / "cases"
    cases.mkdir()
    for name in ("peru.toml", "chile.toml"):
        shutil.copy(SHIPPED_CASES / name, cases / name)
    before = (folder / FIT_FILE).read_bytes()
    result = run("fit", folder, "--cases", cases, "--dry-run")
    assert result.code == 0
    assert "4 codings of 4 episodes" in result.out
    assert (folder / FIT_FILE).read_bytes() == before


def test_cases_of_one_country_are_too_few(run: Callable[..., Run], tmp_path: Path) -> None:
    shutil.copy(SHIPPED_CASES / "peru.toml", tmp_path / "peru.toml")
    result = run("fit", "--cases", tmp_path, "--dry-run")
    assert result.code == 1
    assert "from at least two countries" in result.err
