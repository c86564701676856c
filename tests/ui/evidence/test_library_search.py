from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from advisor.case import Note
from ui.evidence.library_search import LibrarySearch

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from data.library import Library
    from ui.session import Session


def test_the_whole_library_is_searched_as_one_types(qtbot: QtBot, empty_session: Session, library: Library) -> None:
    bolivia = next(case.id for case in library.cases() if case.name == "Bolivia")
    library.add_note(bolivia, Note("Conflicts in the Chapare"))
    search = LibrarySearch(empty_session, {})
    qtbot.addWidget(search.field)
    qtbot.addWidget(search.hits)
    with qtbot.waitSignal(search.changed):
        QTest.keyClicks(search.field, "conflic")
    assert {"note", "justification"} <= {hit.kind for hit in search.hits.found.hits}
    assert search.active
    search.hits.left.emit()
    assert not search.active
    assert not search.found
