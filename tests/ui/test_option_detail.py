from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from advisor.levers import Price
from advisor.wording import likelihood, percent, signed
from tests.ui.options_case import findings, findings_if, playbook, row
from ui.option_detail import OptionDetail
from ui.tokens import tokens

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def detail(qtbot: QtBot) -> OptionDetail:
    made = OptionDetail(playbook())
    qtbot.addWidget(made)
    made.resize(400, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.show_option(findings().best, row("erad_core"))
    return made


def section(detail: OptionDetail, title: str) -> str:
    found = [one for one in (*detail.judged.sections, *detail.described.sections) if one.title == title]
    return "\n".join(f"{line.text} {line.aside}".strip() for one in found for line in one.lines)


def test_it_says_name_verdict_rank_and_us_value(detail: OptionDetail) -> None:
    option = next(one for one in findings().options if one.best.id == "erad_core")
    assert detail.name.text() == "Forced eradication in the core area"
    assert detail.chip.verdict == option.verdict
    facts = detail.facts.text().replace("\N{NO-BREAK SPACE}", " ")
    assert facts == f"rank {option.best.rank} of 22   US value {option.best.us_value:.1f}"


def test_an_option_offered_for_its_welcome_says_that_it_is_a_sweetener(detail: OptionDetail) -> None:
    detail.show_option(findings().best, row("pause_metrics"))
    assert "sweetener" in detail.facts.text()
    detail.show_option(findings().best, row("alt_dev"))
    assert "sweetener" not in detail.facts.text()


def test_likelihoods_are_said_in_words_and_in_numbers(detail: OptionDetail) -> None:
    found = next(one for one in findings().options if one.best.id == "vetted_units")
    detail.show_option(findings().best, row("vetted_units"))
    for shown, probability in ((detail.now, found.p_now), (detail.horizon, found.p_horizon)):
        assert shown.words.text() == likelihood(probability)
        assert (shown.bar.reading.value, shown.bar.reading.text) == (probability, percent(probability))


def test_likelihoods_of_an_earlier_edit_are_dimmed_and_missing_ones_a_dash(detail: OptionDetail) -> None:
    detail.show_option(findings().best, row("vetted_units", stale=True))
    assert (detail.now.words.ink, detail.now.bar.reading.dim) == ("ink3", True)
    detail.show_option(findings().best, replace(row("vetted_units"), finding=None))
    assert (detail.now.words.text(), detail.now.bar.reading.text) == ("", "–")


def test_the_waterfall_shows_the_standing_and_its_veto_with_its_reason_below(detail: OptionDetail) -> None:
    option = next(one for one in findings().best.options if one.id == "erad_core")
    assert detail.waterfall.title == f"Why the standing is {signed(option.standing)}"
    veto = playbook().rule["military_objection"]
    assert detail.waterfall.selected is not None
    assert detail.waterfall.selected.id == "rule:military_objection"
    assert veto.label in detail.reason.text
    assert veto.rationale in detail.reason.text


def test_selecting_another_bar_shows_its_reason(detail: OptionDetail) -> None:
    detail.waterfall.select("factor:electoral_base")
    assert playbook().option["erad_core"].political["electoral_base"].reason in detail.reason.text


def test_an_edit_changes_the_reason_of_the_bar_that_stays_selected(detail: OptionDetail) -> None:
    detail.waterfall.select("factor:electoral_base")
    before = detail.reason.text
    edited = findings_if("eb_overlap", 0)
    detail.show_option(edited.best, row("erad_core", edited))
    assert detail.waterfall.selected is not None
    assert detail.waterfall.selected.id == "factor:electoral_base"
    assert detail.reason.text != before
    assert f"{edited.best.factors['electoral_base']:.1f} of 10" in detail.reason.text


def test_conditions_prerequisites_and_description_are_those_of_the_option(detail: OptionDetail) -> None:
    best = next(one for one in findings().best.options if one.id == "erad_core")
    option = playbook().option["erad_core"]
    assert section(detail, "Conditions to attach") == "\n".join(best.advice)
    assert section(detail, "Prerequisites") == "\n".join(option.prerequisites)
    assert option.summary in section(detail, "What it is")
    assert option.precedent.text in section(detail, "Precedent")


def test_a_price_shows_where_one_was_looked_up(detail: OptionDetail) -> None:
    shown = row("erad_core")
    assert section(detail, "Price") == ""
    assert shown.finding is not None
    price = Price("erad_core", none_because="a veto stands whatever we move")
    detail.show_option(findings().best, shown, price=price)
    assert section(detail, "Price") == "No price buys it: a veto stands whatever we move."


def test_another_option_begins_at_the_top_and_an_edit_keeps_the_place(detail: OptionDetail) -> None:
    bar = detail.verticalScrollBar()
    bar.setValue(100)
    assert bar.value() == 100
    edited = findings_if("eb_overlap", 0)
    detail.show_option(edited.best, row("erad_core", edited))
    assert bar.value() == 100
    detail.show_option(findings().best, row("alt_dev"))
    assert bar.value() == 0


def test_everything_fits_the_width_whatever_it_is(detail: OptionDetail) -> None:
    for width in (330, 400, 520):
        detail.resize(width, 500)
        body = detail.widget()
        assert body is not None
        assert body.width() == detail.viewport().width()
        assert body.minimumSizeHint().width() <= detail.viewport().width()


def test_a_ring_shows_that_the_keyboard_scrolls_here(detail: OptionDetail) -> None:
    def ringed() -> bool:
        return bool(detail.grab().toImage().pixelColor(1, 200) == QColor(tokens(detail.palette()).focus))

    assert not ringed()
    detail.activateWindow()
    detail.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed()


def test_every_control_has_a_name_for_a_screen_reader(detail: OptionDetail) -> None:
    assert detail.accessibleName() == "Reasons for Forced eradication in the core area"
    assert detail.chip.accessibleName() == "Verdict: Avoid"
    assert detail.now.bar.accessibleName() == "Acceptance now: 1 %, almost no chance"
    assert detail.waterfall.accessibleName().startswith("Why the standing is")
    assert detail.reason.accessibleName()
