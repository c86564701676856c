from __future__ import annotations

from typing import TYPE_CHECKING

from ui.ports import AssessmentSummary, CaseSummary, LibraryPort

if TYPE_CHECKING:
    from data.library import Library


def promised(port: type) -> list[str]:
    return [name for name in vars(port) if not name.startswith("_")]


def test_the_library_keeps_what_the_window_asks_of_it(library: Library) -> None:
    port: LibraryPort = library
    for name in promised(LibraryPort):
        assert hasattr(port, name), name


def test_its_lists_say_what_the_window_shows(library: Library) -> None:
    case: CaseSummary = library.cases()[0]
    for name in promised(CaseSummary):
        assert hasattr(case, name), name
    for name in promised(AssessmentSummary):
        assert hasattr(case.assessments[0], name), name
