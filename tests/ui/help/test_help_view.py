from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from ui.help.help_view import HelpView
from ui.help.topics import ABOUT, GUIDE, KEYS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook


@pytest.fixture
def view(qtbot: QtBot, playbook: Playbook) -> HelpView:
    made = HelpView(playbook, lambda: [("Undo", "Ctrl+Z")])
    made.resize(900, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def titles(view: HelpView) -> list[str]:
    return [view.contents.item(row).text().strip() for row in range(view.contents.count())]


def test_a_heading_is_scrolled_to(view: HelpView) -> None:
    view.show_topic(GUIDE, "Guide")
    assert view.browser.verticalScrollBar().value() == 0
    view.show_topic(GUIDE, "Plan")
    assert view.browser.verticalScrollBar().value() > 0
    assert view.browser.textCursor().block().text() == "Plan"


def test_bold_is_no_bolder_than_the_font_shipped_for_it_and_lines_stay_short(view: HelpView) -> None:
    view.resize(2000, 400)
    view.show_topic(KEYS, "Keyboard shortcuts")
    cursor = view.browser.document().find("Action")
    assert cursor.charFormat().fontWeight() == QFont.Weight.DemiBold
    assert view.browser.width() - view.browser.document().rootFrame().frameFormat().rightMargin() < 900


def test_the_contents_list_all_documents_and_a_search_finds_in_all(view: HelpView) -> None:
    assert {"Guide", "Plan", "Keyboard shortcuts", "The model", "About Second Image"} <= set(titles(view))
    view.wanted.setText("admiralty")
    assert "Evidence" in titles(view)
    view.contents.setCurrentRow(titles(view).index("Evidence"))
    assert view.shown == "Guide"
    view.wanted.setText("zzzz")
    assert titles(view) == ["Nothing found"]


def test_keys_and_about_are_made_from_the_program(view: HelpView, playbook: Playbook) -> None:
    view.show_topic(KEYS)
    assert "Ctrl+Z" in view.browser.toPlainText()
    view.show_topic(ABOUT)
    view.copy.click()
    assert playbook.identity.sha256 in QGuiApplication.clipboard().text()


def test_a_link_to_a_document_opens_it_and_one_to_the_web_is_only_copied(view: HelpView) -> None:
    view.browser.anchorClicked.emit(QUrl("library.md"))
    assert view.shown == "The library"
    view.browser.anchorClicked.emit(QUrl("https://example.org/page"))
    assert view.shown == "The library"
    assert QGuiApplication.clipboard().text() == "https://example.org/page"


def test_a_document_that_is_not_there_is_said_to_be_missing(view: HelpView) -> None:
    view.show_topic("nowhere")
    assert "install" in view.browser.toPlainText()


def test_links_change_with_the_theme(view: HelpView, qapp: QApplication) -> None:
    def colour() -> str:
        fragments = iter(view.browser.document().toHtml().split("color:"))
        return next(part[:7] for part in fragments if part.startswith("#"))

    before, palette = qapp.palette(), qapp.palette()
    palette.setColor(QPalette.ColorRole.Link, QColor("#123456"))
    try:
        qapp.setPalette(palette)
        qapp.processEvents()
        assert colour() == "#123456"
    finally:
        qapp.setPalette(before)


def test_no_name_of_a_document_is_cut_off_in_the_contents(view: HelpView) -> None:
    assert "Public data" in titles(view)
    view.wanted.setText("country")
    long = view.contents.item(titles(view).index("Public data: how to get them, and what they can say"))
    assert view.contents.visualItemRect(long).height() > view.contents.visualItemRect(view.contents.item(0)).height()
    assert not any("`" in title for title in titles(view))
