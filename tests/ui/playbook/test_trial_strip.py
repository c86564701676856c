"""The line above the list says plainly whether anything is tried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.trial import NOTHING, Entry, Trial
from ui.playbook.trial_strip import IDLE, TrialStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


def test_it_offers_the_ways_out_only_while_a_trial_is_on(qtbot: QtBot, theme: Theme) -> None:
    strip = TrialStrip()
    qtbot.addWidget(strip)
    strip.show()
    strip.show_trial(NOTHING, None)
    assert strip.text.text() == IDLE
    assert not strip.back.isVisible()
    strip.show_trial(Trial(frozenset({Entry("rule", "a")})), None)
    assert strip.text.text().startswith("What if, with 1 change tried out: nothing is saved.")
    assert strip.save.isVisible()
