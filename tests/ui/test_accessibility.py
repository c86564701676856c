"""All of the window for those who hear it or use no mouse: names, reading order, keys, and why for every number.

One walk through all pages and views finds what the tests then look at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QLabel, QListView, QWidget

from advisor.answering import answer
from tests.ui.filled_views import FILLED
from tests.ui.reading_order import jumps, name_of, stops, unnamed
from tests.ui.whole_window import whole_window
from ui.charts.chart_frame import ChartFrame
from ui.copying import copies
from ui.desk import HELP, SETTINGS
from ui.help.topics import FIRST, KEYS, heading_for
from ui.pages import NAMES
from ui.widgets.ink_label import InkLabel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from advisor.answers import Answer, Subject
    from advisor.playbook import Playbook
    from ui.help.help_view import HelpView
    from ui.main_window import MainWindow
    from ui.theme import Theme

# The two sides of the Score page are scored one after the other, then the panel; what to find out next comes last.
SCORE_JUMP = "QuestionLine"
NO_NUMBERS_OF_THE_TOOL = (HELP, SETTINGS)
FIGURE = re.compile(r"\d")
LEAST_CELLS = 200


@dataclass
class Walk:
    """What is wrong, by page or view."""

    nameless: set[str] = field(default_factory=set)
    jumping: list[tuple[str, str, str]] = field(default_factory=list)
    unanswered: set[str] = field(default_factory=set)
    uncopied: set[str] = field(default_factory=set)
    unsaid: set[str] = field(default_factory=set)
    headings: dict[str, str] = field(default_factory=dict)
    cells: int = 0
    _answers: dict[Subject | None, Answer | None] = field(default_factory=dict)

    def look_at(self, name: str, part: QWidget) -> None:
        """Look at a page or view that is shown."""
        QApplication.processEvents()
        assert stops(part), name
        pairs = [pair for pair in jumps(part) if not pair[1].startswith(SCORE_JUMP)]
        charts = [frame for frame in part.findChildren(ChartFrame) if not name_of(frame)]
        views = (one for one in part.findChildren(QAbstractItemView) if one.isVisible())
        self.headings[name] = heading_for(part)
        self.nameless |= {f"{name}: {one}" for one in unnamed(part)}
        self.jumping += [(name, *pair) for pair in pairs]
        self.uncopied |= {f"{name}: {type(view).__name__}" for view in views if not copies(view)}
        self.unsaid |= {f"{name}: {frame.heading.text()}" for frame in charts}

    def ask_about(self, name: str, window: MainWindow, part: QWidget) -> None:
        """Ask about every number in a label and in a cell."""
        for label in part.findChildren(QLabel):
            if isinstance(label, InkLabel) and label.isVisible() and FIGURE.search(label.text()):
                self._ask(f"{name}: {label.text()}", window, label)
        for view in part.findChildren(QAbstractItemView):
            if view.isVisible() and not isinstance(view, QHeaderView):
                self._ask_about_cells(f"{name}: {view.accessibleName()}", window, view)

    def _ask_about_cells(self, name: str, window: MainWindow, view: QAbstractItemView) -> None:
        model = view.model()
        columns = 1 if isinstance(view, QListView) else model.columnCount(QModelIndex())
        for row in range(model.rowCount()):
            for index in (model.index(row, column) for column in range(columns)):
                if FIGURE.search(f"{index.data() or ''}{index.data(Qt.ItemDataRole.AccessibleTextRole) or ''}"):
                    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                    self._ask(f"{name}, {index.row()} {index.column()}", window, view)
                    self.cells += 1

    def _ask(self, name: str, window: MainWindow, widget: QWidget) -> None:
        subject = window.desk.asking.subject_of(widget)
        if subject not in self._answers:
            self._answers[subject] = None if subject is None else window.desk.whys.answerer.answer(subject)
        found = self._answers[subject]
        if found is None or not found.title or not found.meaning:
            self.unanswered.add(f"{name}: {subject}")


@pytest.fixture(scope="module")
def window(
    playbook: Playbook, filled_library: Path, worn_theme: Theme, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """One window with Peru 2014 for all these tests, which only look."""
    with whole_window(playbook, filled_library, worn_theme, tmp_path_factory.mktemp("accessibility")) as made:
        yield made


@pytest.fixture(scope="module")
def walk(window: MainWindow) -> Walk:
    found = Walk()
    found.look_at("Window", window)
    found.ask_about("Live result", window, window.live_result)
    found.ask_about("Status line", window, window.status)
    for name in NAMES:
        window.go_to_page(name)
        found.look_at(name, window.shown_page)
        found.ask_about("Live result in short", window, window.pages.strip)
        found.ask_about(name, window, window.shown_page)
    for name in window.views.names:
        window.views.show_view(name)
        if name in FILLED:
            FILLED[name](window)
        found.look_at(name, window.views)
        if name not in NO_NUMBERS_OF_THE_TOOL:
            found.ask_about(name, window, window.views)
        found.headings[name] = heading_for(window.views.view(name))
    window.go_to_page("Score")
    return found


def test_nothing_is_without_a_name(walk: Walk) -> None:
    assert walk.nameless == set()


def test_tab_goes_in_reading_order(walk: Walk) -> None:
    assert walk.jumping == []


def test_every_table_and_list_can_be_copied(walk: Walk) -> None:
    assert walk.uncopied == set()


def test_every_chart_has_a_name_in_words(walk: Walk) -> None:
    assert walk.unsaid == set()


def test_every_page_and_view_has_help_of_its_own(walk: Walk) -> None:
    assert {name: walk.headings[name] for name in NAMES} == {name: name for name in NAMES}
    assert [name for name, heading in walk.headings.items() if heading == FIRST and name not in ("Window", HELP)] == []


def test_every_number_has_an_answer(walk: Walk) -> None:
    """The numbers in labels and cells; painted ones belong to rows, headers and charts that are marked as a whole."""
    assert walk.unanswered == set()
    assert walk.cells > LEAST_CELLS


def test_every_row_and_header_of_the_score_page_is_answered_by_name(window: MainWindow) -> None:
    known, score, playbook = window.desk.whys.known(), window.pages.score, window.session.playbook
    assert known is not None
    parts = {row.slider: playbook.indicator[name].name for name, row in score.rows.items()}
    for column in (score.domestic, score.external):
        parts.update({header: playbook.factor[name].name for name, header in column.factors.items()})  # type: ignore[misc]
    for widget, name in parts.items():
        subject = window.desk.asking.subject_of(widget)
        assert subject is not None
        assert answer(known, subject).title == name


def test_every_key_of_every_action_is_listed_in_the_help(window: MainWindow) -> None:
    window.desk.open_help(KEYS)
    view: HelpView = window.views.view(HELP)  # type: ignore[assignment]
    listed = view.browser.toPlainText()
    actions = [action for action in window.menus.findChildren(QAction) if action.shortcuts()]
    missing = [key.toString() for action in actions for key in action.shortcuts() if key.toString() not in listed]
    assert missing == []
