from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.pages import NAMES, OPTIONS, SCORE, Pages

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session


@pytest.fixture
def pages(qtbot: QtBot, session: Session) -> Pages:
    made = Pages(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_only_pages_that_exist_have_tabs(pages: Pages) -> None:
    assert [pages.tabs.tabText(place) for place in range(pages.tabs.count())] == list(NAMES)


def test_a_tab_shows_its_page(pages: Pages) -> None:
    assert pages.score.isVisible()
    pages.tabs.setCurrentIndex(OPTIONS)
    assert pages.options.isVisible()
    assert not pages.score.isVisible()


def test_each_page_remembers_whether_it_has_the_live_result(pages: Pages) -> None:
    assert pages.with_live_result
    pages.show_live_result(shown=False)
    pages.go_to(OPTIONS)
    pages.show_live_result(shown=True)
    pages.go_to(SCORE)
    assert not pages.with_live_result
    assert pages.strip.isVisible()
