"""A library with Peru in it, and scorecards as small as they can be."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from advisor.progress import Watch
from data.case_files import SHIPPED_CASES, read_case
from data.intake.intake import Intake
from data.library import open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from advisor.playbook import Playbook
    from data.intake.reading import Reading
    from data.intake.told import Told
    from data.library import Library

TODAY = dt.date(2026, 7, 5)


@pytest.fixture(scope="session")
def peru_library(tmp_path_factory: pytest.TempPathFactory, playbook: Playbook) -> Path:
    """A library to copy: filling one takes longer than most tests."""
    path = tmp_path_factory.mktemp("intake") / "library.sqlite"
    with open_library(path) as library:
        library.fill_once([read_case(SHIPPED_CASES / "peru.toml", playbook.indicator_ids)])
    return path


@pytest.fixture
def library(tmp_path: Path, peru_library: Path) -> Iterator[Library]:
    with open_library(shutil.copy(peru_library, tmp_path)) as opened:
        yield opened


@pytest.fixture
def read(library: Library, playbook: Playbook) -> Callable[..., Reading]:
    """Read files for a library, with what was told of each; Peru is open unless nothing is."""
    intake = Intake(library, playbook, lambda: TODAY)

    def read_them(*paths: Path, told: Mapping[Path, Told] | None = None, opened: int | None = 1) -> Reading:
        given = told or {}
        return intake.reader([(path, given.get(path, {})) for path in paths], opened)(Watch())

    return read_them


def scorecard(path: Path, who: str, scores: Mapping[str, Sequence[object]], title: str = "Peru, 15 May 2014") -> Path:
    """Write a scorecard: low, best, high, confidence and justification by indicator."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"author": who})
        sheet = book.add_worksheet("Pressures")
        sheet.write(0, 0, f"Pressures – {title}")
        sheet.write_row(2, 0, ["Id", "Low", "Best", "High", "Confidence", "Justification"])
        for row, (name, cells) in enumerate(scores.items(), 3):
            sheet.write_row(row, 0, [name, *cells])
    return path
