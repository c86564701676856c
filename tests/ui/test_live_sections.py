from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from ui.library_edits import LibraryEdits
from ui.live_sections import LeadsSection, ReversalSection, WinSetSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session import Session


def test_a_reversal_is_said_in_words_and_in_numbers(qtbot: QtBot) -> None:
    section = ReversalSection(12)
    qtbot.addWidget(section)
    section.show_likelihood(0.31)
    assert (section.word.text(), section.percent.text()) == ("Unlikely", "31 %")
    section.show_likelihood(None)
    assert (section.word.text(), section.percent.text()) == ("", "")


def test_where_nothing_leads_it_says_so(qtbot: QtBot, session: Session) -> None:
    section = LeadsSection()
    qtbot.addWidget(section)
    LibraryEdits(session).new_case("Paraguay", "", dt.date(2026, 3, 1))
    assert session.best is not None
    section.show_best(session.best)
    assert [(name.text(), name.isHidden()) for name, _ in section.rows] == [
        ("No option leads", False),
        ("", True),
        ("", True),
    ]


def test_a_verdict_that_no_option_has_is_counted_as_none(qtbot: QtBot) -> None:
    section = WinSetSection()
    qtbot.addWidget(section)
    section.show_verdicts(Counter({"lead": 2}))
    assert section.counts["avoid"].text() == "0 avoid"
