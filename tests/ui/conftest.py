"""A window on a library of its own, with few draws, so that likelihoods come at once."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.case_files import SHIPPED_CASES, read_case
from data.library import open_library
from data.playbook_files import shipped_playbook
from tests.ui.remembered import remember
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from advisor.briefing import Briefing
    from advisor.briefing_choices import BriefingChoices, Paper
    from advisor.case import Assessment, Case
    from advisor.findings import Findings
    from advisor.plan import Plan
    from advisor.playbook import Playbook
    from data.library import Library

PERU_2014 = "PER-2014-2016"
PERU_2012 = "PER-2012-2014"
UNREST = "su_level"
DRAWS = 256
COMPUTING = {f"test_{name}.py" for name in ("case_findings", "likelihoods", "session", "surveyor")}
PATIENCE_MS = 30_000
FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say that it has no window manager to tell the least size of a window to."""
    for item in items:
        if item.path.is_relative_to(FOLDER):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@dataclass
class FakeBriefing:
    """Writes a line in place of a workbook, or fails as told to."""

    error: Exception | None = None
    written: list[tuple[Case, Assessment, Findings, Plan | None]] = field(default_factory=list)
    choices: list[BriefingChoices] = field(default_factory=list)

    def __call__(
        self,
        case: Case,
        assessment: Assessment,
        findings: Findings,
        plan: Plan | None,
        path: Path,
        choices: BriefingChoices,
        paint_pdf: Callable[[Briefing, Paper], bytes],
    ) -> None:
        if self.error is not None:
            raise self.error
        self.written.append((case, assessment, findings, plan))
        self.choices.append(choices)
        path.write_text(f"{case.name} {assessment.as_of}", encoding="utf-8")


@pytest.fixture(autouse=True)
def remembered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compute everything once, but for the tests of those who compute it."""
    if request.path.name not in COMPUTING and request.node.get_closest_marker("computes") is None:
        remember(monkeypatch)


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    shipped = shipped_playbook()
    return replace(shipped, uncertainty=replace(shipped.uncertainty, draws=DRAWS))


@pytest.fixture(scope="session")
def shipped_cases(playbook: Playbook) -> tuple[Case, ...]:
    """Two of the shipped cases without their evidence: each test brings the notes that it speaks of."""
    names = ("bolivia.toml", "peru.toml")
    read = (read_case(SHIPPED_CASES / name, playbook.indicator_ids) for name in names)
    return tuple(replace(case, notes=()) for case in read)


@pytest.fixture(scope="session")
def filled_library(tmp_path_factory: pytest.TempPathFactory, shipped_cases: tuple[Case, ...]) -> Path:
    """A library to copy: filling one takes longer than most tests."""
    path = tmp_path_factory.mktemp("filled") / "library.sqlite"
    with open_library(path) as library:
        library.fill_once(shipped_cases)
    return path


@pytest.fixture
def library_path(tmp_path: Path, filled_library: Path) -> Path:
    return Path(shutil.copy(filled_library, tmp_path))


@pytest.fixture
def library(library_path: Path) -> Iterator[Library]:
    with open_library(library_path) as opened:
        yield opened


@pytest.fixture
def session(qtbot: QtBot, playbook: Playbook, library: Library) -> Iterator[Session]:
    """A session with Peru 2014 open and its likelihoods computed."""
    made = Session(playbook, library)
    with qtbot.waitSignal(made.likelihoods_changed, timeout=PATIENCE_MS):
        made.open_assessment(PERU_2014)
    yield made
    made.close()


@pytest.fixture
def empty_session(qtbot: QtBot, playbook: Playbook, library: Library) -> Iterator[Session]:
    """A session with nothing open."""
    made = Session(playbook, library)
    yield made
    made.close()


@pytest.fixture
def briefing() -> FakeBriefing:
    return FakeBriefing()


@pytest.fixture(scope="session")
def worn_theme(qapp: QApplication) -> Theme:
    """The one theme of the application: dressing it anew takes longer than most tests."""
    return Theme(qapp, "light")


@pytest.fixture
def theme(worn_theme: Theme) -> Iterator[Theme]:
    worn_theme.choose("light")
    yield worn_theme
    worn_theme.choose("light")


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, briefing: FakeBriefing, theme: Theme, tmp_path: Path
) -> Iterator[MainWindow]:
    """The window with Peru 2014 open."""
    with theme.undressed():
        made = MainWindow(session, briefing, theme, Settings(tmp_path / "settings"))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
