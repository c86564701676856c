from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStyleOptionButton

from ui.evidence.links_button import LinksButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

OFFERED = (("su_level", "Current unrest", "Social unrest"), ("mil", "Military & police", "Military"))


def test_ticks_say_what_is_chosen_and_keep_what_is_not_offered(qtbot: QtBot) -> None:
    button = LinksButton("No indicator yet")
    qtbot.addWidget(button)
    heard: list[tuple[str, ...]] = []
    button.chosen.connect(heard.append)
    button.offer(OFFERED)
    assert button.text() == "No indicator yet"
    button.show_chosen(("gone", "mil"))
    assert button.text() == "Military && police, gone"
    button.ticks["su_level"].trigger()
    assert heard == [("gone", "su_level", "mil")]
    assert button.accessibleDescription() == "Current unrest, Military & police, gone"


def test_what_is_chosen_stands_clear_of_the_edge_but_is_read_out_plainly(qtbot: QtBot) -> None:
    button, painted = LinksButton("No indicator yet"), QStyleOptionButton()
    qtbot.addWidget(button)
    button.show_chosen(())
    button.initStyleOption(painted)
    assert painted.text == "\N{EN SPACE}No indicator yet"
    assert button.text() == "No indicator yet"
