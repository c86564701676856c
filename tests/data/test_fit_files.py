"""A stance fit is written as TOML that reads back the same."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.stance_fit import RidgeTrial
from data.fit_files import fit_data_hash, write_fit
from data.playbook_files import FIT_FILE, SHIPPED, read_playbook

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook


def test_a_fit_reads_back_as_it_was_written(playbook: Playbook, tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED / "counternarcotics", tmp_path / "mine")
    assert playbook.stance_fit is not None
    changed = replace(playbook.stance_fit, ridge=3.0, left_out_concordance=None)
    assert write_fit(folder, changed) == folder / FIT_FILE
    assert read_playbook(folder).stance_fit == changed


def test_a_trial_without_a_concordance_is_written_without_one(playbook: Playbook, tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED / "counternarcotics", tmp_path / "mine")
    assert playbook.stance_fit is not None
    changed = replace(playbook.stance_fit, trials=(RidgeTrial(1.0, 0.5),))
    write_fit(folder, changed)
    assert read_playbook(folder).stance_fit == changed


def test_the_hash_changes_with_any_score_and_not_with_line_endings(tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED / "counternarcotics", tmp_path / "mine")
    cases = tmp_path / "cases"
    cases.mkdir()
    path = cases / "x.toml"
    path.write_bytes(b"best = 7\nlow = 6\n")
    before = fit_data_hash(folder, [cases])
    path.write_bytes(b"best = 7\r\nlow = 6\r\n")
    assert fit_data_hash(folder, [cases]) == before
    path.write_bytes(b"best = 8\nlow = 6\n")
    assert fit_data_hash(folder, [cases]) != before


def test_evidence_notes_are_no_part_of_what_a_fit_depends_on(tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED / "counternarcotics", tmp_path / "mine")
    cases = tmp_path / "cases"
    cases.mkdir()
    path = cases / "x.toml"
    before_notes, after_notes = b"best = 7\nlow = 6\n", b"[[event]]\ntext = 'Strike'\n"
    path.write_bytes(before_notes)
    bare = fit_data_hash(folder, [cases])
    path.write_bytes(before_notes + b"\n[[note]]\ntext = 'Quiet'\nepisodes = [\n    'A',\n]\n")
    assert fit_data_hash(folder, [cases]) == bare
    path.write_bytes(before_notes + b"[[note]]\ntext = 'Quiet'\n" + after_notes)
    with_event = fit_data_hash(folder, [cases])
    assert with_event != bare
    path.write_bytes(before_notes + after_notes)
    assert fit_data_hash(folder, [cases]) == with_event
