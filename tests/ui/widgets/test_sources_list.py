from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.playbook import Proxy
from ui.widgets.ink_label import InkLabel
from ui.widgets.sources_list import SourcesList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# The platform without a screen says so of every window whose size is limited.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

VOTES = Proxy("Election returns by district", "Vote share", "0.5 = 0; 2.2 = 10", ((0.5, 0), (2.2, 10)))
POLLS = Proxy("Polls", "Approval", "70 = 0; 20 = 10", ((20, 10), (70, 0)))


def texts(sources: SourcesList) -> list[str]:
    return [label.text() for label in sources.findChildren(InkLabel) if label.isVisible()][1:]


def test_other_sources_take_their_place(qtbot: QtBot) -> None:
    sources = SourcesList()
    qtbot.addWidget(sources)
    sources.show()
    sources.set_sources([VOTES])
    sources.set_sources([POLLS])
    qtbot.waitUntil(lambda: texts(sources) == [POLLS.dataset, POLLS.field, POLLS.mapping])


def test_without_sources_nothing_is_shown(qtbot: QtBot) -> None:
    sources = SourcesList()
    qtbot.addWidget(sources)
    sources.set_sources([])
    assert sources.isHidden()
    sources.set_sources([POLLS])
    assert not sources.isHidden()
