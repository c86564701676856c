from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from advisor.case import CaseEvent, Note
from ui.case_edits import CaseEdits
from ui.evidence.going import Guide
from ui.pages import EVIDENCE, TIMELINE

if TYPE_CHECKING:
    from data.library import Library, SearchHit
    from ui.pages import Pages
    from ui.session import Session


class FakePages:
    """Takes note of where it is sent; making the pages themselves takes seconds."""

    def __init__(self) -> None:
        self.visited: list[object] = []
        self.evidence = self

    def go_to(self, page: int) -> None:
        self.visited.append(page)

    def show_indicator(self, indicator: str) -> None:
        self.visited.append(indicator)

    def show_note(self, note_id: int) -> None:
        self.visited.append(("note", note_id))


@pytest.fixture
def pages() -> FakePages:
    return FakePages()


def hit(library: Library, text: str, kind: str) -> SearchHit:
    return next(one for one in library.search(text) if one.kind == kind)


def opened(session: Session) -> str:
    assert session.assessment is not None
    return session.assessment.id


def test_a_hit_is_gone_to_on_the_page_on_which_it_stands(session: Session, library: Library, pages: FakePages) -> None:
    added = CaseEdits(session).add_note(Note("Guard posts"))
    CaseEdits(session).add_event(CaseEvent("2013-11", "Growers strike"))
    guide = Guide(session, cast("Pages", pages))
    session.open_assessment("PER-2012-2014")
    guide.go_to(hit(library, "guard posts", "note"))
    guide.go_to(hit(library, "growers strike", "event"))
    assert pages.visited == [EVIDENCE, ("note", added), TIMELINE]
    assert opened(session) == "PER-2012-2014"
    reason = next(one for one in library.search("eradication") if one.kind == "justification" and one.case == "Bolivia")
    guide.go_to(reason)
    assert (pages.visited[-1], opened(session)) == (reason.indicators[0], reason.assessments[0])
    guide.go_to(hit(library, "guard posts", "note"))
    assert (pages.visited[-1], opened(session)) == (("note", added), "PER-2014-2016")
