from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from tests.ui.library_lines import Assessment, Case
from ui.library_model import NEW_ASSESSMENT, Role
from ui.library_tree import LibraryTree, fitted
from ui.tokens import font

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


PERU = Case(
    1,
    "Peru",
    (Assessment("P1", dt.date(2011, 8, 10), "Eradication"), Assessment("P2", dt.date(2014, 5, 15), "The VRAEM")),
)
BOLIVIA = Case(2, "Bolivia", (Assessment("B1", dt.date(2008, 8, 31), "The DEA presence"),))


@pytest.fixture
def tree(qtbot: QtBot) -> LibraryTree:
    made = LibraryTree()
    qtbot.addWidget(made)
    made.resize(196, 400)
    made.show_cases([BOLIVIA, PERU])
    made.show()
    return made


def texts(tree: LibraryTree, parent: QModelIndex | None = None) -> list[str]:
    model, above = tree.model(), parent or QModelIndex()
    return [model.index(row, 0, above).data() for row in range(model.rowCount(above))]


def test_assessments_stand_below_their_country_with_the_newest_first(tree: LibraryTree) -> None:
    assert texts(tree) == ["Bolivia", "Peru"]
    assert texts(tree, tree.model().index(1, 0)) == ["15 May 2014", "10 Aug 2011", NEW_ASSESSMENT]
    assert tree.model().index(1, 0).data(Role.COUNT) == 2


def test_the_open_assessment_is_marked_and_its_country_unfolded(tree: LibraryTree) -> None:
    tree.mark_open("P2")
    entry = tree.entry("P2")
    assert entry.data(Role.IS_OPEN)
    assert tree.isExpanded(entry.parent())
    tree.mark_open("B1")
    assert not tree.entry("P2").data(Role.IS_OPEN)


def test_return_opens_an_assessment_and_asks_for_a_new_one(qtbot: QtBot, tree: LibraryTree) -> None:
    tree.mark_open("P2")
    with qtbot.waitSignal(tree.opened) as opened:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert opened.args == ["P2"]
    tree.setCurrentIndex(tree.model().index(2, 0, tree.entry("P2").parent()))
    with qtbot.waitSignal(tree.new_wanted) as wanted:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert wanted.args == [PERU.id]


def test_return_folds_and_unfolds_a_country(qtbot: QtBot, tree: LibraryTree) -> None:
    peru = tree.model().index(1, 0)
    tree.setCurrentIndex(peru)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert tree.isExpanded(peru)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert not tree.isExpanded(peru)


def test_a_click_opens_an_assessment(qtbot: QtBot, tree: LibraryTree) -> None:
    tree.mark_open("P2")
    place = tree.visualRect(tree.entry("P1")).center()
    with qtbot.waitSignal(tree.opened) as opened:
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert opened.args == ["P1"]


def test_delete_and_f2_ask_for_the_entry_in_focus(qtbot: QtBot, tree: LibraryTree) -> None:
    tree.mark_open("P1")
    for key, signal in ((Qt.Key.Key_Delete, tree.delete_wanted), (Qt.Key.Key_F2, tree.rename_wanted)):
        with qtbot.waitSignal(signal) as wanted:
            QTest.keyClick(tree, key)
        assert wanted.args is not None
        assert wanted.args[0].data(Role.ASSESSMENT) == "P1"


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [("peru", ["Peru"]), ("dea", ["Bolivia"]), ("2014", ["Peru"]), ("", ["Bolivia", "Peru"]), ("xyz", [])],
)
def test_search_finds_names_issues_and_dates(tree: LibraryTree, wanted: str, shown: list[str]) -> None:
    tree.show_cases([BOLIVIA, PERU], wanted)
    assert texts(tree) == shown


def test_search_keeps_only_the_assessments_that_fit(tree: LibraryTree) -> None:
    tree.show_cases([BOLIVIA, PERU], "vraem")
    assert texts(tree, tree.model().index(0, 0)) == ["15 May 2014", NEW_ASSESSMENT]


def test_what_was_unfolded_stays_so_when_the_library_changes(tree: LibraryTree) -> None:
    tree.expand(tree.model().index(1, 0))
    tree.show_cases([BOLIVIA, PERU])
    assert tree.isExpanded(tree.model().index(1, 0))
    assert not tree.isExpanded(tree.model().index(0, 0))


def test_a_stance_is_spoken_with_its_assessment(tree: LibraryTree) -> None:
    tree.show_stance("P2", "divergent")
    entry = tree.entry("P2")
    assert entry.data(Role.STANCE) == "divergent"
    assert entry.data(Qt.ItemDataRole.AccessibleTextRole) == "Peru, 15 May 2014, divergent"


def test_every_row_can_be_painted(tree: LibraryTree) -> None:
    tree.show_stance("P2", "aligned")
    tree.mark_open("P2")
    tree.setFocus()
    assert not tree.grab().isNull()


def test_where_room_is_short_the_year_goes_before_the_analyst(qtbot: QtBot) -> None:
    metrics, whole, shorter = QFontMetrics(font(12.5)), "15 May 2014, Alejandra Fuentes", "15 May, Alejandra Fuentes"
    assert fitted(whole, shorter, metrics, metrics.horizontalAdvance(whole)) == whole
    assert fitted(whole, shorter, metrics, metrics.horizontalAdvance(whole) - 1) == shorter
    least = fitted(whole, shorter, metrics, metrics.horizontalAdvance(shorter) - 1)
    assert least.startswith("15 May")
    assert least.endswith("Fuentes")
