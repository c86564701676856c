from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from advisor.plan_text import no_switch_text
from tests.advisor.solved_plans import PLAYBOOK, WITH_SWITCH, plan_of
from ui.plan.runs import plain
from ui.plan.switch_section import BADGE, SwitchSection, Zone, paint_badge, paint_zone
from ui.tokens import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme import Theme


@pytest.fixture
def section(qtbot: QtBot, theme: Theme) -> SwitchSection:
    made = SwitchSection(PLAYBOOK)
    qtbot.addWidget(made)
    made.show_plan(plan_of(WITH_SWITCH))
    made.resize(920, 120)
    made.show()
    return made


def painted(zone: Zone) -> QImage:
    image = QImage(108, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint_zone(painter, QRectF(0, 0, 108, 20), zone, LIGHT)
    painter.end()
    return image


def has(image: QImage, colour: str, left: int, right: int) -> bool:
    return any(
        image.pixelColor(x, y).name().upper() == colour for x in range(left, right) for y in range(image.height())
    )


def test_a_switch_is_a_row_from_its_number_to_what_to_do(section: SwitchSection) -> None:
    (cells,) = section.table.cells
    assert cells[0].plain == 1
    assert plain(cells[1].runs).startswith("Trust and access")
    assert plain(cells[2].runs) == "falls to 5 external"
    assert plain(cells[3].runs) == "now 7, threshold 5"
    assert plain(cells[4].runs).endswith("very unlikely")
    assert plain(cells[5].runs) == "Drop Vetted police units Add Low-visibility technical cooperation"
    assert "The switch adds" in cells[5].tip
    assert cells[3].value == Zone(7.0, 5.0, upward=False, side="external")


def test_its_likelihood_is_that_of_the_horizon(section: SwitchSection) -> None:
    section.table.copy()
    assert "\tIn 12 months\t" in QGuiApplication.clipboard().text()
    section.show_plan(plan_of(WITH_SWITCH, horizon_months=24.0))
    section.table.copy()
    assert "\tIn 24 months\t" in QGuiApplication.clipboard().text()


def test_where_no_trigger_pays_a_sentence_says_why(section: SwitchSection) -> None:
    section.show_plan(plan_of())
    assert section.sentence.isVisible()
    assert not section.table.isVisible()
    assert section.sentence.text() == no_switch_text(plan_of())
    section.show_plan(plan_of(WITH_SWITCH))
    assert section.table.isVisible()
    assert not section.sentence.isVisible()


def test_it_says_among_how_many_packages_and_futures_switches_were_sought(section: SwitchSection) -> None:
    assert section.aside.text() == "sought among 17,357 packages in 256 futures"


def test_up_to_four_switches_are_numbered_in_their_order(section: SwitchSection) -> None:
    plan = plan_of(WITH_SWITCH)
    section.show_plan(replace(plan, switches=plan.switches * 4))
    assert [cells[0].plain for cells in section.table.cells] == [1, 2, 3, 4]


def test_the_zone_lies_where_the_trigger_acts_in_the_colour_of_its_side(section: SwitchSection) -> None:
    falls = painted(Zone(7.0, 4.0, upward=False, side="external"))
    assert has(falls, LIGHT.external, 0, 46)
    assert not has(falls, LIGHT.external, 48, 108)
    assert has(falls, LIGHT.ink, 68, 80), "the dot is where the indicator is now"
    rises = painted(Zone(3.0, 8.0, upward=True, side="domestic"))
    assert has(rises, LIGHT.domestic, 84, 108)
    assert not has(rises, LIGHT.domestic, 0, 80)


def test_the_number_stands_in_a_disc() -> None:
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint_badge(painter, QPointF(12, 12), 3, LIGHT)
    painter.end()
    assert has(image, LIGHT.accent, round(12 - BADGE / 2), round(12 + BADGE / 2))
    assert has(image, LIGHT.on_accent, 8, 16)


def test_of_an_earlier_plan_it_is_dimmed(section: SwitchSection) -> None:
    before = section.grab().toImage()
    section.set_dimmed(dimmed=True)
    assert section.grab().toImage() != before
    assert section.sentence.ink == "ink3"
