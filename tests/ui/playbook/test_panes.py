"""Before and after stand where there is room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.playbook.effect_panel import EffectPanel
from ui.playbook.panes import Panes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from advisor.playbook import Playbook
    from ui.theme import Theme


def test_in_a_narrow_window_before_and_after_take_its_whole_width(
    qtbot: QtBot, theme: Theme, playbook: Playbook
) -> None:
    listed, detail, effects = QWidget(), QWidget(), EffectPanel(playbook)
    panes = Panes(listed, detail, effects)
    qtbot.addWidget(panes)
    panes.resize(1244, 660)
    panes.show()
    assert not panes.narrow
    assert effects.width() == detail.width() < listed.width() + detail.width()
    panes.resize(904, 460)
    assert panes.narrow
    assert effects.width() == 904
    qtbot.waitUntil(lambda: effects.options.x() > effects.stance.x())
    effects.hide()
    panes.resize(1244, 660)
    assert effects.isHidden()
