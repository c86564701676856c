"""The window's way to imports: files are read in the background, and once only while nothing of them changes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from advisor.progress import Cancelled, Watch
from data.intake import data_files, files
from data.intake.intake import Intake
from tests.data.importers.files import SAMPLES, written
from tests.data.intake.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from advisor.playbook import Playbook
    from data.intake.told import Told
    from data.library import Library

MONTHS = "date,value\n2014-01,1\n2014-02,2\n"


@pytest.fixture
def intake(library: Library, playbook: Playbook) -> Intake:
    return Intake(library, playbook, lambda: TODAY)


def test_only_files_that_changed_are_read_again(
    intake: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (written(tmp_path, name, MONTHS) for name in ("first.csv", "second.csv"))
    names = []
    read_data = data_files.read_data

    def counting(path: Path, *rest: object) -> object:
        names.append(path.name)
        return read_data(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(files, "read_data", counting)
    intake.reader([(first, {}), (second, {})], 1)(Watch())
    intake.reader([(first, {}), (second, {"unit": ("%",)})], 1)(Watch())
    first.write_text(MONTHS + "2014-03,3\n", encoding="utf-8")
    os.utime(first, ns=(1, 1))
    intake.reader([(first, {}), (second, {"unit": ("%",)})], 1)(Watch())
    assert names == ["first.csv", "second.csv", "second.csv", "first.csv"]


def test_progress_runs_over_all_files_and_reading_stops_when_asked(intake: Intake) -> None:
    told: list[tuple[float, str]] = []
    both: list[tuple[Path, Told]] = [(SAMPLES / name, {}) for name in ("approval.csv", "acled_export.csv")]
    intake.reader(both, 1)(Watch(lambda share, what: told.append((share, what))))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert {what for _, what in told} == {"Reading approval.csv", "Reading acled_export.csv"}
    with pytest.raises(Cancelled):
        intake.reader(both, 1)(Watch(cancelled=lambda: True))


def test_what_is_open_is_the_country_of_an_export_unless_another_is_chosen(intake: Intake, tmp_path: Path) -> None:
    poll = written(tmp_path, "poll.csv", MONTHS)
    assert intake.reader([(poll, {})], 1)(Watch()).preview().parts[0].settings[0].value == "1"
    assert intake.reader([(poll, {})], None)(Watch()).preview().parts[0].settings[0].value == ""
    told = {"target": ("new:Chile",)}
    part = intake.reader([(poll, told)], 1)(Watch()).preview().parts[0]
    assert part.settings[0].value == "new:Chile"
    assert intake.importables()[0].name == "Scorecard or briefing"
