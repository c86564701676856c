"""A session on a library that holds the example of two analysts."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.examples import two_analysts
from data.library import open_library
from ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from advisor.case import Case
    from advisor.playbook import Playbook


@pytest.fixture(scope="session")
def example(playbook: Playbook) -> Case:
    return two_analysts(playbook)


@pytest.fixture(scope="session")
def library_with_example(tmp_path_factory: pytest.TempPathFactory, example: Case) -> Path:
    """A library to copy."""
    path = tmp_path_factory.mktemp("example") / "library.sqlite"
    with open_library(path) as library:
        library.import_case(example)
    return path


@pytest.fixture
def example_session(
    qtbot: QtBot, playbook: Playbook, library_with_example: Path, example: Case, tmp_path: Path
) -> Iterator[Session]:
    """A session with the first analyst's assessment open."""
    with open_library(Path(shutil.copy(library_with_example, tmp_path))) as library:
        made = Session(playbook, library)
        made.open_assessment(example.assessments[0].id)
        yield made
        made.close()
