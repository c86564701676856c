"""What the ranked table is narrowed by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.ranking import Filter
from ui.compare.filter_bar import FilterBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_what_is_chosen_becomes_a_filter_and_one_click_takes_it_back(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    assert (bar.wanted("PER"), bar.is_on) == (Filter("", "", None, latest_only=True, always="PER"), False)
    bar.offer_regions(["Central America", "South America"])
    bar.region.setCurrentIndex(2)
    bar.stance.setCurrentIndex(1)
    bar.latest.setChecked(False)
    with qtbot.waitSignal(bar.changed):
        bar.text.setText("peru")
    assert bar.is_on
    assert bar.wanted("") == Filter("peru", "South America", bar.stance.currentData(), latest_only=False, always="")
    bar.offer_regions(["Asia", "Central America", "South America"])
    assert bar.region.currentData() == "South America"
    heard: list[None] = []
    bar.changed.connect(lambda: heard.append(None))
    bar.clear()
    assert (len(heard), bar.is_on, bar.latest.isChecked()) == (1, False, False)
